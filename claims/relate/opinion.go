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
		return p.wishes()
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonOpinion, A: a, B: b}, strength: 1}}
}

// wishes finds that one side alone says what should be.
func (p *pair) wishes() []found {
	a, b := p.a.wishing(), p.b.wishing()
	if (len(a) == 0) == (len(b) == 0) {
		return nil
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonOpinion, A: a, B: b}, strength: 0.6}}
}

// wishing gives the words of a side by which it says what should be.
func (s *side) wishing() []claims.Span {
	var terms []*claims.Term
	for i := range s.items {
		if it := &s.items[i]; !it.Context && (it.Lemma == "should" || it.Lemma == "ought" || it.Lemma == "better") {
			terms = append(terms, it.Term)
		}
	}
	return spansOf(terms...)
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
