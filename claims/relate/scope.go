package relate

import "github.com/counterclaim/counterclaim/claims"

// scope finds that the two sides speak of different parts of a whole: men and
// women, imports and exports, the upper and the ground floor.
func scope(p *pair) []found {
	var a, b []*claims.Term
	linked := map[*claims.Term]bool{}
	for _, k := range p.links {
		if k.rel == same {
			linked[p.a.items[k.i].Term], linked[p.b.items[k.j].Term] = true, true
		}
	}
	partsA, partsB := p.parts(&p.a, linked), p.parts(&p.b, linked)
	for line, x := range partsA {
		y, ok := partsB[line]
		if !ok || x.shared(y) {
			continue
		}
		a, b = append(a, x.terms...), append(b, y.terms...)
	}
	if len(a) == 0 {
		return nil
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonScope, A: spansOf(a...), B: spansOf(b...)}, strength: 1}}
}

// parts are the parts of one whole that a side names.
type parts struct {
	sides map[int]bool
	terms []*claims.Term
}

func (x parts) shared(y parts) bool {
	for s := range x.sides {
		if y.sides[s] {
			return true
		}
	}
	return false
}

// parts gives the parts that a side names, by the whole that they belong to.
func (p *pair) parts(s *side, linked map[*claims.Term]bool) map[int]parts {
	out := map[int]parts{}
	for i := range s.items {
		it := &s.items[i]
		if it.Context {
			continue
		}
		for _, pole := range p.words.contrasts[it.Lemma] {
			found := out[pole.line]
			if found.sides == nil {
				found.sides = map[int]bool{}
			}
			found.sides[pole.side] = true
			if !linked[it.Term] {
				found.terms = append(found.terms, it.Term)
			}
			out[pole.line] = found
		}
	}
	return out
}
