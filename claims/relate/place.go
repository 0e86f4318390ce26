package relate

import "github.com/counterclaim/counterclaim/claims"

// place finds that the two sides put one thing in different places, which
// speaks for a conflict where the rest is much alike; else that they speak of
// different places: each names one, and none is common.
func place(p *pair) []found {
	if all := p.swaps(slotPlace); len(all) > 0 {
		if out := p.swapReason(claims.ReasonPlace, all); len(out) > 0 && out[0].strength >= 0.6 {
			return out
		}
	}
	linked := map[*claims.Term]bool{}
	for _, k := range p.links {
		if k.rel == same {
			linked[p.a.items[k.i].Term], linked[p.b.items[k.j].Term] = true, true
		}
	}
	a, commonA := p.a.places(linked)
	b, commonB := p.b.places(linked)
	if len(a) == 0 || len(b) == 0 || commonA || commonB {
		return nil
	}
	return []found{{Reason: claims.Reason{
		Kind: claims.ReasonPlace, A: spansOf(a...), B: spansOf(b...), Values: []string{a[0].Text, b[0].Text},
	}, strength: 1}}
}

// places gives the places that a side names in its content, and whether one of
// them is common.
func (s *side) places(linked map[*claims.Term]bool) (own []*claims.Term, common bool) {
	for i := range s.items {
		it := &s.items[i]
		if it.Kind != claims.PlaceTerm || it.Context {
			continue
		}
		if linked[it.Term] {
			return nil, true
		}
		own = append(own, it.Term)
	}
	return own, false
}
