// Package wordnet says how two English words stand to each other: of one
// meaning, of one family, one a kind of the other, or opposites. In come words
// in dictionary form with their part of speech; out come relations. What it
// knows was compiled from WordNet (see LICENSE beside this file) by
// "train wordnet" into one table that is part of the program; it holds single
// words in small letters with their frequent meanings.
//
// The table is read where it lies: reading checks it once, and a look-up is a
// binary search in it. A [Table] does not change and may be used by several
// goroutines at once.
package wordnet

import (
	_ "embed" // for the table
	"fmt"
	"sort"
	"strings"
	"sync"

	"github.com/counterclaim/counterclaim/claims"
)

//go:embed wordnet.bin
var packed string

// Default gives the table that is part of the program, read once.
var Default = sync.OnceValue(func() *Table {
	t, err := Read(packed)
	if err != nil {
		return &Table{} // knows no word; a test sees to it that this does not happen
	}
	return t
})

// Part is a part of speech.
type Part int

// The parts of speech, in the order in which the table numbers their meanings.
const (
	Noun Part = iota
	Verb
	Adjective
	Adverb
	parts
)

// magic stands at the beginning of a table.
const magic = "CCWN0001"

// Table holds words and their meanings. A meaning is a number below the count
// of meanings; those of one part of speech follow each other.
type Table struct {
	words, meanings int
	ends            [parts]int // where the meanings of each part of speech end
	text            lists      // word → its letters
	senses          lists      // word → meanings, the most frequent ones of each part of speech
	family          lists      // word → words derived from it, or it from them
	antonyms        lists      // word → words that are its opposites
	kinds           lists      // meaning → wider meanings; of an adjective, the one it is close to
	opposites       lists      // meaning → meanings that are its opposites
}

// lists is a list for each of some numbers, as it lies in the file: where each
// ends, and then all entries, letters or numbers.
type lists struct{ ends, entries string }

const numberWidth = 3 // bytes of a number in a table, the lowest one first

func numberAt(s string, i int) int {
	i *= numberWidth
	return int(s[i]) | int(s[i+1])<<8 | int(s[i+2])<<16
}

func (l *lists) bounds(i int) (from, to int) {
	if i > 0 {
		from = numberAt(l.ends, i-1)
	}
	return from, numberAt(l.ends, i)
}

// Read checks a table and gives it for use. It keeps the string. The error is
// of kind Invalid, code "wordnet_table".
func Read(file string) (*Table, error) {
	r := reader{rest: file}
	t := &Table{}
	if !strings.HasPrefix(file, magic) {
		return nil, broken("it does not begin with " + magic)
	}
	r.rest = r.rest[len(magic):]
	t.words = r.number()
	for p := range t.ends {
		t.ends[p] = r.number()
		if p > 0 && t.ends[p] < t.ends[p-1] {
			return nil, broken("the parts of speech are out of order")
		}
	}
	t.meanings = t.ends[parts-1]
	t.text = r.lists(t.words, 1, 0)
	t.senses = r.lists(t.words, numberWidth, t.meanings)
	t.family = r.lists(t.words, numberWidth, t.words)
	t.antonyms = r.lists(t.words, numberWidth, t.words)
	t.kinds = r.lists(t.meanings, numberWidth, t.meanings)
	t.opposites = r.lists(t.meanings, numberWidth, t.meanings)
	if r.wrong == "" && r.rest != "" {
		r.wrong = "something follows the last list"
	}
	if r.wrong != "" {
		return nil, broken(r.wrong)
	}
	for i := 1; i < t.words; i++ {
		if t.word(i-1) >= t.word(i) {
			return nil, broken(fmt.Sprintf("word %d is out of order", i))
		}
	}
	return t, nil
}

func broken(what string) error {
	return &claims.Error{
		Kind: claims.Invalid, Code: "wordnet_table", Message: "The table of words cannot be read: " + what + ".",
		Hint: "Make it again with train wordnet.",
	}
}

// reader takes a table apart; after the first thing that is wrong it gives
// empty lists.
type reader struct{ rest, wrong string }

func (r *reader) take(n int) string {
	if r.wrong == "" && n > len(r.rest) {
		r.wrong = "it is cut short"
	}
	if r.wrong != "" {
		return ""
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

func (r *reader) number() int {
	if s := r.take(numberWidth); s != "" {
		return numberAt(s, 0)
	}
	return 0
}

// lists reads n lists with entries of some bytes each and checks that they
// follow each other and that all numbers in them are below limit.
func (r *reader) lists(n, width, limit int) lists {
	l := lists{ends: r.take(n * numberWidth)}
	if r.wrong != "" {
		return l
	}
	before := 0
	for i := range n {
		end := numberAt(l.ends, i)
		if end < before {
			r.wrong = fmt.Sprintf("list %d ends before it begins", i)
			return l
		}
		before = end
	}
	l.entries = r.take(before * width)
	for i := 0; width == numberWidth && r.wrong == "" && i < before; i++ {
		if numberAt(l.entries, i) >= limit {
			r.wrong = fmt.Sprintf("entry %d names what is not there", i)
		}
	}
	return l
}

func (t *Table) word(i int) string {
	from, to := t.text.bounds(i)
	return t.text.entries[from:to]
}

// find gives the number of a word.
func (t *Table) find(word string) (int, bool) {
	i := sort.Search(t.words, func(i int) bool { return t.word(i) >= word })
	return i, i < t.words && t.word(i) == word
}

// Words says how many words the table holds.
func (t *Table) Words() int { return t.words }
