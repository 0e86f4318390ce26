package relate

import "github.com/counterclaim/counterclaim/claims"

// hedge finds that one side stands back from what it says: "may", "possibly",
// "expects".
func hedge(p *pair) []found {
	a, b := p.a.hedged(), p.b.hedged()
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonHedge, A: a, B: b}, strength: 1}}
}

// hedged gives the hedges of a side that are not negated: "cannot be possible"
// does not hedge.
func (s *side) hedged() []claims.Span {
	var terms []*claims.Term
	for _, h := range s.hedges {
		if !h.Negated && !h.Context {
			terms = append(terms, h)
		}
	}
	return spansOf(terms...)
}
