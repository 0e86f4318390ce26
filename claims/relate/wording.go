package relate

import (
	_ "embed" // for the learned part
	"math"
	"strings"
	"sync"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english/linear"
)

//go:embed wording.model
var wordingModel []byte

// The classes of the learned part.
const (
	WordsOfConflict = iota
	WordsOfAgreement
	WordsOfNeither
	wordingClasses
)

// wordingOf gives the learned part; nil where its bytes are not understood.
var wordingOf = sync.OnceValue(func() *linear.Model {
	m, err := linear.Read(wordingModel)
	if err != nil || m.Classes() != wordingClasses {
		return nil
	}
	return m
})

// wording is what the learned part makes of the words of a pair, as log-odds
// against neither, cut to -1 to 1 for four and more.
type wording struct{ conflict, agree float64 }

// Templates of the features.
const (
	featureOneSide = iota + 1
	featureBothSides
	featureAcross
	featurePhrase
)

// most is how many words that only one side has are put against those of the
// other: keeps a comparison linear in the length of the claims.
const most = 16

// read scores the words of a pair.
func (p *pair) read(m *linear.Model) wording {
	if m == nil {
		return wording{}
	}
	var scores [wordingClasses]float32
	features := p.wordFeatures()
	m.Score(features, scores[:])
	scale := WordScale(len(features))
	cut := func(class int) float64 {
		return max(-1, min(1, float64(scores[class]-scores[WordsOfNeither])*scale/4))
	}
	return wording{cut(WordsOfConflict), cut(WordsOfAgreement)}
}

// WordScale is what each of n features counts: less in long texts, so that these
// do not get further from doubt by their length alone.
func WordScale(n int) float64 { return 8 / math.Sqrt(float64(max(n, 64))) }

// wordFeatures gives the features of the learned part: the words that only one
// side has, those that both have, pairs of words across, and phrases of two
// words that only one side has. Names and figures are left out, so that it
// learns how claims clash, and not who was in the news. With the sides swapped
// the features are the same.
func (p *pair) wordFeatures() []linear.Feature {
	a, b := spell(&p.a), spell(&p.b)
	inA, inB := setOf(a), setOf(b)
	onlyA, onlyB := missing(a, inB), missing(b, inA)
	var out []linear.Feature
	for _, list := range [][]string{onlyA, onlyB} {
		for _, w := range list {
			out = append(out, linear.Of(featureOneSide, linear.Word(w)))
		}
	}
	for _, w := range unique(a) {
		if inB[w] {
			out = append(out, linear.Of(featureBothSides, linear.Word(w)))
		}
	}
	for _, x := range onlyA[:min(most, len(onlyA))] {
		for _, y := range onlyB[:min(most, len(onlyB))] {
			out = append(out, across(x, y))
		}
	}
	phrasesA, phrasesB := twos(a), twos(b)
	for _, w := range append(missing(phrasesA, setOf(phrasesB)), missing(phrasesB, setOf(phrasesA))...) {
		out = append(out, linear.Of(featurePhrase, linear.Word(w)))
	}
	return out
}

// across gives the feature of two words, one on each side.
func across(x, y string) linear.Feature {
	if x > y {
		x, y = y, x
	}
	return linear.Of2(featureAcross, linear.Word(x), linear.Word(y))
}

// spell gives the words of a side as the learned part sees them: in small
// letters, those of names as one sign, and figures as another.
func spell(s *side) []string {
	named := map[string]bool{}
	for i := range s.items {
		if it := &s.items[i]; isName(it.Term) {
			for _, w := range strings.FieldsFunc(strings.ToLower(it.Text), notLetter) {
				named[w] = true
			}
		}
	}
	const longest = MaxTerms
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(firstLetters(s.claim.Text)), notLetter) {
		switch {
		case named[w]:
			w = "NAME"
		case strings.ContainsAny(w, "0123456789"):
			w = "FIGURE"
		}
		if out = append(out, w); len(out) == longest {
			break
		}
	}
	return out
}

// firstLetters cuts a text to what is read of it.
func firstLetters(text string) string { return text[:min(len(text), maxContent)] }

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}

func setOf(list []string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, w := range list {
		out[w] = true
	}
	return out
}

// missing gives the words of a list that are not in the set, once each.
func missing(list []string, in map[string]bool) []string {
	var out []string
	for _, w := range unique(list) {
		if !in[w] {
			out = append(out, w)
		}
	}
	return out
}

func unique(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range list {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

// twos gives each two words that stand side by side.
func twos(list []string) []string {
	var out []string
	for i := 1; i < len(list); i++ {
		out = append(out, list[i-1]+" "+list[i])
	}
	return out
}

// Study gives what a comparison of two claims looks at, for fitting the
// weights and the learned part: the evidence, the latter's share left out, and
// the features of the words.
func Study(a, b claims.Claim) (Evidence, []linear.Feature) {
	if !inOrder(&a, &b) {
		a, b = b, a
	}
	p := align(words(), &a, &b)
	var all []found
	for _, d := range detectors() {
		all = append(all, d(p)...)
	}
	return measure(p, all), p.wordFeatures()
}
