package judge

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// The weights must be what the log-odds of a conflict lose when the pieces of
// one word are hidden, computed here apart.
func TestOcclusion(t *testing.T) {
	f := random(small("mean"))
	m := load(t, f)
	pair := Pair{"The minister weakened the deal.", "Airstrikes: the deal never slowing!"}
	got, err := m.Occlusion(t.Context(), pair)
	if err != nil {
		t.Fatal(err)
	}
	v := m.vocabulary
	whole := v.join(m.read(pair.A), m.read(pair.B), m.shape.MaxTokens)
	odds := reference{f}.logits(whole).odds()
	tried := 0
	for _, c := range []struct {
		word   string
		second bool
		pieces []string
	}{
		{"minister", false, []string{"minister"}},
		{"weakened", false, []string{"weak", "##ened"}},
		{"Airstrikes", true, []string{"air", "##strikes"}},
		{"never", true, []string{"never"}},
		{"slowing", true, []string{"slowing"}},
	} {
		ids := slices.Clone(whole.ids)
		for _, p := range c.pieces {
			ids[slices.Index(ids, int32(slices.Index(f.lines, p)))] = v.mask
		}
		want := odds - reference{f}.logits(input{ids, whole.second}).odds()
		at := slices.IndexFunc(got, func(w Word) bool {
			return w.Second == c.second && w.Span.In(map[bool]string{false: pair.A, true: pair.B}[w.Second]) == c.word
		})
		switch {
		case want <= 0 && at >= 0:
			t.Errorf("%s speaks against a conflict (%g) and is named", c.word, want)
		case want > 0 && (at < 0 || math.Abs(got[at].Weight-want) > 1e-3):
			t.Errorf("%s: want %g, got %v", c.word, want, got)
		case want > 0:
			tried++
		}
	}
	if tried == 0 || tried != len(got) {
		t.Errorf("%d words are right of %v", tried, got)
	}
	if !slices.IsSortedFunc(got, func(x, y Word) int { return int(math.Copysign(1, y.Weight-x.Weight)) }) {
		t.Errorf("not the weightiest first: %v", got)
	}
}

func TestOcclusionOfOddTexts(t *testing.T) {
	m := load(t, random(small("cls")))
	for _, c := range []struct {
		name string
		pair Pair
		none bool
	}{
		{"nothing", Pair{}, true},
		{"the same words", Pair{"The deal weakened.", "the DEAL weakened"}, true},
		{"grammar and marks", Pair{"It is the — and.", "They were, of: a"}, true},
		{"huge", Pair{strings.Repeat("weakened slowing ", 1e4), strings.Repeat("x", 1e5)}, false},
		{"not UTF-8", Pair{"\xff deal\xff", "\u202e\x00slow"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			words, err := m.Occlusion(t.Context(), c.pair)
			if err != nil || c.none && len(words) > 0 {
				t.Errorf("got %v, %v", words, err)
			}
			for _, w := range words {
				text := c.pair.A
				if w.Second {
					text = c.pair.B
				}
				if w.Span.Start < 0 || w.Span.End > len(text) || w.Span.Len() < 1 {
					t.Errorf("word %v lies outside", w)
				}
			}
		})
	}
}

func TestGrouped(t *testing.T) {
	for _, c := range []struct{ words, groups int }{{0, 0}, {1, 1}, {maxMasks, maxMasks}, {maxMasks + 1, 13}, {10 * maxMasks, maxMasks}} {
		words := make([]candidate, c.words)
		for i := range words {
			words[i].Span = claims.Span{Start: i, End: i + 1}
		}
		got := grouped(words, maxMasks)
		if len(got) != c.groups || len(slices.Concat(got...)) != c.words {
			t.Errorf("%d words: %d groups, want %d", c.words, len(got), c.groups)
		}
	}
}
