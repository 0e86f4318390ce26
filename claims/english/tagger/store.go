package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// entryBytes is the size of a frequent word: the hash of its form and the
// number of its tag.
const entryBytes = 8 + 1

// write puts a model into a file of three parts: a line for each tag, the
// frequent words, the weights.
func write(tags []Tag, frequent map[uint64]uint8, weights []byte) []byte {
	var lines []string
	for _, tag := range tags {
		lines = append(lines, tag.Fine+" "+tag.Coarse)
	}
	var forms []uint64
	for form := range frequent {
		forms = append(forms, form)
	}
	slices.Sort(forms)
	var entries []byte
	for _, form := range forms {
		entries = append(binary.LittleEndian.AppendUint64(entries, form), frequent[form])
	}
	return linear.Bundle([]byte(strings.Join(lines, "\n")), entries, weights)
}

// Read makes a tagger of bytes that [Train] gave. Of other bytes it makes an
// error.
func Read(model []byte) (*Tagger, error) {
	parts, err := linear.Unbundle(model, 3)
	if err != nil {
		return nil, fmt.Errorf("reading the tagger: %w", err)
	}
	t := &Tagger{}
	if t.weights, err = linear.Read(parts[2]); err != nil {
		return nil, fmt.Errorf("reading the tagger: %w", err)
	}
	for line := range strings.Lines(string(parts[0])) {
		fine, coarse, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		t.tags = append(t.tags, Tag{Fine: fine, Coarse: coarse})
	}
	if len(t.tags) != t.weights.Classes() {
		return nil, fmt.Errorf("reading the tagger: %d tags, weights for %d", len(t.tags), t.weights.Classes())
	}
	t.frequent, err = readFrequent(parts[1], len(t.tags))
	return t, err
}

func readFrequent(entries []byte, tags int) (map[uint64]uint8, error) {
	if len(entries)%entryBytes != 0 {
		return nil, errors.New("reading the tagger: the list of frequent words is torn")
	}
	frequent := make(map[uint64]uint8, len(entries)/entryBytes)
	for ; len(entries) > 0; entries = entries[entryBytes:] {
		tag := entries[entryBytes-1]
		if int(tag) >= tags {
			return nil, fmt.Errorf("reading the tagger: a frequent word has tag %d of %d", tag, tags)
		}
		frequent[binary.LittleEndian.Uint64(entries)] = tag
	}
	return frequent, nil
}
