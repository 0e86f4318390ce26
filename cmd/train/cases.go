package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// strangersPerStory is how many pairs across stories are drawn for each.
const strangersPerStory = 300

// inArchive gives the pairs of stories as an archive has them: each statement
// with what stands around it in an article, the title and who else speaks.
func inArchive(stories []story, across int) []pairLine {
	around := map[string]string{}
	for _, s := range stories {
		said := []string{s.Title}
		for _, o := range s.Statements {
			said = append(said, nameOf(o.Speaker))
		}
		around[s.Title] = strings.Join(said, ". ")
	}
	lines := append(storyPairs(stories), acrossPairs(stories, across)...)
	for i := range lines {
		if parts := strings.Split(lines[i].ID, "/"); len(parts) == 4 { // as pairOf names them
			_, title, _ := strings.Cut(parts[0], "-")
			lines[i].aAround, lines[i].bAround = around[title], around[parts[2]]
		}
		lines[i].ASpeaker, lines[i].BSpeaker = nameOf(lines[i].ASpeaker), nameOf(lines[i].BSpeaker)
	}
	return lines
}

// nameOf gives the name in "Finance chief Ilse Brandt", as a speaker found in an
// article has it; a speaker without one stays as he is.
func nameOf(speaker string) string {
	words := strings.Fields(speaker)
	from := len(words)
	for from > max(0, len(words)-2) && unicode.IsUpper([]rune(words[from-1])[0]) {
		from--
	}
	if from == len(words) {
		return speaker
	}
	return strings.Join(words[from:], " ")
}

// readCases reads cases by kind, as the tests of the comparison have them: "A:",
// "B:" and "relation:" on a line each, an empty line between two cases.
func readCases(folder string) ([]pairLine, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no cases in %s: %v", folder, err)
	}
	var out []pairLine
	for _, path := range files {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		c := pairLine{ID: "case"}
		end := func() {
			if c.A != "" && c.B != "" && c.Label != "" {
				out = append(out, c)
			}
			c = pairLine{ID: "case"}
		}
		lines := bufio.NewScanner(file)
		for lines.Scan() {
			name, value, ok := strings.Cut(lines.Text(), ":")
			value = strings.TrimSpace(value)
			if !ok {
				end()
				continue
			}
			field := map[string]*string{
				"A": &c.A, "A speaker": &c.ASpeaker, "A date": &c.ADate, "A context": &c.aAround,
				"B": &c.B, "B speaker": &c.BSpeaker, "B date": &c.BDate, "B context": &c.bAround, "relation": &c.Label,
			}[name]
			if field != nil {
				*field = value
			}
		}
		end()
		_ = file.Close()
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
	}
	return out, nil
}
