package main

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// fit is what is fitted: the weights of the evidence and the learned part.
type fit struct {
	weights []relate.Weight
	words   wordRows
}

// wordRows holds the weights of the learned part by feature and class.
type wordRows map[linear.Feature]*wordRow

type wordRow struct{ weight, square [3]float32 }

// How the learned part is fitted: logistic regression by AdaGrad (Duchi and
// others 2011).
const (
	wordRounds = 6
	wordRate   = 0.08
	wordDecay  = 1e-4
	moreWeight = 0.3 // what a pair of a set that is not news counts
	wordFolds  = 5
)

// fitAll fits the learned part, and then the weights by what it makes of pairs
// that it was not fitted to: each fifth of the domains by the other four.
func fitAll(pairs, strangers, more []studied) fit {
	all := slices.Concat(pairs, strangers)
	domains := domainsOf(all)
	seen := make([]studied, 0, len(all))
	for fold := range wordFolds {
		var held, rest []studied
		for _, s := range all {
			if slices.Index(domains, s.domain)%wordFolds == fold {
				held = append(held, s)
			} else {
				rest = append(rest, s)
			}
		}
		rows := fitWords(slices.Concat(rest, more))
		for _, s := range held {
			seen = append(seen, rows.told(s))
		}
	}
	return fit{fitWeights(relate.Weights(), seen), fitWords(slices.Concat(all, more))}
}

// told gives a pair with what the learned part makes of its words.
func (rows wordRows) told(s studied) studied {
	x := maps.Clone(s.evidence)
	scores := rows.scores(s.words)
	cut := func(class int) float64 { return max(-1, min(1, (scores[class]-scores[relate.WordsOfNeither])/4)) }
	x["words of conflict"], x["words of agreement"] = cut(relate.WordsOfConflict), cut(relate.WordsOfAgreement)
	s.evidence = x
	return s
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

func sumsOf(weights []relate.Weight, x relate.Evidence) (out [3]float64) {
	for _, w := range weights {
		out[relate.WordsOfConflict] += w.Conflict * x[w.Evidence]
		out[relate.WordsOfAgreement] += w.Agree * x[w.Evidence]
	}
	return out
}

// fitWeights fits the weights by gradient descent with momentum, in which each
// step ends within the bounds. A small penalty keeps weights near zero.
func fitWeights(start []relate.Weight, pairs []studied) []relate.Weight {
	const (
		steps    = 400
		rate     = 1.0
		momentum = 0.9
		penalty  = 0.001
	)
	weights := slices.Clone(start)
	speed := make([][2]float64, len(weights))
	rows := rowsOf(weights, pairs)
	for range steps {
		slope := slopes(weights, rows)
		for i := range weights {
			w := &weights[i]
			if w.Bound == relate.SetByHand {
				continue
			}
			at := [2]*float64{&w.Conflict, &w.Agree}
			for class := range at {
				g := slope[i][class]
				if w.Evidence != "base" {
					g += penalty * *at[class]
				}
				speed[i][class] = momentum*speed[i][class] - rate*g
				*at[class] += speed[i][class]
			}
			bound(w)
		}
	}
	for i := range weights {
		weights[i].Conflict, weights[i].Agree = math.Round(weights[i].Conflict*100)/100, math.Round(weights[i].Agree*100)/100
	}
	return weights
}

// bound moves a weight back to where it may be.
func bound(w *relate.Weight) {
	switch w.Bound {
	case relate.SpeaksFor:
		w.Conflict, w.Agree = max(w.Conflict, 0), min(w.Agree, 0)
	case relate.SpeaksAgainst:
		w.Conflict = min(w.Conflict, 0)
	}
}

// row is a pair as the descent sees it: which weights it has evidence for, and
// how much of it.
type row struct {
	at     []int
	value  []float64
	label  int
	weight float64
}

func rowsOf(weights []relate.Weight, pairs []studied) []row {
	out := make([]row, len(pairs))
	for n, s := range pairs {
		out[n] = row{label: s.label, weight: s.weight}
		for i, w := range weights {
			if v := s.evidence[w.Evidence]; v != 0 {
				out[n].at, out[n].value = append(out[n].at, i), append(out[n].value, v)
			}
		}
	}
	return out
}

// slopes gives how the mean loss grows with each weight.
func slopes(weights []relate.Weight, rows []row) [][2]float64 {
	out := make([][2]float64, len(weights))
	for _, r := range rows {
		var sums [3]float64
		for k, i := range r.at {
			sums[0] += weights[i].Conflict * r.value[k]
			sums[1] += weights[i].Agree * r.value[k]
		}
		p := softmax(sums)
		p[r.label]--
		for k, i := range r.at {
			out[i][0] += p[0] * r.value[k] * r.weight / float64(len(rows))
			out[i][1] += p[1] * r.value[k] * r.weight / float64(len(rows))
		}
	}
	return out
}

// figures says how well a fit does on pairs: precision, recall, F1 and false
// alarms of conflicts, and the calibration error in ten bins.
func (f fit) figures(pairs []studied) string {
	var right, called, conflicts, alarms int
	var bins [10]struct{ n, score, real float64 }
	for _, s := range pairs {
		told := f.words.told(s)
		p := softmax(sumsOf(f.weights, told.evidence))
		reasoned := told.evidence["reason"] > 0 || told.evidence["words of conflict"] >= relate.MeaningLeast
		if !reasoned {
			p[0] = min(p[0], 0.3)
		}
		is, says := s.label == relate.WordsOfConflict, p[0] > p[1] && p[0] > p[2] && reasoned
		conflicts += count(is)
		called += count(says)
		right += count(is && says)
		alarms += count(!is && says)
		b := &bins[min(9, int(p[0]*10))]
		b.n, b.score, b.real = b.n+1, b.score+p[0], b.real+float64(count(is))
	}
	gap := 0.0
	for _, b := range bins {
		gap += math.Abs(b.score - b.real)
	}
	p, r := float64(right)/float64(max(1, called)), float64(right)/float64(max(1, conflicts))
	return fmt.Sprintf("precision %.3f recall %.3f F1 %.3f false alarms %.3f calibration error %.3f of %d pairs", p, r,
		2*p*r/max(1e-9, p+r), float64(alarms)/float64(max(1, len(pairs)-conflicts)), gap/float64(max(1, len(pairs))), len(pairs))
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// write writes weights.txt and wording.model.
func (f fit) write(report io.Writer, folder string) error {
	const least = 0.02 // what a weight of the learned part must reach to be kept
	packed, err := linear.Pack(3, least, f.words.all())
	if err != nil {
		return err
	}
	fmt.Fprintf(report, "wording.model: %d bytes\n", len(packed))
	if err := os.WriteFile(filepath.Join(folder, "wording.model"), packed, 0o644); err != nil {
		return err
	}
	var table bytes.Buffer
	table.WriteString(weightsHead)
	for _, w := range f.weights {
		fmt.Fprintf(&table, "%-26s | %-7s | %6.2f | %6.2f | %s\n", w.Evidence, w.Bound, w.Conflict, w.Agree, w.Meaning)
	}
	return os.WriteFile(filepath.Join(folder, "weights.txt"), table.Bytes(), 0o644)
}

const weightsHead = `# How much each piece of evidence counts: evidence | which way it may speak |
# for a conflict | for agreement | what it is. Log-odds against neither; written
# by "train relate", as a logistic regression in which a reason for a conflict
# may not count against it, nor one against it for it.
`

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
