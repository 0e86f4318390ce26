package relate

import "github.com/counterclaim/counterclaim/claims"

// negation finds words that one side says and the other negates: "the siren
// sounded", "the siren had not sounded".
func negation(p *pair) []found {
	return p.turned(claims.ReasonNegation, cueNot, cueFail)
}

// turned gives the reason that one side puts something forward which the other
// turns round with one of the cues. Its strength is the share of the common
// words that are turned.
func (p *pair) turned(kind claims.ReasonKind, cues ...cue) []found {
	var clash, common float64
	var a, b []*claims.Term
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if k.rel == opposite || isName(x.Term) || isName(y.Term) || x.Context || y.Context {
			continue
		}
		w := min(x.weight, y.weight) * closeness[k.rel]
		common += w
		if x.Negated == y.Negated {
			continue
		}
		c := p.turner(x, y)
		if c == nil || !oneOf(cue(c.Lemma), cues) {
			continue
		}
		clash += w
		a, b = append(a, x.Term), append(b, y.Term)
		if x.Negated {
			a = append(a, c)
		} else {
			b = append(b, c)
		}
	}
	if clash < 0.5 {
		return nil
	}
	return []found{{
		Reason:   claims.Reason{Kind: kind, For: true, A: spansOf(a...), B: spansOf(b...)},
		strength: clash / common,
	}}
}

// turner gives the cue on the side whose word is turned.
func (p *pair) turner(x, y *item) *claims.Term {
	if x.Negated {
		return p.a.cueOf(x)
	}
	return p.b.cueOf(y)
}

func oneOf(c cue, cues []cue) bool {
	for _, o := range cues {
		if c == o {
			return true
		}
	}
	return false
}
