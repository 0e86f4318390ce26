package relate

import (
	"fmt"
	"strings"
	"testing"
)

func TestWeightsTables(t *testing.T) {
	for _, name := range Tables() {
		text, err := tables.ReadFile("weights/" + string(name) + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		all, err := ReadWeights(string(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		seen := map[string]bool{}
		for _, w := range all {
			if seen[w.Evidence] {
				t.Errorf("%s: %q stands there twice", name, w.Evidence)
			}
			seen[w.Evidence] = true
			switch w.Bound {
			case SpeaksFor:
				if w.Conflict < 0 || w.Agree > 0 {
					t.Errorf("%s: %q speaks against a conflict", name, w.Evidence)
				}
			case SpeaksAgainst:
				if w.Conflict > 0 {
					t.Errorf("%s: %q speaks for a conflict", name, w.Evidence)
				}
			case SpeaksFreely, SetByHand:
			default:
				t.Errorf("%s: %q has the bound %q", name, w.Evidence, w.Bound)
			}
			if w.Meaning == "" {
				t.Errorf("%s: nothing says what %q is", name, w.Evidence)
			}
		}
		if !seen["base"] || len(all) < 30 {
			t.Errorf("%s: only %d lines", name, len(all))
		}
	}
	for _, wrong := range []string{"base | free | 1 | 2", "base | free | x | 2 | m", "base | free | 1 | y | m"} {
		if _, err := ReadWeights(wrong); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}

func TestWordingModelIsRead(t *testing.T) {
	if wordingOf() == nil {
		t.Fatal("the learned part is not understood")
	}
}

func TestModalityTable(t *testing.T) {
	l := &lexicon{phrases: map[string][][]string{}}
	known := " must free may barred done almost "
	err := readTable(lexiconFiles, "lexicon/modality.txt", func(line string) error {
		name, _, err := l.named(line)
		if err == nil && !strings.Contains(known, " "+name+" ") {
			return fmt.Errorf("unknown class %q", name)
		}
		return err
	})
	if err != nil || len(modals()) < 40 {
		t.Fatalf("%d words, %v", len(modals()), err)
	}
}
