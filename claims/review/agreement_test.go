package review_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/review"
)

// randomRatings lets raters label items, each with the chance of a gap, and
// with the chance of giving the item's own label instead of any.
func randomRatings(seed uint64, items, raters, labels int, gap, know float64) []review.Rating {
	rng := rand.New(rand.NewPCG(seed, 1))
	out := []review.Rating{}
	for i := range items {
		own := rng.IntN(labels)
		for j := range raters {
			label := rng.IntN(labels)
			if rng.Float64() < know {
				label = own
			}
			if rng.Float64() >= gap {
				out = append(out, review.Rating{Item: fmt.Sprint(i), Rater: fmt.Sprint(j), Label: fmt.Sprint(label)})
			}
		}
	}
	return out
}

func digits(labels int) review.Scale {
	s := review.Scale{Ordered: true}
	for i := range labels {
		s.Labels = append(s.Labels, fmt.Sprint(i))
	}
	return s
}

func ratings(t testing.TB, scale review.Scale, given []review.Rating) review.Ratings {
	t.Helper()
	r, err := review.NewRatings(scale, given)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The order of the ratings and the names of the items change nothing, to the
// last bit and in the intervals too.
func TestOrderChangesNothing(t *testing.T) {
	for seed := range uint64(20) {
		given := randomRatings(seed, 40, 2+int(seed%3), 4, 0.2, 0.6)
		boot := review.Bootstrap{Resamples: 50, Seed: seed}
		want := review.Agree(ratings(t, digits(4), given), boot)
		rng := rand.New(rand.NewPCG(seed, 2))
		mixed := slices.Clone(given)
		rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		for i := range mixed {
			mixed[i].Item = strings.Repeat("x", 3) + mixed[i].Item
		}
		if diff := cmp.Diff(want, review.Agree(ratings(t, digits(4), mixed), boot)); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}

func TestNamesOfRatersChangeNoValue(t *testing.T) {
	for seed := range uint64(20) {
		given := randomRatings(seed, 40, 2+int(seed%3), 4, 0.2, 0.6)
		want := review.Agree(ratings(t, digits(4), given), review.Bootstrap{})
		for i := range given {
			given[i].Rater = string(rune('z' - given[i].Rater[0] + '0'))
		}
		got := review.Agree(ratings(t, digits(4), given), review.Bootstrap{})
		want.Confusion, got.Confusion = want.Confusion.Pooled(), got.Confusion.Pooled()
		if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-12), cmpopts.IgnoreFields(review.Matrix{}, "Rows", "Columns")); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}

func TestPerfectAgreementIsOne(t *testing.T) {
	for raters := 2; raters <= 4; raters++ {
		a := review.Agree(ratings(t, digits(3), randomRatings(7, 30, raters, 3, 0, 1)), review.Bootstrap{Resamples: 100, Seed: 1})
		for _, f := range a.Figures() {
			if strings.HasPrefix(f.Name, "Cohen") && raters != 2 {
				continue
			}
			near(t, f.Figure, 1, 1e-12)
			if i := f.Figure.Interval; i == nil || math.Abs(i.Low-1) > 1e-12 || math.Abs(i.High-1) > 1e-12 {
				t.Errorf("%s: %s", f.Name, f.Figure.Text())
			}
		}
	}
}

func TestRandomLabelsAreNearZero(t *testing.T) {
	for raters := 2; raters <= 3; raters++ {
		a := review.Agree(ratings(t, digits(3), randomRatings(3, 20_000, raters, 3, 0, 0)), review.Bootstrap{})
		near(t, a.Percent, 1.0/3, 0.01)
		for _, f := range a.Figures() {
			if strings.Contains(f.Name, "kappa") && f.Figure.Value != nil || strings.Contains(f.Name, "alpha") || strings.Contains(f.Name, "AC") {
				near(t, f.Figure, 0, 0.02)
			}
		}
	}
}

// Weighted figures of two raters, from their definitions rating by rating.
func TestWeightedByDefinition(t *testing.T) {
	const k = 4
	for seed := range uint64(5) {
		given := randomRatings(seed, 50, 2, k, 0, 0.5)
		r := ratings(t, digits(k), given)
		for _, power := range []int{1, 2} {
			weights := map[int]review.Weights{1: review.Linear, 2: review.Quadratic}[power]
			apart := func(a, b string) float64 {
				return math.Pow(math.Abs(float64(a[0])-float64(b[0]))/(k-1), float64(power))
			}
			observed, expected, all, spread := 0.0, 0.0, 0.0, 0.0
			for i := 0; i < len(given); i += 2 {
				observed += apart(given[i].Label, given[i+1].Label) / 50
				for j := 1; j < len(given); j += 2 {
					expected += apart(given[i].Label, given[j].Label) / 50 / 50
				}
			}
			for _, a := range digits(k).Labels {
				used := 0.0
				for _, g := range given {
					if g.Label == a {
						used += 1.0 / 100
					}
				}
				spread += used * (1 - used)
				for _, b := range digits(k).Labels {
					all += 1 - apart(a, b)
				}
			}
			near(t, review.CohenKappa(r, weights, review.Bootstrap{}), 1-observed/expected, 1e-9)
			chance := all * spread / (k * (k - 1))
			near(t, review.GwetAC(r, weights, review.Bootstrap{}), (1-observed-chance)/(1-chance), 1e-9)
		}
	}
}

// What is undefined is n/a with its reason, everywhere, and never a number.
func TestNotAvailable(t *testing.T) {
	three := scaleOf("a b c", false)
	tests := []struct {
		name, rows                     string
		percent, cohen, fleiss, others review.Absence
	}{
		{"nothing", "", review.NothingRated, review.NothingRated, review.NothingRated, review.NothingRated},
		{"one rater", "a\nb\na", review.OneRater, review.OneRater, review.OneRater, review.OneRater},
		{"no item in common", "a .\n. a\n. b", review.NoOverlap, review.NoOverlap, review.NoOverlap, review.NoOverlap},
		{"one label throughout", "a a\na a\na a", "", review.NoVariation, review.NoVariation, review.NoVariation},
		{"another label only where one looked", "a a\na a\nb .", "", review.NoVariation, review.NoVariation, review.NoVariation},
		{"three raters", "a a b\nb b b", "", review.NotTwoRaters, "", ""},
		{"gaps", "a a b\nb b .", "", review.NotTwoRaters, review.UnequalRaters, ""},
		{"one item, differing", "a b", "", "", "", ""},
		{"each always another label", "a b\na b\na b", "", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := review.Agree(fromRows(t, three, tt.rows), review.Bootstrap{Resamples: 20})
			got := []review.Absence{a.Percent.Absent, a.Cohen.Absent, a.Fleiss.Absent, a.AlphaNominal.Absent, a.AC1.Absent}
			if diff := cmp.Diff([]review.Absence{tt.percent, tt.cohen, tt.fleiss, tt.others, tt.others}, got); diff != "" {
				t.Errorf("absences (-want +got):\n%s", diff)
			}
			for _, f := range []review.Figure{a.CohenLinear, a.CohenSquare, a.AlphaOrdinal, a.AC2} {
				if f.Absent != review.NotOrdered {
					t.Errorf("labels without an order: %s", f.Text())
				}
			}
			checkSound(t, a)
		})
	}
}

