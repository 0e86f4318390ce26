package relate

import "github.com/counterclaim/counterclaim/claims"

// antonym finds words that cannot both hold of one thing, said without or
// under the same number of negations: "alive", "dead".
func antonym(p *pair) []found {
	var a, b []*claims.Term
	strength := 0.0
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if k.rel != opposite || x.Negated != y.Negated || x.Context || y.Context {
			continue
		}
		if p.saidOfOthers(x, y) || p.bothNamed(x, y) {
			continue
		}
		a, b = append(a, x.Term), append(b, y.Term)
		w := p.alike(x.index, y.index)
		if x.light || y.light {
			w /= 2
		}
		strength = max(strength, w)
	}
	if strength < 0.3 {
		return nil
	}
	r := claims.Reason{Kind: claims.ReasonAntonym, For: true, A: spansOf(a...), B: spansOf(b...)}
	return []found{{Reason: r, strength: strength, common: strength}}
}

// bothNamed says whether the other side names the very thing that one of two
// things is: "the lifeboats", and "no lifeboat was launched until the ferry had
// sunk". Then the two are no other words for one thing.
func (p *pair) bothNamed(x, y *item) bool {
	if x.Kind != claims.NounTerm || y.Kind != claims.NounTerm {
		return false
	}
	for _, k := range p.links {
		if k.rel >= synonym && k.rel != opposite && (k.i == x.index || k.j == y.index) && !p.a.items[k.i].Context && !p.b.items[k.j].Context {
			return true
		}
	}
	return false
}

// saidOfOthers says whether two words are said of different things, as the tree
// has it: "rents rose", "wages fell".
func (p *pair) saidOfOthers(x, y *item) bool {
	for _, kind := range []slotSort{slotDoer, slotUndergoer, slotIs} {
		s, t := p.slotFor(p.a.slots, &p.a, x, kind), p.slotFor(p.b.slots, &p.b, y, kind)
		if s == nil || t == nil {
			continue
		}
		if p.linkedFillers(s, t) {
			return false // the same does both, whatever is done to
		}
		if p.tells(&p.a.items[s.fillers[0]]) && p.tells(&p.b.items[t.fillers[0]]) && (p.anyLink(true, s.fillers[0]) || p.anyLink(false, t.fillers[0])) {
			return true
		}
	}
	return false
}
