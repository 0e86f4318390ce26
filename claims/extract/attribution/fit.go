package attribution

import (
	"iter"
	"math"
	"math/rand/v2"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// index numbers features in the order in which they come.
type index struct {
	numbers  map[linear.Feature]uint32
	features []linear.Feature
}

func newIndex() *index { return &index{numbers: map[linear.Feature]uint32{}} }

func (x *index) number(f linear.Feature) uint32 {
	n, ok := x.numbers[f]
	if !ok {
		n = uint32(len(x.features))
		x.numbers[f] = n
		x.features = append(x.features, f)
	}
	return n
}

func (x *index) all() iter.Seq2[linear.Feature, uint32] {
	return func(yield func(linear.Feature, uint32) bool) {
		for n, f := range x.features {
			if !yield(f, uint32(n)) {
				return
			}
		}
	}
}

// tagger is a conditional random field in training (Lafferty, McCallum and
// Pereira 2001): stochastic gradient steps scaled by AdaGrad (Duchi, Hazan and
// Singer 2011), with dropout of features and averaged weights, both of which
// stand in for a penalty.
type tagger struct {
	only            map[linear.Feature]bool
	cues            cueTable
	index           *index
	weights, sums   []scores
	mean            []scores
	transitions     transitions
	meanTransitions transitions
	scale           float32 // what dropout makes of the weights at use
	loss            float64 // of the last epoch
	lat             lattice
	emissions       []scores
	random          *rand.Rand
}

// sequence is a part of a document ready for training.
type sequence struct {
	features [][]uint32 // by token
	gold     []Label
}

// averagedFrom is the epoch from which on the weights count for the mean.
const averagedFrom = 2

// fitTagger trains a tagger; where only is given, with those features alone.
func fitTagger(examples []Example, o Options, only map[linear.Feature]bool) *tagger {
	t := &tagger{only: only, cues: countCues(examples), index: newIndex(), scale: float32(1 - o.Dropout), random: rand.New(rand.NewPCG(1, 2))}
	sequences := t.sequences(examples)
	n := len(t.index.features)
	t.weights, t.sums, t.mean = make([]scores, n), make([]scores, n), make([]scores, n)
	t.transitions.forbid()
	order := t.random.Perm(len(sequences))
	for epoch := range o.Epochs {
		t.random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		t.loss = 0
		for _, k := range order {
			t.step(t.thin(&sequences[k], o.Dropout), float32(o.Rate))
		}
		if counted := epoch - averagedFrom + 1; counted > 0 {
			t.average(float32(counted))
		}
	}
	return t
}

// sequences lays the examples out, with the features that occur twice.
func (t *tagger) sequences(examples []Example) []sequence {
	seen := newSieve()
	var features []linear.Feature
	for i := range examples {
		r := layOut(examples[i].Doc, examples[i].Advice, t.cues)
		for k := range r.norm {
			features = r.features(k, features[:0])
			seen.add(features)
		}
	}
	var out []sequence
	for i := range examples {
		r := layOut(examples[i].Doc, examples[i].Advice, t.cues)
		gold := examples[i].labels()
		for _, p := range parts(examples[i].Doc) {
			s := sequence{gold: gold[p.First:p.Last]}
			for k := p.First; k < p.Last; k++ {
				features = r.features(k, features[:0])
				s.features = append(s.features, t.numbers(features, seen))
			}
			if !s.gold[0].follows(Outside) {
				s.gold[0]-- // a span goes on from the part before
			}
			out = append(out, s)
		}
	}
	return out
}

func (t *tagger) numbers(features []linear.Feature, seen *sieve) []uint32 {
	out := make([]uint32, 0, len(features))
	for _, f := range features {
		if t.only[f] || t.only == nil && seen.twice(f) {
			out = append(out, t.index.number(f))
		}
	}
	return out
}

// sieve remembers which features came twice, with a few mistaken for others.
type sieve struct{ count []uint8 }

const sieveSize = 1 << 28

func newSieve() *sieve { return &sieve{make([]uint8, sieveSize)} }

func (s *sieve) add(features []linear.Feature) {
	for _, f := range features {
		if c := &s.count[f>>8%sieveSize]; *c < 2 {
			*c++
		}
	}
}

func (s *sieve) twice(f linear.Feature) bool { return s.count[f>>8%sieveSize] > 1 }

// thin leaves out a share of the features at random, so that no weight leans
// on another.
func (t *tagger) thin(s *sequence, share float64) *sequence {
	out := &sequence{gold: s.gold, features: make([][]uint32, len(s.features))}
	limit := uint32(share * (1 << 16))
	for i, features := range s.features {
		kept := make([]uint32, 0, len(features))
		for _, f := range features {
			if t.random.Uint32()&0xffff >= limit {
				kept = append(kept, f)
			}
		}
		out.features[i] = kept
	}
	return out
}

// step takes one step on a sequence.
func (t *tagger) step(s *sequence, rate float32) {
	t.emissions = sized(t.emissions, len(s.features))
	for i, features := range s.features {
		t.emissions[i] = scores{}
		for _, f := range features {
			for k, w := range &t.weights[f] {
				t.emissions[i][k] += w
			}
		}
	}
	factors := t.transitions.factors()
	t.lat.sum(factors, t.emissions)
	t.loss += t.lat.total - t.goldScore(s)
	for i := range s.features {
		t.correct(s, i, rate)
	}
	t.correctTransitions(s, factors)
}

func (t *tagger) goldScore(s *sequence) float64 {
	score, before := 0.0, labels
	for i, gold := range s.gold {
		score += float64(t.emissions[i][gold]) + float64(t.transitions[before][gold])
		before = gold
	}
	return score
}

// correct changes the weights of a token's features.
func (t *tagger) correct(s *sequence, i int, rate float32) {
	const (
		slight = 0.001 // an error so small is let be
		start  = 0.1   // keeps the first steps small
	)
	gradient := t.lat.marginal(i)
	largest := float32(0)
	for k := range gradient {
		gradient[k] = -gradient[k]
		if Label(k) == s.gold[i] {
			gradient[k]++
		}
		largest = max(largest, gradient[k], -gradient[k])
	}
	if largest < slight {
		return
	}
	for _, f := range s.features[i] {
		w, sum := &t.weights[f], &t.sums[f]
		for k, g := range &gradient {
			if g == 0 {
				continue
			}
			sum[k] += g * g
			w[k] += rate * g / (float32(math.Sqrt(float64(sum[k]))) + start)
		}
	}
}

// correctTransitions takes a plain step on the weights of label pairs.
func (t *tagger) correctTransitions(s *sequence, factors *transitions) {
	const rate = 0.02
	first := t.lat.marginal(0)
	for k := range first {
		if factors[labels][k] > 0 {
			t.transitions[labels][k] -= rate * first[k]
		}
	}
	t.transitions[labels][s.gold[0]] += rate
	for i := range len(s.gold) - 1 {
		for before := range labels {
			for after := range labels {
				if factors[before][after] > 0 {
					t.transitions[before][after] -= rate * t.lat.pair(factors, i, before, after)
				}
			}
		}
		t.transitions[s.gold[i]][s.gold[i+1]] += rate
	}
}

// strong gives the features that have a weight of at least so much.
func (t *tagger) strong(least float32) map[linear.Feature]bool {
	out := map[linear.Feature]bool{}
	for feature, at := range t.index.all() {
		for _, w := range t.mean[at] {
			if w >= least || w <= -least {
				out[feature] = true
				break
			}
		}
	}
	return out
}

// average takes the weights into their mean (Polyak and Juditsky 1992).
func (t *tagger) average(counted float32) {
	for i := range t.weights {
		for k, w := range &t.weights[i] {
			t.mean[i][k] += (w - t.mean[i][k]) / counted
		}
	}
	for before := range t.transitions {
		for after, w := range &t.transitions[before] {
			t.meanTransitions[before][after] += (w - t.meanTransitions[before][after]) / counted
		}
	}
}

// score gives the emissions of a token under the mean weights.
func (t *tagger) score(features []linear.Feature, out []float32) {
	clear(out)
	for _, f := range features {
		if n, ok := t.index.numbers[f]; ok {
			for k, w := range &t.mean[n] {
				out[k] += w * t.scale
			}
		}
	}
}
