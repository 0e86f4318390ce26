package review

import (
	"slices"
)

// sample is what the statistics are computed from: the distinct ways in which
// items were rated, each with how many items were rated so. There are few ways
// where there are many items, so resampling costs little.
type sample struct {
	labels  int // on the scale
	ordered bool
	raters  int
	found   int // items anybody rated
	ways    []way
	times   []int // items rated in each way
	weight  map[Weights][][]float64
}

// way is how an item was rated. Only items with two ratings or more have one:
// of the others nobody can say whether people agree.
type way struct {
	votes         int // ratings of the item
	counts        []count
	first, second int // labels by the two raters of a pair; -1 for more raters
}

// count is how often a label was given to one item; at least 1.
type count struct{ label, times int }

func newSample(labels int, ordered bool, raters int, items [][]vote) sample {
	s := sample{labels: labels, ordered: ordered, raters: raters, found: len(items), weight: matrices(labels, ordered)}
	known := make(map[string]int)
	counts := make([]int, labels)
	for _, votes := range items {
		if len(votes) < 2 {
			continue
		}
		w := wayOf(votes, counts, raters == 2)
		key := w.key()
		at, ok := known[key]
		if !ok {
			at = len(s.ways)
			known[key] = at
			s.ways, s.times = append(s.ways, w), append(s.times, 0)
		}
		s.times[at]++
	}
	s.sort()
	return s
}

// sort puts the ways into an order of their own, so that an interval drawn
// with a seed does not hang on the names or order of the items.
func (s *sample) sort() {
	order := make([]int, len(s.ways))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return s.ways[a].compare(s.ways[b]) })
	ways, times := make([]way, len(order)), make([]int, len(order))
	for i, from := range order {
		ways[i], times[i] = s.ways[from], s.times[from]
	}
	s.ways, s.times = ways, times
}

// wayOf uses counts, all zero, as working space and leaves it so.
func wayOf(votes []vote, counts []int, pair bool) way {
	w := way{votes: len(votes), first: -1, second: -1}
	if pair {
		w.first, w.second = votes[0].label, votes[1].label
	}
	for _, v := range votes {
		counts[v.label]++
	}
	for label, n := range counts {
		if n > 0 {
			w.counts = append(w.counts, count{label, n})
			counts[label] = 0
		}
	}
	return w
}

func (w way) numbers() []int {
	out := []int{w.first, w.second}
	for _, c := range w.counts {
		out = append(out, c.label, c.times)
	}
	return out
}

func (w way) compare(o way) int { return slices.Compare(w.numbers(), o.numbers()) }

func (w way) key() string {
	key := make([]byte, 0, 32)
	for _, n := range w.numbers() {
		for ; n >= 0x80; n >>= 7 {
			key = append(key, byte(n)|0x80)
		}
		key = append(key, byte(n))
	}
	return string(key)
}

// total is how many items the times come to.
func total(times []int) int {
	n := 0
	for _, t := range times {
		n += t
	}
	return n
}

// given counts, for each label, the ratings of the items that count.
func (s sample) given(times []int) []float64 {
	out := make([]float64, s.labels)
	for i, w := range s.ways {
		for _, c := range w.counts {
			out[c.label] += float64(c.times * times[i])
		}
	}
	return out
}

// lacks says why no statistic at all can be had, empty where one can.
func (s sample) lacks(times []int) Absence {
	switch {
	case s.raters == 0:
		return NothingRated
	case s.raters == 1:
		return OneRater
	case total(times) == 0:
		return NoOverlap
	}
	return ""
}

// lacksChance says why nothing can be set against chance: as lacks, and where
// one label was given throughout.
func (s sample) lacksChance(times []int) Absence {
	if why := s.lacks(times); why != "" {
		return why
	}
	only := -1
	for i, w := range s.ways {
		if times[i] == 0 {
			continue
		}
		if len(w.counts) > 1 || only >= 0 && only != w.counts[0].label {
			return ""
		}
		only = w.counts[0].label
	}
	return NoVariation
}
