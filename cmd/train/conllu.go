package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// sentence is a sentence of a treebank.
type sentence struct {
	words     []string
	lemmas    []string
	coarse    []string // parts of speech of Universal Dependencies
	fine      []string // parts of speech of the Penn Treebank
	heads     []int    // indexes into words, -1 for the root
	relations []string
}

// readTreebanks reads files of CoNLL-U, packed with gzip, one after the other.
func readTreebanks(paths []string) ([]sentence, error) {
	var all []sentence
	for _, path := range paths {
		read, err := readTreebank(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, read...)
	}
	return all, nil
}

func readTreebank(path string) ([]sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return readSentences(plain)
}

// readSentences reads CoNLL-U (https://universaldependencies.org/format.html):
// a word on a line, ten columns, an empty line behind each sentence.
func readSentences(source io.Reader) ([]sentence, error) {
	const longestLine = 1 << 20
	lines := bufio.NewScanner(source)
	lines.Buffer(nil, longestLine)
	var all []sentence
	var now sentence
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "":
			if err := now.check(); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
			all, now = appendSentence(all, now), sentence{}
		case line[0] == '#':
		default:
			if err := now.add(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
		}
	}
	if err := now.check(); err != nil {
		return nil, err
	}
	return appendSentence(all, now), lines.Err()
}

// check reports a head that is no word of the sentence.
func (s *sentence) check() error {
	for _, head := range s.heads {
		if head < -1 || head >= len(s.words) {
			return fmt.Errorf("a word hangs on word %d of %d", head+1, len(s.words))
		}
	}
	return nil
}

func appendSentence(all []sentence, s sentence) []sentence {
	if len(s.words) == 0 {
		return all
	}
	return append(all, s)
}

// add takes the line of a word. Lines of several words in one ("1-2") and of
// words that are not written ("1.1") are passed over.
func (s *sentence) add(line string) error {
	const columns = 10
	column := strings.Split(line, "\t")
	if len(column) != columns {
		return fmt.Errorf("%d columns instead of %d", len(column), columns)
	}
	if strings.ContainsAny(column[0], "-.") {
		return nil
	}
	head, err := strconv.Atoi(column[6])
	if err != nil {
		return fmt.Errorf("the head is no number: %w", err)
	}
	s.words = append(s.words, column[1])
	s.lemmas = append(s.lemmas, column[2])
	s.coarse = append(s.coarse, column[3])
	s.fine = append(s.fine, column[4])
	s.heads = append(s.heads, head-1)
	s.relations = append(s.relations, column[7])
	return nil
}
