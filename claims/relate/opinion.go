package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// opinion finds that both sides judge rather than report, by words that are
// not opposites of each other.
func opinion(p *pair) []found {
	for _, k := range p.links {
		if k.rel == opposite {
			return nil
		}
	}
	a, b := p.judging(&p.a), p.judging(&p.b)
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonOpinion, A: a, B: b}, strength: 1}}
}

// judging gives the words of judgement of a side.
func (p *pair) judging(s *side) []claims.Span {
	var terms []*claims.Term
	for i := range s.items {
		if it := &s.items[i]; !it.Context && (p.words.opinion[it.Lemma] || p.words.opinion[strings.ToLower(it.Text)]) {
			terms = append(terms, it.Term)
		}
	}
	return spansOf(terms...)
}
