package review_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims/review"
)

// fromRows makes ratings of one line for each item, a column for each rater;
// "." is no rating. Raters are named by their column.
func fromRows(t testing.TB, scale review.Scale, rows string) review.Ratings {
	t.Helper()
	given := []review.Rating{}
	for i, line := range strings.Split(strings.TrimSpace(rows), "\n") {
		for j, label := range strings.Fields(line) {
			if label != "." {
				given = append(given, review.Rating{Item: fmt.Sprint("item ", i), Rater: fmt.Sprint("rater ", j), Label: label})
			}
		}
	}
	r, err := review.NewRatings(scale, given)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// fromColumns is fromRows with a line for each rater.
func fromColumns(t testing.TB, scale review.Scale, columns string) review.Ratings {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(columns), "\n")
	rows := make([][]string, len(strings.Fields(lines[0])))
	for _, line := range lines {
		for item, label := range strings.Fields(line) {
			rows[item] = append(rows[item], label)
		}
	}
	out := ""
	for _, row := range rows {
		out += strings.Join(row, " ") + "\n"
	}
	return fromRows(t, scale, out)
}

// fromCounts takes, for each item, how many raters gave each label.
func fromCounts(t testing.TB, scale review.Scale, counts [][]int) review.Ratings {
	t.Helper()
	rows := ""
	for _, item := range counts {
		for label, n := range item {
			rows += strings.Repeat(scale.Labels[label]+" ", n)
		}
		rows += "\n"
	}
	return fromRows(t, scale, rows)
}

// square takes the cells of a 2x2 table: both yes, yes and no, no and yes, both no.
func square(t testing.TB, cells ...int) review.Ratings {
	t.Helper()
	rows := ""
	for i, row := range []string{"yes yes\n", "yes no\n", "no yes\n", "no no\n"} {
		rows += strings.Repeat(row, cells[i])
	}
	return fromRows(t, scaleOf("yes no", true), rows)
}

func scaleOf(labels string, ordered bool) review.Scale {
	return review.Scale{Labels: strings.Fields(labels), Ordered: ordered}
}

// The sample of the article on Krippendorff's alpha in Wikipedia.
const wikipediaAlpha = `
. . . . . 3 4 1 2 1 1 3 3 . 3
1 . 2 1 3 3 4 3 . . . . . . .
. . 2 1 3 4 4 . 2 1 1 3 3 . 4`

// Hayes and Krippendorff 2007, page 84.
const hayes2007 = `
1 1 2 . 2
1 1 0 1 .
2 3 3 3 .
. 0 0 . 0
0 0 0 . 0
0 0 0 . 0
1 0 2 . 1
1 . 2 0 .
2 2 2 . 2
2 1 1 1 .
. 1 0 0 .
0 0 0 0 .
1 2 2 2 .
3 3 2 2 3
1 1 1 . 1
1 1 1 . 1
2 1 2 . 2
1 2 3 3 .
1 1 0 1 .
0 0 0 . 0
0 0 1 1 .
0 0 . 0 0
2 3 3 3 .
0 0 0 0 .
1 2 . 2 2
0 1 1 1 .
0 0 0 1 0
1 2 1 2 .
1 1 2 2 .
1 1 2 . 2
1 1 0 . 0
2 1 2 1 .
2 2 . 2 2
3 2 2 2 .
2 2 2 . 2
2 2 3 . 2
2 2 2 . 2
2 2 . 1 2
2 2 2 2 .
1 1 1 . 1`

// Fleiss 1971, page 379: 30 patients, 6 psychiatrists each, 5 diagnoses.
const fleiss1971 = `
4 4 4 4 4 4
2 2 2 5 5 5
2 3 3 3 3 5
5 5 5 5 5 5
2 2 2 4 4 4
1 1 3 3 3 3
3 3 3 3 5 5
1 1 3 3 3 4
1 1 4 4 4 4
5 5 5 5 5 5
1 4 4 4 4 4
1 2 4 4 4 4
2 2 2 3 3 3
1 4 4 4 4 4
2 2 4 4 4 5
3 3 3 3 3 5
1 1 1 4 5 5
1 1 1 1 1 2
2 2 4 4 4 4
1 3 3 5 5 5
5 5 5 5 5 5
2 4 4 4 4 4
2 2 4 5 5 5
1 1 4 4 4 4
1 4 4 4 4 5
2 2 2 2 2 4
1 1 1 1 5 5
2 2 4 4 4 4
1 3 3 3 3 3
5 5 5 5 5 5`

