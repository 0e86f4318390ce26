package relate

import (
	"strings"
	"unicode"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// spelling is the words of a claim as the learned part sees them: in small
// letters, those of names as one sign, and figures as another. Words and phrases
// come once each, in the order of the text, and are known by their hashes.
type spelling struct {
	ready   bool
	words   []spelt
	phrases []uint64 // each two words that stand side by side
	known   map[uint64]bool
	phrased map[uint64]bool
}

type spelt struct {
	text string
	hash uint64
}

// spelled gives one word.
func spelled(text string) spelt {
	w := strings.ToLower(text)
	return spelt{w, linear.Word(w)}
}

// spelling reads the words of a side, when they are first asked for.
func (s *side) spelling() *spelling {
	const longest = MaxTerms
	out := s.spelt
	if out.ready {
		return out
	}
	out.ready, out.known, out.phrased = true, map[uint64]bool{}, map[uint64]bool{}
	named := s.nameWords()
	n, last := 0, ""
	for w := range strings.FieldsFuncSeq(strings.ToLower(firstLetters(s.claim.Text)), notLetter) {
		if w = sign(w, named); n > 0 {
			out.addPhrase(last + " " + w)
		}
		out.addWord(w)
		if n, last = n+1, w; n == longest {
			break
		}
	}
	return out
}

// nameWords gives the words of the names of a side.
func (s *side) nameWords() map[string]bool {
	named := map[string]bool{}
	for i := range s.items {
		if it := &s.items[i]; isName(it.Term) {
			for w := range strings.FieldsFuncSeq(strings.ToLower(it.Text), notLetter) {
				named[w] = true
			}
		}
	}
	return named
}

// sign gives what stands for a word.
func sign(w string, named map[string]bool) string {
	switch {
	case named[w]:
		return "NAME"
	case strings.ContainsAny(w, "0123456789"):
		return "FIGURE"
	}
	return w
}

func (s *spelling) addWord(w string) {
	if h := linear.Word(w); !s.known[h] {
		s.known[h] = true
		s.words = append(s.words, spelt{w, h})
	}
}

func (s *spelling) addPhrase(p string) {
	if h := linear.Word(p); !s.phrased[h] {
		s.phrased[h] = true
		s.phrases = append(s.phrases, h)
	}
}

// missing gives the words that another side does not have.
func (s *spelling) missing(in *spelling) []spelt {
	var out []spelt
	for _, w := range s.words {
		if !in.known[w.hash] {
			out = append(out, w)
		}
	}
	return out
}

// across gives the feature of two words, one on each side.
func (s spelt) across(o spelt) linear.Feature {
	if s.text > o.text {
		s, o = o, s
	}
	return linear.Of2(featureAcross, s.hash, o.hash)
}

// firstLetters cuts a text to what is read of it.
func firstLetters(text string) string { return text[:min(len(text), maxContent)] }

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}
