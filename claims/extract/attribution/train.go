package attribution

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// Options steer the training. The zero value is no good: see [DefaultOptions].
type Options struct {
	Epochs      int     // passes over the examples for the tagger
	Rate        float64 // of its first steps
	Dropout     float64 // the share of a token's features left out of a step
	Folds       int     // taggers that mark what they have not seen, for the linker
	LinkEpochs  int
	Bonus       float32 // see [Model]: the weight added to opening a span
	Threshold   float32 // attributions less probable than this are left out
	Narrow      float32 // the tagger is trained anew with the features that got a weight as great as this
	PruneTagger float32 // weights nearer to zero are left out
	PruneLinker float32
}

// DefaultOptions are those of the embedded model, chosen on a development set.
func DefaultOptions() Options {
	return Options{
		Epochs: 7, Rate: 0.05, Dropout: 0.3, Folds: 4, LinkEpochs: 8, Bonus: 1, Threshold: 0.4, Narrow: 0.1, PruneTagger: 0.01, PruneLinker: 0.005,
	}
}

// Train makes a model from examples and gives its bytes, for [Read]. The same
// examples in the same order give the same bytes. Progress goes to log.
//
// The linker learns from spans as the tagger marks them on text that it has
// not seen: the examples are parted into folds, and a tagger trained on the
// others marks each.
func Train(examples []Example, o Options, log io.Writer) ([]byte, error) {
	if o.Folds < 2 || len(examples) < o.Folds {
		return nil, errors.New("training the linker needs at least two folds, and an example for each")
	}
	scenes := make([]*scene, len(examples))
	for fold := range o.Folds {
		t := fitTagger(without(examples, fold, o.Folds), o, nil)
		fmt.Fprintf(log, "fold %d of %d: %d features, loss %.0f\n", fold+1, o.Folds, len(t.weights), t.loss)
		for i := fold; i < len(examples); i += o.Folds {
			scenes[i] = mark(layOut(examples[i].Doc, examples[i].Advice, t.cues), &t.meanTransitions, o.Bonus, t.score)
		}
	}
	linker := fitLinker(examples, scenes, o, log)
	tagger := fitTagger(examples, o, nil)
	tagger = fitTagger(examples, o, tagger.strong(o.Narrow))
	fmt.Fprintf(log, "tagger: %d features, loss %.0f\n", len(tagger.weights), tagger.loss)
	return bundle(tagger, linker, o)
}

// without leaves out one fold.
func without(examples []Example, fold, folds int) []Example {
	var out []Example
	for i, e := range examples {
		if i%folds != fold {
			out = append(out, e)
		}
	}
	return out
}

func bundle(t *tagger, l *linker, o Options) ([]byte, error) {
	m := &Model{bonus: o.Bonus, threshold: o.Threshold, transitions: t.meanTransitions}
	packedTagger, err := linear.Pack(int(labels), o.PruneTagger, t.rows())
	if err != nil {
		return nil, fmt.Errorf("packing the tagger: %w", err)
	}
	packedLinker, err := linear.Pack(1, o.PruneLinker, l.rows())
	if err != nil {
		return nil, fmt.Errorf("packing the linker: %w", err)
	}
	return linear.Bundle(t.cues.bytes(), m.writeNumbers(), packedTagger, packedLinker), nil
}

// rows gives each feature with its weights.
func (t *tagger) rows() iter.Seq2[linear.Feature, []float32] {
	return func(yield func(linear.Feature, []float32) bool) {
		for feature, at := range t.index.all() {
			row := t.mean[at]
			for k := range row {
				row[k] *= t.scale
			}
			if !yield(feature, row[:]) {
				return
			}
		}
	}
}

func (l *linker) rows() iter.Seq2[linear.Feature, []float32] {
	return func(yield func(linear.Feature, []float32) bool) {
		for feature, at := range l.index.all() {
			if !yield(feature, []float32{l.weights[at]}) {
				return
			}
		}
	}
}
