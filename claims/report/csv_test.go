package report_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// rows reads a CSV report back, as a map of column to cell for each row.
func rows(t *testing.T, doc []byte) []map[string]string {
	t.Helper()
	body, ok := bytes.CutPrefix(doc, []byte("\ufeff"))
	if !ok {
		t.Fatal("no byte-order mark: Excel would misread the text")
	}
	all, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, line := range all[1:] {
		row := make(map[string]string)
		for i, cell := range line {
			row[all[0][i]] = cell
		}
		out = append(out, row)
	}
	return out
}

func TestCSVHoldsOneRowPerConflict(t *testing.T) {
	doc := written(t, report.CSV, assembled(t, nil))
	if bytes.Count(doc, []byte("\n")) != bytes.Count(doc, []byte("\r\n")) {
		t.Error("a line does not end with CRLF")
	}
	got := rows(t, doc)
	if len(got) != 4 {
		t.Fatalf("%d rows, want 4", len(got))
	}
	for column, want := range map[string]string{
		"section": "judged", "id": "c1", "dispute": "d1", "state": "judged", "judgement": "contradicts", "kind": "differs_in_number", "score": "0.910", "strength": "strong",
		"a_speaker": "Ansel Lines", "a_quote": "nobody was hurt", "a_outlet": "Ansel Courier", "a_date": "2026-03-02", "a_url": "https://courier.example/ferry?id=7&p=1",
		"b_speaker": "Tomás Ferreira", "b_role": "the county’s health director", "b_title": "Passengers *treated* after grounding",
		"reviews": "Ann: contradicts (high sureness)\nBo: contradicts", "annotations": "Comment by Ann: Asked the operator on 5 March; no answer yet.\n" +
			"Evidence by Ann: https://county.example/bulletin/12\nHighlight by Ann on “treated for injuries”\nTag by Ann: +safety at sea",
	} {
		if got[0][column] != want {
			t.Errorf("%s = %q, want %q", column, got[0][column], want)
		}
	}
	if !strings.Contains(got[0]["notes"], "=cmd|' /C calc'!A0\nThe *operator*") {
		t.Errorf("note = %q", got[0]["notes"])
	}
}

func TestCSVCellsAreNoFormulas(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"formula", "=1+1", "'=1+1"},
		{"plus", "+49 30", "'+49 30"},
		{"minus", "-2 degrees", "'-2 degrees"},
		{"at", "@SUM(A1)", "'@SUM(A1)"},
		{"full width", "＝1", "'＝1"},
		{"small", "﹦1", "'﹦1"},
		{"after a space", "  =1", "'  =1"},
		{"after a no-break space", "\u00a0=1", "'\u00a0=1"},
		{"after a zero-width space", "\u200b=1", "'\u200b=1"},
		{"after a byte-order mark", "\ufeff=1", "'\ufeff=1"},
		{"after a direction mark", "\u202e=1", "'\u202e=1"},
		{"after a control character", "\x01=1", "'\x01=1"},
		{"after a tab", "\t=1", "'\t=1"},
		{"tab alone", "\tx", "'\tx"},
		{"carriage return", "\rx", "'\nx"},
		{"line end", "\n=1", "'\n=1"},
		{"text", "says = 1", "says = 1"},
		{"quotation", "“=1”", "“=1”"},
		{"number", "0.5", "0.5"},
		{"quotes and commas", `a "b", c`, `a "b", c`},
		{"kinds of line end", "a\r\nb\rc\nd", "a\nb\nc\nd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := judged(conflict("c", hurt(), treated(), claims.Contradicts, 1, nil), claims.Judged, claims.Contradicts)
			c.SideA.Article.Title = tt.in
			r := report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{})
			if got := rows(t, written(t, report.CSV, r))[0]["a_title"]; got != tt.want {
				t.Errorf("cell = %q, want %q", got, tt.want)
			}
		})
	}
}

// Whatever the text: it comes back from the file, and no cell begins with what
// a spreadsheet takes for a formula.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"=1", "\u200b\u00a0@x", "a\"\r\nb", "\xff\x00", "'=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := judged(conflict("c", hurt(), treated(), claims.Contradicts, 1, nil), claims.Judged, claims.Contradicts)
		c.SideA.Article.Title, c.Note = s, s
		r := report.Assemble([]claims.DisputeDetail{{Dispute: claims.Dispute{Question: s}, Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{})
		got := rows(t, written(t, report.CSV, r))
		if len(got) != 1 {
			t.Fatalf("%d rows", len(got))
		}
		plain := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
		for _, column := range []string{"question", "a_title", "notes"} {
			cell := got[0][column]
			if cell != plain && cell != "'"+plain {
				t.Fatalf("%s: %q came back as %q", column, s, cell)
			}
			visible := strings.TrimLeftFunc(cell, func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) })
			if visible != "" && strings.ContainsAny(visible[:1], "=+-@") {
				t.Fatalf("%s begins like a formula: %q", column, cell)
			}
		}
	})
}
