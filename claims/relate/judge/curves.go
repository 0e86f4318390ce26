package judge

import "math"

// curve is the GELU function, x times the share of the normal distribution
// below x (Hendrycks and Gimpel 2016, arXiv:1606.08415), as a table: the error
// of the straight lines between its points stays below 2e-6, and it takes a
// tenth of the time of the error function.
type curve []float32

const (
	curveEnd  = 6   // beyond it GELU is x, or 0 on the other side, to 1e-8
	curveStep = 256 // points for a distance of 1
)

func newCurve() curve {
	c := make(curve, 2*curveEnd*curveStep+2)
	for i := range c {
		x := float64(i)/curveStep - curveEnd
		c[i] = float32(x / 2 * (1 + math.Erf(x/math.Sqrt2)))
	}
	return c
}

// apply replaces each number by its GELU.
func (c curve) apply(numbers []float32) {
	for i, x := range numbers {
		switch {
		case x >= curveEnd:
		case x > -curveEnd:
			at := (x + curveEnd) * curveStep
			n := int(at)
			low := c[n]
			numbers[i] = low + (at-float32(n))*(c[n+1]-low)
		default: // also "not a number", which only a broken model could make
			numbers[i] = 0
		}
	}
}

// apply brings each row to mean 0 and variance 1, then to gain and bias (Ba
// and others 2016, arXiv:1607.06450).
func (s *scaling) apply(x matrix, eps float64) {
	for r := range x.rows {
		row := x.numbers[r*x.stride:][:x.columns]
		var sum, squares float64
		for _, v := range row {
			sum += float64(v)
		}
		mean := sum / float64(len(row))
		for _, v := range row {
			squares += (float64(v) - mean) * (float64(v) - mean)
		}
		shrink := float32(1 / math.Sqrt(squares/float64(len(row))+eps))
		for i, v := range row {
			row[i] = (v-float32(mean))*shrink*s.gain[i] + s.bias[i]
		}
	}
}

// softmax turns a row of scores into shares that sum to 1.
func softmax(row []float32) {
	top := row[0]
	for _, v := range row {
		top = max(top, v)
	}
	var sum float32
	for i, v := range row {
		row[i] = float32(math.Exp(float64(v - top)))
		sum += row[i]
	}
	for i := range row {
		row[i] /= sum
	}
}
