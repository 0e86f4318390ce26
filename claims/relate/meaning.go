package relate

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// MeaningLeast is how far the learned part must lean to a conflict, on its
// scale of -1 to 1, before its words are given as a reason.
const MeaningLeast = 0.08

// meaning finds words that differ in conflicts that the learned part was
// fitted to: "in profit", "at a loss". It names on each side the word that
// speaks most for a conflict, of those that the other side does not have. What
// it found counts through the evidence of the words, not a second time.
func meaning(p *pair) []found {
	m := wordingOf()
	if m == nil || p.shared() < 1 {
		return nil
	}
	w := p.wording()
	if w.conflict < MeaningLeast || w.conflict < w.agree {
		return nil
	}
	a, b := p.unlinked(&p.a, p.inA), p.unlinked(&p.b, p.inB)
	var best [2]*claims.Term
	top, plain := 0.0, false // words that say something go before "had" and "its"
	for _, x := range a {
		for _, y := range b {
			says := !x.light && !y.light
			if s := leaning(m, x, y); s > 0 && (says && !plain || says == plain && s > top) {
				top, plain, best = s, says, [2]*claims.Term{x.Term, y.Term}
			}
		}
	}
	if best[0] == nil {
		return nil
	}
	r := claims.Reason{Kind: claims.ReasonMeaning, For: true, A: spansOf(best[0]), B: spansOf(best[1])}
	return []found{{Reason: r, strength: w.conflict, loose: true}}
}

// unlinked gives the words of a side that the other side does not have, at most
// so many as the learned part puts against each other.
func (p *pair) unlinked(s *side, linked []bool) []*item {
	var out []*item
	for i := range s.items {
		if it := &s.items[i]; !it.Context && !linked[i] && !isName(it.Term) && len(out) < most {
			out = append(out, it)
		}
	}
	return out
}

// leaning says how much two words, one on each side, speak for a conflict.
func leaning(m *linear.Model, x, y *item) float64 {
	wx, wy := spelled(x.Text), spelled(y.Text)
	var scores [wordingClasses]float32
	m.Score([]linear.Feature{
		linear.Of(featureOneSide, wx.hash), linear.Of(featureOneSide, wy.hash), wx.across(wy),
	}, scores[:])
	return float64(scores[WordsOfConflict] - max(scores[WordsOfNeither], scores[WordsOfAgreement]))
}
