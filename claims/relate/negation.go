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
	if (a == nil) == (b == nil) || p.shared() < 1 {
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
	if len(r.A) == 0 || len(r.B) == 0 {
		return nil
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
	if best.strength < 0.25 {
		return p.loosely(kind, cues)
	}
	return []found{best}
}

// turnedBy weighs what one cue turns: the words on its own side, with the cue,
// and those on the other side that say the same unturned.
func (p *pair) turnedBy(c *claims.Term, isA bool) (own, other []*claims.Term, strength float64) {
	s := &p.a
	if !isA {
		s = &p.b
	}
	partners := p.partners(isA)
	first, stranger, plain := true, false, false
	clash, all := 0.0, 0.0
	for i := range s.items {
		it := &s.items[i]
		if !it.Negated || it.Context || s.cueOf(it) != c {
			continue
		}
		w := it.weight
		if !isName(it.Term) && first && !it.light {
			w, first = w*2, false
		}
		all += w
		switch y := partners[i]; {
		case y != nil && !y.Negated:
			clash += w
			plain = plain || !isName(it.Term) && !it.light
			own, other = append(own, it.Term), append(other, y.Term)
		case isName(it.Term):
			stranger = true
		}
	}
	if !plain {
		return nil, nil, 0 // a name alone is not said, so it cannot be denied
	}
	if strength = clash / all; stranger {
		strength /= 2 // somebody or something else is spoken of
	}
	return append(own, c), other, strength
}

// partners gives for each item of a side the item of the other that says the
// same; nil where there is none, or where one is turned like it.
func (p *pair) partners(isA bool) map[int]*item {
	out := map[int]*item{}
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if k.rel == opposite || x.Context || y.Context {
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
