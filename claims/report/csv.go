package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// byteOrderMark makes spreadsheet programs read the file as UTF-8: without it
// Excel shows an Arabic name as rubbish. Programs that read the file may have
// to skip it ("utf-8-sig"); it stands before the first column's name, section.
const byteOrderMark = "\ufeff"

// writeCSV writes one row per conflict, RFC 4180, with CRLF line ends.
func writeCSV(w io.Writer, r Report) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(columns()); err != nil {
		return err
	}
	for d, p := range r.Pairs() {
		if err := out.Write(row(d, p)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func columns() []string {
	names := []string{"section", "id", "dispute", "question", "state", "judgement", "kind", "score", "strength", "origin"}
	for _, side := range []string{"a_", "b_"} {
		for _, n := range []string{"speaker", "role", "quote", "commitment", "said_at", "outlet", "title", "author", "date", "url", "link", "sha256", "received_at"} {
			names = append(names, side+n)
		}
	}
	return append(names, "reasons_for", "reasons_against", "reviews", "notes", "annotations", "run")
}

func row(d Dispute, p Pair) []string {
	cells := append(head(d, p), sideCells(p.SideA)...)
	cells = append(cells, sideCells(p.SideB)...)
	cells = append(cells, sentences(p.For), sentences(p.Against), judgements(p.Reviews), reviewNotes(p), annotationLines(d, p), string(p.Run))
	for i := range cells {
		cells[i] = safeCell(cells[i])
	}
	return cells
}

func head(d Dispute, p Pair) []string {
	return []string{
		string(p.Section), string(p.ID), string(d.ID), d.Question, string(p.State), string(p.Judgement),
		string(p.Kind), fmt.Sprintf("%.3f", p.Score), string(claims.StrengthOf(p.Score)), string(p.Origin),
	}
}

func sideCells(s Side) []string {
	a := s.Article
	return []string{
		s.Statement.Speaker.Name, s.Statement.Speaker.Role, s.Quotation(), string(s.Statement.Commitment), s.Statement.SaidAt,
		a.Publisher, a.Title, a.Author, a.Date, a.URL, s.Link, a.Snapshot.SHA256, moment(a.Snapshot.ReceivedAt),
	}
}

func sentences(reasons []Reason) string {
	lines := make([]string, len(reasons))
	for i, r := range reasons {
		lines[i] = r.Sentence()
	}
	return strings.Join(lines, "\n")
}

func judgements(reviews []claims.Review) string {
	lines := make([]string, len(reviews))
	for i, r := range reviews {
		lines[i] = byline(r.Name, r.Reviewer) + ": " + string(r.Judgement)
		if r.Sureness != "" {
			lines[i] += " (" + string(r.Sureness) + " sureness)"
		}
	}
	return strings.Join(lines, "\n")
}

func reviewNotes(p Pair) string {
	var lines []string
	if p.Note != "" {
		lines = append(lines, p.Note)
	}
	for _, r := range p.Reviews {
		if r.Note != "" {
			lines = append(lines, byline(r.Name, r.Reviewer)+": "+r.Note)
		}
	}
	return strings.Join(lines, "\n")
}

func annotationLines(d Dispute, p Pair) string {
	var lines []string
	for _, list := range [][]claims.Annotation{p.Notes, p.SideA.Notes, p.SideB.Notes, d.Notes} {
		for _, a := range list {
			line := motivationWords(a.Motivation) + " by " + byline(a.Name, a.Author)
			if a.Target.Exact != "" {
				line += " on “" + a.Target.Exact + "”"
			}
			lines = append(lines, joinKnown(": ", line, a.Body))
		}
	}
	return strings.Join(lines, "\n")
}

// safeCell keeps a spreadsheet from taking text for a formula (OWASP, "CSV
// Injection"): a cell that begins with a character that starts one, after
// anything a program may skip, gets an apostrophe before it. Line ends become
// \n, which the writer turns into CRLF.
func safeCell(cell string) string {
	cell = strings.ReplaceAll(strings.ReplaceAll(cell, "\r\n", "\n"), "\r", "\n")
	start := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\n") {
		return "'" + cell
	}
	if first, _ := utf8.DecodeRuneInString(start); start != "" && strings.ContainsRune("=+-@＝＋－＠﹦﹢﹣﹫", first) {
		return "'" + cell
	}
	return cell
}
