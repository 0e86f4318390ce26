package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims/relate/wordnet"
)

func newWordnetCommand() *cobra.Command {
	var folder, out string
	command := &cobra.Command{
		Use:     "wordnet",
		Short:   "Make the table of related words from WordNet",
		Example: "  train wordnet --dict DIR -o wordnet.bin",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return makeWordnet(cmd.OutOrStdout(), folder, out)
		},
	}
	command.Flags().StringVar(&folder, "dict", "", "folder with WordNet's data.* and index.sense")
	command.Flags().StringVarP(&out, "out", "o", "", "file to write the table to")
	_ = command.MarkFlagRequired("dict")
	_ = command.MarkFlagRequired("out")
	return command
}

// Which meanings are kept, and which wider meanings are too wide to tell
// anything.
const (
	meaningsKept = 4    // of one word as one part of speech, at most
	leastShare   = 0.1  // of the uses of the word, where they were counted
	mostNarrower = 60   // meanings directly below a wider one
	plants       = "20" // the file of plants, of which only those that were seen are kept
)

func makeWordnet(report io.Writer, folder, out string) error {
	r := wordnetReader{synsets: map[int]*synset{}}
	for part, name := range []string{"noun", "verb", "adj", "adv"} {
		if err := eachLine(filepath.Join(folder, "data."+name), func(line string) { r.addSynset(wordnet.Part(part), line) }); err != nil {
			return err
		}
	}
	uses := map[wordAs][]use{}
	if err := eachLine(filepath.Join(folder, "index.sense"), func(line string) { addUse(uses, line) }); err != nil {
		return err
	}
	table := wordnet.Encode(r.source(uses))
	t, err := wordnet.Read(string(table))
	if err != nil {
		return err
	}
	fmt.Fprintf(report, "wordnet: %d words, %d bytes\n", t.Words(), len(table))
	return os.WriteFile(out, table, 0o644)
}

// synset is one meaning with the words that have it.
type synset struct {
	part     wordnet.Part
	file     string   // of the authors' files: one for plants, one for acts, and so on
	words    []string // as written; capitals tell names
	pointers []pointer
	narrower int
}

// pointer leads to another meaning; from and to count words from 1, 0 for all.
type pointer struct {
	sign     string
	target   int
	from, to int
}

type wordnetReader struct{ synsets map[int]*synset }

// synsetKey makes one number of a place in a data file and its part of speech.
func synsetKey(part wordnet.Part, offset int) int { return offset*4 + int(part) }

func partOf(letter string) (wordnet.Part, bool) {
	part, ok := map[string]wordnet.Part{"n": wordnet.Noun, "v": wordnet.Verb, "a": wordnet.Adjective, "s": wordnet.Adjective, "r": wordnet.Adverb}[letter]
	return part, ok
}

// addSynset takes a line of a data file: offset, file, part of speech, the
// number of words in base 16, word and number for each, then the number of
// pointers with sign, offset, part of speech and two numbers in base 16.
func (r *wordnetReader) addSynset(part wordnet.Part, line string) {
	fields := strings.Fields(line)
	if strings.HasPrefix(line, " ") || len(fields) < 6 { // the licence
		return
	}
	offset, err := strconv.Atoi(fields[0])
	count, err2 := strconv.ParseInt(fields[3], 16, 32)
	if err != nil || err2 != nil || len(fields) < 5+2*int(count) {
		return
	}
	s := &synset{part: part, file: fields[1]}
	for i := 4; i < 4+2*int(count); i += 2 {
		word, _, _ := strings.Cut(fields[i], "(") // "galore(ip)"
		s.words = append(s.words, word)
	}
	rest := fields[5+2*int(count):]
	for ; len(rest) >= 4 && rest[0] != "|"; rest = rest[4:] {
		if p, ok := readPointer(rest); ok {
			s.pointers = append(s.pointers, p)
		}
	}
	r.synsets[synsetKey(part, offset)] = s
}

func readPointer(f []string) (pointer, bool) {
	offset, err := strconv.Atoi(f[1])
	part, known := partOf(f[2])
	ends, err2 := strconv.ParseInt(f[3], 16, 32)
	if err != nil || err2 != nil || !known {
		return pointer{}, false
	}
	return pointer{f[0], synsetKey(part, offset), int(ends >> 8), int(ends & 0xff)}, true
}

