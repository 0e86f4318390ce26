package review_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/review"
)

func spans(ends ...int) []claims.Span {
	out := []claims.Span{}
	for i := 0; i < len(ends); i += 2 {
		out = append(out, claims.Span{Start: ends[i], End: ends[i+1]})
	}
	return out
}

func TestSpanF1(t *testing.T) {
	tests := []struct {
		name                       string
		first, second              [][]claims.Span
		exact, overlapping, length float64
		absent                     review.Absence
	}{
		{"the same", [][]claims.Span{spans(0, 5, 9, 12)}, [][]claims.Span{spans(9, 12, 0, 5)}, 1, 1, 1, ""},
		{"one of two shorter", [][]claims.Span{spans(0, 10, 20, 30)}, [][]claims.Span{spans(0, 10, 20, 25)}, 0.5, 1, 30.0 / 35, ""},
		{"one long over two", [][]claims.Span{spans(0, 20)}, [][]claims.Span{spans(0, 5, 10, 15)}, 0, 1, 20.0 / 30, ""},
		{"touching is not overlapping", [][]claims.Span{spans(0, 5)}, [][]claims.Span{spans(5, 9)}, 0, 0, 0, ""},
		{"one marked nothing", [][]claims.Span{spans()}, [][]claims.Span{spans(5, 9)}, 0, 0, 0, ""},
		{"marked twice counts once", [][]claims.Span{spans(0, 5, 0, 5)}, [][]claims.Span{spans(0, 5)}, 1, 1, 1, ""},
		{"own spans overlap", [][]claims.Span{spans(0, 6, 3, 9)}, [][]claims.Span{spans(0, 9)}, 0, 1, 1, ""},
		{"summed over items, not averaged", [][]claims.Span{spans(0, 5), spans(0, 1, 2, 3, 4, 5)}, [][]claims.Span{spans(0, 5), spans(6, 7)}, 2.0 / 6, 2.0 / 6, 10.0 / 14, ""},
		{"both empty adds nothing", [][]claims.Span{spans(), spans(0, 5)}, [][]claims.Span{spans(), spans(0, 5)}, 1, 1, 1, ""},
		{"nobody marked anything", [][]claims.Span{spans()}, [][]claims.Span{spans()}, 0, 0, 0, review.NothingMarked},
		{"not seen is not empty", [][]claims.Span{spans(0, 5), nil}, [][]claims.Span{nil, spans(0, 5)}, 0, 0, 0, review.NoOverlap},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := review.SpanF1(append(marked("a", tt.first), marked("b", tt.second)...), "a", "b", review.Bootstrap{})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range []struct {
				figure review.Figure
				want   float64
			}{{got.Exact, tt.exact}, {got.Overlapping, tt.overlapping}, {got.Length, tt.length}} {
				if tt.absent != "" {
					if f.figure.Absent != tt.absent || f.figure.Value != nil {
						t.Errorf("got %s, want absent %s", f.figure.Text(), tt.absent)
					}
					continue
				}
				near(t, f.figure, f.want, 1e-12)
			}
			turned, err := review.SpanF1(append(marked("b", tt.second), marked("a", tt.first)...), "b", "a", review.Bootstrap{})
			if diff := cmp.Diff([]review.Figure{got.Exact, got.Overlapping, got.Length}, []review.Figure{turned.Exact, turned.Overlapping, turned.Length}); err != nil || diff != "" {
				t.Errorf("the other way round (%v):\n%s", err, diff)
			}
		})
	}
}

// marked leaves out the items that are nil: the rater did not see them.
func marked(rater string, items [][]claims.Span) []review.Marking {
	out := []review.Marking{}
	for i, s := range items {
		if s != nil {
			out = append(out, review.Marking{Item: fmt.Sprint(i), Rater: rater, Spans: s})
		}
	}
	return out
}

func TestSpanF1Refuses(t *testing.T) {
	one := marked("a", [][]claims.Span{spans(0, 5)})
	tests := []struct {
		name     string
		markings []review.Marking
		second   string
	}{
		{"the same rater", one, "a"},
		{"an item twice", append(one[:1:1], one...), "b"},
		{"turned round", marked("a", [][]claims.Span{spans(5, 0)}), "b"},
		{"empty", marked("a", [][]claims.Span{spans(5, 5)}), "b"},
		{"negative", marked("a", [][]claims.Span{spans(-2, 5)}), "b"},
	}
	for _, tt := range tests {
		if _, err := review.SpanF1(tt.markings, "a", tt.second, review.Bootstrap{}); claims.KindOf(err) != claims.Invalid {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestSpanF1HasAnInterval(t *testing.T) {
	first, second := [][]claims.Span{}, [][]claims.Span{}
	for i := range 40 {
		first = append(first, spans(0, 5, 10, 20))
		second = append(second, spans(0, 5, 10, 20+i%2))
	}
	got, err := review.SpanF1(append(marked("a", first), marked("b", second)...), "a", "b", review.Bootstrap{Resamples: 500, Seed: 4})
	if err != nil {
		t.Fatal(err)
	}
	near(t, got.Exact, 0.75, 1e-12)
	if i := got.Exact.Interval; i == nil || i.Low >= 0.75 || i.High <= 0.75 || i.Low < 0.6 || i.High > 0.9 || i.Seed != 4 || i.Resamples != 500 {
		t.Errorf("exact: %s", got.Exact.Text())
	}
}
