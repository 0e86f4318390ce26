package attribution

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomLattice gives weights for a few tokens.
func randomLattice(random *rand.Rand, tokens int) (*transitions, []scores) {
	t := &transitions{}
	for before := range t {
		for after := range t[before] {
			t[before][after] = random.Float32()*4 - 2
		}
	}
	t.forbid()
	emissions := make([]scores, tokens)
	for i := range emissions {
		for k := range emissions[i] {
			emissions[i][k] = random.Float32()*6 - 3
		}
	}
	return t, emissions
}

// every calls visit with each labelling of so many tokens, and its weight.
func every(t *transitions, emissions []scores, visit func([]Label, float64)) {
	var walk func(marked []Label, weight float64)
	walk = func(marked []Label, weight float64) {
		if len(marked) == len(emissions) {
			visit(marked, weight)
			return
		}
		before := labels
		if len(marked) > 0 {
			before = marked[len(marked)-1]
		}
		for l := range labels {
			w := t[before][l]
			if w > impossible {
				walk(append(slices.Clone(marked), l), weight+float64(w)+float64(emissions[len(marked)][l]))
			}
		}
	}
	walk(nil, 0)
}

func TestLatticeAgainstEveryLabelling(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		tr, emissions := randomLattice(random, 4)
		var best []Label
		top, total := math.Inf(-1), 0.0
		marginals := make([][labels]float64, len(emissions))
		pairs := [labels][labels]float64{}
		every(tr, emissions, func(marked []Label, weight float64) {
			if weight > top {
				top, best = weight, marked
			}
			total += math.Exp(weight)
			for i, l := range marked {
				marginals[i][l] += math.Exp(weight)
			}
			pairs[marked[1]][marked[2]] += math.Exp(weight)
		})
		if got := tr.best(emissions); !slices.Equal(got, best) {
			t.Fatalf("best labelling is %v, not %v", got, best)
		}
		var l lattice
		l.sum(tr.factors(), emissions)
		if math.Abs(l.total-math.Log(total)) > 1e-3 {
			t.Fatalf("the sum over all labellings is exp(%v), not exp(%v)", l.total, math.Log(total))
		}
		for i := range emissions {
			for k, p := range l.marginal(i) {
				if want := marginals[i][k] / total; math.Abs(float64(p)-want) > 1e-4 {
					t.Fatalf("token %d has label %d with probability %v, not %v", i, k, p, want)
				}
			}
		}
		for a := range labels {
			for b := range labels {
				if want := pairs[a][b] / total; math.Abs(float64(l.pair(tr.factors(), 1, a, b))-want) > 1e-4 {
					t.Fatalf("labels %d and %d follow with the wrong probability", a, b)
				}
			}
		}
	}
}

func TestNoSpanWithoutBeginning(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	for range 50 {
		tr, emissions := randomLattice(random, 30)
		before := Outside
		for i, l := range tr.best(emissions) {
			if !l.follows(before) {
				t.Fatalf("token %d has label %d behind %d", i, l, before)
			}
			before = l
		}
	}
}
