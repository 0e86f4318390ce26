package extract_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract"
)

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
