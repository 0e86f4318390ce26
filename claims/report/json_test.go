package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// document is the part of the JSON report that the tests read.
type document struct {
	Format    string          `json:"format"`
	Version   int             `json:"format_version"`
	Coverage  claims.Coverage `json:"coverage"`
	Articles  []struct{ ID string }
	Disputes  []dispute
	Suggested []dispute
	SetAside  []dispute `json:"set_aside"`
}

type dispute struct {
	ID        string
	Positions []struct {
		Statements []claims.Ref
	}
	Conflicts []struct {
		ID      string
		A, B    side
		Reasons []struct {
			claims.ReasonView
			Sentence string
		}
		Reviews []struct {
			Reviewer  struct{ ID, Name string }
			Judgement claims.Label
		}
	}
}

type side struct {
	Article   string
	Statement claims.StatementView
	Context   struct {
		Start int
		Text  string
	}
}

func readJSON(t *testing.T, r report.Report) document {
	t.Helper()
	var d document
	if err := json.Unmarshal(written(t, report.JSON, r), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Offsets are code points of the article's text: the words they cut out of it
// are the statement's, and the context stands where it says.
func TestJSONOffsets(t *testing.T) {
	texts := map[string][]rune{"a1": []rune(courierText), "a2": []rune(meridianText)}
	d := readJSON(t, assembled(t, nil))
	for _, dispute := range append(append(d.Disputes, d.Suggested...), d.SetAside...) {
		for _, c := range dispute.Conflicts {
			for _, s := range []side{c.A, c.B} {
				text := texts[s.Article]
				var parts []string
				for _, span := range s.Statement.Content {
					parts = append(parts, string(text[span[0]:span[1]]))
				}
				if got := strings.Join(parts, " … "); got != s.Statement.Text {
					t.Errorf("%s: content offsets give %q, want %q", c.ID, got, s.Statement.Text)
				}
				start := s.Context.Start
				if got := string(text[start : start+len([]rune(s.Context.Text))]); got != s.Context.Text {
					t.Errorf("%s: context is not at %d", c.ID, start)
				}
			}
			for _, r := range c.Reasons {
				for _, span := range r.A {
					if words := string(texts[c.A.Article][span[0]:span[1]]); !strings.Contains(r.Sentence, words) {
						t.Errorf("%s: sentence %q lacks %q", c.ID, r.Sentence, words)
					}
				}
			}
		}
	}
}

func TestJSONShape(t *testing.T) {
	d := readJSON(t, assembled(t, nil))
	if d.Format != "counterclaim-report" || d.Version != 1 || d.Coverage.Compared != 16 || len(d.Articles) != 2 {
		t.Errorf("head: %+v", d)
	}
	if len(d.Disputes) != 1 || len(d.Disputes[0].Conflicts) != 2 || len(d.Suggested) != 1 || len(d.SetAside) != 1 {
		t.Fatalf("%d disputes, %d suggested, %d set aside", len(d.Disputes), len(d.Suggested), len(d.SetAside))
	}
	differing := d.Disputes[0].Conflicts[1].Reviews
	if len(differing) != 2 || differing[1].Reviewer.Name != "Bo" || differing[1].Judgement != claims.DifferentTimePlaceScope {
		t.Errorf("reviews: %+v", differing)
	}
}

func TestJSONListsAreNeverNull(t *testing.T) {
	c := judged(conflict("c", claims.Side{}, claims.Side{}, "", 0, nil), claims.Judged, claims.Contradicts)
	for name, r := range map[string]report.Report{
		"empty":      {},
		"bare":       report.Assemble(nil, nil, claims.Coverage{}, report.Options{}),
		"bare sides": report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, nil, claims.Coverage{}, report.Options{}),
	} {
		if doc := string(written(t, report.JSON, r)); strings.Contains(doc, "null") {
			t.Errorf("%s: a list is null:\n%s", name, doc)
		}
	}
}
