package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract"
	"github.com/counterclaim/counterclaim/claims/extract/attribution"
)

// extractFiles are the files of the training of the attribution model.
type extractFiles struct {
	train, test []string
	out         string
}

func newExtractCommand() *cobra.Command {
	var files extractFiles
	options := attribution.DefaultOptions()
	command := &cobra.Command{
		Use:   "extract",
		Short: "Train the tagger and linker of attributions",
		Long: `Train the tagger and linker of attributions.

The files hold one article a line:
  {"text": "…", "attributions": [{"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 30]]}]}
with offsets in code points, end exclusive. Tagger, parser and rules must be
those of the program that will use the model.`,
		Example: "  train extract --train train.jsonl --test dev.jsonl -o attribution.model",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainExtract(cmd.OutOrStdout(), files, options)
		},
	}
	flags := command.Flags()
	flags.StringSliceVar(&files.train, "train", nil, "articles to learn from (.jsonl)")
	flags.StringSliceVar(&files.test, "test", nil, "articles to measure with (.jsonl)")
	flags.StringVarP(&files.out, "out", "o", "", "file to write the model to; without it only the figures are printed")
	flags.IntVar(&options.Epochs, "epochs", options.Epochs, "how often to go through the articles")
	flags.Float64Var(&options.Dropout, "dropout", options.Dropout, "share of features left out of a step")
	flags.Float32Var(&options.Narrow, "narrow", options.Narrow, "weight a feature must reach to be kept")
	flags.Float32Var(&options.Threshold, "threshold", options.Threshold, "probability an attribution must have")
	_ = command.MarkFlagRequired("train")
	return command
}

func trainExtract(out io.Writer, files extractFiles, options attribution.Options) error {
	examples, err := readArticles(files.train)
	if err != nil {
		return err
	}
	data, err := attribution.Train(examples, options, out)
	if err != nil {
		return err
	}
	model, err := attribution.Read(data)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "attribution: %d articles, %+v, %d bytes\n", len(examples), options, len(data))
	for _, path := range files.test {
		test, err := readArticles([]string{path})
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %s\n", path, model.Evaluate(test))
	}
	if files.out == "" {
		return nil
	}
	return os.WriteFile(files.out, data, 0o644)
}

// article is a line of a file, with offsets in code points.
type article struct {
	Text         string `json:"text"`
	Attributions []struct {
		Source  [][2]int `json:"source"`
		Cue     [][2]int `json:"cue"`
		Content [][2]int `json:"content"`
	} `json:"attributions"`
}

func readArticles(paths []string) ([]attribution.Example, error) {
	var out []attribution.Example
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for n, line := range bytes.Split(data, []byte("\n")) {
			if len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			e, err := readArticle(line)
			if err != nil {
				return nil, fmt.Errorf("%s, line %d: %w", path, n+1, err)
			}
			out = append(out, e)
		}
	}
	return out, nil
}

func readArticle(line []byte) (attribution.Example, error) {
	var a article
	if err := json.Unmarshal(line, &a); err != nil {
		return attribution.Example{}, err
	}
	d := english.Analyse(a.Text)
	e := attribution.Example{Doc: d, Advice: extract.Advice(d)}
	points := claims.NewPoints(a.Text)
	for _, g := range a.Attributions {
		gold := attribution.Gold{}
		for _, part := range []struct {
			from [][2]int
			to   *[]claims.Span
		}{{g.Source, &gold.Source}, {g.Cue, &gold.Cue}, {g.Content, &gold.Content}} {
			for _, p := range part.from {
				span, err := points.Bytes(p)
				if err != nil {
					return e, err
				}
				*part.to = append(*part.to, span)
			}
		}
		e.Gold = append(e.Gold, gold)
	}
	return e, nil
}
