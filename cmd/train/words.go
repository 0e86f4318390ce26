package main

import (
	"iter"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// wordRows holds the weights of the learned part by feature and class.
type wordRows map[linear.Feature]*wordRow

type wordRow struct{ weight, square [3]float32 }

// How the learned part is fitted: logistic regression by AdaGrad (Duchi and
// others 2011). Few rounds of small steps, as it knows far more features than
// there are pairs.
const (
	wordRounds = 3
	wordRate   = 0.02
	wordDecay  = 1e-3
	wordFolds  = 5
)

// told gives a pair with what the learned part makes of its words.
func (rows wordRows) told(s studied) studied {
	x := maps.Clone(s.evidence)
	scores := rows.scores(s.words)
	cut := func(class int) float64 { return max(-1, min(1, (scores[class]-scores[relate.WordsOfNeither])/4)) }
	x.SetWords(cut(relate.WordsOfConflict), cut(relate.WordsOfAgreement))
	s.evidence = x
	return s
}

func (rows wordRows) toldAll(sets [][]studied) [][]studied {
	out := make([][]studied, len(sets))
	for i, set := range sets {
		for _, s := range set {
			out[i] = append(out[i], rows.told(s))
		}
	}
	return out
}

func (rows wordRows) scores(features []linear.Feature) (out [3]float64) {
	scale := relate.WordScale(len(features))
	for _, f := range features {
		if row := rows[f]; row != nil {
			for class, w := range row.weight {
				out[class] += float64(w) * scale
			}
		}
	}
	return out
}

// fitWords fits the learned part. Features seen once only are left out.
func fitWords(pairs []studied) wordRows {
	count := map[linear.Feature]int{}
	for _, s := range pairs {
		for _, f := range s.words {
			count[f]++
		}
	}
	rows := wordRows{}
	for f, n := range count {
		if n > 1 {
			rows[f] = &wordRow{}
		}
	}
	order := make([]int, len(pairs))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same order each time
	for range wordRounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			rows.step(&pairs[i])
		}
	}
	return rows
}

// step moves the weights towards the label of one pair.
func (rows wordRows) step(s *studied) {
	p := softmax(rows.scores(s.words))
	scale := relate.WordScale(len(s.words))
	for _, f := range s.words {
		row := rows[f]
		if row == nil {
			continue
		}
		for class := range row.weight {
			slope := p[class]
			if class == s.label {
				slope--
			}
			g := float32(slope*s.weight*scale) + wordDecay*row.weight[class]
			row.square[class] += g * g
			row.weight[class] -= wordRate * g / (1e-3 + float32(math.Sqrt(float64(row.square[class]))))
		}
	}
}

func softmax(x [3]float64) (p [3]float64) {
	top, sum := max(x[0], x[1], x[2]), 0.0
	for i := range x {
		p[i] = math.Exp(x[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// all gives the rows in order, the weights against neither: adding the same to
// all classes changes nothing.
func (rows wordRows) all() iter.Seq2[linear.Feature, []float32] {
	return func(yield func(linear.Feature, []float32) bool) {
		for _, f := range slices.Sorted(maps.Keys(rows)) {
			w := rows[f].weight
			none := w[relate.WordsOfNeither]
			if !yield(f, []float32{w[0] - none, w[1] - none, 0}) {
				return
			}
		}
	}
}
