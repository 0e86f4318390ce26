package review

import (
	"cmp"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// Marking is the spans that one rater marked in one item, of one sort (all
// contents, or all cues). Empty says that the rater looked and marked nothing;
// who did not look has no Marking.
type Marking struct {
	Item, Rater string
	Spans       []claims.Span
}

// SpanAgreement is how far two raters marked the same words: F1 over all items
// that both saw, summed before dividing (micro), so that an item weighs as
// much as was marked in it. F1 of two raters is the same whichever is held to
// be right (Hripcsak and Rothschild, Agreement, the F-measure, and reliability
// in information retrieval, JAMIA 2005). All are 0 to 1.
type SpanAgreement struct {
	First       string `json:"first"`
	Second      string `json:"second"`
	FirstSpans  int    `json:"firstSpans"`
	SecondSpans int    `json:"secondSpans"`
	Exact       Figure `json:"exact"`       // same start and same end
	Overlapping Figure `json:"overlapping"` // at least one byte in common with a span of the other
	Length      Figure `json:"length"`      // share of the marked text that both marked, by bytes
}

// SpanF1 compares what two raters marked. A span marked twice by one rater
// counts once. Two markings of one item by one rater, and a span that is empty
// or turned round, are errors of kind Invalid.
func SpanF1(markings []Marking, first, second string, b Bootstrap) (SpanAgreement, error) {
	out := SpanAgreement{First: first, Second: second}
	items, found, err := pairMarkings(markings, first, second)
	if err != nil {
		return out, err
	}
	rows := make([]overlap, len(items))
	times := make([]int, len(items))
	for i, item := range items {
		rows[i], times[i] = item.overlap(), 1
		out.FirstSpans += rows[i].first
		out.SecondSpans += rows[i].second
	}
	compute := func(times []int, i int) (float64, Absence) { return f1(rows, times, spanMeasures[i]) }
	figures := make([]Figure, len(spanMeasures))
	for i := range figures {
		basis := Figure{Items: len(items), Found: found, Raters: 2}
		figures[i] = basis.with(compute(times, i))
	}
	b.intervals(figures, times, compute)
	out.Exact, out.Overlapping, out.Length = figures[0], figures[1], figures[2]
	return out, nil
}

// spanMeasure gives what of each side was found on the other, and how much
// each side has.
type spanMeasure func(o overlap) (found, of [2]int)

var spanMeasures = [...]spanMeasure{
	func(o overlap) (found, of [2]int) { return [2]int{o.same, o.same}, [2]int{o.first, o.second} },
	func(o overlap) (found, of [2]int) {
		return [2]int{o.firstMet, o.secondMet}, [2]int{o.first, o.second}
	},
	func(o overlap) (found, of [2]int) {
		return [2]int{o.bothLength, o.bothLength}, [2]int{o.firstLength, o.secondLength}
	},
}

func f1(rows []overlap, times []int, m spanMeasure) (float64, Absence) {
	var found, of [2]int
	for i, row := range rows {
		f, o := m(row)
		for side := range found {
			found[side] += times[i] * f[side]
			of[side] += times[i] * o[side]
		}
	}
	switch {
	case total(times) == 0:
		return 0, NoOverlap
	case of[0]+of[1] == 0:
		return 0, NothingMarked
	case found[0] == 0 || found[1] == 0:
		return 0, ""
	}
	p, r := float64(found[0])/float64(of[0]), float64(found[1])/float64(of[1])
	return 2 * p * r / (p + r), ""
}

// bothMarked is what two raters marked in one item, sorted, each span once.
type bothMarked struct{ first, second []claims.Span }

// pairMarkings gives the items that both saw, in an order of their own, and
// how many either saw.
func pairMarkings(markings []Marking, first, second string) (both []bothMarked, found int, err error) {
	if first == second {
		return nil, 0, claims.Errorf(claims.Invalid, "one-rater", "%q cannot be compared with himself", first).WithHint("Name two raters")
	}
	seen := [2]map[string][]claims.Span{{}, {}}
	for _, m := range markings {
		side := slices.Index([]string{first, second}, m.Rater)
		if side < 0 {
			continue
		}
		if _, twice := seen[side][m.Item]; twice {
			return nil, 0, claims.Errorf(claims.Invalid, "marked-twice", "%q marked item %q twice", m.Rater, m.Item).WithHint("Keep one marking for each rater and item").WithRef(m.Item)
		}
		if seen[side][m.Item], err = tidy(m); err != nil {
			return nil, 0, err
		}
	}
	found = len(seen[1])
	for item, spans := range seen[0] {
		if other, ok := seen[1][item]; ok {
			both = append(both, bothMarked{spans, other})
		} else {
			found++
		}
	}
	slices.SortFunc(both, func(a, b bothMarked) int {
		return cmp.Or(slices.CompareFunc(a.first, b.first, compareSpans), slices.CompareFunc(a.second, b.second, compareSpans))
	})
	return both, found, nil
}

func tidy(m Marking) ([]claims.Span, error) {
	spans := slices.Clone(m.Spans)
	for _, s := range spans {
		if s.Start < 0 || s.Start >= s.End {
			return nil, claims.Errorf(claims.Invalid, "span-empty", "span %d-%d of item %q is empty or turned round", s.Start, s.End, m.Item).WithHint("Give the start before the end").WithRef(m.Item)
		}
	}
	slices.SortFunc(spans, compareSpans)
	return slices.Compact(spans), nil
}

func compareSpans(a, b claims.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}
