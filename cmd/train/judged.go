package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims/relate"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// judgedOptions are the flags of the command.
type judgedOptions struct {
	pairs        []string
	stories, out string
}

func newJudgedCommand() *cobra.Command {
	var o judgedOptions
	command := &cobra.Command{
		Use:   "judged",
		Short: "Fit the weights for pairs that the judge has read, and for choosing what it reads",
		Long: "Fits how much the judge counts beside what the detectors find. The judge must not have been trained on any of the\n" +
			"pairs: of the stories only those held back serve for that. What it reads is chosen by weights fitted to all stories.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return trainJudged(cmd.OutOrStdout(), o) },
	}
	command.Flags().StringSliceVar(&o.pairs, "pairs", nil, "pairs of news, about half of them conflicts (.jsonl)")
	command.Flags().StringVar(&o.stories, "stories", "", "folder of stories")
	command.Flags().StringVarP(&o.out, "out", "o", "", "folder whose folder weights is written to; not written without")
	return command
}

func trainJudged(report io.Writer, o judgedOptions) error {
	model, err := judge.Embedded()
	if err != nil {
		return err
	}
	fitted := map[relate.Table][]relate.Weight{}
	if len(o.pairs) > 0 {
		if fitted[relate.ForJudgedPairs], err = fitJudgedPairs(report, model, o.pairs); err != nil {
			return err
		}
	}
	if o.stories != "" {
		if err := fitJudgedArchive(report, model, o.stories, fitted); err != nil {
			return err
		}
	}
	for _, table := range relate.Tables() {
		if weights := fitted[table]; o.out != "" && weights != nil {
			if err := writeTable(o.out, table, weights); err != nil {
				return err
			}
		}
	}
	return nil
}

func fitJudgedPairs(report io.Writer, model *judge.Model, paths []string) ([]relate.Weight, error) {
	lines, err := readPairLines(paths)
	if err != nil {
		return nil, err
	}
	pairs, err := studying{engine: relate.Engine{Judge: model}}.all(lines)
	if err != nil {
		return nil, err
	}
	fit := func(pairs []studied) []relate.Weight {
		return level(fitNear(relate.ForJudgedPairs, relate.Weights(relate.ForPairs), pairs), [][]studied{pairs})
	}
	crossed(report, "pairs, read by the judge", pairs, relate.Likely, fit)
	return fit(pairs), nil
}

func fitJudgedArchive(report io.Writer, model *judge.Model, folder string, fitted map[relate.Table][]relate.Weight) error {
	stories, err := readStories(folder)
	if err != nil {
		return err
	}
	all, err := ofAnArchive.all(inArchive(stories, strangersPerStory))
	if err != nil {
		return err
	}
	archive := relate.Weights(relate.ForArchive)
	depth := fitNear(relate.ForDepth, archive, all)
	fitted[relate.ForDepth] = depth
	chosen(report, all, depth)

	held := slices.DeleteFunc(slices.Clone(stories), func(s story) bool { return !s.Held })
	lines := inArchive(held, strangersPerStory)
	shallow, err := ofAnArchive.all(lines)
	if err != nil {
		return err
	}
	var worth []pairLine
	for i, s := range shallow {
		if softmax(sumsOf(depth, s.evidence))[0] >= relate.LeastWorth {
			worth = append(worth, lines[i])
		}
	}
	read, err := studying{engine: relate.Engine{Judge: model}, archive: true}.all(worth)
	if err != nil {
		return err
	}
	fitDeep := func(pairs []studied) []relate.Weight { return fitAround(relate.ForJudgedArchive, archive, pairs) }
	_, _ = fmt.Fprintf(report, "stories held back: %d pairs, of them %d worth reading\n", len(lines), len(worth))
	crossed(report, "archive, read by the judge", read, relate.Threshold, fitDeep)
	fitted[relate.ForJudgedArchive] = fitDeep(read)
	return nil
}

// fitNear fits a table, held near to the weights of another for the evidence
// that both have, and to nothing for the rest.
func fitNear(table relate.Table, other []relate.Weight, pairs []studied) []relate.Weight {
	start := relate.Weights(table)
	for i := range start {
		start[i].Conflict, start[i].Agree = 0, 0
		for _, w := range other {
			if w.Evidence == start[i].Evidence {
				start[i].Conflict, start[i].Agree = w.Conflict, w.Agree
			}
		}
	}
	return fitWeights(start, pairs, other)
}

// fitAround does the same, but leaves the weights of the other table as they are:
// for few pairs.
func fitAround(table relate.Table, other []relate.Weight, pairs []studied) []relate.Weight {
	start := relate.Weights(table)
	bounds := map[string]relate.Bound{}
	for i := range start {
		w := &start[i]
		bounds[w.Evidence] = w.Bound
		w.Conflict, w.Agree = 0, 0
		for _, o := range other {
			if o.Evidence == w.Evidence {
				w.Conflict, w.Agree = o.Conflict, o.Agree
				if w.Evidence != "base" {
					w.Bound = relate.SetByHand
				}
			}
		}
	}
	fitted := fitWeights(start, pairs, nil)
	for i := range fitted {
		fitted[i].Bound = bounds[fitted[i].Evidence]
	}
	return fitted
}

// crossed reports how well weights do on pairs of domains they were not fitted
// to; where there is one domain, on each fifth of the pairs.
func crossed(report io.Writer, what string, pairs []studied, least float64, fit func([]studied) []relate.Weight) {
	const folds = 5
	domains := domainsOf(pairs)
	var t tally
	for fold := range folds {
		var rest, held []studied
		for i, p := range pairs {
			part := i / 20
			if len(domains) >= folds {
				part = slices.Index(domains, p.domain)
			}
			if part%folds == fold {
				held = append(held, p)
			} else {
				rest = append(rest, p)
			}
		}
		weights := fit(rest)
		for _, p := range held {
			score := softmax(sumsOf(weights, p.evidence))[0]
			t.add(score, score >= least, p.label == relate.WordsOfConflict)
		}
	}
	_, _ = fmt.Fprintf(report, "%s, by weights not fitted to them: %s\n", what, &t)
	for i, b := range t.calibration {
		if b.n > 0 {
			_, _ = fmt.Fprintf(report, "  score from %.1f: %5.0f pairs, expected conflicts %5.1f, found %3.0f\n", float64(i)/10, b.n, b.score, b.real)
		}
	}
}

// chosen reports how many conflicts are among the pairs worth reading, by how
// likely these have to be.
func chosen(report io.Writer, pairs []studied, depth []relate.Weight) {
	for _, least := range []float64{0.005, 0.01, 0.02, 0.05, 0.1} {
		var t tally
		for _, p := range pairs {
			score := softmax(sumsOf(depth, p.evidence))[0]
			t.add(score, score >= least, p.label == relate.WordsOfConflict)
		}
		_, _ = fmt.Fprintf(report, "  worth at least %.3f: %d of %d pairs, %d of %d conflicts\n", least, t.called, t.all, t.right, t.conflicts)
	}
}
