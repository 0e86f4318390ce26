package review_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/review"
)

// desk is a small project of three people. ana and ben both reviewed c1 to c6,
// of which c5 is badly extracted (says cy) and ben cannot tell of c6; cy also
// reviewed c1.
func desk() []review.Reviewed {
	r := func(user claims.UserID, l claims.Label, sure claims.Sureness) claims.Review {
		return claims.Review{Reviewer: user, Name: strings.ToUpper(string(user)), Judgement: l, Sureness: sure, CreatedAt: time.Unix(0, 0)}
	}
	con, num, upd, agr := claims.Contradicts, claims.DiffersInNumber, claims.Updated, claims.Agrees
	return []review.Reviewed{
		{Conflict: "c1", Dispute: "d1", Kind: con, Reviews: []claims.Review{r("ana", con, claims.High), r("ben", num, claims.High), r("cy", upd, "")}},
		{Conflict: "c2", Dispute: "d1", Kind: con, Reviews: []claims.Review{r("ben", con, claims.Low), r("ana", con, claims.Medium)}},
		{Conflict: "c3", Dispute: "d2", Kind: num, Reviews: []claims.Review{r("ana", con, ""), r("ben", upd, "")}},
		{Conflict: "c4", Reviews: []claims.Review{r("ana", agr, ""), r("ben", agr, "")}},
		{Conflict: "c5", Dispute: "d2", Kind: num, Reviews: []claims.Review{r("ana", con, ""), r("ben", con, ""), r("cy", claims.BadExtraction, "")}},
		{Conflict: "c6", Reviews: []claims.Review{r("ana", agr, ""), r("ben", claims.CannotTell, "")}},
		{Conflict: "c7", Dispute: "d3", Kind: con},
		{Conflict: "c8", Reviews: []claims.Review{r("ana", "nonsense", "")}},
	}
}

