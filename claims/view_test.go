package claims_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

const viewText = "👍 Müller denied that the wall “fell”."

func viewStatement() claims.Statement {
	return claims.Statement{
		ID: "s1", Article: "a1", Type: claims.Indirect, Text: "the wall “fell”",
		Source: []claims.Span{span(viewText, "Müller")}, Cue: []claims.Span{span(viewText, "denied")},
		Content: []claims.Span{span(viewText, "the wall “fell”")},
		Speaker: claims.Speaker{Name: "Müller", Kind: claims.Person}, CueClass: claims.CueDeny, Commitment: claims.Denies,
	}
}

// The shape is the one that the command line prints and the scripts read.
func TestStatementView(t *testing.T) {
	got, err := json.Marshal(claims.NewPoints(viewText).Statement(viewStatement()))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"id":"s1","type":"indirect","source":[[2,8]],"cue":[[9,15]],"content":[[21,36]],"text":"the wall “fell”",` +
		`"speaker":{"name":"Müller","kind":"person"},"cue_class":"deny","commitment":"denies"}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("view (-want +got):\n%s", diff)
	}
}

func TestStatementViewShowsEmptyLists(t *testing.T) {
	s := viewStatement()
	s.Source, s.CommitmentWords = nil, s.Cue
	s.SaidAt, s.About, s.Chain = "2026-01", "2025/2026", []string{"Reuters"}
	v := claims.NewPoints(viewText).Statement(s)
	got, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back map[string]any
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if list, ok := back["source"].([]any); !ok || len(list) != 0 {
		t.Errorf("no source words shows as %v, want []", back["source"])
	}
	for _, key := range []string{"commitment_words", "said_at", "about", "chain"} {
		if back[key] == nil {
			t.Errorf("%s is missing", key)
		}
	}
}

func TestViewReasonsConvertsEachSideByItsOwnText(t *testing.T) {
	const a, b = "ééé fell", "it did not fall"
	got := claims.ViewReasons(claims.NewPoints(a), claims.NewPoints(b), []claims.Reason{
		{Kind: claims.ReasonNegation, For: true, A: []claims.Span{span(a, "fell")}, B: []claims.Span{span(b, "not"), span(b, "fall")}},
		{Kind: claims.ReasonTime, Values: []string{"2025", "2026"}},
	})
	want := []claims.ReasonView{
		{Kind: claims.ReasonNegation, For: true, A: [][2]int{{4, 8}}, B: [][2]int{{7, 10}, {11, 15}}, Values: []string{}},
		{Kind: claims.ReasonTime, A: [][2]int{}, B: [][2]int{}, Values: []string{"2025", "2026"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ViewReasons (-want +got):\n%s", diff)
	}
	if out := claims.ViewReasons(claims.NewPoints(a), claims.NewPoints(b), nil); out == nil {
		t.Error("no reasons give nil, want an empty list")
	}
}
