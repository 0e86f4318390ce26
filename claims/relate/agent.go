package relate

import (
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// agent finds that one thing was done by different people, to different
// people, or that somebody is said to be different things: "the rebels shot
// first", "the soldiers shot first".
func agent(p *pair) []found {
	return p.swapReason(claims.ReasonAgent, append(p.swaps(slotDoer, slotUndergoer, slotReceiver, slotIs), p.turnedRound()...))
}

// turnedRound finds that the two sides have doer and undergoer of one act the
// other way round: "the keeper bit the bear", "the bear bit the keeper".
func (p *pair) turnedRound() []swap {
	var out []swap
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if k.rel == opposite || k.rel == effective || x.Context || y.Context || x.Negated != y.Negated {
			continue
		}
		doA, toA := slotAt(p.a.slots, k.i, slotDoer), slotAt(p.a.slots, k.i, slotUndergoer)
		doB, toB := slotAt(p.b.slots, k.j, slotDoer), slotAt(p.b.slots, k.j, slotUndergoer)
		if doA == nil || doB == nil || toA == nil || toB == nil {
			continue
		}
		if p.linkedFillers(doA, toB) && p.linkedFillers(toA, doB) && !p.linkedFillers(doA, doB) && !p.linkedFillers(toA, toB) {
			out = append(out, swap{*doA, *doB, p.swapStrength(*doA, *doB)})
		}
	}
	return out
}

func slotAt(slots []slot, head int, kind slotSort) *slot {
	for i := range slots {
		if slots[i].head == head && slots[i].sort == kind {
			return &slots[i]
		}
	}
	return nil
}

// linkedFillers says whether a slot of one side and a slot of the other name
// the same thing.
func (p *pair) linkedFillers(a, b *slot) bool {
	for _, k := range p.links {
		if k.rel != opposite && slices.Contains(a.fillers, k.i) && slices.Contains(b.fillers, k.j) {
			return true
		}
	}
	return false
}
