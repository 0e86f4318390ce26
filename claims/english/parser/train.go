package parser

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// Tree is a sentence with the right tree.
type Tree struct {
	Tokens    []Token
	Heads     []int    // as long as Tokens; -1 for the root
	Relations []string // as long as Tokens
}

// Options are the settings of a training.
type Options struct {
	Epochs    int  // how often to go through the sentences
	Narrowing int  // after how many of them to forget the features of little weight
	Choice    Side // how actions are learned
	Naming    Side // how relations are learned
	Seed      uint64
}

// Side holds the settings of one of the two models.
type Side struct {
	Keep      float32 // the weight that a feature must have reached by the narrowing
	Margin    float32 // by how much the right class must score higher than any other
	Threshold float32 // weights nearer to zero are left out of the model
}

// Usual gives the settings that the model of the program was trained with.
func Usual() Options {
	return Options{
		Epochs: 14, Narrowing: 4, Seed: 1,
		Choice: Side{Keep: 3, Margin: 80, Threshold: 1},
		Naming: Side{Keep: 2, Margin: 40, Threshold: 1},
	}
}

// mostRelations is how many relations there may be: each has a bit in the set
// of those of a word's children.
const mostRelations = 64

// explored is how often, from the second epoch on, a wrong guess is followed
// all the same, so that the parser learns what to do after one.
const explored = 0.9

// Train learns a model from trees and gives it as bytes for [Read]. The same
// trees and options give the same bytes.
func Train(trees []Tree, options Options) ([]byte, error) {
	if len(trees) == 0 {
		return nil, errors.New("there are no sentences to learn from")
	}
	relations, numbers := countRelations(trees)
	if len(relations) > mostRelations {
		return nil, fmt.Errorf("the sentences have %d relations, at most %d can be learned", len(relations), mostRelations)
	}
	examples := make([]example, 0, len(trees))
	for _, tree := range trees {
		examples = append(examples, newExample(tree, numbers))
	}
	t := newTrainer(len(relations), options)
	t.run(examples)
	return t.pack(relations)
}

// example is a sentence with its right tree by numbers.
type example struct {
	tokens []Token
	gold   gold
}

func countRelations(trees []Tree) ([]string, map[string]uint8) {
	var relations []string
	numbers := map[string]uint8{}
	for _, tree := range trees {
		for _, relation := range tree.Relations {
			if _, ok := numbers[relation]; !ok {
				numbers[relation] = uint8(len(relations))
				relations = append(relations, relation)
			}
		}
	}
	return relations, numbers
}

func newExample(tree Tree, numbers map[string]uint8) example {
	n := len(tree.Tokens)
	g := gold{heads: make([]int32, n+2), labels: make([]uint8, n+2), children: make([][]int32, n+2)}
	for i, head := range tree.Heads {
		number := int32(head + 1)
		if head < 0 {
			number = int32(n + 1)
		}
		g.heads[i+1], g.labels[i+1] = number, numbers[tree.Relations[i]]
		g.children[number] = append(g.children[number], int32(i+1))
	}
	return example{tokens: tree.Tokens, gold: g}
}

type trainer struct {
	options        Options
	random         *rand.Rand
	choice, naming *linear.Learner
	state          state
	features       []linear.Feature
	actionScores   [actions]float32
	labelScores    []float32
}

func newTrainer(relations int, options Options) *trainer {
	return &trainer{
		options:     options,
		random:      rand.New(rand.NewPCG(options.Seed, 0)),
		choice:      linear.NewLearner(int(actions)),
		naming:      linear.NewLearner(relations),
		labelScores: make([]float32, relations),
	}
}

func (t *trainer) run(examples []example) {
	for epoch := range t.options.Epochs {
		if epoch > 0 && epoch == t.options.Narrowing {
			t.choice.Narrow(t.options.Choice.Keep)
			t.naming.Narrow(t.options.Naming.Keep)
		}
		t.random.Shuffle(len(examples), func(a, b int) { examples[a], examples[b] = examples[b], examples[a] })
		for _, e := range examples {
			t.learn(e, epoch > 0)
		}
	}
}

func (t *trainer) pack(relations []string) ([]byte, error) {
	choice, err := linear.Pack(int(actions), t.options.Choice.Threshold, t.choice.Rows())
	if err != nil {
		return nil, fmt.Errorf("actions: %w", err)
	}
	naming, err := linear.Pack(len(relations), t.options.Naming.Threshold, t.naming.Rows())
	if err != nil {
		return nil, fmt.Errorf("relations: %w", err)
	}
	return write(relations, choice, naming), nil
}

// learn parses a sentence and changes the weights wherever what is right does
// not win clearly.
func (t *trainer) learn(e example, explore bool) {
	t.state.begin(e.tokens)
	for !t.state.done() {
		if len(t.state.stack) == 0 {
			t.state.shift()
			continue
		}
		if a := t.learnAction(&e.gold, explore); a == shift {
			t.state.shift()
		} else {
			t.state.attach(a, t.learnLabel(&e.gold, a))
		}
	}
}

// learnAction gives the action to go on with.
func (t *trainer) learnAction(g *gold, explore bool) action {
	view := t.state.view()
	t.features = view.actionFeatures(t.features)
	t.choice.Score(t.features, t.actionScores[:])
	t.choice.Tick()
	right, wrong := g.rate(&t.state, &t.actionScores)
	if wrong == noAction {
		return right
	}
	ahead := t.actionScores[right] - t.actionScores[wrong]
	if ahead < t.options.Choice.Margin {
		t.choice.Correct(int(right), int(wrong), t.features)
	}
	if ahead < 0 && explore && t.random.Float64() < explored {
		return wrong
	}
	return right
}

// learnLabel gives the relation to go on with. Of an arc that is wrong there is
// nothing to learn.
func (t *trainer) learnLabel(g *gold, a action) uint8 {
	t.features = t.state.labelFeatures(a, t.features)
	t.naming.Score(t.features, t.labelScores)
	guess := uint8(linear.Highest(t.labelScores))
	head, dependent := t.state.arcOf(a)
	if g.heads[dependent] != head {
		return guess
	}
	t.naming.Tick()
	right := int(g.labels[dependent])
	if rival := linear.Rival(t.labelScores, right); t.labelScores[right]-t.labelScores[rival] < t.options.Naming.Margin {
		t.naming.Correct(right, rival, t.features)
	}
	return guess
}
