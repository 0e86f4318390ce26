package report_test

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// sentenceOf gives a reason's sentence as it stands in a report.
func sentenceOf(t *testing.T, r claims.Reason) string {
	t.Helper()
	c := judged(conflict("c", hurt(), treated(), claims.Contradicts, 1, []claims.Reason{r}), claims.Judged, claims.Contradicts)
	for _, p := range report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{}).Pairs() {
		return append(p.For, p.Against...)[0].Sentence()
	}
	t.Fatal("no pair")
	return ""
}

func TestReasonSentences(t *testing.T) {
	c, m := courier().Text, meridian().Text
	tests := []struct {
		name string
		in   claims.Reason
		want string
	}{
		{"words on both sides and values", claims.Reason{Kind: claims.ReasonNumber, For: true, A: []claims.Span{at(c, "nobody")}, B: []claims.Span{at(m, "At least 6")}, Values: []string{"0", "at least 6"}},
			"The figures differ: “nobody” – “At least 6” (0 against at least 6)"},
		{"several fragments", claims.Reason{Kind: claims.ReasonNegation, For: true, A: []claims.Span{at(c, "hurt"), at(c, "nobody")}},
			"One side says it is so, the other says it is not: “nobody … hurt” (first side)"},
		{"second side alone", claims.Reason{Kind: claims.ReasonHedge, B: []claims.Span{at(m, "At least")}},
			"One side is cautious and does not commit itself fully: “At least” (second side)"},
		{"values alone", claims.Reason{Kind: claims.ReasonTime, Values: []string{"2025"}}, "The two may speak of different times (2025)"},
		{"neither", claims.Reason{Kind: claims.ReasonOpinion}, "This is a matter of opinion rather than of fact"},
		{"a kind from a later version", claims.Reason{Kind: "tone", For: true}, "Speaks for a conflict (tone)"},
		{"words that turn direction", claims.Reason{Kind: claims.ReasonMeaning, For: true, A: []claims.Span{at(c, "ليلى")}},
			"Taken together, the two do not fit: “\u2068ليلى\u2069” (first side)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := sentenceOf(t, tt.in); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestEveryReasonHasItsSentence(t *testing.T) {
	all := []claims.ReasonKind{
		claims.ReasonNegation, claims.ReasonAntonym, claims.ReasonEffect, claims.ReasonDenial, claims.ReasonNotAware, claims.ReasonNumber, claims.ReasonDate,
		claims.ReasonAgent, claims.ReasonModality, claims.ReasonCause, claims.ReasonMeaning, claims.ReasonPlace, claims.ReasonTime, claims.ReasonScope,
		claims.ReasonEvent, claims.ReasonHedge, claims.ReasonUpdate, claims.ReasonParaphrase, claims.ReasonOpinion,
	}
	seen := make(map[string]claims.ReasonKind)
	for _, kind := range all {
		for _, pro := range []bool{true, false} {
			s := sentenceOf(t, claims.Reason{Kind: kind, For: pro})
			if strings.HasPrefix(s, "Speaks ") {
				t.Errorf("%s (for: %v) has no sentence of its own", kind, pro)
			}
			if other, ok := seen[s]; ok {
				t.Errorf("%s and %s read the same: %s", kind, other, s)
			}
			seen[s] = kind
		}
	}
}

// What is counted stands in the words beside the figures: it is said again only
// where the two count different things.
func TestComparedFigures(t *testing.T) {
	tests := []struct {
		name   string
		values []string
		want   string
	}{
		{"one says what it counts", []string{"8 body", "11"}, "8 against 11"},
		{"both count the same", []string{"at least 6 person", "4 person"}, "at least 6 against 4"},
		{"different units", []string{"40 minutes", "almost 3 hours"}, "40 minutes against almost 3 hours"},
		{"shares", []string{"29 percent", "67 percent"}, "29 percent against 67 percent"},
		{"no figures", []string{"none", "some"}, "none against some"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := report.Reason{Reason: claims.Reason{Kind: claims.ReasonNumber, Values: test.values}}
			if got := r.Compared(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
