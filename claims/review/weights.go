package review

import "math"

// Weights says how much two labels agree, 1 the same and 0 not at all.
type Weights string

// The weights. Linear and Quadratic take the labels of an ordered scale to
// stand at equal steps.
const (
	Identity  Weights = "identity"  // the same label or nothing
	Linear    Weights = "linear"    // 1 less the distance as a share of the scale
	Quadratic Weights = "quadratic" // 1 less the square of that share: Cohen 1968
)

// matrices gives the weights that a scale allows, once for all resamples.
func matrices(labels int, ordered bool) map[Weights][][]float64 {
	out := map[Weights][][]float64{Identity: Identity.matrix(labels)}
	if ordered {
		out[Linear], out[Quadratic] = Linear.matrix(labels), Quadratic.matrix(labels)
	}
	return out
}

func (w Weights) matrix(labels int) [][]float64 {
	out := make([][]float64, labels)
	for a := range out {
		out[a] = make([]float64, labels)
		for b := range out[a] {
			out[a][b] = w.between(a, b, labels)
		}
	}
	return out
}

func (w Weights) between(a, b, labels int) float64 {
	if a == b {
		return 1
	}
	share := math.Abs(float64(a-b)) / float64(labels-1)
	switch w {
	case Linear:
		return 1 - share
	case Quadratic:
		return 1 - share*share
	}
	return 0
}
