package review

import "github.com/counterclaim/counterclaim/claims"

// overlap is what two raters' spans of one item have in common.
type overlap struct {
	first, second       int // spans of each
	same                int // spans that both marked
	firstMet, secondMet int // spans that touch one of the other
	firstLength         int // bytes marked, each byte once
	secondLength        int
	bothLength          int
}

// overlap walks both lists once; the spans are sorted.
func (m bothMarked) overlap() overlap {
	a, b := joined(m.first), joined(m.second)
	return overlap{
		first: len(m.first), second: len(m.second),
		same:     same(m.first, m.second),
		firstMet: met(m.first, b), secondMet: met(m.second, a),
		firstLength: length(a), secondLength: length(b), bothLength: common(a, b),
	}
}

// joined puts spans that overlap or touch together.
func joined(spans []claims.Span) []claims.Span {
	out := []claims.Span{}
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && s.Start <= out[last].End {
			out[last].End = max(out[last].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func same(a, b []claims.Span) int {
	n, j := 0, 0
	for _, s := range a {
		for j < len(b) && compareSpans(b[j], s) < 0 {
			j++
		}
		if j < len(b) && b[j] == s {
			n++
		}
	}
	return n
}

// met counts the spans that overlap one of the others, which are joined.
func met(spans, others []claims.Span) int {
	n, j := 0, 0
	for _, s := range spans {
		for j < len(others) && others[j].End <= s.Start {
			j++
		}
		if j < len(others) && others[j].Overlaps(s) {
			n++
		}
	}
	return n
}

func length(spans []claims.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// common is how many bytes both lists cover; both are joined.
func common(a, b []claims.Span) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		n += max(0, min(a[i].End, b[j].End)-max(a[i].Start, b[j].Start))
		if a[i].End < b[j].End {
			i++
		} else {
			j++
		}
	}
	return n
}