func TestSummarizeByHand(t *testing.T) {
	s, err := review.Summarize(desk(), review.Bootstrap{Seed: 9})
	if err != nil {
		t.Fatal(err)
	}
	pair := s.Pairs[0]
	tests := []struct {
		name string
		got  any
		want any
	}{
		{"overall counts", s.Overall.Counts, review.Counts{Items: 6, Reviews: 14, Reviewers: 3, Double: 4, CannotTell: 1, BadExtraction: 1}},
		{"pair counts", pair.Counts, review.Counts{Items: 6, Reviews: 12, Reviewers: 2, Double: 4, CannotTell: 1, BadExtraction: 1}},
		{"pair", [2]claims.UserID{pair.First, pair.Second}, [2]claims.UserID{"ana", "ben"}},
		{"pair confusion of class", pair.Class.Confusion.Cells, [][]int{{2, 1}, {0, 1}}},
		{"whose rows", pair.Class.Confusion.Rows, "ana"},
		{"items of the pair", [2]int{pair.Class.Percent.Items, pair.Class.Percent.Found}, [2]int{4, 5}},
		{"pairs", len(s.Pairs), 3},
		{"ana and cy", s.Pairs[1].Class.Cohen.Items, 1},
		{"disputes", []claims.DisputeID{s.Disputes[0].Dispute, s.Disputes[1].Dispute}, []claims.DisputeID{"d1", "d2"}},
		{"kinds", []claims.Label{s.Kinds[0].Kind, s.Kinds[1].Kind}, []claims.Label{claims.Contradicts, claims.DiffersInNumber}},
		{"d2 is left with one item", s.Disputes[1].Counts, review.Counts{Items: 2, Reviews: 5, Reviewers: 3, Double: 1, BadExtraction: 1}},
		{"three people, no Cohen", s.Overall.Class.Cohen.Absent, review.NotTwoRaters},
		{"c1 has three, no Fleiss", s.Overall.Class.Fleiss.Absent, review.UnequalRaters},
		{"sureness of the pair", pair.Sureness.Percent.Items, 2},
		{"reviewer ben", s.Reviewers[1], review.ReviewerWork{ID: "ben", Name: "BEN", Counts: review.Counts{Items: 6, Reviews: 6, Reviewers: 1, Double: 4, CannotTell: 1}}},
		{"seed", s.Seed, uint64(9)},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	near(t, pair.Class.Percent, 0.75, 1e-12)
	near(t, pair.Class.Cohen, 0.5, 1e-12)                       // chance: 3/4·2/4 + 1/4·2/4
	near(t, pair.Label.Percent, 0.5, 1e-12)                     // c1 differs in the label only
	near(t, pair.Class.Positive[0].Figure, 0.8, 1e-12)          // 2·2 / (2·2 + 1)
	near(t, s.Overall.Class.Percent, (1.0/3+1+0+1)/4, 1e-12)    // c1: one pair of three
	near(t, s.Disputes[0].Class.Percent, (1.0/3+1)/2, 1e-12)    // c1, c2
	near(t, s.Overall.Class.AlphaNominal, 1-8*(2+2)/40.0, 1e-9) // c1 and c3 disagree, both ways; 5 ratings of conflict, 4 of none
}

// A pair of the summary has the figures of its two people's ratings alone.
func TestPairsOfTheSummary(t *testing.T) {
	labels := claims.Labels()[:7]
	given := randomRatings(5, 60, 4, 7, 0.3, 0.5)
	byItem := map[string][]claims.Review{}
	scale := review.Scale{}
	for _, l := range labels {
		scale.Labels = append(scale.Labels, string(l))
	}
	for i, g := range given {
		given[i].Label = string(labels[g.Label[0]-'0'])
		byItem[g.Item] = append(byItem[g.Item], claims.Review{Reviewer: claims.UserID(g.Rater), Judgement: claims.Label(given[i].Label)})
	}
	reviewed := []review.Reviewed{}
	for id, reviews := range byItem {
		reviewed = append(reviewed, review.Reviewed{Conflict: claims.ConflictID(id), Reviews: reviews})
	}
	boot := review.Bootstrap{Resamples: 30, Seed: 3}
	s, err := review.Summarize(reviewed, boot)
	if err != nil || len(s.Pairs) != 6 {
		t.Fatal(err, len(s.Pairs))
	}
	all := ratings(t, scale, given)
	for _, p := range s.Pairs {
		want := review.Agree(all.Pair(string(p.First), string(p.Second)), boot)
		if diff := cmp.Diff(want, p.Label); diff != "" {
			t.Errorf("%s and %s (-want +got):\n%s", p.First, p.Second, diff)
		}
	}
	if diff := cmp.Diff(review.Agree(all, boot), s.Overall.Label); diff != "" {
		t.Errorf("overall (-want +got):\n%s", diff)
	}
}

func TestSummaryReads(t *testing.T) {
	in := []review.Reviewed{
		{Conflict: "c1", Dispute: "d1\n\u202ex", Reviews: []claims.Review{{Reviewer: "a", Name: "An\u202e\na", Judgement: claims.Agrees}}},
		{Conflict: "c2", Reviews: []claims.Review{{Reviewer: "b", Judgement: claims.Agrees}}},
	}
	s, err := review.Summarize(in, review.Bootstrap{})
	if err != nil {
		t.Fatal(err)
	}
	text := s.Text()
	for _, want := range []string{
		"An a and b: 0 items with 0 reviews by 2 reviewers",
		"Cohen's kappa: n/a: the two reviewers have no item in common (0 of 2 items, 2 reviewers)",
		"Dispute d1 x: 1 item with 1 review by 1 reviewer",
		"n/a: only one reviewer took part",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	if strings.ContainsRune(text, '\u202e') {
		t.Error("a mark that turns the direction of text got through")
	}
	if _, err := json.Marshal(s); err != nil {
		t.Error(err)
	}
}

func TestManyGroupsHaveNoIntervals(t *testing.T) {
	reviewed := []review.Reviewed{}
	for i := range (review.MaxGroups + 1) * review.MinItems {
		label := claims.Labels()[i%7]
		reviewed = append(reviewed, review.Reviewed{Conflict: claims.ConflictID(fmt.Sprint(i)), Dispute: claims.DisputeID(fmt.Sprint(i / review.MinItems)),
			Reviews: []claims.Review{{Reviewer: "a", Judgement: label}, {Reviewer: "b", Judgement: label}}})
	}
	boot := review.Bootstrap{Resamples: 20, Seed: 1}
	s, err := review.Summarize(reviewed, boot)
	if err != nil {
		t.Fatal(err)
	}
	if f := s.Disputes[0].Class.Percent; f.Interval != nil || f.NoInterval != review.ManyGroups {
		t.Errorf("a dispute of many: %s", f.Text())
	}
	if s.Overall.Class.Percent.Interval == nil || s.Pairs[0].Class.Percent.Interval == nil {
		t.Error("the overall figures and those of the one pair lost their intervals")
	}
	s, err = review.Summarize(reviewed[:review.MinItems], boot)
	if err != nil || s.Disputes[0].Class.Percent.Interval == nil {
		t.Errorf("the dispute alone: %v, %s", err, s.Disputes[0].Class.Percent.Text())
	}
}

func TestSummarizeHostile(t *testing.T) {
	by := func(users ...claims.UserID) []claims.Review {
		out := []claims.Review{}
		for _, u := range users {
			out = append(out, claims.Review{Reviewer: u, Judgement: claims.Agrees})
		}
		return out
	}
	crowd := []claims.UserID{}
	for i := range review.MaxReviewers + 1 {
		crowd = append(crowd, claims.UserID(fmt.Sprint(i)))
	}
	tests := []struct {
		name string
		in   []review.Reviewed
		boot review.Bootstrap
		kind claims.Kind
	}{
		{"nothing", nil, review.Bootstrap{Resamples: 10}, ""},
		{"no reviews", []review.Reviewed{{Conflict: "c"}}, review.Bootstrap{}, ""},
		{"only uncounted", []review.Reviewed{{Conflict: "c", Reviews: []claims.Review{{Reviewer: "a", Judgement: claims.CannotTell}}}}, review.Bootstrap{}, ""},
		{"a conflict twice", []review.Reviewed{{Conflict: "c"}, {Conflict: "c"}}, review.Bootstrap{}, claims.Invalid},
		{"a conflict without a name", []review.Reviewed{{}}, review.Bootstrap{}, claims.Invalid},
		{"a reviewer twice", []review.Reviewed{{Conflict: "c", Reviews: by("a", "b", "a")}}, review.Bootstrap{}, claims.Invalid},
		{"a review by nobody", []review.Reviewed{{Conflict: "c", Reviews: by("")}}, review.Bootstrap{}, claims.Invalid},
		{"negative resamples", nil, review.Bootstrap{Resamples: -1}, claims.Invalid},
		{"too many resamples", nil, review.Bootstrap{Resamples: review.MaxResamples + 1}, claims.Invalid},
		{"a crowd", []review.Reviewed{{Conflict: "c", Reviews: by(crowd...)}}, review.Bootstrap{}, claims.TooLarge},
		{"nearly a crowd", []review.Reviewed{{Conflict: "c", Reviews: by(crowd[1:]...)}}, review.Bootstrap{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := review.Summarize(tt.in, tt.boot)
			if claims.KindOf(err) != tt.kind {
				t.Fatalf("error %v, want kind %q", err, tt.kind)
			}
			if err == nil {
				checkSound(t, s.Overall.Class)
				checkSound(t, s.Overall.Sureness)
			}
		})
	}
}

func BenchmarkSummarize(b *testing.B) {
	for _, items := range []int{10_000, 100_000} {
		given := randomRatings(1, items, 2, 7, 0, 0.7)
		reviewed := make([]review.Reviewed, items)
		for i := range reviewed {
			l := func(j int) claims.Label { return claims.Labels()[given[2*i+j].Label[0]-'0'] }
			reviewed[i] = review.Reviewed{Conflict: claims.ConflictID(given[2*i].Item), Dispute: claims.DisputeID(fmt.Sprint(i / 20)), Kind: l(0),
				Reviews: []claims.Review{{Reviewer: "a", Judgement: l(0)}, {Reviewer: "b", Judgement: l(1)}}}
		}
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			for b.Loop() {
				if _, err := review.Summarize(reviewed, review.Bootstrap{Resamples: 1000, Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*items), "ns/item")
		})
	}
}
