// Package surface tells what the letters of a word say about it. In comes a
// word as written; out come the hashes of its form, of its shape and of its
// beginnings and endings, from which tagger and parser make their features.
package surface

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims/english/lexicon"
	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// Word holds hashes of what is seen of a word.
type Word struct {
	Form   uint64    // as written, with plain marks: ' " - ...
	Norm   uint64    // in small letters; of a word with digits the shape
	Shape  uint64    // "Abadi" as "Xxxx", "3.5m" as "d.dx"
	Prefix [3]uint64 // the first one, two and three letters, small
	Suffix [4]uint64 // the last one to four letters, small
	Traits uint64    // a set of the traits below
	Class  uint64    // what the word lists know of it, see [lexicon.Class]
}

// The traits of a word.
const (
	HasDigit uint64 = 1 << iota
	HasCapital
	HasHyphen
	BeginsCapital
)

const (
	longestRun  = 3  // how many letters of a sort a shape keeps in a row
	longestWord = 64 // how many bytes of a word are looked at
)

// plainMarks are the marks that are written in several ways.
var plainMarks = map[string]string{
	"“": `"`, "”": `"`, "„": `"`, "``": `"`, "''": `"`, "«": `"`, "»": `"`,
	"‘": "'", "’": "'", "`": "'",
	"–": "-", "—": "-", "--": "-", "---": "-",
	"…": "...", "....": "...",
}

// Of looks at a word. Of a very long one it looks at the beginning only.
func Of(text string) Word {
	text = plain(text)
	form := shorten(text)
	s := seen{shape: linear.Word("shape")}
	for _, r := range form {
		s.letter(r)
	}
	w := Word{Form: linear.Word(form), Shape: s.shape, Traits: s.traits}
	low := s.low[:s.length]
	w.Norm, w.Class = linear.Word(low), uint64(lexicon.ClassOf(string(low)))
	if s.traits&HasDigit != 0 {
		w.Norm = s.shape
	}
	w.affixes(low)
	return w
}

// plain writes marks and apostrophes the plain way.
func plain(text string) string {
	if text == "" || text[0] < utf8.RuneSelf && !strings.Contains(text, "’") && text[0] != '`' && text[0] != '\'' && text[0] != '-' && text[0] != '.' {
		return text
	}
	if mark, ok := plainMarks[text]; ok {
		return mark
	}
	return strings.ReplaceAll(text, "’", "'")
}

func shorten(text string) string {
	if len(text) <= longestWord {
		return text
	}
	end := longestWord
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// seen gathers what the letters of a word show, one after the other.
type seen struct {
	low    [utf8.UTFMax * longestWord]byte // the word in small letters
	length int
	shape  uint64
	traits uint64
	sort   rune // of the last letter: X, x, d, or the letter itself
	run    int
}

func (s *seen) letter(r rune) {
	sort, small := s.classify(r)
	if s.length == 0 && sort == 'X' {
		s.traits |= BeginsCapital
	}
	if small < utf8.RuneSelf {
		s.low[s.length] = byte(small)
		s.length++
	} else {
		s.length += utf8.EncodeRune(s.low[s.length:], small)
	}
	if sort != s.sort {
		s.sort, s.run = sort, 0
	}
	if s.run++; s.run <= longestRun {
		s.shape = (s.shape ^ uint64(sort)) * shapePrime
	}
}

const shapePrime = 1099511628211 // that of FNV-1a

// classify gives the sort of a letter and the letter in small.
func (s *seen) classify(r rune) (sort, small rune) {
	switch {
	case r >= 'a' && r <= 'z':
		return 'x', r
	case r >= 'A' && r <= 'Z':
		s.traits |= HasCapital
		return 'X', r + 'a' - 'A'
	case unicode.IsUpper(r):
		s.traits |= HasCapital
		return 'X', unicode.ToLower(r)
	case unicode.IsDigit(r):
		s.traits |= HasDigit
		return 'd', r
	case unicode.IsLetter(r):
		return 'x', r
	case r == '-':
		s.traits |= HasHyphen
	}
	return r, r
}

// affixes fills in the beginnings and endings; a word that is too short is its
// own.
func (w *Word) affixes(low []byte) {
	at := 0
	for i := range w.Prefix {
		if at < len(low) {
			_, size := utf8.DecodeRune(low[at:])
			at += size
		}
		w.Prefix[i] = linear.Word(low[:at])
	}
	at = len(low)
	for i := range w.Suffix {
		if at > 0 {
			_, size := utf8.DecodeLastRune(low[:at])
			at -= size
		}
		w.Suffix[i] = linear.Word(low[at:])
	}
}
