package parser

import (
	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/english/surface"
)

// Token is a word as the parser sees it.
type Token struct {
	Word   surface.Word
	Fine   string // its tag of the Penn Treebank
	Coarse string // its tag of Universal Dependencies
}

// Arc is what a word hangs on.
type Arc struct {
	Head     int   // index of the head among the words, -1 for the root
	Relation uint8 // number of the relation; see [Parser.Relations]
}

// action is a step of the parser.
type action int

const (
	shift     action = iota // puts the next word on the stack
	leftArc                 // hangs the top of the stack on the next word
	rightArc                // hangs the top of the stack on the word beneath it
	actions                 // how many there are
	noAction  action = -1
	noneLabel        = 0xFF // the label of what is no word
)

// node is a word, with what hangs on it so far. Words are numbered from one;
// number zero is no word, the last number is the root, which stands behind the
// words.
type node struct {
	norm, tag, both       uint64 // hashes of word, of its tags, of both together
	suffix, shape, coarse uint64
	leftLabels            uint64 // the relations of the words that hang on it from the left, a bit each
	rightLabels           uint64
	head                  int32
	left, nextLeft        int32 // the leftmost word that hangs on it, and the next
	right, nextRight      int32 // the rightmost word that hangs on it, and the next
	marks                 int32 // how many punctuation marks there are up to here
	leftCount, rightCount uint8 // how many words hang on it, up to mostChildren
	label                 uint8
}

const mostChildren = 4 // more are not told apart

// state is how far a sentence is parsed.
type state struct {
	nodes []node
	stack []int32
	next  int32 // the first word that was not yet put on the stack
	root  int32
}

// begin sets the state to the beginning of a sentence.
func (s *state) begin(tokens []Token) {
	s.nodes = append(s.nodes[:0], node{norm: 13, tag: 17, both: 19, suffix: 15, shape: 14, coarse: 16, label: noneLabel})
	for _, token := range tokens {
		s.nodes = append(s.nodes, newNode(token))
		if last := len(s.nodes) - 1; token.Coarse == "PUNCT" {
			s.nodes[last].marks = s.nodes[last-1].marks + 1
		} else {
			s.nodes[last].marks = s.nodes[last-1].marks
		}
	}
	s.root = int32(len(s.nodes))
	s.nodes = append(s.nodes, node{norm: 23, tag: 27, both: 29, suffix: 25, shape: 24, coarse: 26, label: noneLabel, marks: s.nodes[s.root-1].marks})
	s.stack = s.stack[:0]
	s.next = 1
}

func newNode(token Token) node {
	coarse := linear.Word(token.Coarse)
	n := node{norm: token.Word.Norm, suffix: token.Word.Suffix[2], shape: token.Word.Shape, coarse: coarse, label: noneLabel}
	n.tag = linear.Word(token.Fine)*31 + coarse
	n.both = linear.Of2(0, n.norm, n.tag)
	return n
}

// at gives a node by its number; of numbers beyond the ends it gives the one
// that is no word.
func (s *state) at(number int32) *node {
	if number < 0 || int(number) >= len(s.nodes) {
		number = 0
	}
	return &s.nodes[number]
}

// top gives the number of the word so deep in the stack, zero where there is
// none.
func (s *state) top(depth int) int32 {
	if depth >= len(s.stack) {
		return 0
	}
	return s.stack[len(s.stack)-1-depth]
}

func (s *state) done() bool { return s.next == s.root && len(s.stack) == 0 }

// can says whether an action is open. The root takes one word only, so that a
// sentence is one tree.
func (s *state) can(a action) bool {
	switch a {
	case shift:
		return s.next < s.root
	case leftArc:
		return len(s.stack) > 0 && (s.next < s.root || len(s.stack) == 1)
	case rightArc:
		return len(s.stack) > 1
	}
	return false
}

// arcOf gives the head and the dependent that an action brings together.
func (s *state) arcOf(a action) (head, dependent int32) {
	if a == leftArc {
		return s.next, s.top(0)
	}
	return s.top(1), s.top(0)
}

func (s *state) shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// attach takes the top off the stack and hangs it on its head.
func (s *state) attach(a action, label uint8) {
	head, dependent := s.arcOf(a)
	s.stack = s.stack[:len(s.stack)-1]
	s.nodes[dependent].head, s.nodes[dependent].label = head, label
	over := &s.nodes[head]
	if a == leftArc {
		over.nextLeft, over.left = over.left, dependent
		over.leftCount = min(over.leftCount+1, mostChildren)
		over.leftLabels |= 1 << (label & 63)
		return
	}
	over.nextRight, over.right = over.right, dependent
	over.rightCount = min(over.rightCount+1, mostChildren)
	over.rightLabels |= 1 << (label & 63)
}
