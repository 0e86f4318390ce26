package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadSentences(t *testing.T) {
	const text = "# text = He didn't.\n" +
		"1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n" +
		"2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"2\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_\n" +
		"2.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n" +
		"3\tn't\tnot\tPART\tRB\t_\t2\tadvmod:neg\t_\t_\n" +
		"\n" +
		"1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_"
	got, err := readSentences(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	want := []sentence{
		{
			words: []string{"He", "did", "n't"}, lemmas: []string{"he", "do", "not"}, coarse: []string{"PRON", "AUX", "PART"}, fine: []string{"PRP", "VBD", "RB"},
			heads: []int{1, -1, 1}, relations: []string{"nsubj", "root", "advmod:neg"},
		},
		{words: []string{"No"}, lemmas: []string{"no"}, coarse: []string{"INTJ"}, fine: []string{"UH"}, heads: []int{-1}, relations: []string{"root"}},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(sentence{})); diff != "" {
		t.Errorf("sentences differ (-want +got):\n%s", diff)
	}
}

func TestReadSentencesRefuses(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"too few columns", "1\tHe\the\n"},
		{"a head that is no number", "1\tHe\the\tPRON\tPRP\t_\tx\tnsubj\t_\t_\n"},
		{"a head behind the sentence", "1\tHe\the\tPRON\tPRP\t_\t5\tnsubj\t_\t_\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := readSentences(strings.NewReader(c.text)); err == nil {
				t.Error("it was read")
			}
		})
	}
}

func TestLettersOfTheLexicon(t *testing.T) {
	words := map[string]wordUses{}
	addSynset(words, 'n', "06739492 10 n 02 claim 0 New_York 0 001 @ 06736405 n 0000 | an assertion")
	addSynset(words, 'v', "00756649 32 v 01 claim 0 001 @ 00756338 v 0000 | assert")
	addSynset(words, 'a', "  1 This software")
	countUses(words, "claim%1:10:00:: 06739492 1 9")
	countUses(words, "claim%2:32:00:: 00756649 1 1")
	countUses(words, "other%2:32:00:: 00756649 1 1")
	if len(words) != 1 || words["claim"].letters() != "Nv" {
		t.Errorf("words are %v, claim is %q", words, words["claim"].letters())
	}
}