// The table of the article on Fleiss' kappa in Wikipedia: 14 raters each.
var wikipediaFleiss = [][]int{
	{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
	{7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7},
}

// A study of four observers, twelve units and five categories that several
// textbooks use (Krippendorff, Computing Krippendorff's alpha-reliability, 2011).
const krippendorff2011 = `
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .`

func TestPublishedFigures(t *testing.T) {
	none := review.Bootstrap{}
	wiki := fromColumns(t, scaleOf("1 2 3 4", true), wikipediaAlpha)
	hayes := fromRows(t, scaleOf("0 1 2 3", true), hayes2007)
	fleiss := fromRows(t, scaleOf("1 2 3 4 5", false), fleiss1971)
	counts := fromCounts(t, scaleOf("1 2 3 4 5", false), wikipediaFleiss)
	four := fromColumns(t, scaleOf("1 2 3 4 5", true), krippendorff2011)
	medical, skewed := square(t, 130, 56, 9, 5), square(t, 2, 3, 3, 192)
	tests := []struct {
		name string
		got  review.Figure
		want float64
	}{
		{"three coders with gaps, alpha nominal", review.KrippendorffAlpha(wiki, review.Nominal, none), 0.691358},
		{"three coders with gaps, alpha ordinal", review.KrippendorffAlpha(wiki, review.Ordinal, none), 0.806721},
		{"three coders with gaps, alpha by steps", review.KrippendorffAlpha(wiki, review.Steps, none), 0.810845},
		{"Hayes 2007, alpha ordinal", review.KrippendorffAlpha(hayes, review.Ordinal, none), 0.759829},
		{"Hayes 2007, alpha nominal", review.KrippendorffAlpha(hayes, review.Nominal, none), 0.476510},
		{"Krippendorff 2011, alpha nominal", review.KrippendorffAlpha(four, review.Nominal, none), 0.743421},
		{"Krippendorff 2011, alpha ordinal", review.KrippendorffAlpha(four, review.Ordinal, none), 0.815388},
		{"Krippendorff 2011, alpha by steps", review.KrippendorffAlpha(four, review.Steps, none), 0.849107},
		{"Fleiss 1971, observed", review.PercentAgreement(fleiss, none), 0.555556},
		{"Fleiss 1971, kappa", review.FleissKappa(fleiss, none), 0.430245},
		{"Fleiss 14 raters, observed", review.PercentAgreement(counts, none), 0.378022},
		{"Fleiss 14 raters, kappa", review.FleissKappa(counts, none), 0.209931},
		{"2x2, observed", review.PercentAgreement(medical, none), 0.675},
		{"2x2, Cohen", review.CohenKappa(medical, review.Identity, none), 0.02197},
		{"2x2, Fleiss is Scott's pi", review.FleissKappa(medical, none), -0.06667},
		{"2x2, AC1", review.GwetAC(medical, review.Identity, none), 0.53258},
		{"2x2, alpha", review.KrippendorffAlpha(medical, review.Nominal, none), -0.06400},
		{"skewed, observed", review.PercentAgreement(skewed, none), 0.970},
		{"skewed, Cohen", review.CohenKappa(skewed, review.Identity, none), 0.384615},
		{"skewed, AC1", review.GwetAC(skewed, review.Identity, none), 0.968463},
		{"skewed, alpha", review.KrippendorffAlpha(skewed, review.Nominal, none), 0.386154},
		{"skewed, positive agreement", review.PositiveAgreement(skewed, none)[0].Figure, 0.40},
		{"skewed, negative agreement", review.PositiveAgreement(skewed, none)[1].Figure, 384.0 / 390},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { near(t, tt.got, tt.want, 0.0000051) })
	}
}

// The chance that lies behind a kappa is what solves it for the observed
// agreement.
func TestPublishedChance(t *testing.T) {
	tests := []struct {
		name  string
		r     review.Ratings
		kappa func(review.Ratings) review.Figure
		want  float64
	}{
		{"Fleiss 1971", fromRows(t, scaleOf("1 2 3 4 5", false), fleiss1971), fleissKappa, 0.219938},
		{"Fleiss 14 raters", fromCounts(t, scaleOf("1 2 3 4 5", false), wikipediaFleiss), fleissKappa, 0.212755},
		{"2x2, Cohen", square(t, 130, 56, 9, 5), func(r review.Ratings) review.Figure {
			return review.CohenKappa(r, review.Identity, review.Bootstrap{})
		}, 0.6677},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			observed, kappa := *review.PercentAgreement(tt.r, review.Bootstrap{}).Value, *tt.kappa(tt.r).Value
			if got := (observed - kappa) / (1 - kappa); math.Abs(got-tt.want) > 0.0000051 {
				t.Errorf("chance = %.6f, want %.6f", got, tt.want)
			}
		})
	}
}

func fleissKappa(r review.Ratings) review.Figure { return review.FleissKappa(r, review.Bootstrap{}) }

func near(t *testing.T, got review.Figure, want, tolerance float64) {
	t.Helper()
	if got.Value == nil {
		t.Fatalf("got %s, want %.6f", got.Text(), want)
	}
	if math.Abs(*got.Value-want) > tolerance {
		t.Errorf("got %.6f, want %.6f", *got.Value, want)
	}
}
