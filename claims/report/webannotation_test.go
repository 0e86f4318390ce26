package report_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

type webItem struct {
	ID, Type, Motivation string
	Body                 []struct{ ID, Type, Purpose, Value string }
	Target               []struct {
		ID, Type, Source string
		Selector         []struct {
			Type, Exact, Prefix, Suffix string
			Start, End                  int
		}
		State struct{ Type, Cached, SourceDate string }
	}
}

func readAnnotations(t *testing.T, r report.Report) []webItem {
	t.Helper()
	var c struct {
		Context string `json:"@context"`
		Type    string
		Total   int
		First   struct{ Items []webItem }
	}
	if err := json.Unmarshal(written(t, report.WebAnnotations, r), &c); err != nil {
		t.Fatal(err)
	}
	if c.Context != "http://www.w3.org/ns/anno.jsonld" || c.Type != "AnnotationCollection" || c.Total != len(c.First.Items) {
		t.Errorf("collection: %s %s, %d of %d", c.Context, c.Type, c.Total, len(c.First.Items))
	}
	return c.First.Items
}

func TestAnnotationsHoldPairsAndNotes(t *testing.T) {
	var ids []string
	for _, a := range readAnnotations(t, assembled(t, nil)) {
		ids = append(ids, strings.TrimPrefix(a.ID, "urn:counterclaim:"))
	}
	slices.Sort(ids)
	want := []string{"annotation:n1", "annotation:n2", "annotation:n3", "annotation:n4", "annotation:n5", "annotation:n6", "conflict:c1", "conflict:c2", "conflict:c3", "conflict:c4"}
	if !slices.Equal(ids, want) {
		t.Errorf("ids %v, want %v", ids, want)
	}
}

// Both selectors cut the same words out of the text, and the words stand
// between prefix and suffix.
func TestAnnotationSelectorsAgree(t *testing.T) {
	texts := map[string]string{"https://courier.example/ferry?id=7&p=1": courierText, "https://meridian.example/news#top": meridianText}
	seen := 0
	for _, a := range readAnnotations(t, assembled(t, nil)) {
		if strings.Contains(a.ID, ":conflict:") && (a.Motivation != "linking" || len(a.Target) != 2) {
			t.Errorf("%s: motivation %s with %d targets", a.ID, a.Motivation, len(a.Target))
		}
		for _, target := range a.Target {
			if target.Type != "SpecificResource" {
				continue
			}
			seen++
			quote, position := target.Selector[0], target.Selector[1]
			text := texts[target.Source]
			if got := string([]rune(text)[position.Start:position.End]); got != quote.Exact {
				t.Errorf("%s: position gives %q, quotation %q", a.ID, got, quote.Exact)
			}
			if !strings.Contains(text, quote.Prefix+quote.Exact+quote.Suffix) {
				t.Errorf("%s: prefix and suffix do not stand around %q", a.ID, quote.Exact)
			}
			if target.State.Type != "TimeState" || !strings.HasPrefix(target.State.Cached, "ni:///sha-256;") || len(target.State.Cached) != len("ni:///sha-256;")+43 || target.State.SourceDate == "" {
				t.Errorf("%s: state %+v", a.ID, target.State)
			}
		}
	}
	if seen != 11 {
		t.Errorf("%d targets with selectors, want 11", seen)
	}
}

func TestAnnotationsOfBrokenData(t *testing.T) {
	c := judged(conflict("c", claims.Side{}, claims.Side{}, "", 0, nil), claims.Judged, claims.Contradicts)
	notes := []claims.Annotation{note("n", claims.Linking, "javascript:alert(1)", claims.Target{Conflict: "c"})}
	items := readAnnotations(t, report.Assemble([]claims.DisputeDetail{{Details: []claims.ConflictDetail{c}}}, notes, claims.Coverage{}, report.Options{}))
	if len(items) != 2 || items[1].Body[0].ID != "" || items[1].Body[0].Value != "javascript:alert(1)" {
		t.Errorf("items: %+v", items)
	}
}
