package wordnet

import (
	"maps"
	"slices"
)

// Source is what a table is made from. Meanings are named by numbers of the
// caller's choice.
type Source struct {
	Parts     map[int]Part        // meaning → its part of speech
	Senses    map[string][]int    // word → its meanings, the most frequent first
	Family    map[string][]string // word → words of its family
	Antonyms  map[string][]string // word → its opposites
	Kinds     map[int][]int       // meaning → wider meanings
	Opposites map[int][]int       // meaning → opposite meanings
}

// Encode writes a table. Words without a meaning and meanings without a part of
// speech are left out, with all that refers to them. The same source gives the
// same bytes.
func Encode(s Source) []byte {
	words := slices.Sorted(maps.Keys(s.Senses))
	byWord := make(map[string]int, len(words))
	for i, w := range words {
		byWord[w] = i
	}
	meanings := slices.Sorted(maps.Keys(s.Parts))
	slices.SortStableFunc(meanings, func(a, b int) int { return int(s.Parts[a]) - int(s.Parts[b]) })
	byMeaning, ends := make(map[int]int, len(meanings)), [parts]int{}
	for i, m := range meanings {
		byMeaning[m] = i
		for p := s.Parts[m]; p < parts; p++ {
			ends[p] = i + 1
		}
	}
	out := appendNumber([]byte(magic), len(words))
	for _, e := range ends {
		out = appendNumber(out, e)
	}
	out = appendText(out, words)
	out = appendLists(out, words, s.Senses, byMeaning)
	out = appendLists(out, words, s.Family, byWord)
	out = appendLists(out, words, s.Antonyms, byWord)
	out = appendLists(out, meanings, s.Kinds, byMeaning)
	return appendLists(out, meanings, s.Opposites, byMeaning)
}

func appendNumber(out []byte, n int) []byte { return append(out, byte(n), byte(n>>8), byte(n>>16)) }

func appendText(out []byte, words []string) []byte {
	var letters []byte
	for _, w := range words {
		letters = append(letters, w...)
		out = appendNumber(out, len(letters))
	}
	return append(out, letters...)
}

// appendLists writes the list of each key with the numbers of its entries;
// entries without a number are left out.
func appendLists[K, E comparable](out []byte, keys []K, of map[K][]E, number map[E]int) []byte {
	var entries []byte
	for _, k := range keys {
		var written []int
		for _, e := range of[k] {
			if n, ok := number[e]; ok && !slices.Contains(written, n) {
				written = append(written, n)
				entries = appendNumber(entries, n)
			}
		}
		out = appendNumber(out, len(entries)/numberWidth)
	}
	return append(out, entries...)
}
