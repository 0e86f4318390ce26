package review_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/review"
)

// given makes reviews by different people, one minute apart.
func given(labels ...claims.Label) []claims.Review {
	start := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	out := make([]claims.Review, len(labels))
	for i, l := range labels {
		out[i] = claims.Review{Reviewer: claims.UserID(rune('a' + i)), Judgement: l, CreatedAt: start.Add(time.Duration(i) * time.Minute)}
	}
	return out
}

func TestSettle(t *testing.T) {
	const (
		con, num, dk = claims.Contradicts, claims.DiffersInNumber, claims.DeniesKnowledge
		scope, upd   = claims.DifferentTimePlaceScope, claims.Updated
		ct, bad      = claims.CannotTell, claims.BadExtraction
	)
	tests := []struct {
		name  string
		in    []claims.Label
		state claims.ConflictState
		label claims.Label
	}{
		{"none", nil, claims.Open, ""},
		{"one conflict", []claims.Label{con}, claims.Judged, con},
		{"one no conflict", []claims.Label{scope}, claims.Judged, scope},
		{"agreeing", []claims.Label{num, num}, claims.Judged, num},
		{"same class, most frequent", []claims.Label{con, num, num}, claims.Judged, num},
		{"same class, tie goes to the earliest", []claims.Label{num, con}, claims.Judged, num},
		{"same class, tie of two pairs", []claims.Label{dk, con, con, dk, num}, claims.Judged, dk},
		{"no-conflict labels are one class", []claims.Label{upd, scope, scope}, claims.Judged, scope},
		{"classes differ", []claims.Label{con, scope}, claims.Differing, ""},
		{"a majority does not settle", []claims.Label{con, con, con, claims.Agrees}, claims.Differing, ""},
		{"cannot tell alone", []claims.Label{ct, ct}, claims.Judged, ct},
		{"cannot tell against a conflict", []claims.Label{ct, con}, claims.Differing, ""},
		{"cannot tell against no conflict", []claims.Label{claims.Unrelated, ct}, claims.Differing, ""},
		{"bad extraction alone", []claims.Label{bad}, claims.Judged, bad},
		{"bad extraction against a conflict", []claims.Label{con, con, bad}, claims.Judged, bad},
		{"bad extraction with cannot tell", []claims.Label{ct, bad}, claims.Judged, bad},
		{"bad extraction where others differ", []claims.Label{con, scope, bad}, claims.Judged, bad},
		{"no label counts as absent", []claims.Label{"nonsense", con}, claims.Judged, con},
		{"nothing but no label", []claims.Label{"nonsense"}, claims.Open, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := given(tt.in...)
			before := slices.Clone(in)
			if state, label := review.Settle(in); state != tt.state || label != tt.label {
				t.Errorf("Settle = %s %q, want %s %q", state, label, tt.state, tt.label)
			}
			if diff := cmp.Diff(before, in); diff != "" {
				t.Errorf("Settle changed its argument:\n%s", diff)
			}
			slices.Reverse(in)
			if state, label := review.Settle(in); state != tt.state || label != tt.label {
				t.Errorf("Settle of the reverse order = %s %q, want %s %q", state, label, tt.state, tt.label)
			}
		})
	}
}

// Whatever the reviews: a judgement comes with judged and only with it, and it
// is one that somebody gave.
func TestSettleGivesOnlyWhatSomebodySaid(t *testing.T) {
	labels := claims.Labels()
	for _, a := range labels {
		for _, b := range labels {
			for _, c := range labels {
				in := given(a, b, c)
				state, label := review.Settle(in)
				if (state == claims.Judged) != (label != "") {
					t.Fatalf("%s %s %s: %s with judgement %q", a, b, c, state, label)
				}
				if label != "" && label != a && label != b && label != c {
					t.Fatalf("%s %s %s: nobody judged %q", a, b, c, label)
				}
				if state == claims.Open {
					t.Fatalf("%s %s %s: open although reviewed", a, b, c)
				}
			}
		}
	}
}

func TestVisible(t *testing.T) {
	two := given(claims.Contradicts, claims.Agrees) // by a and b
	tests := []struct {
		name    string
		reviews []claims.Review
		me      claims.UserID
		want    review.View
	}{
		{"nothing to see", nil, "a", review.View{}},
		{"others only: the count", two, "c", review.View{Count: 2, Blind: true}},
		{"own and others: all", two, "b", review.View{Count: 2, Mine: &two[1], All: two}},
		{"own alone", two[:1], "a", review.View{Count: 1, Mine: &two[0], All: two[:1]}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, review.Visible(tt.reviews, tt.me)); diff != "" {
				t.Errorf("Visible (-want +got):\n%s", diff)
			}
		})
	}
}
