package report_test

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// A pair that is not yet compared in depth says so beside its strength, as long
// as that is so.
func TestNotYetComparedInDepth(t *testing.T) {
	const words, key = "Not yet compared in depth", `"not_in_depth": true`
	now := &claims.Comparison{Relation: claims.RelationNeutral, Kind: claims.Unrelated}
	tests := []struct {
		name    string
		shallow bool
		now     *claims.Comparison
		want    bool
	}{
		{"in depth", false, nil, false},
		{"not yet", true, nil, true},
		{"judged before, in depth since", true, now, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := conflict("c", hurt(), treated(), claims.Contradicts, 0.5, nil)
			c.Shallow, c.EngineNow = test.shallow, test.now
			r := report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{IncludeUnreviewed: true})
			for f, sign := range map[report.Format]string{report.Markdown: words, report.HTML: words, report.JSON: key} {
				if got := strings.Contains(string(written(t, f, r)), sign); got != test.want {
					t.Errorf("%s holds %q: %v", f, sign, got)
				}
			}
		})
	}
}

func TestComparedSaysWhatWaits(t *testing.T) {
	tests := []struct {
		name     string
		coverage claims.Coverage
		want     string
	}{
		{"nothing", claims.Coverage{Statements: 2, Compared: 1}, "2 statements found, 1 pair compared; no pair with something in common was left out."},
		{"one", claims.Coverage{Statements: 8, Compared: 16, Waiting: 1}, "8 statements found, 16 pairs compared; no pair with something in common was left out. 1 pair is not yet compared in depth."},
		{"some, and some left out", claims.Coverage{Statements: 8, Compared: 16, NotCompared: 2, Waiting: 3},
			"8 statements found, 16 pairs compared; 2 pairs with something in common were not compared, because a limit was reached. 3 pairs are not yet compared in depth."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := (report.Report{Coverage: test.coverage}).Compared(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
