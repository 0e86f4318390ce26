package attribution

import "math"

// scores is a weight for each label.
type scores [labels]float32

// transitions are the weights of one label behind another; the last row is for
// the first token of a paragraph.
type transitions [labels + 1]scores

// impossible is the weight of a label where it cannot stand.
const impossible = -1e4

// forbid takes away the transitions that no labelling may have.
func (t *transitions) forbid() {
	for after := range labels {
		for before := range labels {
			if !after.follows(before) {
				t[before][after] = impossible
			}
		}
		if !after.follows(Outside) {
			t[labels][after] = impossible
		}
	}
}

// factors gives the transitions for multiplying.
func (t *transitions) factors() *transitions {
	var out transitions
	for before := range t {
		for after, weight := range t[before] {
			if weight > impossible {
				out[before][after] = float32(math.Exp(float64(weight)))
			}
		}
	}
	return &out
}

// best finds the labels with the highest sum of weights (Viterbi 1967).
func (t *transitions) best(emissions []scores) []Label {
	back := make([][labels]Label, len(emissions))
	var current scores
	for i := range emissions {
		var next scores
		for after := range labels {
			from, weight := Outside, t[labels][after]
			if i > 0 {
				from, weight = t.bestBefore(after, &current)
			}
			back[i][after] = from
			next[after] = weight + emissions[i][after]
		}
		current = next
	}
	return trace(back, &current)
}

func (t *transitions) bestBefore(after Label, current *scores) (from Label, weight float32) {
	weight = current[0] + t[0][after]
	for before := Label(1); before < labels; before++ {
		if w := current[before] + t[before][after]; w > weight {
			from, weight = before, w
		}
	}
	return from, weight
}

func trace(back [][labels]Label, last *scores) []Label {
	out := make([]Label, len(back))
	at := Outside
	for l := range labels {
		if last[l] > last[at] {
			at = l
		}
	}
	for i := len(back) - 1; i >= 0; i-- {
		out[i] = at
		at = back[i][at]
	}
	return out
}

// lattice holds the forward and backward sums over all labellings of a
// paragraph, scaled at each token to a sum of one (Rabiner 1989).
type lattice struct {
	weights  []scores // exp of the emissions, less their maximum
	forward  []scores
	backward []scores
	norm     []float32
	total    float64 // the logarithm of the sum over all labellings
}

// sum fills the lattice; factors are those of the transitions.
func (l *lattice) sum(factors *transitions, emissions []scores) {
	n := len(emissions)
	l.weights, l.forward, l.backward, l.norm = sized(l.weights, n), sized(l.forward, n), sized(l.backward, n), sized(l.norm, n)
	l.total = 0
	for i := range emissions {
		l.weigh(i, &emissions[i])
		l.step(factors, i)
	}
	for k := range labels {
		l.backward[n-1][k] = 1
	}
	for i := n - 2; i >= 0; i-- {
		for before := range labels {
			var s float32
			for after := range labels {
				s += factors[before][after] * l.weights[i+1][after] * l.backward[i+1][after]
			}
			l.backward[i][before] = s / l.norm[i+1]
		}
	}
}

func (l *lattice) weigh(i int, emission *scores) {
	top := emission[0]
	for _, e := range emission {
		top = max(top, e)
	}
	for k, e := range emission {
		l.weights[i][k] = float32(math.Exp(float64(e - top)))
	}
	l.total += float64(top)
}

// step fills in the forward sums of a token.
func (l *lattice) step(factors *transitions, i int) {
	var norm float32
	for after := range labels {
		s := factors[labels][after]
		if i > 0 {
			s = 0
			for before := range labels {
				s += l.forward[i-1][before] * factors[before][after]
			}
		}
		l.forward[i][after] = s * l.weights[i][after]
		norm += l.forward[i][after]
	}
	for k := range labels {
		l.forward[i][k] /= norm
	}
	l.norm[i] = norm
	l.total += math.Log(float64(norm))
}

// marginal gives the probability of each label at a token.
func (l *lattice) marginal(i int) scores {
	var out scores
	for k := range out {
		out[k] = l.forward[i][k] * l.backward[i][k]
	}
	return out
}

// pair gives the probability of a label at a token and another at the next.
func (l *lattice) pair(factors *transitions, i int, before, after Label) float32 {
	return l.forward[i][before] * factors[before][after] * l.weights[i+1][after] * l.backward[i+1][after] / l.norm[i+1]
}

// sized gives a slice of a length, the old one where it is long enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
