package relate

import (
	"context"
	_ "embed" // for the learned part
	"math"
	"sync"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
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

// wording scores the words of a pair, once.
func (p *pair) wording() wording {
	if p.worded == nil {
		w := p.read(wordingOf())
		p.worded = &w
	}
	return *p.worded
}

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
	a, b := p.a.spelling(), p.b.spelling()
	onlyA, onlyB := a.missing(b), b.missing(a)
	out := make([]linear.Feature, 0, 2*(len(a.words)+len(b.words))+most*most)
	for _, list := range [][]spelt{onlyA, onlyB} {
		for _, w := range list {
			out = append(out, linear.Of(featureOneSide, w.hash))
		}
	}
	for _, w := range a.words {
		if b.known[w.hash] {
			out = append(out, linear.Of(featureBothSides, w.hash))
		}
	}
	for _, x := range onlyA[:min(most, len(onlyA))] {
		for _, y := range onlyB[:min(most, len(onlyB))] {
			out = append(out, x.across(y))
		}
	}
	for _, lists := range [][2]*spelling{{a, b}, {b, a}} {
		for _, phrase := range lists[0].phrases {
			if !lists[1].phrased[phrase] {
				out = append(out, linear.Of(featurePhrase, phrase))
			}
		}
	}
	return out
}

// Study gives what a comparison of two claims looks at, for fitting the weights
// and the learned part: the evidence, and the features of the words. As a pair of
// an archive it is seen without the learned part. Where the engine has a judge,
// what that says is part of the evidence.
func (e Engine) Study(ctx context.Context, a, b claims.Claim, archive bool) (Evidence, []linear.Feature, error) {
	l := words()
	v := look(l, newSide(l, &a), newSide(l, &b), archive)
	if e.Judge != nil {
		texts := []judge.Pair{{A: tell(v.a.claim).text, B: tell(v.b.claim).text}}
		said, err := e.Judge.Judge(ctx, texts)
		if err == nil {
			err = e.reread(ctx, texts, said)
		}
		if err != nil {
			return nil, nil, err
		}
		v.judgement = &said[0]
	}
	return measure(v), v.wordFeatures(), nil
}
