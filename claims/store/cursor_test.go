package store

import (
	"encoding/base64"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// FuzzCursor wants any text to be a cursor that was given, or to be refused
// as malformed.
func FuzzCursor(f *testing.F) {
	f.Add(cursor[float64]{"conflicts", 0.5, "id"}.String())
	f.Add(cursor[int64]{"articles", 1 << 60, "id"}.String())
	f.Add(base64.RawURLEncoding.EncodeToString([]byte(`{"l":"conflicts","k":1e999,"i":"x"}`)))
	f.Add("=")
	f.Fuzz(func(t *testing.T, text string) {
		c, more, err := after[float64]("conflicts", text)
		if err != nil {
			if claims.KindOf(err) != claims.Malformed {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		if more != (text != "") {
			t.Errorf("%q: more is %v", text, more)
		}
		if again, _, err := after[float64]("conflicts", c.String()); more && (err != nil || again != c) {
			t.Errorf("%q gives %+v, which gives %+v (%v)", text, c, again, err)
		}
	})
}

func TestAtLeast(t *testing.T) {
	for _, test := range []struct {
		version, oldest string
		want            bool
	}{
		{"3.51.3", "3.51.3", true}, {"3.52.0", "3.51.3", true}, {"4.0.0", "3.51.3", true}, {"3.51.2", "3.51.3", false},
		{"3.9.99", "3.51.3", false}, {"3.51", "3.51.3", false}, {"", "3.51.3", false},
	} {
		if got := atLeast(test.version, test.oldest); got != test.want {
			t.Errorf("%q at least %q: %v", test.version, test.oldest, got)
		}
	}
}
