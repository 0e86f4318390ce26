// Package lexicon tells what an English word can be by itself, and from which
// word it is formed. In comes a word in small letters; out come its classes, or
// its dictionary form as a verb, a noun or an adjective.
//
// It knows the words of WordNet and the irregular forms; regular forms are
// taken apart by rule. The list of words is made by "train lexicon".
package lexicon

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
)

// Class is a set of what a word can be.
type Class uint16

// What a word can be. Often says that it is so in a third of its uses or more.
const (
	Noun           Class = 1 << iota // "claim"
	Plural                           // "claims"
	VerbBase                         // "say"
	VerbThird                        // "says"
	VerbPast                         // "said", "gave"
	VerbParticiple                   // "said", "given"
	VerbIng                          // "saying"
	Adjective                        // "weak"
	Comparative                      // "weaker", "weakest"
	Adverb                           // "soon"
	OftenNoun
	OftenVerb
	OftenAdjective
	OftenAdverb
)

const (
	anyVerb  = VerbBase | VerbThird | VerbPast | VerbParticiple | VerbIng
	longWord = 24 // bytes; no listed word is longer
	maxList  = 8 << 20
)

//go:embed words.txt.gz
var wordsFile []byte

// Load reads the list of words, which the other functions do by themselves the
// first time. An error means that the program was built with a torn list;
// without it only irregular forms are known.
func Load() error {
	_, err := loadWords()
	return err
}

var loadWords = sync.OnceValues(func() (map[string]Class, error) { return readWords(bytes.NewReader(wordsFile)) })

// letters are what the list says a word can be; a capital stands for often.
var letters = [256]Class{
	'n': Noun, 'v': VerbBase, 'a': Adjective, 'r': Adverb,
	'N': Noun | OftenNoun, 'V': VerbBase | OftenVerb, 'A': Adjective | OftenAdjective, 'R': Adverb | OftenAdverb,
}

// readWords reads lines such as "claim NV", packed with gzip.
func readWords(packed io.Reader) (map[string]Class, error) {
	const usual = 64_000
	plain, err := gzip.NewReader(packed)
	if err != nil {
		return nil, fmt.Errorf("reading the list of words: %w", err)
	}
	list, err := io.ReadAll(io.LimitReader(plain, maxList))
	if err != nil {
		return nil, fmt.Errorf("reading the list of words: %w", err)
	}
	words := make(map[string]Class, usual)
	for line := range strings.Lines(string(list)) {
		word, is, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		class := Class(0)
		for i := range len(is) {
			class |= letters[is[i]]
		}
		words[word] = class
	}
	return words, nil
}

// listed gives what the list says of a word; zero where it is not there.
func listed(word string) Class {
	words, _ := loadWords()
	return words[word]
}

// ClassOf says all that a word can be; zero where nothing is known of it.
func ClassOf(low string) Class {
	if len(low) > longWord {
		return 0
	}
	class := listed(low)
	for _, f := range irregularForms[low] {
		class |= f.class | listed(f.lemma)&OftenVerb
	}
	if lemma, ok := irregularPlurals[low]; ok {
		class |= Plural | listed(lemma)&OftenNoun
	}
	if len(low) < 4 {
		return class
	}
	return class | regularClass(low)
}

// regularClass says what a word can be by its ending.
func regularClass(low string) Class {
	class := Class(0)
	switch {
	case low[len(low)-1] == 's':
		if lemma := find(low, endings["s"], Noun, plural); lemma != "" {
			class |= Plural | listed(lemma)&OftenNoun
		}
		if lemma := find(low, endings["s"], VerbBase, third); lemma != "" {
			class |= VerbThird | listed(lemma)&OftenVerb
		}
	case strings.HasSuffix(low, "ed"):
		if lemma := find(low, endings["ed"], VerbBase, past); lemma != "" && irregular[lemma] == nil {
			class |= VerbPast | VerbParticiple | listed(lemma)&OftenVerb
		}
	case strings.HasSuffix(low, "ing"):
		if lemma := find(low, endings["ing"], VerbBase, ing); lemma != "" {
			class |= VerbIng | listed(lemma)&OftenVerb
		}
	case strings.HasSuffix(low, "er"), strings.HasSuffix(low, "est"):
		if lemma := find(low, endings["er"], Adjective, nil); lemma != "" {
			class |= Comparative | listed(lemma)&OftenAdjective
		}
	}
	return class
}
