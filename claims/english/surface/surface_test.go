package surface_test

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims/english/surface"
)

func TestOfTellsAlike(t *testing.T) {
	form := func(w surface.Word) uint64 { return w.Form }
	norm := func(w surface.Word) uint64 { return w.Norm }
	shape := func(w surface.Word) uint64 { return w.Shape }
	for _, c := range []struct {
		name, one, other string
		what             func(surface.Word) uint64
		want             bool
	}{
		{"marks of quotation", "“", `"`, form, true},
		{"apostrophes", "don’t", "don't", form, true},
		{"dashes", "—", "--", form, true},
		{"capitals in the form", "Iran", "iran", form, false},
		{"capitals in the norm", "Iran", "iran", norm, true},
		{"numbers in the norm", "1,234", "7,777", norm, true},
		{"numbers of other shape", "1,234", "1234.5", norm, false},
		{"shape of names", "Kerry", "Johnson", shape, true},
		{"shape of initials", "U.S.", "U.N.", shape, true},
		{"shape of small words", "Kerry", "kerry", shape, false},
		{"ends", "weaken", "broken", func(w surface.Word) uint64 { return w.Suffix[1] }, true},
		{"longer ends", "weaken", "broken", func(w surface.Word) uint64 { return w.Suffix[3] }, false},
		{"beginnings", "weaken", "weather", func(w surface.Word) uint64 { return w.Prefix[2] }, true},
		{"letters of two bytes", "ÉCOLE", "école", norm, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.what(surface.Of(c.one)) == c.what(surface.Of(c.other)); got != c.want {
				t.Errorf("%q and %q are alike: %v, want %v", c.one, c.other, got, c.want)
			}
		})
	}
}

func TestTraits(t *testing.T) {
	for word, want := range map[string]uint64{
		"iran": 0, "Iran": surface.HasCapital | surface.BeginsCapital, "iPhone": surface.HasCapital,
		"F-16": surface.HasCapital | surface.BeginsCapital | surface.HasDigit | surface.HasHyphen, "Ö": surface.HasCapital | surface.BeginsCapital, "": 0,
	} {
		if got := surface.Of(word).Traits; got != want {
			t.Errorf("%q has traits %b, want %b", word, got, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, seed := range []string{"", "Kerry", "“", "\xff\xfe", "İ", strings.Repeat("Ⱥ", 70), "3.5m"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, word string) {
		first := surface.Of(word)
		if again := surface.Of(strings.Clone(word)); again != first {
			t.Error("the same word differs")
		}
	})
}
