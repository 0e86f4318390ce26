package relate

import "testing"

// The lexicon of news comes first: general English speaks only where that is
// silent, and only to words of one part of speech.
func TestRelateByEntry(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       relation
	}{
		{"one meaning", "the council commenced", "the council began", synonym},
		{"a meaning that the lexicon lacks", "the stevedore", "the docker", near},
		{"one a kind of the other", "the gondola", "the boat", wider},
		{"opposite adjectives", "a bumpy road", "a smooth road", opposite},
		{"no opposites among nouns", "the employer", "the employee", unlike},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := ProposeText(Bare{Text: c.a}), ProposeText(Bare{Text: c.b})
			best := unlike
			for _, k := range align(words(), newSide(words(), &a), newSide(words(), &b)).links {
				if k.rel != same {
					best = k.rel
				}
			}
			if best != c.want {
				t.Errorf("%q, %q: got %d, want %d", c.a, c.b, best, c.want)
			}
		})
	}
}
