package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims/english/surface"
	"github.com/counterclaim/counterclaim/claims/english/tagger"
)

func newTaggerCommand() *cobra.Command {
	var files treebankFiles
	options := tagger.Usual()
	command := &cobra.Command{
		Use:     "tagger",
		Short:   "Train the tagger",
		Example: "  train tagger --train a-train.conllu.gz,b-train.conllu.gz --test a-test.conllu.gz -o tagger.model",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainTagger(cmd.OutOrStdout(), files, options)
		},
	}
	files.flags(command)
	command.Flags().IntVar(&options.Epochs, "epochs", options.Epochs, "how often to go through the training data")
	command.Flags().Float32Var(&options.Keep, "keep", options.Keep, "weight a feature must reach to be kept")
	command.Flags().Float32Var(&options.Margin, "margin", options.Margin, "by how much the right tag must win")
	command.Flags().Float32Var(&options.Threshold, "threshold", options.Threshold, "leave out weights nearer to zero")
	return command
}

func trainTagger(out io.Writer, files treebankFiles, options tagger.Options) error {
	trees, err := readTreebanks(files.train)
	if err != nil {
		return err
	}
	tests, err := files.testSets()
	if err != nil {
		return err
	}
	model, err := tagger.Train(taggedSentences(trees), options)
	if err != nil {
		return err
	}
	trained, err := tagger.Read(model)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "tagger: %d sentences, %+v, %d bytes\n", len(trees), options, len(model))
	for _, test := range tests {
		began := time.Now()
		score := measureTagger(trained, test.trees)
		fmt.Fprintf(out, "%s: %s, %s\n", test.name, score, perSecond(score.words, began))
	}
	return files.write(model)
}

func taggedSentences(trees []sentence) []tagger.Sentence {
	tagged := make([]tagger.Sentence, 0, len(trees))
	for _, tree := range trees {
		s := tagger.Sentence{Words: tree.words}
		for i := range tree.words {
			s.Tags = append(s.Tags, tagger.Tag{Fine: tree.fine[i], Coarse: tree.coarse[i]})
		}
		tagged = append(tagged, s)
	}
	return tagged
}

// tagWords tags a sentence as the program does.
func tagWords(t *tagger.Tagger, words []string) []tagger.Tag {
	seen := make([]surface.Word, len(words))
	for i, word := range words {
		seen[i] = surface.Of(word)
	}
	numbers := make([]uint8, len(words))
	t.Tag(seen, numbers)
	tags := make([]tagger.Tag, len(words))
	for i, number := range numbers {
		tags[i] = t.Tags()[number]
	}
	return tags
}

// tagScore counts words and those whose tag is right.
type tagScore struct{ words, fine, coarse int }

func (s tagScore) String() string {
	return fmt.Sprintf("XPOS %s, UPOS %s of %d words", percent(s.fine, s.words), percent(s.coarse, s.words), s.words)
}

func measureTagger(t *tagger.Tagger, trees []sentence) tagScore {
	var score tagScore
	for _, tree := range trees {
		for i, tag := range tagWords(t, tree.words) {
			score.words++
			if tag.Fine == tree.fine[i] {
				score.fine++
			}
			if tag.Coarse == tree.coarse[i] {
				score.coarse++
			}
		}
	}
	return score
}
