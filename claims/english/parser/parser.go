package parser

import (
	_ "embed"
	"sync"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// MaxTokens is how many words are parsed as one sentence. What is longer is cut
// into pieces, each of which gets a root of its own.
const MaxTokens = 400

// Parser finds heads and relations. It is not changed by use: any number may
// use it at once.
type Parser struct {
	relations []string
	choice    *linear.Model // between actions
	naming    *linear.Model // between relations
}

//go:embed parser.model
var embedded []byte

// Load gives the parser that is part of the program. The first call reads it,
// which takes a tenth of a second.
func Load() (*Parser, error) { return load() }

var load = sync.OnceValues(func() (*Parser, error) { return Read(embedded) })

// Relations gives the names of all relations by number.
func (p *Parser) Relations() []string { return p.relations }

// Run parses one sentence after the other in the same memory. It is for one
// user at a time.
type Run struct {
	parser         *Parser
	state          state
	arcs           []Arc
	features       []linear.Feature
	actionScores   [actions]float32
	relationScores []float32
}

// Start begins a run.
func (p *Parser) Start() *Run {
	return &Run{parser: p, features: make([]linear.Feature, 0, mostFeatures), relationScores: make([]float32, len(p.relations))}
}

// Parse gives the arc of each word of a sentence; they are only good until the
// next call. Every piece of up to MaxTokens words becomes one tree. The time is
// linear in the number of words.
func (r *Run) Parse(tokens []Token) []Arc {
	r.arcs = r.arcs[:0]
	for first := 0; first < len(tokens); first += MaxTokens {
		r.parse(tokens[first:min(first+MaxTokens, len(tokens))])
		r.take(first)
	}
	return r.arcs
}

func (r *Run) parse(tokens []Token) {
	r.state.begin(tokens)
	for !r.state.done() {
		a := r.choose()
		if a == shift {
			r.state.shift()
		} else {
			r.state.attach(a, r.name(a))
		}
	}
}

// choose gives the action of the highest score among those that are open.
func (r *Run) choose() action {
	if len(r.state.stack) == 0 {
		return shift
	}
	view := r.state.view()
	r.features = view.actionFeatures(r.features)
	r.parser.choice.Score(r.features, r.actionScores[:])
	return best(&r.state, &r.actionScores)
}

func best(s *state, scores *[actions]float32) action {
	chosen := noAction
	for a := range actions {
		if s.can(a) && (chosen == noAction || scores[a] > scores[chosen]) {
			chosen = a
		}
	}
	return chosen
}

// name gives the relation of the highest score.
func (r *Run) name(a action) uint8 {
	r.features = r.state.labelFeatures(a, r.features)
	r.parser.naming.Score(r.features, r.relationScores)
	return uint8(linear.Highest(r.relationScores))
}

// take adds the arcs of the words that were parsed; first is the index of the
// first of them.
func (r *Run) take(first int) {
	for _, n := range r.state.nodes[1:r.state.root] {
		head := -1
		if n.head != r.state.root {
			head = first + int(n.head) - 1
		}
		r.arcs = append(r.arcs, Arc{Head: head, Relation: n.label})
	}
}
