package main

import (
	"math"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// fit is what is fitted: the learned part, and the two tables of weights, for
// pairs and for an archive.
type fit struct {
	words          wordRows
	pairs, archive []relate.Weight
}

// What a pair counts in a fit. Pairs that are not news teach what holds of
// English at large; strangers, which are neutral, what to make of little in
// common.
const (
	moreWords    = 0.3 // in that of the learned part
	moreEvidence = 0.2
	strangeness  = 0.5
)

// caseDomain is the domain of cases by kind.
const caseDomain = "case"

// How weights are fitted.
const (
	penalty     = 2e-4 // on the square of a weight
	faithful    = 3e-3 // on the square of how far a weight of an archive is from that of pairs
	fitSteps    = 1500
	fitRate     = 1.0
	fitMomentum = 0.9
)

// sources is what a fit is made from.
type sources struct {
	news, strangers []studied
	more            [][]studied // by set
	level           [][]studied // by set, for the level of the scores alone
	archive         []studied   // pairs in which words clash, as rare as in an archive
}

// without leaves out what belongs to a domain.
func (s sources) without(domain string) sources {
	out := sources{more: s.more, level: s.level}
	out.news, _ = split(s.news, domain)
	out.strangers, _ = split(s.strangers, domain)
	out.archive, _ = split(s.archive, domain)
	return out
}

// fitAll fits the learned part, and then the weights by what it makes of pairs
// that it was not fitted to.
func fitAll(s sources) fit {
	unseen := s.unseen()
	f := fit{words: fitWords(s.words(-1))}
	f.pairs = fitWeights(relate.Weights(relate.ForPairs), unseen.all(), nil)
	f.pairs = level(f.pairs, append(f.words.toldAll(s.level), unseen.news))
	if len(s.archive) > 0 {
		f.archive = fitArchive(f.pairs, s.archive)
	}
	return f
}

// unseen gives all pairs with what a learned part makes of them that was not
// fitted to their kind: each fifth of the domains of news, and of the other sets,
// by the other four.
func (s sources) unseen() sources {
	var out sources
	for fold := range wordFolds {
		_, held := s.folded(fold)
		rows := fitWords(s.words(fold))
		told := rows.toldAll(append(held.more, held.news, held.strangers))
		n := len(held.more)
		out.more = append(out.more, told[:n]...)
		out.news, out.strangers = append(out.news, told[n]...), append(out.strangers, told[n+1]...)
	}
	weigh := func(pairs []studied, weight float64) {
		for i := range pairs {
			pairs[i].weight = weight
		}
	}
	weigh(out.strangers, strangeness)
	for _, set := range out.more {
		weight := moreEvidence
		if len(set) > 0 && set[0].domain == caseDomain {
			weight = 1
		}
		weigh(set, weight)
	}
	return out
}

// folded parts a fifth of the domains of news, and of the sets, from the rest.
func (s sources) folded(fold int) (rest, held sources) {
	domains := domainsOf(s.news)
	part := func(pairs []studied) (rest, held []studied) {
		for _, p := range pairs {
			if slices.Index(domains, p.domain)%wordFolds == fold {
				held = append(held, p)
			} else {
				rest = append(rest, p)
			}
		}
		return rest, held
	}
	rest.news, held.news = part(s.news)
	rest.strangers, held.strangers = part(s.strangers)
	for i, set := range s.more {
		if i%wordFolds == fold {
			held.more = append(held.more, set)
		} else {
			rest.more = append(rest.more, set)
		}
	}
	return rest, held
}

// words gives the pairs for the learned part, without those of a fold; -1 leaves
// out none. It is not fitted to the cases: they are for the weights.
func (s sources) words(fold int) []studied {
	rest, _ := s.folded(fold)
	out := slices.Concat(rest.news, rest.strangers)
	for _, set := range rest.more {
		for _, p := range set {
			if p.domain != caseDomain {
				p.weight = moreWords
				out = append(out, p)
			}
		}
	}
	return out
}

func (s sources) all() []studied {
	return slices.Concat(s.news, s.strangers, slices.Concat(s.more...))
}

// fitArchive fits the weights for an archive: of pairs in which words clash,
// and of which few are conflicts. The pairs are few, so the weights are held to
// those for pairs.
func fitArchive(pairs []relate.Weight, archive []studied) []relate.Weight {
	start := relate.Weights(relate.ForArchive)
	for i := range start {
		for _, w := range pairs {
			if w.Evidence == start[i].Evidence && start[i].Bound != relate.SetByHand {
				start[i].Conflict, start[i].Agree = w.Conflict, w.Agree
			}
		}
	}
	return fitWeights(start, archive, start)
}

// level multiplies all weights by one number, and moves the base for a conflict
// by another, until scores are met by shares of conflicts in pairs that the
// weights were not fitted to. Each set counts the same.
func level(weights []relate.Weight, sets [][]studied) []relate.Weight {
	const (
		steps = 2000
		rate  = 0.3
	)
	scale, shift := 1.0, 0.0
	known := weighed(weights, sets)
	for range steps {
		byScale, byShift := 0.0, 0.0
		for i := range known {
			w := &known[i]
			p := softmax([3]float64{scale*w.sums[0] + shift + w.hand[0], scale*w.sums[1] + w.hand[1], 0})
			slope := [2]float64{p[0] - 1, p[1]}
			if !w.conflict {
				slope = [2]float64{p[0], p[1] - p[1]/(p[1]+p[2])}
			}
			byScale += w.share * (slope[0]*w.sums[0] + slope[1]*w.sums[1])
			byShift += w.share * slope[0]
		}
		scale, shift = scale-rate*byScale, shift-rate*byShift
	}
	out := slices.Clone(weights)
	for i := range out {
		if out[i].Bound == relate.SetByHand {
			continue
		}
		out[i].Conflict, out[i].Agree = rounded(out[i].Conflict*scale), rounded(out[i].Agree*scale)
		if out[i].Evidence == "base" {
			out[i].Conflict = rounded(out[i].Conflict + shift)
		}
	}
	return out
}

// weighedPair is a pair with the sums of its evidence, apart from what was set by
// hand, and how much it counts.
type weighedPair struct {
	sums, hand [3]float64
	conflict   bool
	share      float64
}

func weighed(weights []relate.Weight, sets [][]studied) []weighedPair {
	var fixed, fitted []relate.Weight
	for _, w := range weights {
		if w.Bound == relate.SetByHand {
			fixed = append(fixed, w)
		} else {
			fitted = append(fitted, w)
		}
	}
	var out []weighedPair
	for _, set := range sets {
		for _, p := range set {
			out = append(out, weighedPair{
				sums: sumsOf(fitted, p.evidence), hand: sumsOf(fixed, p.evidence),
				conflict: p.label == relate.WordsOfConflict, share: 1 / float64(len(set)*len(sets)),
			})
		}
	}
	return out
}

func rounded(x float64) float64 { return math.Round(x*100) / 100 }

// fitWeights fits the weights by gradient descent with momentum, in which each
// step ends within the bounds. A penalty keeps weights near those of another table
// for the same evidence, and near zero where that has none.
func fitWeights(start []relate.Weight, pairs []studied, other []relate.Weight) []relate.Weight {
	weights := slices.Clone(start)
	speed := make([][2]float64, len(weights))
	rows := rowsOf(weights, pairs)
	near := map[string]relate.Weight{}
	for _, w := range other {
		near[w.Evidence] = w
	}
	for range fitSteps {
		slope := slopes(weights, rows)
		for i := range weights {
			w := &weights[i]
			if w.Bound == relate.SetByHand {
				continue
			}
			at, pull := [2]*float64{&w.Conflict, &w.Agree}, pulls(w, near)
			for class := range at {
				speed[i][class] = fitMomentum*speed[i][class] - fitRate*(slope[i][class]+pull[class])
				*at[class] += speed[i][class]
			}
			bound(w)
		}
	}
	for i := range weights {
		weights[i].Conflict, weights[i].Agree = rounded(weights[i].Conflict), rounded(weights[i].Agree)
	}
	return weights
}

// pulls gives the slope of the penalty.
func pulls(w *relate.Weight, near map[string]relate.Weight) [2]float64 {
	if w.Evidence == "base" {
		return [2]float64{}
	}
	if n, ok := near[w.Evidence]; ok {
		return [2]float64{faithful * (w.Conflict - n.Conflict), faithful * (w.Agree - n.Agree)}
	}
	return [2]float64{penalty * w.Conflict, penalty * w.Agree}
}

// bound moves a weight back to where it may be. A reason that is shown counts at
// least a little, however rare it was in what the weights are fitted to.
func bound(w *relate.Weight) {
	const least = 0.2
	switch w.Bound {
	case relate.SpeaksFor:
		floor := 0.0
		if !strings.HasSuffix(w.Evidence, " in common") && !strings.HasPrefix(w.Evidence, "loose ") {
			floor = least
		}
		w.Conflict, w.Agree = max(w.Conflict, floor), min(w.Agree, 0)
	case relate.SpeaksAgainst:
		w.Conflict = min(w.Conflict, -max(least, excused(w.Evidence)))
	}
}

// excused gives how much a reason against counts at least, where the meaning of
// a conflict has it so: what differs by another time, or by a later figure, is
// none, and pairs of claims rarely say when they were said.
func excused(evidence string) float64 {
	switch evidence {
	case string(claims.ReasonUpdate):
		return 2
	case string(claims.ReasonTime), string(claims.ReasonPlace), string(claims.ReasonScope):
		return 1
	}
	return 0
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
	out, sum := make([]row, len(pairs)), 0.0
	for _, s := range pairs {
		sum += s.weight
	}
	for n, s := range pairs {
		out[n] = row{label: s.label, weight: s.weight / sum}
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
			out[i][0] += p[0] * r.value[k] * r.weight
			out[i][1] += p[1] * r.value[k] * r.weight
		}
	}
	return out
}

func sumsOf(weights []relate.Weight, x relate.Evidence) (out [3]float64) {
	for _, w := range weights {
		out[relate.WordsOfConflict] += w.Conflict * x[w.Evidence]
		out[relate.WordsOfAgreement] += w.Agree * x[w.Evidence]
	}
	return out
}
