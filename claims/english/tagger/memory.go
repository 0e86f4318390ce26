package tagger

import (
	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/english/surface"
)

// memory is what a tagger knows besides its weights.
type memory struct {
	tags     []Tag
	frequent map[uint64]uint8 // words that always had one tag, by the hash of their form
	members  map[member]bool  // the words of the closed classes
	closed   []bool           // by tag
}

// member is a word that was seen with a tag of a closed class.
type member struct {
	norm uint64
	tag  uint8
}

// closedClasses are the parts of speech to which English adds no words: what
// was never seen with one of them does not get it.
var closedClasses = map[string]bool{"ADP": true, "AUX": true, "CCONJ": true, "DET": true, "PART": true, "PRON": true, "SCONJ": true}

func newMemory(tags []Tag) memory {
	m := memory{tags: tags, frequent: map[uint64]uint8{}, members: map[member]bool{}}
	for _, tag := range tags {
		m.closed = append(m.closed, closedClasses[tag.Coarse])
	}
	return m
}

// known gives the tag of a word that needs no looking at.
func (m *memory) known(word *surface.Word) (uint8, bool) {
	tag, ok := m.frequent[word.Form]
	return tag, ok
}

// pick gives the tag of the highest score that a word may have.
func (m *memory) pick(word *surface.Word, scores []float32) uint8 {
	best := linear.Highest(scores)
	if m.may(word, best) {
		return uint8(best)
	}
	found := -1
	for tag, score := range scores {
		if (found < 0 || score > scores[found]) && m.may(word, tag) {
			found = tag
		}
	}
	return uint8(max(found, 0))
}

func (m *memory) may(word *surface.Word, tag int) bool {
	return !m.closed[tag] || m.members[member{word.Norm, uint8(tag)}]
}
