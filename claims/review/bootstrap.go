package review

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/counterclaim/counterclaim/claims"
)

// Bootstrap says how intervals are made: items are drawn anew with
// replacement, each with all of its ratings, and the figure is computed for
// every such resample; the interval is between percentiles (Efron, Bootstrap
// methods: another look at the jackknife, Annals of Statistics 1979; Efron and
// Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). The zero
// value makes none.
type Bootstrap struct {
	Resamples int    // 0 to MaxResamples; 1000 is usual
	Seed      uint64 // any; to be kept with the figures

	instead Absence // why none are made after all
}

// The bounds and the level of intervals.
const (
	Level        = 0.95
	MaxResamples = 10_000
	MinItems     = 10   // with fewer items the percentiles say nothing
	MaxGroups    = 100  // of one sort with intervals in a summary: each costs some 10 ms at 1000 resamples
	maxUndefined = 0.05 // share of resamples without a figure
)

// Check says what is wrong with the settings.
func (b Bootstrap) Check() error {
	if b.Resamples < 0 || b.Resamples > MaxResamples {
		return claims.Errorf(claims.Invalid, "resamples", "%d resamples", b.Resamples).WithHint("Ask for 0 to 10000")
	}
	return nil
}

// forGroups makes no intervals for more groups than MaxGroups.
func (b Bootstrap) forGroups(groups int) Bootstrap {
	if groups > MaxGroups && b.Resamples > 0 {
		b.instead = ManyGroups
	}
	return b
}

// statistic computes one figure of a sample whose ways occur so many times.
type statistic func(s sample, times []int) (float64, Absence)

// measure computes the statistics of a sample, and their intervals from the
// same resamples.
func measure(s sample, b Bootstrap, statistics ...statistic) []Figure {
	figures := make([]Figure, len(statistics))
	for i, compute := range statistics {
		basis := Figure{Items: total(s.times), Found: s.found, Raters: s.raters}
		figures[i] = basis.with(compute(s, s.times))
	}
	b.intervals(figures, s.times, func(times []int, i int) (float64, Absence) { return statistics[i](s, times) })
	return figures
}

// intervals draws the resamples and puts an interval, or the reason for none,
// beside each figure that has a value.
func (b Bootstrap) intervals(figures []Figure, times []int, compute func(times []int, figure int) (float64, Absence)) {
	values := make([][]float64, len(figures))
	if why := b.refuses(total(times)); why != "" {
		setNoInterval(figures, why)
		return
	}
	draw := newDraw(times, b.Seed)
	for range b.Resamples {
		resample := draw.next()
		for i := range figures {
			if figures[i].Value == nil {
				continue
			}
			if v, absent := compute(resample, i); absent == "" && !math.IsNaN(v) && !math.IsInf(v, 0) {
				values[i] = append(values[i], v)
			}
		}
	}
	for i := range figures {
		if figures[i].Value != nil {
			figures[i].Interval, figures[i].NoInterval = b.interval(values[i])
		}
	}
}

func (b Bootstrap) refuses(items int) Absence {
	switch {
	case b.instead != "":
		return b.instead
	case b.Resamples <= 0:
		return NotResampled
	case items < MinItems:
		return FewItems
	}
	return ""
}

func setNoInterval(figures []Figure, why Absence) {
	for i := range figures {
		if figures[i].Value != nil {
			figures[i].NoInterval = why
		}
	}
}

// interval takes the middle of the values by the nearest rank.
func (b Bootstrap) interval(values []float64) (*Interval, Absence) {
	missing := b.Resamples - len(values)
	if float64(missing) > maxUndefined*float64(b.Resamples) {
		return nil, Unstable
	}
	slices.Sort(values)
	tail := (1 - Level) / 2
	rank := func(p float64) float64 {
		at := int(math.Ceil(p*float64(len(values)))) - 1
		return values[min(max(at, 0), len(values)-1)]
	}
	return &Interval{Low: rank(tail), High: rank(1 - tail), Level: Level, Resamples: b.Resamples, Undefined: missing, Seed: b.Seed}, ""
}

// draw draws as many items as there are, with replacement.
type draw struct {
	times []int
	items int
	of    []int // the way of each item, where items are drawn one by one
	out   []int
	rng   *rand.Rand
}

func newDraw(times []int, seed uint64) *draw {
	d := &draw{times: times, items: total(times), out: make([]int, len(times)), rng: rand.New(rand.NewPCG(seed, 0))}
	if d.items > 4*len(times) {
		return d
	}
	for way, n := range times {
		for range n {
			d.of = append(d.of, way)
		}
	}
	return d
}

// next gives how often each way was drawn; the slice is used again.
func (d *draw) next() []int {
	clear(d.out)
	if d.of != nil {
		for range d.items {
			d.out[d.of[d.rng.IntN(d.items)]]++
		}
		return d.out
	}
	d.multinomial()
	return d.out
}

// multinomial draws the number of each way at once, given those before it: as
// good as item by item, at a cost that does not grow with the items.
func (d *draw) multinomial() {
	left, weight := d.items, d.items
	for way, n := range d.times {
		switch {
		case left == 0:
			return
		case n == weight:
			d.out[way] = left
			return
		case n > 0:
			drawn := int(distuv.Binomial{N: float64(left), P: float64(n) / float64(weight), Src: d.rng}.Rand())
			d.out[way] = drawn
			left, weight = left-drawn, weight-n
		}
	}
}
