package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims/english/lexicon"
)

func newLemmasCommand() *cobra.Command {
	var tests []string
	var show int
	command := &cobra.Command{
		Use:     "lemmas",
		Short:   "Measure the dictionary forms, given the right tags",
		Example: "  train lemmas --test a-test.conllu.gz",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return measureLemmas(cmd.OutOrStdout(), tests, show)
		},
	}
	command.Flags().StringSliceVar(&tests, "test", nil, "treebanks to measure with (.conllu.gz)")
	command.Flags().IntVar(&show, "show", 0, "how many mistakes to print")
	_ = command.MarkFlagRequired("test")
	return command
}

// inflected are the parts of speech whose words have forms.
var inflected = map[string]bool{
	"NN": true, "NNS": true, "VB": true, "VBP": true, "VBZ": true, "VBD": true, "VBN": true, "VBG": true, "MD": true,
	"JJ": true, "JJR": true, "JJS": true, "RB": true, "RBR": true, "RBS": true,
}

func measureLemmas(out io.Writer, paths []string, show int) error {
	for _, path := range paths {
		trees, err := readTreebanks([]string{path})
		if err != nil {
			return err
		}
		words, right := 0, 0
		for _, tree := range trees {
			for i, word := range tree.words {
				if !inflected[tree.fine[i]] {
					continue
				}
				words++
				low, want := strings.ToLower(strings.ReplaceAll(word, "’", "'")), strings.ToLower(tree.lemmas[i])
				if got := lexicon.Lemma(low, tree.fine[i]); got == want {
					right++
				} else if words-right <= show {
					fmt.Fprintf(out, "%s %s: %s, not %s\n", word, tree.fine[i], want, got)
				}
			}
		}
		fmt.Fprintf(out, "%s: lemmas %s of %d words\n", path, percent(right, words), words)
	}
	return nil
}
