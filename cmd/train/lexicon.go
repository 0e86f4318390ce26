package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
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
)

func newLexiconCommand() *cobra.Command {
	var folder, out string
	command := &cobra.Command{
		Use:     "lexicon",
		Short:   "Make the list of words from WordNet",
		Example: "  train lexicon --wordnet DIR -o words.txt.gz",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return makeLexicon(cmd.OutOrStdout(), folder, out)
		},
	}
	command.Flags().StringVar(&folder, "wordnet", "", "folder with WordNet's data.* and index.sense")
	command.Flags().StringVarP(&out, "out", "o", "", "file to write the list to")
	_ = command.MarkFlagRequired("wordnet")
	_ = command.MarkFlagRequired("out")
	return command
}

// wordUses is, by the letter of a part of speech, how often a word was seen as
// one in the texts that WordNet's authors marked.
type wordUses map[byte]int

func makeLexicon(report io.Writer, folder, out string) error {
	words := map[string]wordUses{}
	for letter, name := range map[byte]string{'n': "noun", 'v': "verb", 'a': "adj", 'r': "adv"} {
		if err := eachLine(filepath.Join(folder, "data."+name), func(line string) { addSynset(words, letter, line) }); err != nil {
			return err
		}
	}
	if err := eachLine(filepath.Join(folder, "index.sense"), func(line string) { countUses(words, line) }); err != nil {
		return err
	}
	var list bytes.Buffer
	for _, word := range slices.Sorted(maps.Keys(words)) {
		fmt.Fprintf(&list, "%s %s\n", word, words[word].letters())
	}
	fmt.Fprintf(report, "lexicon: %d words\n", len(words))
	return writePacked(out, list.Bytes())
}

func eachLine(path string, do func(line string)) error {
	const longestLine = 1 << 20
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		do(lines.Text())
	}
	return lines.Err()
}

// plainWord is a word in small letters: no name, no group of words.
var plainWord = regexp.MustCompile(`^[a-z]{2,24}$`)

// addSynset takes a line of a data file: offset, file, part of speech, the
// number of words in base 16, and for each word the word and a number.
func addSynset(words map[string]wordUses, letter byte, line string) {
	fields := strings.Fields(line)
	if strings.HasPrefix(line, " ") || len(fields) < 6 { // the licence
		return
	}
	count, err := strconv.ParseInt(fields[3], 16, 32)
	if err != nil {
		return
	}
	for i := 4; i < 4+2*int(count) && i < len(fields); i += 2 {
		word, _, _ := strings.Cut(fields[i], "(") // "galore(ip)"
		if !plainWord.MatchString(word) {
			continue
		}
		if words[word] == nil {
			words[word] = wordUses{}
		}
		words[word][letter] += 0
	}
}

// countUses takes a line of index.sense: "claim%1:10:00:: 06739492 1 9", where
// the number behind the sign is the part of speech and the last one says how
// often the sense was seen.
func countUses(words map[string]wordUses, line string) {
	fields := strings.Fields(line)
	if len(fields) != 4 {
		return
	}
	word, sense, _ := strings.Cut(fields[0], "%")
	letter := map[byte]byte{'1': 'n', '2': 'v', '3': 'a', '4': 'r', '5': 'a'}[sense[0]]
	seen, err := strconv.Atoi(fields[3])
	if _, known := words[word][letter]; known && err == nil {
		words[word][letter] += seen
	}
}

// letters writes what a word can be, with a capital for what it is in a third
// of its uses or more.
func (u wordUses) letters() string {
	all := 0
	for _, seen := range u {
		all += seen
	}
	var out strings.Builder
	for _, letter := range []byte("nvar") {
		seen, known := u[letter]
		switch {
		case !known:
		case seen > 0 && 3*seen >= all:
			out.WriteByte(letter - 'a' + 'A')
		default:
			out.WriteByte(letter)
		}
	}
	return out.String()
}

func writePacked(path string, plain []byte) error {
	var packed bytes.Buffer
	zip, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := zip.Write(plain); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, packed.Bytes(), 0o644)
}