func checkSound(t testing.TB, a review.Agreement) {
	t.Helper()
	for _, f := range a.Figures() {
		v := f.Figure.Value
		if (v == nil) != (f.Figure.Absent != "") || (v != nil && (math.IsNaN(*v) || *v > 1+1e-12)) {
			t.Errorf("%s: value %v with absence %q", f.Name, v, f.Figure.Absent)
		}
		if v != nil && (f.Figure.Interval == nil) == (f.Figure.NoInterval == "") {
			t.Errorf("%s: an interval or the reason for none: %s", f.Name, f.Figure.Text())
		}
	}
}

func TestTexts(t *testing.T) {
	pair := fromRows(t, scaleOf("a b", false), "a .\n. a\n. b")
	rows := fromRows(t, scaleOf("a b", false), strings.Repeat("a a\nb b\na b\n", 10)+"a .")
	boot := review.Bootstrap{Resamples: 200, Seed: 7}
	tests := []struct{ name, got, want string }{
		{"no overlap", review.CohenKappa(pair, review.Identity, boot).Text(), "n/a: the two reviewers have no item in common (0 of 3 items, 2 reviewers)"},
		{"no resampling", review.PercentAgreement(rows, review.Bootstrap{}).Text(), "0.667 (30 of 31 items, 2 reviewers; no interval: no resampling was asked for)"},
		{"few items", review.PercentAgreement(fromRows(t, scaleOf("a b", false), "a b"), boot).Text(), "0.000 (1 item, 2 reviewers; no interval: fewer than 10 items)"},
		{"nobody gave it", review.PositiveAgreement(fromRows(t, scaleOf("a b", false), "a a"), boot)[1].Figure.Text(), "n/a: nobody gave this label (1 item, 2 reviewers)"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if got := review.PercentAgreement(rows, boot).Text(); !strings.Contains(got, "95 % interval 0.") || !strings.Contains(got, "from 200 resamples of the items, seed 7") {
		t.Errorf("with an interval: %q", got)
	}
}

func TestRefusedRatings(t *testing.T) {
	ok := scaleOf("a b", false)
	tests := []struct {
		name  string
		scale review.Scale
		given []review.Rating
	}{
		{"no label", review.Scale{}, nil},
		{"too many labels", digits(65), nil},
		{"a label twice", scaleOf("a a", false), nil},
		{"not on the scale", ok, []review.Rating{{Item: "1", Rater: "x", Label: "c"}}},
		{"no item", ok, []review.Rating{{Rater: "x", Label: "a"}}},
		{"no rater", ok, []review.Rating{{Item: "1", Label: "a"}}},
		{"twice", ok, []review.Rating{{Item: "1", Rater: "x", Label: "a"}, {Item: "2", Rater: "x", Label: "a"}, {Item: "1", Rater: "x", Label: "b"}}},
	}
	for _, tt := range tests {
		if _, err := review.NewRatings(tt.scale, tt.given); claims.KindOf(err) != claims.Invalid {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// The interval holds the true share about as often as it says, whichever way
// the resamples are drawn.
func TestIntervalsCover(t *testing.T) {
	for _, items := range []int{14, 200} {
		covered := 0
		for seed := range uint64(200) {
			r := ratings(t, digits(2), randomRatings(seed+1000, items, 2, 2, 0, 0))
			i := review.PercentAgreement(r, review.Bootstrap{Resamples: 300, Seed: seed}).Interval
			if i == nil {
				t.Fatal("no interval")
			}
			if i.Low <= 0.5 && 0.5 <= i.High {
				covered++
			}
		}
		if covered < 174 || covered == 200 {
			t.Errorf("%d items: %d of 200 intervals hold the true value", items, covered)
		}
	}
}

func TestConfusion(t *testing.T) {
	m := review.Confusion(square(t, 2, 3, 4, 5))
	if diff := cmp.Diff([][]int{{2, 3}, {4, 5}}, m.Cells); diff != "" || m.Rows != "rater 0" || m.Columns != "rater 1" {
		t.Errorf("pair %q %q:\n%s", m.Rows, m.Columns, diff)
	}
	if diff := cmp.Diff([][]int{{4, 7}, {7, 10}}, m.Pooled().Cells); diff != "" {
		t.Errorf("pooled pair:\n%s", diff)
	}
	three := review.Confusion(fromRows(t, scaleOf("a b", false), "a a b\n. b b\na . ."))
	if diff := cmp.Diff([][]int{{2, 2}, {2, 2}}, three.Cells); diff != "" || three.Items != 2 {
		t.Errorf("three raters, %d items:\n%s", three.Items, diff)
	}
}

// Time per item should not grow with the items.
func BenchmarkAgree(b *testing.B) {
	for _, items := range []int{1_000, 10_000, 100_000} {
		given := randomRatings(1, items, 3, 7, 0.2, 0.7)
		b.Run(fmt.Sprint(items), func(b *testing.B) {
			for b.Loop() {
				review.Agree(ratings(b, digits(7), given), review.Bootstrap{Resamples: 1000, Seed: 1})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*items), "ns/item")
		})
	}
}
