package relate

import (
	"math"

	"github.com/counterclaim/counterclaim/claims"
)

// evidence is a pair in numbers: what the detectors found and how much the two
// sides share, each 0 to 1.
type evidence map[string]float64

// measure puts a pair into numbers. A reason enters by itself and once more
// times what the two sides share, as a clash weighs more the more alike the
// rest is.
func measure(p *pair, all []found) evidence {
	low, high := min(p.coverA, p.coverB), max(p.coverA, p.coverB)
	x := evidence{"base": 1, "cover low": low, "cover high": high, "shared": math.Min(1, p.shared()/6)}
	for _, f := range all {
		name := string(f.Kind)
		x[name] = math.Max(x[name], f.strength)
		if f.For {
			x[name+" in common"] = math.Max(x[name+" in common"], f.strength*math.Sqrt(low*high))
		}
	}
	return x
}

func (x evidence) sum(weights []weight) float64 {
	s := 0.0
	for _, w := range weights {
		s += w.value * x[w.evidence]
	}
	return s
}

// weight says how much one piece of evidence counts.
type weight struct {
	evidence string
	value    float64
}

func conflictWeights() []weight {
	return []weight{
		{"base", -1.5},
		{string(claims.ReasonNegation), 1}, {"negation in common", 2},
	}
}

func agreeWeights() []weight {
	return []weight{{"base", -1}}
}
