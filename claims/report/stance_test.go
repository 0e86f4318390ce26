package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// Two articles may number their statements alike, and denied words must not
// look asserted where they stand without their cue.
func TestPositionsKeepArticlesAndDenialsApart(t *testing.T) {
	side := func(article claims.ArticleID, speaker, text string, cue claims.CueClass, c claims.Commitment) claims.Side {
		return claims.Side{
			Statement: claims.Statement{ID: "s1", Article: article, Content: []claims.Span{{Start: 0, End: len(text)}}, Text: text,
				Speaker: claims.Speaker{Name: speaker}, CueClass: cue, Commitment: c},
			Article: claims.Article{ID: article, Text: text, Publisher: "Outlet"},
		}
	}
	a := side("one", "Ida Brannock", "the terminal was full", claims.CueDeny, claims.Denies)
	b := side("two", "the union", "the terminal was overloaded", claims.CueSay, claims.Asserts)
	ref := func(s claims.Side) claims.Ref { return claims.Ref{Article: s.Article.ID, Statement: s.Statement.ID} }
	d := claims.DisputeDetail{
		Dispute: claims.Dispute{ID: "d", Question: "Terminal", Positions: []claims.Position{
			{Label: "first", Statements: []claims.Ref{ref(a)}}, {Label: "second", Statements: []claims.Ref{ref(b)}}}},
		Details: []claims.ConflictDetail{{
			Conflict: claims.Conflict{ID: "c", A: ref(a), B: ref(b), Origin: claims.BySoftware, State: claims.Open, Kind: claims.Contradicts},
			SideA:    a, SideB: b,
		}},
	}
	r := report.Assemble([]claims.DisputeDetail{d}, nil, claims.Coverage{}, report.Options{IncludeUnreviewed: true})
	var page bytes.Buffer
	if err := report.Write(&page, report.Markdown, r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"- **First position**\n  - Ida Brannock – Outlet: denies “the terminal was full”",
		"- **Second position**\n  - the union – Outlet: “the terminal was overloaded”",
	} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, page.String())
		}
	}
}

// A label that quotes a statement which is left out is worded anew: nobody's
// unreviewed words may head a position in what people judged.
func TestLabelQuotesOnlyWhatIsShown(t *testing.T) {
	side := func(id claims.StatementID, speaker, text string) claims.Side {
		return claims.Side{
			Statement: claims.Statement{ID: id, Article: "one", Content: []claims.Span{{Start: 0, End: len(text)}}, Text: text,
				Speaker: claims.Speaker{Name: speaker}, CueClass: claims.CueSay, Commitment: claims.Asserts},
			Article: claims.Article{ID: "one", Text: text, Publisher: "Outlet"},
		}
	}
	left, a, b := side("s1", "Oana", "the plan was sent"), side("s2", "Pentagon", "the strikes took place"), side("s3", "Abadi", "there were no strikes")
	ref := func(s claims.Side) claims.Ref { return claims.Ref{Article: "one", Statement: s.Statement.ID} }
	conflict := func(x, y claims.Side, state claims.ConflictState, judgement claims.Label) claims.ConflictDetail {
		return claims.ConflictDetail{Conflict: claims.Conflict{ID: claims.ConflictID(x.Statement.ID), A: ref(x), B: ref(y), State: state, Judgement: judgement}, SideA: x, SideB: y}
	}
	d := claims.DisputeDetail{
		Dispute: claims.Dispute{ID: "d", Positions: []claims.Position{
			{Label: "Oana: “the plan was sent”", Statements: []claims.Ref{ref(left), ref(a)}}, {Label: "Abadi", Statements: []claims.Ref{ref(b)}}}},
		Details: []claims.ConflictDetail{conflict(left, b, claims.Open, ""), conflict(a, b, claims.Judged, claims.Contradicts)},
	}
	r := report.Assemble([]claims.DisputeDetail{d}, nil, claims.Coverage{}, report.Options{})
	if got, want := r.Disputes[0].Positions[0].Label, "Pentagon: “the strikes took place”"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
}
