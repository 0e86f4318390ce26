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

func oneOf(c cue, cues []cue) bool {
	for _, o := range cues {
		if c == o {
			return true
		}
	}
	return false
}
