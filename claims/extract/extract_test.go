package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract"
)

// statementCase is a file of testdata/statements; its README.md describes it.
type statementCase struct {
	date, text string
	want       []string
}

func readCase(t *testing.T, path string) statementCase {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, expected, ok := strings.Cut(string(raw), "\n----\n")
	if !ok {
		t.Fatalf("%s has no line of four dashes", path)
	}
	var c statementCase
	lines := strings.Split(head, "\n")
	for len(lines) > 0 && (strings.HasPrefix(lines[0], "#") || strings.HasPrefix(lines[0], "date: ")) {
		if date, ok := strings.CutPrefix(lines[0], "date: "); ok {
			c.date = date
		}
		lines = lines[1:]
	}
	c.text = strings.TrimSpace(strings.Join(lines, "\n"))
	for _, l := range strings.Split(expected, "\n") {
		if strings.TrimSpace(l) != "" {
			c.want = append(c.want, strings.TrimSpace(l))
		}
	}
	return c
}

// describe words a statement as the expected line does, with as much as that
// line asks for.
func describe(s claims.Statement, want string) string {
	fields := strings.Split(want, "|")
	first := []string{string(s.CueClass)}
	for _, w := range strings.Fields(fields[0])[1:] {
		switch claims.StatementType(w) {
		case claims.Direct, claims.Indirect, claims.Mixed, claims.Narration:
			first = append(first, string(s.Type))
		default:
			first = append(first, string(s.Commitment))
		}
	}
	out := strings.Join(first, " ") + " | " + s.Speaker.Name + " | " + strings.Join(strings.Fields(s.Text), " ")
	if len(fields) < 4 {
		return out
	}
	var more []string
	for _, key := range []struct{ name, value string }{{"said=", s.SaidAt}, {"about=", s.About}, {"role=", s.Speaker.Role}} {
		if strings.Contains(fields[3], key.name) {
			more = append(more, key.name+key.value)
		}
	}
	return out + " | " + strings.Join(more, " ")
}

func TestStatements(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/statements/*.txt")
	if err != nil || len(paths) < 35 {
		t.Fatalf("found %d cases: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			c := readCase(t, path)
			got := []string{}
			for i, s := range read(c.text, c.date, extract.Options{}) {
				want := ""
				if i < len(c.want) {
					want = c.want[i]
				}
				if want == "" {
					want = "say"
				}
				got = append(got, describe(s, want))
			}
			if diff := cmp.Diff(append([]string{}, c.want...), got); diff != "" {
				t.Errorf("statements differ (-want +got):\n%s", diff)
			}
		})
	}
}

func read(text, date string, opts extract.Options) []claims.Statement {
	a := claims.Article{ID: "a", Text: text, Date: date, Publisher: "The Harbour Echo"}
	return extract.Statements(english.Analyse(text), a, opts)
}

func TestIDsAndOrder(t *testing.T) {
	got := read("The bridge is safe, Marta Olin said. “It is not,” said Oskar Lind.", "", extract.Options{})
	var ids []string
	for _, s := range got {
		ids = append(ids, string(s.ID))
	}
	if !slices.Equal(ids, []string{"s1", "s2"}) {
		t.Errorf("ids are %v", ids)
	}
}

func TestSourceAndCueAreSpans(t *testing.T) {
	text := "“The bridge is safe,” the chief engineer, Marta Olin, has repeatedly said."
	got := read(text, "", extract.Options{})
	if len(got) != 1 {
		t.Fatalf("found %d statements", len(got))
	}
	if source := claims.Join(text, got[0].Source); source != "the chief engineer, Marta Olin" {
		t.Errorf("source is %q", source)
	}
	if cue := claims.Join(text, got[0].Cue); cue != "has repeatedly said" {
		t.Errorf("cue is %q", cue)
	}
}

func TestChain(t *testing.T) {
	got := read("Marta Olin said that the foreman, Jon Berg, had told her that the bolts were old.", "", extract.Options{})
	if len(got) != 2 {
		t.Fatalf("found %d statements", len(got))
	}
	if diff := cmp.Diff([]string{"Marta Olin", "Jon Berg"}, got[1].Chain); diff != "" {
		t.Errorf("chain differs:\n%s", diff)
	}
}

func TestNarration(t *testing.T) {
	text := "New bridge\n\nThe bridge was closed on Monday. Marta Olin said it was safe."
	plain, all := read(text, "2031-03-05", extract.Options{}), read(text, "2031-03-05", extract.Options{Narration: true})
	if len(plain) != 1 || len(all) != 2 {
		t.Fatalf("found %d without and %d with narration", len(plain), len(all))
	}
	n := all[0]
	if n.Type != claims.Narration || n.Speaker.Name != "The Harbour Echo" || n.Text != "The bridge was closed on Monday" || n.About != "2031-03-03" {
		t.Errorf("narration is %+v", n)
	}
}
