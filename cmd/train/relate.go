package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/relate"
)

func newRelateCommand() *cobra.Command {
	var o relateOptions
	command := &cobra.Command{
		Use:   "relate",
		Short: "Fit the weights of the comparison of two claims, and its learned part",
		Long: "Fits the weights in which all evidence about a pair of claims meets. A pair is a line {\"id\",\"a\",\"b\",\"label\"};\n" +
			"what stands before the first dash of an id is its domain. Figures are given for each domain as if it had not been trained on.",
		Example: "  train relate --train pairs.jsonl --words more.jsonl --test dev.jsonl -o claims/relate",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainRelate(cmd.OutOrStdout(), o)
		},
	}
	command.Flags().StringSliceVar(&o.train, "train", nil, "pairs to fit with (.jsonl)")
	command.Flags().StringSliceVar(&o.words, "words", nil, "more pairs for the learned part alone (.jsonl)")
	command.Flags().StringSliceVar(&o.test, "test", nil, "pairs to measure with (.jsonl)")
	command.Flags().StringVar(&o.holdout, "holdout", "", "leave out the pairs of the domains that begin with this, and measure with them")
	command.Flags().BoolVar(&o.quick, "quick", false, "leave out the figures by domain, which take a fit each")
	command.Flags().StringVarP(&o.out, "out", "o", "", "folder to write weights.txt and wording.model to; not written without")
	_ = command.MarkFlagRequired("train")
	return command
}

type relateOptions struct {
	train, words, test []string
	holdout, out       string
	quick              bool
}

// pairLine is a labelled pair as it is read.
type pairLine struct {
	ID       string `json:"id"`
	A        string `json:"a"`
	B        string `json:"b"`
	ASpeaker string `json:"a_speaker"`
	BSpeaker string `json:"b_speaker"`
	ADate    string `json:"a_date"`
	BDate    string `json:"b_date"`
	Label    string `json:"label"`
}

// studied is a labelled pair as the comparison sees it.
type studied struct {
	domain   string
	label    int
	evidence relate.Evidence
	words    []linear.Feature
	weight   float64 // how much it counts
}

// labelOf gives the class of a label; what is no conflict and no agreement is
// neither.
func labelOf(label string) int {
	switch label {
	case "conflict", "contradiction":
		return relate.WordsOfConflict
	case "agree", "entailment":
		return relate.WordsOfAgreement
	}
	return relate.WordsOfNeither
}

// studyAll reads files of pairs, and compares the two sides of each.
func studyAll(paths []string) ([]studied, error) {
	lines, err := readPairLines(paths)
	if err != nil {
		return nil, err
	}
	return studyPairs(lines), nil
}

// studyPairs compares the two sides of each pair, on two threads.
func studyPairs(lines []pairLine) []studied {
	const threads = 2
	out := make([]studied, len(lines))
	var wait sync.WaitGroup
	for thread := range threads {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := thread; i < len(lines); i += threads {
				out[i] = studyPair(lines[i])
			}
		}()
	}
	wait.Wait()
	return out
}

func studyPair(l pairLine) studied {
	a := relate.ProposeText(relate.Bare{ID: l.ID + "#a", Text: l.A, Speaker: l.ASpeaker, Date: l.ADate})
	b := relate.ProposeText(relate.Bare{ID: l.ID + "#b", Text: l.B, Speaker: l.BSpeaker, Date: l.BDate})
	domain, _, _ := strings.Cut(l.ID, "-")
	s := studied{domain: domain, label: labelOf(l.Label), weight: 1}
	s.evidence, s.words = relate.Study(a, b)
	return s
}

func readPairLines(paths []string) ([]pairLine, error) {
	var out []pairLine
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for n := 1; lines.Scan(); n++ {
			var l pairLine
			if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
				_ = file.Close()
				return nil, fmt.Errorf("%s, line %d is no pair: %w", path, n, err)
			}
			out = append(out, l)
		}
		_ = file.Close()
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
	}
	return out, nil
}

// strangersOf pairs the first side of each pair with the second of another of
// the same domain, as most pairs of an archive have nothing to do with each
// other.
func strangersOf(lines []pairLine, every int) []pairLine {
	var out []pairLine
	for i := 0; i+7 < len(lines); i += every {
		x, y := lines[i], lines[i+7]
		x.B, x.BSpeaker, x.BDate, x.Label = y.B, y.BSpeaker, y.BDate, "neutral"
		x.ID += "-stranger"
		out = append(out, x)
	}
	return out
}

// domainsOf lists the domains of pairs.
func domainsOf(all []studied) []string {
	var out []string
	for _, s := range all {
		if !slices.Contains(out, s.domain) {
			out = append(out, s.domain)
		}
	}
	return out
}

// split parts the pairs of a domain from the others.
func split(all []studied, domain string) (rest, of []studied) {
	for _, s := range all {
		if strings.HasPrefix(s.domain, domain) {
			of = append(of, s)
		} else {
			rest = append(rest, s)
		}
	}
	return rest, of
}

func trainRelate(report io.Writer, o relateOptions) error {
	lines, err := readPairLines(o.train)
	if err != nil {
		return err
	}
	pairs := studyPairs(lines)
	strangers := studyPairs(strangersOf(lines, 4))
	more, err := studyAll(o.words)
	if err != nil {
		return err
	}
	for i := range more {
		more[i].weight = moreWeight
	}
	if o.holdout != "" {
		var held []studied
		pairs, held = split(pairs, o.holdout)
		strangers, _ = split(strangers, o.holdout)
		f := fitAll(pairs, strangers, more)
		fmt.Fprintf(report, "%s held out: %s\n", o.holdout, f.figures(held))
		return nil
	}
	domains := domainsOf(pairs)
	if o.quick {
		domains = nil
	}
	for _, domain := range domains {
		rest, held := split(pairs, domain)
		others, _ := split(strangers, domain)
		fmt.Fprintf(report, "%-6s held out: %s\n", domain, fitAll(rest, others, more).figures(held))
	}
	f := fitAll(pairs, strangers, more)
	fmt.Fprintf(report, "all    trained on: %s\n", f.figures(pairs))
	for _, path := range o.test {
		test, err := studyAll([]string{path})
		if err != nil {
			return err
		}
		fmt.Fprintf(report, "%s: %s\n", path, f.figures(test))
	}
	if o.out == "" {
		return nil
	}
	return f.write(report, o.out)
}
