package judge

import (
	"strings"
	"unicode/utf8"
)

// vocabulary tells word pieces by number. A piece that goes on within a word
// stands in the file with "##" before it and in inner without.
type vocabulary struct {
	start, inner map[string]int32
	longest      int // bytes of the longest piece
	size         int

	unknown, open, between, mask int32 // [UNK], [CLS], [SEP], [MASK]
}

// newVocabulary reads count pieces, one a line.
func newVocabulary(text string, count int) (*vocabulary, error) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if count != len(lines) || count > maxSide {
		return nil, torn("a vocabulary of %d lines, want %d", len(lines), count)
	}
	v := &vocabulary{start: make(map[string]int32, count), inner: make(map[string]int32, count/4), size: count}
	for i, line := range lines {
		pieces, piece := v.start, line
		if rest, ok := strings.CutPrefix(line, "##"); ok && rest != "" {
			pieces, piece = v.inner, rest
		}
		if _, twice := pieces[piece]; twice || !utf8.ValidString(piece) {
			return nil, torn("line %d of the vocabulary, %q, stands there twice or is not UTF-8", i+1, line)
		}
		pieces[piece] = int32(i)
		v.longest = max(v.longest, len(piece))
	}
	return v, v.marks()
}

// marks finds the pieces that stand for no word.
func (v *vocabulary) marks() error {
	for _, m := range []struct {
		name string
		at   *int32
	}{{"[UNK]", &v.unknown}, {"[CLS]", &v.open}, {"[SEP]", &v.between}} {
		id, ok := v.start[m.name]
		if !ok {
			return torn("the vocabulary has no %s", m.name)
		}
		*m.at = id
	}
	v.mask = v.unknown
	if id, ok := v.start["[MASK]"]; ok {
		v.mask = id
	}
	return nil
}

// maxWord is how many characters a word may have that is looked up in pieces;
// a longer one is unknown, as in the reference implementation.
const maxWord = 100

// appendPieces appends the numbers of a word's pieces, always the longest that
// fits first. A word with a part that no piece fits is one unknown piece. The
// word is at most maxWord characters, so the cost is bounded.
func (v *vocabulary) appendPieces(ids []int32, word []byte) []int32 {
	first := len(ids)
	for at := 0; at < len(word); {
		pieces := v.inner
		if at == 0 {
			pieces = v.start
		}
		id, size := v.longestPiece(pieces, word[at:])
		if size == 0 {
			return append(ids[:first], v.unknown)
		}
		ids, at = append(ids, id), at+size
	}
	return ids
}

// longestPiece gives the longest piece that the text begins with and its
// length, 0 where there is none.
func (v *vocabulary) longestPiece(pieces map[string]int32, text []byte) (id int32, size int) {
	for size = min(len(text), v.longest); size > 0; size-- {
		if size < len(text) && !utf8.RuneStart(text[size]) {
			continue
		}
		if id, ok := pieces[string(text[:size])]; ok {
			return id, size
		}
	}
	return 0, 0
}
