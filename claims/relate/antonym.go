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
		a, b = append(a, x.Term), append(b, y.Term)
		w := p.alike(x.index, y.index)
		if x.light || y.light {
			w /= 2
		}
		strength = max(strength, w)
	}
	if strength < 0.15 {
		return nil
	}
	r := claims.Reason{Kind: claims.ReasonAntonym, For: true, A: spansOf(a...), B: spansOf(b...)}
	return []found{{Reason: r, strength: strength, common: strength}}
}
