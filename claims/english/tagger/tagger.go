package tagger

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/english/surface"
)

// Tag is a part of speech, fine and coarse.
type Tag struct {
	Fine   string // of the Penn Treebank: "VBD", "NNP"
	Coarse string // of Universal Dependencies: "VERB", "PROPN"
}

// isVerb says whether words with this tag are verbs in any form.
func (t Tag) isVerb() bool { return strings.HasPrefix(t.Fine, "VB") && t.Coarse == "VERB" }

// Tagger gives tags. It is not changed by use: any number may use it at once.
type Tagger struct {
	memory  memory
	weights *linear.Model
}

//go:embed tagger.model
var embedded []byte

// Load gives the tagger that is part of the program. The first call reads it,
// which takes some hundredths of a second.
func Load() (*Tagger, error) { return load() }

var load = sync.OnceValues(func() (*Tagger, error) { return Read(embedded) })

// Tags gives all tags, in the order of the numbers that [Tagger.Tag] gives.
func (t *Tagger) Tags() []Tag { return t.memory.tags }

// Tag fills in the number of the tag of each word of a sentence. Its time is
// linear in the number of words; tags must be as long as words.
func (t *Tagger) Tag(words []surface.Word, tags []uint8) {
	w := newWalk(&t.memory, words, tags)
	for i := range words {
		if !w.isKnown(i) {
			t.weights.Score(w.look(i), w.scores)
			tags[i] = t.memory.pick(&words[i], w.scores)
		}
		w.pass(i)
	}
}

// walk goes through the words of a sentence from left to right.
type walk struct {
	memory   *memory
	words    []surface.Word
	tags     []uint8 // given so far
	verb     int     // the last verb so far, -1 for none
	features [featureCount]linear.Feature
	buffer   [linear.MaxClasses]float32
	scores   []float32
}

func newWalk(m *memory, words []surface.Word, tags []uint8) *walk {
	w := &walk{memory: m, words: words, tags: tags, verb: -1}
	w.scores = w.buffer[:len(m.tags)]
	return w
}

// isKnown says whether a word needs no looking at, and gives it its tag.
func (w *walk) isKnown(i int) bool {
	tag, ok := w.memory.known(&w.words[i])
	if ok {
		w.tags[i] = tag
	}
	return ok
}

// look gives the features of a word. They are good until the next call.
func (w *walk) look(i int) []linear.Feature {
	viewOf(w.words, i, w.tags, w.verb).features(&w.features)
	return w.features[:]
}

// pass goes on behind a word that has its tag.
func (w *walk) pass(i int) {
	if w.memory.tags[w.tags[i]].isVerb() {
		w.verb = i
	}
}
