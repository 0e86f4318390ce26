package report_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// shownIn gives the ids of the pairs of each section.
func shownIn(r report.Report) map[report.Section][]claims.ConflictID {
	out := make(map[report.Section][]claims.ConflictID)
	for _, p := range r.Pairs() {
		out[p.Section] = append(out[p.Section], p.ID)
	}
	return out
}

func TestOnlyJudgedOnesUnlessAsked(t *testing.T) {
	reviewed := map[report.Section][]claims.ConflictID{
		report.SectionJudged: {"c1"}, report.SectionDiffering: {"c2"}, report.SectionSetAside: {"c4"},
	}
	got := assembled(t, func(o *report.Options) { o.IncludeUnreviewed = false })
	if diff := cmp.Diff(reviewed, shownIn(got)); diff != "" {
		t.Errorf("without unreviewed ones (-want +got):\n%s", diff)
	}
	reviewed[report.SectionSuggested] = []claims.ConflictID{"c3"}
	asked := assembled(t, nil)
	if diff := cmp.Diff(reviewed, shownIn(asked)); diff != "" {
		t.Errorf("with unreviewed ones (-want +got):\n%s", diff)
	}
	for _, f := range report.Formats() {
		text := string(written(t, f, got))
		if strings.Contains(text, "c3") || strings.Contains(text, "Was the crew warned") {
			t.Errorf("%s shows what nobody reviewed", f)
		}
	}
}

func TestSections(t *testing.T) {
	tests := []struct {
		name      string
		state     claims.ConflictState
		judgement claims.Label
		origin    claims.Origin
		want      report.Section
	}{
		{"contradicts", claims.Judged, claims.Contradicts, claims.BySoftware, report.SectionJudged},
		{"differs in number", claims.Judged, claims.DiffersInNumber, claims.BySoftware, report.SectionJudged},
		{"denies knowledge stands apart", claims.Judged, claims.DeniesKnowledge, claims.BySoftware, report.SectionNotKnown},
		{"updated", claims.Judged, claims.Updated, claims.BySoftware, report.SectionSetAside},
		{"cannot tell", claims.Judged, claims.CannotTell, claims.BySoftware, report.SectionSetAside},
		{"bad extraction", claims.Judged, claims.BadExtraction, claims.BySoftware, report.SectionSetAside},
		{"differing", claims.Differing, "", claims.BySoftware, report.SectionDiffering},
		{"open", claims.Open, "", claims.BySoftware, report.SectionSuggested},
		{"open, joined by hand", claims.Open, "", claims.ByPerson, report.SectionByHand},
		{"judged, joined by hand", claims.Judged, claims.Contradicts, claims.ByPerson, report.SectionJudged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := judged(conflict("c", hurt(), treated(), claims.Contradicts, 0.7, nil), tt.state, tt.judgement)
			c.Origin = tt.origin
			r := report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{IncludeUnreviewed: true})
			if got := shownIn(r); len(got) != 1 || len(got[tt.want]) != 1 {
				t.Errorf("shown in %v, want %s", got, tt.want)
			}
		})
	}
}

// Where somebody stands may come from conflicts that nobody reviewed; those
// statements must not appear among the reviewed ones.
func TestPositionsHoldOnlyStatementsOfPairsShown(t *testing.T) {
	details := example()
	details[0].Positions[0].Statements = append(details[0].Positions[0].Statements, refs(unwarned())...)
	r := report.Assemble(details, nil, claims.Coverage{}, report.Options{})
	var got []claims.StatementID
	for _, p := range r.Disputes[0].Positions {
		for _, s := range p.Statements {
			got = append(got, s.Statement.ID)
		}
	}
	if diff := cmp.Diff([]claims.StatementID{"s1", "s2", "s5", "s7"}, got); diff != "" {
		t.Errorf("positions (-want +got):\n%s", diff)
	}
}

