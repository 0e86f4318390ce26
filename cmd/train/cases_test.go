package main

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/counterclaim/counterclaim/claims/relate"
)

func TestNameOf(t *testing.T) {
	for _, c := range []struct{ name, speaker, want string }{
		{"role in front", "Finance chief Ilse Brandt", "Ilse Brandt"},
		{"title of two words", "Prime Minister Anna Berg", "Anna Berg"},
		{"no name", "a wounded smuggler", "a wounded smuggler"},
		{"one word", "Reve", "Reve"},
		{"nobody", "", ""},
	} {
		if got := nameOf(c.speaker); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestReadCases(t *testing.T) {
	folder := t.TempDir()
	text := "name: one\nA: the mill burned\nA date: 2031-01-02\nB: the mill did not burn\nrelation: conflict\nfor: negation\n\nname: half\nA: nothing to put beside it\n"
	if err := os.WriteFile(filepath.Join(folder, "x.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := readCases(folder)
	if err != nil || len(got) != 1 {
		t.Fatalf("%d cases, %v", len(got), err)
	}
	if c := got[0]; c.A != "the mill burned" || c.B != "the mill did not burn" || c.ADate != "2031-01-02" || labelOf(c.Label) != relate.WordsOfConflict {
		t.Errorf("%+v", c)
	}
	if _, err := readCases(t.TempDir()); err == nil {
		t.Error("an empty folder was read")
	}
}

func TestStoriesStandInTheirArticle(t *testing.T) {
	s := story{File: "war", Title: "Fire at Marlow", Statements: []storyStatement{
		{"1", "Fire chief Dana Orr", "2031-03-04", "it started in the cellar"}, {"2", "Paul Vance", "2031-03-04", "it began in the silo"},
	}, Label: map[[2]int]string{{0, 1}: "conflict"}}
	got := inArchive([]story{s}, 0)
	if len(got) != 1 || got[0].Label != "conflict" || got[0].ASpeaker != "Dana Orr" {
		t.Fatalf("%+v", got)
	}
	if want := "Fire at Marlow. Dana Orr. Paul Vance"; got[0].aAround != want || got[0].bAround != want {
		t.Errorf("around: %q and %q", got[0].aAround, got[0].bAround)
	}
}

// Scores that are too bold and too high are brought to the shares that are found.
func TestLevelMeetsShares(t *testing.T) {
	weights := []relate.Weight{
		{Evidence: "base", Bound: relate.SpeaksFreely, Conflict: 1, Agree: -2},
		{Evidence: "negation", Bound: relate.SpeaksFor, Conflict: 3},
		{Evidence: "one speaker", Bound: relate.SetByHand, Conflict: -0.5},
	}
	var pairs []studied
	for i := range 40 {
		x := relate.Evidence{"base": 1, "negation": float64(i % 2)}
		label := relate.WordsOfNeither
		if i%2 == 1 && i%8 != 1 || i%8 == 2 { // 3 in 4 with the evidence, 1 in 4 without
			label = relate.WordsOfConflict
		}
		pairs = append(pairs, studied{label: label, evidence: x, weight: 1})
	}
	out := level(weights, [][]studied{pairs})
	for value, want := range map[float64]float64{0: 0.25, 1: 0.75} {
		if got := softmax(sumsOf(out, relate.Evidence{"base": 1, "negation": value}))[0]; math.Abs(got-want) > 0.03 {
			t.Errorf("with evidence %v: %.2f, want %.2f", value, got, want)
		}
	}
	if out[2].Conflict != -0.5 {
		t.Errorf("what was set by hand was moved to %v", out[2].Conflict)
	}
}
