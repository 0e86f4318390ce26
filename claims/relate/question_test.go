package relate

import (
	"bufio"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

var updateQuestions = flag.Bool("update", false, "write the questions as they come out")

const questionCases = "../../testdata/questions/questions.txt"

// Each line of the cases holds a name, the words of two claims that stand
// against each other, and the question that their dispute is about.
func TestQuestions(t *testing.T) {
	f, err := os.Open(questionCases)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out strings.Builder
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") || lines.Text() == "" {
			out.WriteString(lines.Text() + "\n")
			continue
		}
		n++
		fields := strings.Split(lines.Text(), " | ")
		for len(fields) < 4 {
			fields = append(fields, "")
		}
		t.Run(fields[0], func(t *testing.T) {
			got := questionOf(fields[1], fields[2])
			if got != fields[3] && !*updateQuestions {
				t.Errorf("got %q, want %q", got, fields[3])
			}
			out.WriteString(strings.Join(append(fields[:3:3], got), " | ") + "\n")
		})
	}
	if n < 40 {
		t.Errorf("only %d cases were read", n)
	}
	if *updateQuestions {
		if err := os.WriteFile(questionCases, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// questionOf words the dispute between two claims, of Anna Rigg and of Jon
// Falk.
func questionOf(a, b string) string {
	claimOf := map[claims.StatementID]claims.Claim{}
	x, y := said(claimOf, "s1", "Anna Rigg", a), said(claimOf, "s2", "Jon Falk", b)
	for _, c := range []*claims.Claim{&x, &y} {
		c.Speaker.Kind = claims.Person
		claimOf[c.Statement] = *c
	}
	c := against(x, y, 0.9)
	compared := Compare(x, y)
	c.Kind, c.Reasons = compared.Kind, compared.Reasons
	disputes, _ := Group([]claims.Conflict{c}, claimOf)
	return disputes[0].Question
}

// Whatever the words, a question is one line of valid text, not too long, that
// ends with a question mark.
func FuzzQuestion(f *testing.F) {
	f.Add("the dam at Imsa is safe", "the dam at Imsa is not safe")
	f.Add("\xff\xfe \"I had no ‮idea\" <b>", strings.Repeat("and the dam ", 400))
	f.Fuzz(func(t *testing.T, a, b string) {
		q := questionOf(a, b)
		if !utf8.ValidString(q) || strings.ContainsAny(q, "\r\n") || !strings.HasSuffix(q, "?") || utf8.RuneCountInString(q) > 200 {
			t.Errorf("%q", q)
		}
	})
}
