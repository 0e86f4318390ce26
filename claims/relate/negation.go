package relate

import "github.com/counterclaim/counterclaim/claims"

// negation finds words that one side says and the other negates: "the siren
// sounded", "the siren had not sounded".
func negation(p *pair) []found {
	return p.turned(claims.ReasonNegation, cueNot, cueFail)
}

// loosely gives the weaker reason that one side alone has such a cue while
// both speak of the same thing, though no word of one is turned by the other:
// "used a backing track", "nothing was pre-recorded".
func (p *pair) loosely(kind claims.ReasonKind, cues []cue) []found {
	a, b := p.a.active(cues), p.b.active(cues)
	if (a == nil) == (b == nil) || p.shared() < 1 || max(p.coverA, p.coverB) < 0.25 {
		return nil
	}
	r := claims.Reason{Kind: kind, For: true}
	var wordsA, wordsB []*claims.Term
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if !x.Context && !y.Context && !x.light && !y.light && k.rel != opposite {
			wordsA, wordsB = append(wordsA, x.Term), append(wordsB, y.Term)
		}
	}
	r.A, r.B = spansOf(append(wordsA, a)...), spansOf(append(wordsB, b)...)
	if len(wordsA) == 0 || len(wordsB) == 0 || len(r.A) == 0 || len(r.B) == 0 {
		return nil
	}
	if kind == claims.ReasonNegation && (min(p.coverA, p.coverB) < 0.3 || !plainly(wordsA) || !plainly(wordsB)) {
		return nil // who denies speaks of what was said; who negates may speak of anything
	}
	return []found{{Reason: r, strength: 0.5, loose: true}}
}

// active gives the first of the cues of a side that is not turned itself.
func (s *side) active(cues []cue) *claims.Term {
	for _, c := range s.cues {
		if !c.Negated && oneOf(cue(c.Lemma), cues) {
			return c
		}
	}
	return nil
}

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
			if t.strength > best.strength {
				best.strength, best.A, best.B = t.strength, spansOf(t.own...), spansOf(t.other...)
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
	stranger   bool // somebody or something else is spoken of
}

// turnedBy weighs what one cue turns.
func (p *pair) turnedBy(c *claims.Term, isA bool) turned {
	s, partners := &p.a, p.facesA
	if !isA {
		s, partners = &p.b, p.facesB
	}
	if s.cancelled(c) {
		return turned{}
	}
	var t turned
	var w scopeWeights
	head := s.headOf(c)
	for i := range s.items {
		it := &s.items[i]
		if !it.Negated || it.Context || it.turner != c {
			continue
		}
		weight := it.weight
		if it == head {
			weight *= 2
		}
		y := partners[i]
		w.add(it, y, weight)
		w.both = w.both || y != nil && !y.Negated && p.turnedLater(!isA, y)
		if y != nil && !y.Negated {
			t.own, t.other = append(t.own, it.Term), append(t.other, y.Term)
		}
	}
	t.own = append(t.own, c)
	t.strength, t.stranger = w.strength(), w.stranger
	if t.strength > 0 && w.lost && p.otherThings(isA, t.other) {
		t.strength /= 2
	}
	return t
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
	plain      bool // the other side says a word of it, not only names
	stranger   bool // it names somebody or something that the other side does not
	both       bool // a verb of it is turned on the other side too
	lost       bool // it speaks of a thing that the other side does not
}

// add counts one turned item with its partner on the other side, if any.
func (w *scopeWeights) add(it, partner *item, weight float64) {
	w.all += weight
	switch {
	case partner == nil && isName(it.Term):
		w.stranger = true
	case partner == nil:
		w.lost = w.lost || it.Kind == claims.NounTerm && !it.light
	case partner.Negated:
		w.both = w.both || it.Kind == claims.VerbTerm
	default:
		w.clash += weight
		w.plain = w.plain || !isName(it.Term) && (!it.light || it.Kind == claims.VerbTerm && it.Lemma == partner.Lemma)
	}
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

// faces gives for each item of a side the item of the other that says the same;
// nil where there is none. One that is turned alike goes before others.
func (p *pair) faces(isA bool) []*item {
	size := len(p.a.items)
	if !isA {
		size = len(p.b.items)
	}
	out := make([]*item, size)
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if k.rel == opposite || x.Context || y.Context || k.rel == effective && p.alike(x.index, y.index) < 0.3 {
			continue
		}
		at, own, other := k.i, x, y
		if !isA {
			at, own, other = k.j, y, x
		}
		if known := out[at]; known == nil || other.Negated == own.Negated {
			out[at] = other
		}
	}
	return out
}

func oneOf(c cue, cues []cue) bool {
	for _, o := range cues {
		if c == o {
			return true
		}
	}
	return false
}
