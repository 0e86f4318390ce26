package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims/english/parser"
	"github.com/counterclaim/counterclaim/claims/english/surface"
	"github.com/counterclaim/counterclaim/claims/english/tagger"
)

// folds is into how many parts the training data is cut, each of which is
// tagged by a tagger that has learned from the others.
const folds = 5

func newParserCommand() *cobra.Command {
	var files treebankFiles
	options := parser.Usual()
	command := &cobra.Command{
		Use:   "parser",
		Short: "Train the parser",
		Long: "Train the parser on trees whose words are tagged by taggers that have not seen them,\n" +
			"and measure it with a tagger trained on all of them.",
		Example: "  train parser --train a-train.conllu.gz,b-train.conllu.gz --test a-test.conllu.gz -o parser.model",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainParser(cmd.OutOrStdout(), files, options)
		},
	}
	files.flags(command)
	command.Flags().IntVar(&options.Epochs, "epochs", options.Epochs, "how often to go through the training data")
	command.Flags().Float32Var(&options.Choice.Keep, "keep", options.Choice.Keep, "weight a feature of actions must reach to be kept")
	command.Flags().Float32Var(&options.Naming.Keep, "keep-naming", options.Naming.Keep, "the same for relations")
	return command
}

func trainParser(out io.Writer, files treebankFiles, options parser.Options) error {
	trees, err := readTreebanks(files.train)
	if err != nil {
		return err
	}
	tests, err := files.testSets()
	if err != nil {
		return err
	}
	tagged, err := jackknife(trees)
	if err != nil {
		return err
	}
	whole, err := newTagger(trees)
	if err != nil {
		return err
	}
	model, err := parser.Train(tagged, options)
	if err != nil {
		return err
	}
	trained, err := parser.Read(model)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "parser: %d sentences, %+v, %d bytes\n", len(trees), options, len(model))
	for _, test := range tests {
		reportParser(out, trained, test.name, parserTrees(whole, test.trees))
	}
	return files.write(model)
}

// jackknife tags each part of the trees by a tagger that has learned from the
// other parts, so that the parser learns from tags with as many mistakes as it
// will see in use.
func jackknife(trees []sentence) ([]parser.Tree, error) {
	var tagged []parser.Tree
	for fold := range folds {
		first, last := fold*len(trees)/folds, (fold+1)*len(trees)/folds
		t, err := newTagger(slices.Concat(trees[:first], trees[last:]))
		if err != nil {
			return nil, err
		}
		tagged = append(tagged, parserTrees(t, trees[first:last])...)
	}
	return tagged, nil
}

func newTagger(trees []sentence) (*tagger.Tagger, error) {
	model, err := tagger.Train(taggedSentences(trees), tagger.Usual())
	if err != nil {
		return nil, err
	}
	return tagger.Read(model)
}

func parserTrees(t *tagger.Tagger, sentences []sentence) []parser.Tree {
	var trees []parser.Tree
	for _, s := range sentences {
		tree := parser.Tree{Heads: s.heads}
		tags := tagWords(t, s.words)
		for i, word := range s.words {
			tree.Tokens = append(tree.Tokens, parser.Token{Word: surface.Of(word), Fine: tags[i].Fine, Coarse: tags[i].Coarse})
			tree.Relations = append(tree.Relations, keptRelation(s.relations[i]))
		}
		trees = append(trees, tree)
	}
	return trees
}

// keptRelation leaves out of a relation the kind that nothing is made of.
func keptRelation(relation string) string {
	plain, kind, _ := strings.Cut(relation, ":")
	switch kind {
	case "pass", "outer", "poss", "relcl", "prt", "agent":
		return relation
	}
	return plain
}

// parseScore counts words, those whose head is right, and those whose head and
// relation are, kinds of relations left out.
type parseScore struct{ words, heads, arcs int }

func (s parseScore) String() string {
	return fmt.Sprintf("UAS %s, LAS %s of %d words", percent(s.heads, s.words), percent(s.arcs, s.words), s.words)
}

func reportParser(out io.Writer, p *parser.Parser, name string, trees []parser.Tree) {
	began := time.Now()
	score := measureParser(p, trees)
	fmt.Fprintf(out, "%s: %s, %s\n", name, score, perSecond(score.words, began))
}

func measureParser(p *parser.Parser, trees []parser.Tree) parseScore {
	var score parseScore
	run := p.Start()
	for _, tree := range trees {
		for i, arc := range run.Parse(tree.Tokens) {
			score.words++
			if arc.Head != tree.Heads[i] {
				continue
			}
			score.heads++
			if plainRelation(p.Relations()[arc.Relation]) == plainRelation(tree.Relations[i]) {
				score.arcs++
			}
		}
	}
	return score
}

func plainRelation(relation string) string {
	plain, _, _ := strings.Cut(relation, ":")
	return plain
}
