package relate

import "github.com/counterclaim/counterclaim/claims"

// cause finds that the two sides give different causes for one thing: "killed
// by slurry", "died because of the heat".
func cause(p *pair) []found {
	a, b := p.causes(&p.a, p.a.slots), p.causes(&p.b, p.b.slots)
	if a == nil || b == nil || !p.apart(*a, *b) {
		return nil
	}
	strength := p.swapStrength(*a, *b)
	if strength < 0.3 || len(p.swaps(slotUndergoer)) > 0 {
		return nil // little in common, or causes of two things
	}
	r := claims.Reason{Kind: claims.ReasonCause, For: true, A: p.a.wordsOf(*a), B: p.b.wordsOf(*b)}
	return []found{{Reason: r, strength: strength}}
}

// causes gives the first cause that a side names: what stands after "because
// of", what did the causing, what is blamed.
func (p *pair) causes(s *side, slots []slot) *slot {
	for i := range slots {
		sl := &slots[i]
		head := &s.items[sl.head]
		if head.Negated || head.Context {
			continue
		}
		if sl.sort == slotCause || sl.sort == slotDoer && causing(head.Lemma) || sl.sort == slotUndergoer && head.Lemma == "blame" {
			return sl
		}
	}
	return nil
}

// causing says whether a verb says that its doer brought something about.
func causing(lemma string) bool {
	switch lemma {
	case "cause", "trigger", "spark", "start", "provoke", "ignite", "kill", "destroy", "sink", "produce", "bring", "set", "lead", "drive", "prompt", "result", "make":
		return true
	}
	return false
}
