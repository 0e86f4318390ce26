package relate

import (
	"math"
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// event finds that the two sides have nothing of weight in common, or that each
// names names and not one of them is common.
func event(p *pair) []found {
	if p.strangers() {
		return []found{{Reason: claims.Reason{Kind: claims.ReasonEvent}, strength: 1}}
	}
	shared := p.shared() + p.sharedAround()
	if shared >= 2 || max(p.coverA, p.coverB) >= 0.5 {
		return nil
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonEvent}, strength: 1 - shared/2}}
}

// shared gives the weight of what the contents have in common.
func (p *pair) shared() float64 {
	a, b := map[int]float64{}, map[int]float64{}
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if x.Context || y.Context {
			continue
		}
		w := min(x.weight, y.weight) * closeness[k.rel]
		a[k.i], b[k.j] = max(a[k.i], w), max(b[k.j], w)
	}
	return min(total(a), total(b))
}

func total(weights map[int]float64) float64 {
	keys := make([]int, 0, len(weights))
	for i := range weights {
		keys = append(keys, i)
	}
	sort.Ints(keys) // so that rounding does not hang on the order
	sum := 0.0
	for _, i := range keys {
		sum += weights[i]
	}
	return sum
}

// sharedAround gives half the weight of what the content of one side has in
// common with the words around the other.
func (p *pair) sharedAround() float64 {
	sum := 0.0
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if x.Context != y.Context {
			sum += min(x.weight, y.weight) * closeness[k.rel] / 2
		}
	}
	return sum
}

// strangers says whether both sides name names, in their words, around them or
// as their speaker, and have none in common.
func (p *pair) strangers() bool {
	a, b := p.named(&p.a), p.named(&p.b)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for n := range a {
		if b[n] {
			return false
		}
	}
	return true
}

// named gives the names of a side: their words, and countries folded. The
// speaker counts only where the words name something.
func (p *pair) named(s *side) map[string]bool {
	out := map[string]bool{}
	for i := range s.items {
		if it := &s.items[i]; isName(it.Term) {
			out[nameKey(p.words, it.Lemma)] = true
			for _, w := range strings.Fields(it.Lemma) {
				out[w] = true
			}
		}
	}
	if len(out) > 0 {
		for w := range s.who {
			out[w] = true
		}
	}
	return out
}

// setting says how much the names of the two sides, in their words and around
// them, are the same ones: 0 to 1. Statements of one article, or of two on one
// event, have most of them in common.
func (p *pair) setting() float64 {
	const enough = 2 // half of the names in common is as good as all
	a, b := p.named(&p.a), p.named(&p.b)
	if len(a) == 0 || len(b) == 0 {
		return 0.5 // nothing to go by
	}
	common := 0
	for n := range a {
		if b[n] {
			common++
		}
	}
	return min(1, enough*float64(common)/math.Sqrt(float64(len(a)*len(b))))
}
