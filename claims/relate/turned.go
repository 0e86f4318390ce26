package relate

import (
	"math"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// turned gives the reason that one side puts something forward which the other
// turns round with one of the cues. Its strength is the share of what the cue
// turns that the other side says, the first word after the cue counting most.
func (p *pair) turned(kind claims.ReasonKind, cues ...cue) []found {
	best := found{Reason: claims.Reason{Kind: kind, For: true}}
	elsewhere := false
	for _, isA := range []bool{true, false} {
		s := &p.a
		if !isA {
			s = &p.b
		}
		for _, c := range s.cues {
			if !oneOf(cue(c.Lemma), cues) || c.Negated {
				continue
			}
			t := p.turnedBy(c, isA)
			elsewhere = elsewhere || t.stranger
			if t.strength*(0.5+t.common) > best.strength*(0.5+best.common) {
				best.strength, best.common, best.A, best.B = t.strength, t.common, spansOf(t.own...), spansOf(t.other...)
				if !isA {
					best.A, best.B = best.B, best.A
				}
			}
		}
	}
	switch {
	case best.strength == 0:
		return p.loosely(kind, cues)
	case best.strength < enoughTurned(kind):
		if kind == claims.ReasonNegation || elsewhere {
			return nil
		}
		return p.loosely(kind, cues)
	}
	return []found{best}
}

// enoughTurned is the least share of what a cue turns that must clash. Who denies
// or does not know speaks of a whole claim, who negates of a word.
func enoughTurned(kind claims.ReasonKind) float64 {
	if kind == claims.ReasonNegation {
		return 0.25
	}
	return 0.35
}

// turned is what one cue turns: the words on its own side, with the cue, and
// those on the other side that say the same unturned.
type turned struct {
	own, other []*claims.Term
	strength   float64
	common     float64 // how much the two clauses share, 0 to 1
	stranger   bool    // somebody or something else is spoken of
}

// turnedBy weighs what one cue turns: clause by clause, against the clause of
// the other side that says most of it unturned.
func (p *pair) turnedBy(c *claims.Term, isA bool) turned {
	s, _, _ := p.sides(isA)
	best := turned{}
	if s.cancelled(c) {
		return best
	}
	for _, scope := range s.scopesOf(c) {
		for _, clause := range p.saying(isA, scope) {
			t := p.turnedIn(c, isA, scope, clause)
			best.stranger = best.stranger || t.stranger
			if t.strength*(0.5+t.common) > best.strength*(0.5+best.common) {
				t.stranger = best.stranger
				best = t
			}
		}
	}
	return best
}

// scopesOf gives the items that a cue turns, a list for each clause.
func (s *side) scopesOf(c *claims.Term) [][]int {
	var out [][]int
	at := map[int]int{}
	for i := range s.items {
		it := &s.items[i]
		if !it.Negated || it.Context || it.turner != c {
			continue
		}
		n, ok := at[it.Clause]
		if !ok {
			n = len(out)
			at[it.Clause], out = n, append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

// saying gives the clauses of the other side that have something of what is
// turned, unturned; a few of them.
func (p *pair) saying(isA bool, scope []int) []int {
	const few = 8
	_, o, links := p.sides(isA)
	var out []int
	for _, i := range scope {
		for _, k := range links[i] {
			if y := &o.items[k.j]; k.rel != opposite && !y.Context && !y.Negated && !slices.Contains(out, y.Clause) && len(out) < few {
				out = append(out, y.Clause)
			}
		}
	}
	return out
}

// turnedIn weighs what one cue turns in one clause against one clause of the
// other side.
func (p *pair) turnedIn(c *claims.Term, isA bool, scope []int, clause int) turned {
	s, _, _ := p.sides(isA)
	var t turned
	var w scopeWeights
	head := s.headOf(c)
	for _, i := range scope {
		it := &s.items[i]
		weight := it.weight
		if it == head {
			weight *= 2
		}
		y, known := p.partner(isA, i, clause)
		if p.words.reported[it.Lemma] && oneOf(cue(c.Lemma), []cue{cueDeny, cueDispute, cueFalse}) {
			continue // "the finding is wrong" disputes what was found, not that it was
		}
		w.add(it, y, known, weight)
		w.headless = w.headless || it == head && y == nil && oneOf(cue(c.Lemma), []cue{cueNot, cueFail})
		w.both = w.both || y != nil && !y.Negated && p.turnedLater(!isA, y)
		if y != nil && !y.Negated {
			t.own, t.other = append(t.own, it.Term), append(t.other, y.Term)
			w.apart = w.apart || p.othersDo(isA, it, y)
		}
	}
	t.own = append(t.own, c)
	t.strength, t.stranger = w.strength(), w.stranger
	if w.said < 0.7 {
		t.strength /= 2 // "show", "not show"
	}
	if t.strength > 0 && w.lost && p.otherThings(isA, t.other) {
		t.strength /= 2
	}
	own := s.items[scope[0]].Clause
	t.common = math.Sqrt(p.clauseCover(isA, own, clause) * p.clauseCover(!isA, clause, own))
	return t
}

// partner gives the item of a clause of the other side that says the same as an
// item; one that is turned alike goes before others. Where the clause has none,
// known says whether the other side speaks of it elsewhere.
func (p *pair) partner(isA bool, i, clause int) (best *item, known bool) {
	s, o, links := p.sides(isA)
	it := &s.items[i]
	for _, k := range links[i] {
		y := &o.items[k.j]
		if k.rel == opposite {
			continue
		}
		known = true
		if y.Context || y.Clause != clause || k.rel == effective && p.clauseCover(isA, it.Clause, clause, it.Term) < 0.3 {
			continue
		}
		if best == nil || y.Negated == it.Negated {
			best = y
		}
	}
	return best, known || isName(it.Term) && names(o.who, it.Lemma)
}

// othersDo says whether two verbs are said of other people or things: who does
// it on one side is not named on the other, and the same the other way round.
func (p *pair) othersDo(isA bool, x, y *item) bool {
	if !isA {
		x, y = y, x
	}
	for _, kind := range []slotSort{slotDoer, slotUndergoer} {
		s, t := p.slotFor(p.a.slots, &p.a, x, kind), p.slotFor(p.b.slots, &p.b, y, kind)
		if s != nil && t != nil && p.apart(*s, *t) {
			return true
		}
	}
	return false
}

func (p *pair) slotFor(slots []slot, s *side, it *item, kind slotSort) *slot {
	for i := range slots {
		if slots[i].sort == kind && &s.items[slots[i].head] == it {
			return &slots[i]
		}
	}
	return nil
}

// headOf gives the word that a cue turns first of all: the next one, or after a
// denial and a lack of knowledge the verb, where there is one.
func (s *side) headOf(c *claims.Term) *item {
	var next, verb *item
	for i := range s.items {
		it := &s.items[i]
		if !it.Negated || it.Context || it.turner != c || it.light || isName(it.Term) {
			continue
		}
		if next == nil {
			next = it
		}
		if verb == nil && it.Kind == claims.VerbTerm {
			verb = it
		}
	}
	if verb != nil && !oneOf(cue(c.Lemma), []cue{cueNot, cueFail}) {
		return verb
	}
	return next
}

// turnedLater says whether a thing is the subject of words that are turned:
// the alarm in "the alarm did not work" is as absent as in "no alarm sounded".
func (p *pair) turnedLater(isA bool, it *item) bool {
	s := &p.a
	if !isA {
		s = &p.b
	}
	for i := range s.items {
		if &s.items[i] != it || it.Kind != claims.NounTerm {
			continue
		}
		for j := i + 1; j < min(i+3, len(s.items)); j++ {
			if next := &s.items[j]; next.Negated && !next.Context && (next.Kind == claims.VerbTerm || next.Kind == claims.AdjTerm) {
				return true
			}
		}
	}
	return false
}

// scopeWeights sums up what a cue turns.
type scopeWeights struct {
	clash, all float64
	said       float64 // what the other side says of it, as heavy as it is by itself
	plain      bool    // the other side says a word of it, not only names
	stranger   bool    // it names somebody or something that the other side does not
	both       bool    // a verb of it is turned on the other side too
	lost       bool    // it speaks of a thing that the other side does not
	apart      bool    // other people do it there, or have it done to them
	headless   bool    // it negates a word that the other side does not say
}

// add counts one turned item with its partner on the other side, if any; known
// is one that the other side speaks of elsewhere.
func (w *scopeWeights) add(it, partner *item, known bool, weight float64) {
	switch {
	case partner == nil && known:
		weight /= 2
	case partner == nil && isName(it.Term):
		w.stranger = true
	case partner == nil:
		w.lost = w.lost || it.Kind == claims.NounTerm && !it.light
	case partner.Negated:
		w.both = w.both || it.Kind == claims.VerbTerm
	default:
		w.clash += weight
		w.said += it.weight
		w.plain = w.plain || !isName(it.Term) && (!it.light || it.Kind == claims.VerbTerm && it.Lemma == partner.Lemma)
	}
	w.all += weight
}

// strength is the share of what is turned that clashes. Names alone are not
// said, so they cannot be denied.
func (w *scopeWeights) strength() float64 {
	if !w.plain || w.all == 0 {
		return 0
	}
	s := w.clash / w.all
	if w.stranger || w.both {
		s /= 3
	}
	if w.apart || w.headless {
		s /= 2
	}
	return s
}

// cancelled says whether a cue turns another cue before it turns a verb, and so
// says nothing by itself: "nobody is unaware", "did not fail to report"; but
// not "did not enrol patients without consent".
func (s *side) cancelled(c *claims.Term) bool {
	var inner *claims.Term
	for i, o := range s.cues {
		if o == c && i+1 < len(s.cues) && s.cues[i+1].Negated {
			inner = s.cues[i+1]
		}
	}
	if inner == nil {
		return false
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Negated && it.Kind == claims.VerbTerm && it.At.Start > c.At.Start && it.At.Start < inner.At.Start {
			return false
		}
	}
	return true
}

// otherThings says whether the side across speaks, right after what is turned,
// of a thing that this side does not name: "sells bread", "does not sell
// tobacco".
func (p *pair) otherThings(isA bool, said []*claims.Term) bool {
	s, linked := &p.b, p.inB
	if !isA {
		s, linked = &p.a, p.inA
	}
	for i := range s.items {
		if len(said) == 0 || s.items[i].Term != said[0] {
			continue
		}
		for j := i + 1; j < min(i+4, len(s.items)); j++ {
			if it := &s.items[j]; !linked[j] && it.Kind == claims.NounTerm && !it.light && !it.Context {
				return true
			}
		}
	}
	return false
}
