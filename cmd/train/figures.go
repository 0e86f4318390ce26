package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"

	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// calibration compares what scores promise with what came true, in ten bins.
type calibration [10]struct{ n, score, real float64 }

func (c *calibration) add(score float64, real bool) {
	b := &c[min(9, int(score*10))]
	b.n, b.score, b.real = b.n+1, b.score+score, b.real+float64(count(real))
}

// gap gives the calibration error: the mean distance of score and share, each
// bin by its size.
func (c *calibration) gap() float64 {
	gap, n := 0.0, 0.0
	for _, b := range c {
		gap, n = gap+math.Abs(b.score-b.real), n+b.n
	}
	return gap / max(1, n)
}

// tally counts what is called a conflict.
type tally struct {
	right, called, conflicts, all int
	calibration
}

func (t *tally) add(score float64, says, is bool) {
	t.all++
	t.conflicts += count(is)
	t.called += count(says)
	t.right += count(is && says)
	t.calibration.add(score, is)
}

func (t *tally) String() string {
	p, r := float64(t.right)/float64(max(1, t.called)), float64(t.right)/float64(max(1, t.conflicts))
	return fmt.Sprintf("precision %.3f recall %.3f F1 %.3f false alarms %.3f calibration error %.3f of %d pairs", p, r,
		2*p*r/max(1e-9, p+r), float64(t.called-t.right)/float64(max(1, t.all-t.conflicts)), t.gap(), t.all)
}

// figures says how well a fit does on pairs.
func (f fit) figures(pairs []studied) string {
	var t tally
	for _, s := range pairs {
		told := f.words.told(s)
		p := softmax(sumsOf(f.pairs, told.evidence))
		words := told.evidence["words of conflict"]
		reasoned := told.evidence["reason"] > 0 || words >= relate.MeaningLeast && words >= told.evidence["words of agreement"]
		if !reasoned {
			p[0] = min(p[0], relate.Unreasoned)
		}
		t.add(p[0], p[0] >= relate.Likely && reasoned, s.label == relate.WordsOfConflict)
	}
	return t.String()
}

// crossArchive reports how well weights for an archive do on the pairs of each
// domain when they are fitted to the others.
func (s sources) crossArchive(report io.Writer, pairs []relate.Weight) {
	var t tally
	for _, domain := range domainsOf(s.archive) {
		rest, held := split(s.archive, domain)
		weights := fitArchive(pairs, rest)
		for _, p := range held {
			score := softmax(sumsOf(weights, p.evidence))[0]
			t.add(score, score >= relate.Threshold, p.label == relate.WordsOfConflict)
		}
	}
	_, _ = fmt.Fprintf(report, "archive, each domain held out, pairs in which words clash: %s\n", &t)
	for i, b := range t.calibration {
		if b.n > 0 {
			_, _ = fmt.Fprintf(report, "  score from %.1f: %4.0f pairs, expected conflicts %5.1f, found %3.0f\n", float64(i)/10, b.n, b.score, b.real)
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// write writes the tables of weights, to the folder weights, and wording.model.
func (f fit) write(report io.Writer, folder string) error {
	const least = 0.02 // what a weight of the learned part must reach to be kept
	packed, err := linear.Pack(3, least, f.words.all())
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintf(report, "wording.model: %d bytes\n", len(packed))
	if err := os.WriteFile(filepath.Join(folder, "wording.model"), packed, 0o644); err != nil {
		return err
	}
	if err := writeTable(folder, relate.ForPairs, f.pairs); err != nil || f.archive == nil {
		return err
	}
	return writeTable(folder, relate.ForArchive, f.archive)
}

// writeTable writes a table of weights to the folder weights of a folder.
func writeTable(folder string, table relate.Table, weights []relate.Weight) error {
	var out bytes.Buffer
	out.WriteString(heads[table] + headOfAll)
	for _, w := range weights {
		_, _ = fmt.Fprintf(&out, "%-26s | %-7s | %6.2f | %6.2f | %s\n", w.Evidence, w.Bound, w.Conflict, w.Agree, w.Meaning)
	}
	return os.WriteFile(filepath.Join(folder, "weights", string(table)+".txt"), out.Bytes(), 0o644)
}

// headOfAll stands over every table, after what it is for.
const headOfAll = `# On each line: evidence | which way it may speak | for a conflict | for agreement |
# what it is. Log-odds against neither, of a logistic regression in which a reason
# for a conflict may not count against it, nor one against it for it.
`

var heads = map[relate.Table]string{
	relate.ForPairs: `# How much each piece of evidence counts for a pair of claims; written by "train
# relate".
`,
	relate.ForArchive: `# How much each piece of evidence counts in an archive, where most pairs have
# nothing to do with each other, for a pair in which words clash; written by "train
# relate": the weights for pairs, moved as far as stories call for in which as few
# pairs are conflicts as in an archive.
`,
	relate.ForJudgedPairs: `# How much each piece of evidence counts for a pair of claims that the judge has
# read; written by "train judged", near the weights for pairs.
`,
	relate.ForJudgedArchive: `# How much each piece of evidence counts for a pair of an archive that the judge has
# read, whether words clash in it or not; written by "train judged", near the
# weights for an archive.
`,
	relate.ForDepth: `# How likely it is that a pair of an archive is a conflict, before the judge has
# read it and whether words clash in it or not: the likeliest are read first.
# Written by "train judged".
`,
}
