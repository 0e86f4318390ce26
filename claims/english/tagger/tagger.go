package tagger

import (
	_ "embed"
	"sync"

	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/english/surface"
)

// Tag is a part of speech, fine and coarse.
type Tag struct {
	Fine   string // of the Penn Treebank: "VBD", "NNP"
	Coarse string // of Universal Dependencies: "VERB", "PROPN"
}

// Tagger gives tags. It is not changed by use: any number may use it at once.
type Tagger struct {
	tags     []Tag
	frequent map[uint64]uint8 // words that always had one tag, by the hash of their form
	weights  *linear.Model
}

//go:embed tagger.model
var embedded []byte

// Load gives the tagger that is part of the program. The first call reads it,
// which takes some hundredths of a second.
func Load() (*Tagger, error) { return load() }

var load = sync.OnceValues(func() (*Tagger, error) { return Read(embedded) })

// Tags gives all tags, in the order of the numbers that [Tagger.Tag] gives.
func (t *Tagger) Tags() []Tag { return t.tags }

// Tag fills in the number of the tag of each word of a sentence. Its time is
// linear in the number of words; tags must be as long as words.
func (t *Tagger) Tag(words []surface.Word, tags []uint8) {
	var features [featureCount]linear.Feature
	var scores [linear.MaxClasses]float32
	for i := range words {
		if tag, ok := t.frequent[words[i].Form]; ok {
			tags[i] = tag
			continue
		}
		viewOf(words, i, tags).features(&features)
		t.weights.Score(features[:], scores[:len(t.tags)])
		tags[i] = uint8(linear.Highest(scores[:len(t.tags)]))
	}
}