// wordAs is a word as one part of speech; use is one of its meanings and how
// often it was seen, in the order of WordNet.
type wordAs struct {
	word string
	part wordnet.Part
}

type use struct{ synset, rank, seen int }

// addUse takes a line of index.sense: "claim%1:10:00:: 06739492 1 9".
func addUse(uses map[wordAs][]use, line string) {
	fields := strings.Fields(line)
	if len(fields) != 4 {
		return
	}
	word, sense, _ := strings.Cut(fields[0], "%")
	if sense == "" {
		return
	}
	part, ok := map[byte]wordnet.Part{'1': wordnet.Noun, '2': wordnet.Verb, '3': wordnet.Adjective, '4': wordnet.Adverb, '5': wordnet.Adjective}[sense[0]]
	offset, err := strconv.Atoi(fields[1])
	rank, err2 := strconv.Atoi(fields[2])
	seen, err3 := strconv.Atoi(fields[3])
	if ok && err == nil && err2 == nil && err3 == nil {
		key := wordAs{word, part}
		uses[key] = append(uses[key], use{synsetKey(part, offset), rank, seen})
	}
}

// singleWord is one word in small letters.
var singleWord = regexp.MustCompile(`^[a-z][a-z-]{1,23}$`)

// source chooses words and meanings and gathers what relates them.
func (r *wordnetReader) source(uses map[wordAs][]use) wordnet.Source {
	s := wordnet.Source{
		Parts: map[int]wordnet.Part{}, Senses: map[string][]int{}, Family: map[string][]string{}, Antonyms: map[string][]string{},
		Kinds: map[int][]int{}, Opposites: map[int][]int{},
	}
	for _, part := range []wordnet.Part{wordnet.Noun, wordnet.Verb, wordnet.Adjective, wordnet.Adverb} {
		for key, list := range uses {
			if key.part != part || !singleWord.MatchString(key.word) {
				continue
			}
			for _, u := range frequent(list) {
				if set := r.synsets[u.synset]; set != nil && slices.Contains(set.words, key.word) && (u.seen > 0 || set.file != plants) {
					s.Parts[u.synset] = part
					s.Senses[key.word] = append(s.Senses[key.word], u.synset)
				}
			}
		}
	}
	for _, set := range r.synsets {
		for _, p := range set.pointers {
			if over := r.synsets[p.target]; p.sign == "@" && over != nil {
				over.narrower++
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.Parts)) {
		r.connect(&s, key, r.synsets[key])
	}
	return s
}

// frequent gives the meanings of a word that are worth keeping.
func frequent(list []use) []use {
	slices.SortFunc(list, func(a, b use) int { return a.rank - b.rank })
	all := 0
	for _, u := range list {
		all += u.seen
	}
	var out []use
	for i, u := range list {
		often := all > 0 && u.seen > 0 && float64(u.seen) >= leastShare*float64(all)
		if len(out) < meaningsKept && (i == 0 || often || all == 0 && i < 2) {
			out = append(out, u)
		}
	}
	return out
}

// connect gathers what a meaning that is kept points to.
func (r *wordnetReader) connect(s *wordnet.Source, key int, set *synset) {
	for _, p := range set.pointers {
		target := r.synsets[p.target]
		if target == nil {
			continue
		}
		switch p.sign {
		case "@", "&":
			if target.narrower <= mostNarrower {
				s.Kinds[key] = append(s.Kinds[key], p.target)
			}
		case "!":
			s.Opposites[key] = append(s.Opposites[key], p.target)
			relateWords(s.Antonyms, set, target, p)
		case "+", "\\":
			relateWords(s.Family, set, target, p)
		}
	}
}

func relateWords(into map[string][]string, set, target *synset, p pointer) {
	if p.from < 1 || p.from > len(set.words) || p.to < 1 || p.to > len(target.words) {
		return
	}
	from, to := set.words[p.from-1], target.words[p.to-1]
	if from != to {
		into[from] = append(into[from], to)
	}
}