func TestEveryQuotationIsVerbatim(t *testing.T) {
	r := assembled(t, nil)
	for _, p := range r.Pairs() {
		for i, s := range p.Both() {
			text := s.Article.Text
			if got := s.Context.Text(); got != s.Context.Span.In(text) || got == "" {
				t.Errorf("%s side %d: context %q is not the text at %v", p.ID, i, got, s.Context.Span)
			}
			var quoted, clash strings.Builder
			for _, piece := range s.Context.Pieces {
				if piece.Quoted {
					quoted.WriteString(piece.Text)
				}
				if piece.Clash {
					clash.WriteString(piece.Text)
				}
			}
			want := ""
			for _, c := range s.Statement.Content {
				want += c.In(text)
			}
			if quoted.String() != want {
				t.Errorf("%s side %d: statement marked as %q, want %q", p.ID, i, quoted.String(), want)
			}
			wantClash := ""
			for _, reason := range p.For {
				wantClash += strings.Join([][]string{reason.WordsA, reason.WordsB}[i], "")
			}
			if clash.String() != wantClash {
				t.Errorf("%s side %d: clash marked as %q, want %q", p.ID, i, clash.String(), wantClash)
			}
		}
	}
}

// Offsets that do not fit the text, huge paragraphs and missing articles come
// from damaged or hostile data: a report of the rest is still due.
func TestBrokenSpansAreLeftOut(t *testing.T) {
	bad := []claims.Span{{Start: -1, End: 4}, {Start: 5, End: 2}, {Start: 0, End: 1 << 30}, {Start: 1, End: 2}}
	side := claims.Side{Article: article("a9", "", "", "javascript:alert(1)", "", "👍 nobody came"), Statement: claims.Statement{ID: "s9", Content: bad, Source: bad, Cue: bad, Text: "kept words"}}
	c := judged(conflict("c", side, claims.Side{}, "odd", 2, []claims.Reason{{Kind: "odd", For: true, A: bad, B: bad}}), claims.Judged, claims.Contradicts)
	details := []claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}
	notes := []claims.Annotation{note("n", claims.Commenting, "x", claims.Target{Article: "a9", Words: &bad[2]})}
	r := report.Assemble(details, notes, claims.Coverage{}, report.Options{})
	for _, f := range report.Formats() {
		text := string(written(t, f, r))
		if f != report.WebAnnotations && !strings.Contains(text, "kept words") {
			t.Errorf("%s loses the statement's own words", f)
		}
		if f == report.HTML && strings.Contains(text, `="javascript:`) {
			t.Errorf("%s links to a script", f)
		}
	}
}

func TestContextIsBounded(t *testing.T) {
	text := strings.Repeat("é word ", 40_000) + "he denied everything" + strings.Repeat(" wörd", 40_000)
	side := claims.Side{Article: article("a9", "", "", "", "", text), Statement: claims.Statement{ID: "s9", Content: []claims.Span{at(text, "denied everything")}}}
	c := judged(conflict("c", side, side, claims.Contradicts, 1, nil), claims.Judged, claims.Contradicts)
	r := report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{})
	for _, p := range r.Pairs() {
		got := p.SideA.Context
		if n := len(got.Text()); n > 2000 || !strings.Contains(got.Text(), "he denied everything") || !got.CutBefore || !got.CutAfter {
			t.Errorf("context of %d bytes, cut %v %v", n, got.CutBefore, got.CutAfter)
		}
		if err := got.Span.Check(text); err != nil {
			t.Error(err)
		}
		if first := got.Text()[:2]; first != "é" && first != "wo" {
			t.Errorf("context begins within a word: %q", got.Text()[:10])
		}
	}
	side.Statement.Content = []claims.Span{{Start: 0, End: len(text)}}
	c.SideA = side
	r = report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{})
	for _, p := range r.Pairs() {
		if n := len(p.SideA.Context.Text()); n > 8000 {
			t.Errorf("an endless statement gives a context of %d bytes", n)
		}
	}
}

