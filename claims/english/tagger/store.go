package tagger

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// entryBytes is the size of a word in a list: its hash and the number of a tag.
const entryBytes = 8 + 1

// entry is a word in a list.
type entry struct {
	hash uint64
	tag  uint8
}

// write puts a model into a file of four parts: a line for each tag, the
// frequent words, the words of the closed classes, the weights.
func write(m *memory, weights []byte) []byte {
	var lines []string
	for _, tag := range m.tags {
		lines = append(lines, tag.Fine+" "+tag.Coarse)
	}
	var frequent, members []entry
	for form, tag := range m.frequent {
		frequent = append(frequent, entry{form, tag})
	}
	for word := range m.members {
		members = append(members, entry{word.norm, word.tag})
	}
	return linear.Bundle([]byte(strings.Join(lines, "\n")), writeList(frequent), writeList(members), weights)
}

func writeList(list []entry) []byte {
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.tag, b.tag))
	})
	var out []byte
	for _, e := range list {
		out = append(binary.LittleEndian.AppendUint64(out, e.hash), e.tag)
	}
	return out
}

// Read makes a tagger of bytes that [Train] gave. Of other bytes it makes an
// error.
func Read(model []byte) (*Tagger, error) {
	t, err := read(model)
	if err != nil {
		return nil, fmt.Errorf("reading the tagger: %w", err)
	}
	return t, nil
}

func read(model []byte) (*Tagger, error) {
	parts, err := linear.Unbundle(model, 4)
	if err != nil {
		return nil, err
	}
	weights, err := linear.Read(parts[3])
	if err != nil {
		return nil, err
	}
	tags := readTags(string(parts[0]))
	if len(tags) != weights.Classes() {
		return nil, fmt.Errorf("%d tags, weights for %d", len(tags), weights.Classes())
	}
	frequent, err := readList(parts[1], len(tags))
	if err != nil {
		return nil, err
	}
	members, err := readList(parts[2], len(tags))
	if err != nil {
		return nil, err
	}
	return &Tagger{memory: remember(tags, frequent, members), weights: weights}, nil
}

func readTags(lines string) []Tag {
	var tags []Tag
	for _, line := range strings.Split(lines, "\n") {
		fine, coarse, _ := strings.Cut(line, " ")
		tags = append(tags, Tag{Fine: fine, Coarse: coarse})
	}
	return tags
}

func readList(list []byte, tags int) ([]entry, error) {
	if len(list)%entryBytes != 0 {
		return nil, errors.New("a list of words is torn")
	}
	entries := make([]entry, 0, len(list)/entryBytes)
	for ; len(list) > 0; list = list[entryBytes:] {
		e := entry{binary.LittleEndian.Uint64(list), list[entryBytes-1]}
		if int(e.tag) >= tags {
			return nil, fmt.Errorf("a word has tag %d of %d", e.tag, tags)
		}
		entries = append(entries, e)
	}
	return entries, nil
}

func remember(tags []Tag, frequent, members []entry) memory {
	m := newMemory(tags)
	for _, e := range frequent {
		m.frequent[e.hash] = e.tag
	}
	for _, e := range members {
		m.members[member{e.hash, e.tag}] = true
	}
	return m
}
