package extract_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/extract"
)

// statementCase is a file of testdata/statements; its README.md describes it.
type statementCase struct {
	date, text string
	narration  bool
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
	for ; len(lines) > 0 && c.setting(lines[0]); lines = lines[1:] {
	}
	c.text = strings.TrimSpace(strings.Join(lines, "\n"))
	for _, l := range strings.Split(expected, "\n") {
		if strings.TrimSpace(l) != "" {
			c.want = append(c.want, strings.TrimSpace(l))
		}
	}
	return c
}

// setting reads a line above the text; false where the text begins.
func (c *statementCase) setting(line string) bool {
	key, value, _ := strings.Cut(line, ": ")
	switch {
	case strings.HasPrefix(line, "#"):
	case key == "date":
		c.date = value
	case key == "narration":
		c.narration = value == "yes"
	default:
		return false
	}
	return true
}

// wanted finds the details that an expected line asks for.
var wanted = regexp.MustCompile(`\b(said|about|role|kind|alias|chain|shown|source|cue)=`)

// describe words a statement as the expected line does, with as much as that
// line asks for.
func describe(text string, s claims.Statement, want string) string {
	fields := strings.Split(want, "|")
	first := []string{string(s.CueClass)}
	for i, w := range strings.Fields(fields[0]) {
		switch {
		case i == 0:
		case claims.StatementType(w) == claims.Direct, claims.StatementType(w) == claims.Indirect, claims.StatementType(w) == claims.Mixed, claims.StatementType(w) == claims.Narration:
			first = append(first, string(s.Type))
		default:
			first = append(first, string(s.Commitment))
		}
	}
	out := strings.Join(first, " ") + " | " + s.Speaker.Name + " | " + strings.Join(strings.Fields(s.Text), " ")
	if len(fields) < 4 {
		return out
	}
	details := map[string]string{
		"said": s.SaidAt, "about": s.About, "role": s.Speaker.Role, "kind": string(s.Speaker.Kind), "alias": strings.Join(s.Speaker.Aliases, ", "),
		"chain": strings.Join(s.Chain, " > "), "shown": claims.Join(text, s.CommitmentWords), "source": claims.Join(text, s.Source), "cue": claims.Join(text, s.Cue),
	}
	var more []string
	for _, m := range wanted.FindAllStringSubmatch(fields[3], -1) {
		more = append(more, m[0]+details[m[1]])
	}
	return out + " | " + strings.Join(more, " ")
}

func TestStatements(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/statements/*.txt")
	if err != nil || len(paths) < 140 {
		t.Fatalf("found %d cases: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			c := readCase(t, path)
			got := []string{}
			for _, s := range read(c.text, c.date, extract.Options{Narration: c.narration}) {
				want := "say"
				if len(got) < len(c.want) {
					want = c.want[len(got)]
				}
				if s.CueClass == claims.CueOther && !strings.HasPrefix(want, "other ") {
					continue // neither compared nor shown
				}
				got = append(got, describe(c.text, s, want))
			}
			if diff := cmp.Diff(append([]string{}, c.want...), got); diff != "" {
				t.Errorf("statements differ (-want +got):\n%s", diff)
			}
		})
	}
}
