package relate

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// pairCase is one case of testdata/pairs; see the README there.
type pairCase struct {
	file, name, relation, kind, missed string
	a, b                               Bare
	reasonsFor, against                []string
}

func TestPairs(t *testing.T) {
	cases := readPairs(t)
	missed := 0
	for _, c := range cases {
		t.Run(c.file+"/"+c.name, func(t *testing.T) {
			wrong := c.wrong(Compare(ProposeText(c.a), ProposeText(c.b)))
			if swapped := c.wrong(Compare(ProposeText(c.b), ProposeText(c.a))); wrong == "" && swapped != "" {
				t.Errorf("sides swapped: %s", swapped)
			}
			switch {
			case c.missed == "" && wrong != "":
				t.Errorf("A: %s\nB: %s\n%s", c.a.Text, c.b.Text, wrong)
			case c.missed != "" && wrong == "":
				t.Errorf("this is marked as missed (%s) and is right now: take the mark away", c.missed)
			case c.missed != "":
				missed++
			}
		})
	}
	t.Logf("%d cases, %d of them known to be missed", len(cases), missed)
	if len(cases) < 320 {
		t.Errorf("only %d cases were read", len(cases))
	}
}

// wrong says what in a comparison is not as the case has it; empty for nothing.
func (c pairCase) wrong(got claims.Comparison) string {
	var out []string
	if string(got.Relation) != c.relation {
		out = append(out, fmt.Sprintf("relation is %s, want %s", got.Relation, c.relation))
	}
	if c.kind != "" && string(got.Kind) != c.kind {
		out = append(out, fmt.Sprintf("kind is %s, want %s", got.Kind, c.kind))
	}
	for _, want := range c.reasonsFor {
		if !hasReason(got, want, true) {
			out = append(out, "no reason for: "+want)
		}
	}
	for _, want := range c.against {
		if !hasReason(got, want, false) {
			out = append(out, "no reason against: "+want)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return fmt.Sprintf("%s\nprobabilities %+v\nreasons %+v", strings.Join(out, "; "), got.Probabilities, got.Reasons)
}

func hasReason(c claims.Comparison, kind string, isFor bool) bool {
	for _, r := range c.Reasons {
		if string(r.Kind) == kind && r.For == isFor {
			return true
		}
	}
	return false
}

func readPairs(t testing.TB) []pairCase {
	t.Helper()
	files, err := filepath.Glob("../../testdata/pairs/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var out []pairCase
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, parsePairs(t, strings.TrimSuffix(filepath.Base(name), ".txt"), f)...)
		f.Close()
	}
	return out
}

func parsePairs(t testing.TB, file string, f *os.File) []pairCase {
	t.Helper()
	var out []pairCase
	var c pairCase
	end := func() {
		if c.name != "" {
			c.file = file
			out = append(out, c)
		}
		c = pairCase{}
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		field, value, ok := strings.Cut(lines.Text(), ":")
		value = strings.TrimSpace(value)
		if !ok {
			end()
			continue
		}
		if set, known := c.fields()[field]; known {
			*set = value
		} else if list, known := map[string]*[]string{"for": &c.reasonsFor, "against": &c.against}[field]; known {
			*list = strings.Fields(strings.ReplaceAll(value, ",", " "))
		} else {
			t.Fatalf("%s: what is %q?", file, lines.Text())
		}
	}
	end()
	return out
}

func (c *pairCase) fields() map[string]*string {
	return map[string]*string{
		"name": &c.name, "relation": &c.relation, "kind": &c.kind, "missed": &c.missed,
		"A": &c.a.Text, "A speaker": &c.a.Speaker, "A date": &c.a.Date, "A context": &c.a.Context,
		"B": &c.b.Text, "B speaker": &c.b.Speaker, "B date": &c.b.Date, "B context": &c.b.Context,
	}
}
