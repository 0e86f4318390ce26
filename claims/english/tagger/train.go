package tagger

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/english/surface"
)

// Sentence is a sentence with the right tags.
type Sentence struct {
	Words []string
	Tags  []Tag // as long as Words
}

// Options are the settings of a training.
type Options struct {
	Epochs    int     // how often to go through the sentences
	Narrowing int     // after how many of them to forget the features of little weight
	Keep      float32 // the weight that a feature must have reached by then
	Margin    float32 // by how much the right tag must score higher than any other
	Threshold float32 // weights nearer to zero are left out of the model
	Seed      uint64  // settles the order of the sentences
}

// Usual gives the settings that the model of the program was trained with.
func Usual() Options {
	return Options{Epochs: 14, Narrowing: 4, Keep: 2, Margin: 40, Threshold: 1, Seed: 1}
}

// frequentFrom is how often a word must have been seen, always with the same
// tag, to be given that tag without being looked at.
const frequentFrom = 40

// Train learns a model from sentences and gives it as bytes for [Read]. The
// same sentences and options give the same bytes.
func Train(sentences []Sentence, options Options) ([]byte, error) {
	if len(sentences) == 0 {
		return nil, errors.New("there are no sentences to learn from")
	}
	seen := newCounts(sentences)
	if len(seen.tags) > linear.MaxClasses {
		return nil, fmt.Errorf("the sentences have %d tags, at most %d can be learned", len(seen.tags), linear.MaxClasses)
	}
	t := &trainer{
		examples: seen.examples(sentences),
		memory:   seen.memory(),
		learner:  linear.NewLearner(len(seen.tags)),
		margin:   options.Margin,
	}
	t.run(options)
	weights, err := linear.Pack(len(seen.tags), options.Threshold, t.learner.Rows())
	if err != nil {
		return nil, err
	}
	return write(&t.memory, weights), nil
}

type trainer struct {
	examples []example
	memory   memory
	learner  *linear.Learner
	margin   float32
}

func (t *trainer) run(options Options) {
	random := rand.New(rand.NewPCG(options.Seed, 0))
	for epoch := range options.Epochs {
		if epoch > 0 && epoch == options.Narrowing {
			t.learner.Narrow(options.Keep)
		}
		random.Shuffle(len(t.examples), func(a, b int) { t.examples[a], t.examples[b] = t.examples[b], t.examples[a] })
		for _, e := range t.examples {
			t.learn(e)
		}
	}
}

// learn tags a sentence and changes the weights wherever the right tag does not
// win clearly. What it guessed, right or wrong, is what the next words see, as
// it will be in use.
func (t *trainer) learn(e example) {
	w := newWalk(&t.memory, e.words, make([]uint8, len(e.words)))
	for i := range e.words {
		if !w.isKnown(i) {
			features := w.look(i)
			t.learner.Score(features, w.scores)
			w.tags[i] = t.memory.pick(&e.words[i], w.scores)
			t.correct(w.scores, int(e.right[i]), features)
			t.learner.Tick()
		}
		w.pass(i)
	}
}

func (t *trainer) correct(scores []float32, right int, features []linear.Feature) {
	if rival := linear.Rival(scores, right); scores[right]-scores[rival] < t.margin {
		t.learner.Correct(right, rival, features)
	}
}

// example is a sentence as the tagger sees it, with the numbers of the right
// tags.
type example struct {
	words []surface.Word
	right []uint8
}

// counts is what the sentences show of tags and words.
type counts struct {
	tags    []Tag
	number  map[Tag]uint8
	words   map[uint64]map[uint8]int // by the form of a word, how often it had each tag
	members map[member]bool          // every word with every tag
}

func newCounts(sentences []Sentence) *counts {
	c := &counts{number: map[Tag]uint8{}, words: map[uint64]map[uint8]int{}, members: map[member]bool{}}
	for _, s := range sentences {
		for i, tag := range s.Tags {
			c.add(surface.Of(s.Words[i]), tag)
		}
	}
	return c
}

func (c *counts) add(word surface.Word, tag Tag) {
	number, ok := c.number[tag]
	if !ok {
		number = uint8(len(c.tags))
		c.number[tag] = number
		c.tags = append(c.tags, tag)
	}
	if c.words[word.Form] == nil {
		c.words[word.Form] = map[uint8]int{}
	}
	c.words[word.Form][number]++
	c.members[member{word.Norm, number}] = true
}

// memory gives the words that are seen often and always with one tag, and the
// words of the closed classes.
func (c *counts) memory() memory {
	m := newMemory(c.tags)
	for form, tags := range c.words {
		for tag, n := range tags {
			if len(tags) == 1 && n >= frequentFrom {
				m.frequent[form] = tag
			}
		}
	}
	for seen := range c.members {
		if m.closed[seen.tag] {
			m.members[seen] = true
		}
	}
	return m
}

func (c *counts) examples(sentences []Sentence) []example {
	examples := make([]example, 0, len(sentences))
	for _, s := range sentences {
		e := example{words: make([]surface.Word, len(s.Words)), right: make([]uint8, len(s.Words))}
		for i, word := range s.Words {
			e.words[i], e.right[i] = surface.Of(word), c.number[s.Tags[i]]
		}
		examples = append(examples, e)
	}
	return examples
}