func TestNotesStandWhereTheirTargetIs(t *testing.T) {
	r := assembled(t, nil)
	got := make(map[string][]claims.AnnotationID)
	add := func(place string, notes []claims.Annotation) {
		for _, n := range notes {
			if !slices.Contains(got[place], n.ID) {
				got[place] = append(got[place], n.ID)
			}
		}
	}
	for d, p := range r.Pairs() {
		add("dispute "+string(d.ID), d.Notes)
		add("pair "+string(p.ID), p.Notes)
		for _, s := range p.Both() {
			add("statement "+string(s.Statement.ID), s.Notes)
		}
	}
	for _, s := range r.Sources {
		add("source "+string(s.Article.ID), s.Notes)
	}
	want := map[string][]claims.AnnotationID{
		"pair c1": {"n1"}, "dispute d1": {"n2"}, "statement s5": {"n3", "n5"}, "source a1": {"n4"}, "source a2": {"n6"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestDissentIsKept(t *testing.T) {
	r := assembled(t, func(o *report.Options) { o.IncludeUnreviewed = false })
	for _, f := range []report.Format{report.Markdown, report.HTML, report.CSV} {
		text := string(written(t, f, r))
		for _, want := range []string{"Bo", "They may mean the wait for a doctor."} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing", f, want)
			}
		}
	}
}

func TestNoneFoundNeverMeansNoContradictions(t *testing.T) {
	tests := []struct {
		name    string
		details []claims.DisputeDetail
		want    string
	}{
		{"nothing at all", nil, "None found"},
		{"nothing reviewed", example()[1:], "1 possible conflict is not reviewed yet, and left out"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := report.Assemble(tt.details, nil, claims.Coverage{Statements: 8, Compared: 16, NotCompared: 2}, report.Options{Made: made})
			for _, f := range []report.Format{report.Markdown, report.HTML} {
				text := string(written(t, f, r))
				for _, want := range []string{"None found", tt.want, "8 statements found, 16 pairs compared", "2 pairs with something in common were not compared"} {
					if !strings.Contains(text, want) {
						t.Errorf("%s lacks %q", f, want)
					}
				}
				if strings.Contains(strings.ToLower(text), "no contradiction") {
					t.Errorf("%s says that there are no contradictions", f)
				}
			}
		})
	}
}

func TestAssembleKeepsItsArguments(t *testing.T) {
	details := example()
	details[0].Details[0].SideA.Article.Snapshot.Bytes = []byte("as received")
	want := example()
	want[0].Details[0].SideA.Article.Snapshot.Bytes = []byte("as received")
	r := report.Assemble(details, exampleNotes(), claims.Coverage{}, report.Options{IncludeUnreviewed: true})
	for _, f := range report.Formats() {
		written(t, f, r)
	}
	if diff := cmp.Diff(want, details); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
}

func TestFormats(t *testing.T) {
	for _, f := range report.Formats() {
		if f.MediaType() == "" || !strings.HasPrefix(f.Extension(), ".") {
			t.Errorf("%s has no media type or extension", f)
		}
		if got, err := report.ParseFormat(strings.ToUpper(string(f))); err != nil || got != f {
			t.Errorf("ParseFormat(%q) = %q, %v", f, got, err)
		}
	}
	var b bytes.Buffer
	err := report.Write(&b, "pdf2", report.Report{})
	if claims.KindOf(err) != claims.Invalid || b.Len() != 0 {
		t.Fatalf("an unknown format gives %v and %d bytes", err, b.Len())
	}
	for _, f := range report.Formats() {
		if !strings.Contains(err.Error(), string(f)) {
			t.Errorf("the error does not offer %s: %v", f, err)
		}
	}
	if f := report.Format("pdf2"); f.MediaType() != "" || f.Extension() != "" {
		t.Error("an unknown format has a media type or an extension")
	}
}
