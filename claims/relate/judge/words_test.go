package judge

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

func testVocabulary(t testing.TB) *vocabulary {
	t.Helper()
	lines := newFile(pieces()).lines
	v, err := newVocabulary(strings.Join(lines, "\n")+"\n", len(lines))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The numbers in testdata/tokens.json were computed with the Hugging Face
// tokenizers library, its BertWordPieceTokenizer over the same vocabulary.
func TestPiecesAsReference(t *testing.T) {
	data, err := os.ReadFile("testdata/tokens.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Name, Text string
		IDs        []int32
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	v := testVocabulary(t)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			if got := v.read(c.Text, 1000).ids; !slices.Equal(got, c.IDs) {
				t.Errorf("%q: got %v, want %v", c.Text, got, c.IDs)
			}
		})
	}
}

// In an article the signs of the model are characters like any others.
func TestMarksAreText(t *testing.T) {
	v := testVocabulary(t)
	for _, id := range v.read("[SEP] [CLS] [MASK] [UNK]", 100).ids {
		if id == v.between || id == v.open || id == v.mask {
			t.Errorf("a text made the mark %d", id)
		}
	}
}

func TestSplitSpans(t *testing.T) {
	text := "The résumé\u0301 – de\u00adal,\xffx 新京"
	var got []string
	split(text, func(word []byte, span claims.Span) bool {
		got = append(got, string(word)+"="+span.In(text))
		return true
	})
	want := []string{"the=The", "resume=résumé\u0301", "–=–", "deal=de\u00adal", ",=,", "x=x", "新=新", "京=京"}
	// A mark that falls away belongs to no word, so the last accent is left out.
	want[1] = "resume=résumé"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		name         string
		n, m, room   int
		first, other int
	}{
		{"both fit", 40, 50, 93, 40, 50},
		{"the first is cut", 200, 20, 93, 73, 20},
		{"the second is cut", 20, 200, 93, 20, 73},
		{"both are cut", 200, 100, 93, 47, 46},
		{"both are cut the other way", 100, 200, 93, 47, 46},
		{"the first keeps the odd place", 47, 47, 93, 47, 46},
		{"nothing in the first", 0, 200, 93, 0, 93},
	} {
		t.Run(c.name, func(t *testing.T) {
			if n, m := fit(c.n, c.m, c.room); n != c.first || m != c.other {
				t.Errorf("got %d and %d, want %d and %d", n, m, c.first, c.other)
			}
		})
	}
}

// Whatever a text holds, its words lie in order within it, its pieces are in
// the vocabulary, and the input has its two ends and its limit.
func FuzzRead(f *testing.F) {
	for _, p := range pairs() {
		f.Add(p.A, p.B)
	}
	f.Add("a\u0301\u0302İ\u1e9e\ufb03", "\u2028\U0001F600한국新\ufdfa")
	v := testVocabulary(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		const limit = 48
		r := v.read(a, limit)
		end := 0
		for _, w := range r.words {
			if w.Start < end || w.End <= w.Start && w.End != end || w.End > len(a) {
				t.Fatalf("word %v after %d in %d bytes", w, end, len(a))
			}
			if !utf8.RuneStart(a[w.Start]) && utf8.ValidString(a) {
				t.Fatalf("word %v begins within a character", w)
			}
			end = w.End
		}
		if len(r.ids) != len(r.of) || len(r.ids) > limit+maxWord {
			t.Fatalf("%d pieces, %d words", len(r.ids), len(r.of))
		}
		in := v.join(r, v.read(b, limit), limit)
		if len(in.ids) > limit || in.ids[0] != v.open || in.ids[in.second-1] != v.between || in.ids[len(in.ids)-1] != v.between {
			t.Fatalf("input %v", in)
		}
		for _, id := range in.ids {
			if id < 0 || int(id) >= v.size {
				t.Fatalf("piece %d of %d", id, v.size)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	v := testVocabulary(b)
	text := "The minister said airstrikes weakened the president, not slowing an unable deal."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		v.read(text, 100)
	}
}
