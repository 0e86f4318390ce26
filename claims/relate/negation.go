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
	for _, c := range p.a.cues {
		if oneOf(cue(c.Lemma), cues) && !c.Negated {
			if own, other, strength := p.turnedBy(c, true); strength > best.strength {
				best.A, best.B, best.strength = spansOf(own...), spansOf(other...), strength
			}
		}
	}
	for _, c := range p.b.cues {
		if oneOf(cue(c.Lemma), cues) && !c.Negated {
			if own, other, strength := p.turnedBy(c, false); strength > best.strength {
				best.A, best.B, best.strength = spansOf(other...), spansOf(own...), strength
			}
		}
	}
	switch {
	case best.strength == 0:
		return p.loosely(kind, cues)
	case best.strength < 0.25:
		return nil
	}
	return []found{best}
}

// turnedBy weighs what one cue turns: the words on its own side, with the cue,
// and those on the other side that say the same unturned.
func (p *pair) turnedBy(c *claims.Term, isA bool) (own, other []*claims.Term, strength float64) {
	s, partners := &p.a, p.facesA
	if !isA {
		s, partners = &p.b, p.facesB
	}
	if s.cancelled(c) {
		return nil, nil, 0
	}
	var w scopeWeights
	first := true
	for i := range s.items {
		it := &s.items[i]
		if !it.Negated || it.Context || it.turner != c {
			continue
		}
		weight := it.weight
		if !isName(it.Term) && first && !it.light {
			weight, first = weight*2, false
		}
		y := partners[i]
		w.add(it, y, weight)
		if y != nil && !y.Negated {
			own, other = append(own, it.Term), append(other, y.Term)
		}
	}
	strength = w.strength()
	if strength > 0 && w.lost && p.otherThings(isA, other) {
		strength /= 2
	}
	return append(own, c), other, strength
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
		w.plain = w.plain || !isName(it.Term) && !it.light
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
