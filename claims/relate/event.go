package relate

import "github.com/counterclaim/counterclaim/claims"

// event finds that the two sides have nothing of weight in common.
func event(p *pair) []found {
	shared := p.shared()
	if shared >= 2 || max(p.coverA, p.coverB) >= 0.5 {
		return nil
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonEvent}, strength: 1 - shared/2}}
}

// shared gives the weight of what the contents have in common.
func (p *pair) shared() float64 {
	sum := 0.0
	counted := map[int]bool{}
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if x.Context || y.Context || counted[k.i] {
			continue
		}
		counted[k.i] = true
		sum += min(x.weight, y.weight) * closeness[k.rel]
	}
	return sum
}
