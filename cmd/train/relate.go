package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

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
		Example: "  train relate --train pairs.jsonl --more other.jsonl --stories testdata/stories --cases testdata/pairs --test dev.jsonl -o claims/relate",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainRelate(cmd.OutOrStdout(), o)
		},
	}
	command.Flags().StringSliceVar(&o.train, "train", nil, "pairs to fit with (.jsonl)")
	command.Flags().StringSliceVar(&o.more, "more", nil, "pairs that are not news and count less, a file for each set (.jsonl)")
	command.Flags().StringSliceVar(&o.level, "level", nil, "pairs of news by which the level of the scores is set, besides those of --train (.jsonl)")
	command.Flags().StringVar(&o.stories, "stories", "", "folder of stories: their pairs, of which few are conflicts, fit the weights for an archive")
	command.Flags().StringVar(&o.cases, "cases", "", "folder of cases by kind, to fit the weights of reasons of which there are few elsewhere")
	command.Flags().StringSliceVar(&o.test, "test", nil, "pairs to measure with (.jsonl)")
	command.Flags().StringVar(&o.holdout, "holdout", "", "leave out the pairs of the domains that begin with this, and measure with them")
	command.Flags().BoolVar(&o.quick, "quick", false, "leave out the figures by domain, which take a fit each")
	command.Flags().BoolVar(&o.onlyArchive, "only-archive", false, "fit the weights for an archive alone, to the weights for pairs that are built in")
	command.Flags().StringVarP(&o.out, "out", "o", "", "folder to write wording.model and weights/pairs.txt, weights/archive.txt to; not written without")
	command.MarkFlagsOneRequired("train", "only-archive")
	return command
}

type relateOptions struct {
	train, more, level, test     []string
	stories, cases, holdout, out string
	quick, onlyArchive           bool
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

	aAround, bAround string // what stood around the two sides, where it is known
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
	return onItsOwn.all(lines)
}

// studying is how pairs are looked at.
type studying struct {
	engine  relate.Engine
	archive bool // as pairs of an archive
}

var (
	onItsOwn    = studying{}
	ofAnArchive = studying{archive: true}
)

// all compares the two sides of each pair, on two threads.
func (how studying) all(lines []pairLine) ([]studied, error) {
	const threads = 2
	out := make([]studied, len(lines))
	var wait errgroup.Group
	for thread := range threads {
		wait.Go(func() (err error) {
			for i := thread; i < len(lines) && err == nil; i += threads {
				out[i], err = how.one(lines[i])
			}
			return err
		})
	}
	return out, wait.Wait()
}

func (how studying) one(l pairLine) (studied, error) {
	a := relate.ProposeText(relate.Bare{ID: l.ID + "#a", Text: l.A, Speaker: l.ASpeaker, Date: l.ADate, Context: l.aAround})
	b := relate.ProposeText(relate.Bare{ID: l.ID + "#b", Text: l.B, Speaker: l.BSpeaker, Date: l.BDate, Context: l.bAround})
	domain, _, _ := strings.Cut(l.ID, "-")
	s := studied{domain: domain, label: labelOf(l.Label), weight: 1}
	var err error
	s.evidence, s.words, err = how.engine.Study(context.Background(), a, b, how.archive)
	return s, err
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
			if strings.HasSuffix(path, ".tsv") {
				out = append(out, triple(path, n, lines.Text())...)
				continue
			}
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

// triple gives the three pairs of a line of claim, conflict, agreement and
// neither; the first line names them.
func triple(path string, n int, line string) []pairLine {
	parts := strings.Split(line, "\t")
	if n == 1 || len(parts) != 4 {
		return nil
	}
	var out []pairLine
	for i, label := range []string{"conflict", "agree", "neutral"} {
		out = append(out, pairLine{ID: fmt.Sprintf("%s-%d-%s", path, n, label), A: parts[0], B: parts[i+1], Label: label})
	}
	return out
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
	s, err := readSources(o)
	if err != nil {
		return err
	}
	if o.onlyArchive {
		weights := fitArchive(relate.Weights(relate.ForPairs), s.archive)
		s.crossArchive(report, relate.Weights(relate.ForPairs))
		if o.out == "" {
			return nil
		}
		return writeTable(o.out, relate.ForArchive, weights)
	}
	if o.holdout != "" {
		held, _ := s.heldOut(o.holdout)
		fmt.Fprintf(report, "%s held out: %s\n", o.holdout, fitAll(s.without(o.holdout)).figures(held))
		return nil
	}
	if !o.quick {
		for _, domain := range domainsOf(s.news) {
			held, _ := s.heldOut(domain)
			fmt.Fprintf(report, "%-6s held out: %s\n", domain, fitAll(s.without(domain)).figures(held))
		}
	}
	f := fitAll(s)
	fmt.Fprintf(report, "all    trained on: %s\n", f.figures(s.news))
	for _, path := range o.test {
		test, err := studyAll([]string{path})
		if err != nil {
			return err
		}
		fmt.Fprintf(report, "%s: %s\n", path, f.figures(test))
	}
	if len(s.archive) > 0 {
		s.crossArchive(report, f.pairs)
	}
	if o.out == "" {
		return nil
	}
	return f.write(report, o.out)
}

// readSources reads and compares all pairs that a fit is made from.
func readSources(o relateOptions) (s sources, err error) {
	lines, err := readPairLines(o.train)
	if err != nil {
		return s, err
	}
	if s.news, err = onItsOwn.all(lines); err != nil {
		return s, err
	}
	if s.strangers, err = onItsOwn.all(strangersOf(lines, 4)); err != nil {
		return s, err
	}
	if s.more, err = studySets(o.more); err != nil {
		return s, err
	}
	if s.level, err = studySets(o.level); err != nil {
		return s, err
	}
	if o.cases != "" {
		cases, err := readCases(o.cases)
		if err != nil {
			return s, err
		}
		studied, err := onItsOwn.all(cases)
		if err != nil {
			return s, err
		}
		s.more = append(s.more, studied)
	}
	if o.stories == "" {
		return s, nil
	}
	stories, err := readStories(o.stories)
	if err != nil {
		return s, err
	}
	stories = slices.DeleteFunc(stories, func(s story) bool { return s.Held })
	pairs, err := ofAnArchive.all(inArchive(stories, strangersPerStory))
	for _, p := range pairs {
		if p.evidence["clash"] > 0 {
			s.archive = append(s.archive, p)
		}
	}
	return s, err
}

// studySets compares the pairs of each file.
func studySets(paths []string) (sets [][]studied, err error) {
	for _, path := range paths {
		set, err := studyAll([]string{path})
		if err != nil {
			return nil, err
		}
		sets = append(sets, set)
	}
	return sets, nil
}

// heldOut gives the pairs of news of a domain.
func (s sources) heldOut(domain string) (held, rest []studied) {
	rest, held = split(s.news, domain)
	return held, rest
}
