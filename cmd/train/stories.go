package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// story is statements about one matter, and which pairs of them conflict or
// agree; all other pairs do neither.
type story struct {
	File, Title string
	Held        bool // kept for measuring
	Statements  []storyStatement
	Label       map[[2]int]string // by the places of two statements, the smaller one first
}

type storyStatement struct{ Number, Speaker, Date, Text string }

func newStoriesCommand() *cobra.Command {
	var across int
	var held bool
	command := &cobra.Command{
		Use:   "stories FOLDER",
		Short: "Print the pairs of statements of annotated stories, one a line",
		Long: "Prints every pair of statements within a story with its label (conflict, agree, neutral), and pairs drawn across\n" +
			"stories of a file, which are neutral. The third and seventh story of each file are held back for measuring.",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			stories, err := readStories(args[0])
			if err != nil {
				return err
			}
			stories = slices.DeleteFunc(stories, func(s story) bool { return s.Held != held })
			return printPairs(cmd.OutOrStdout(), append(storyPairs(stories), acrossPairs(stories, across)...))
		},
	}
	command.Flags().IntVar(&across, "across", 60, "pairs across stories for each story")
	command.Flags().BoolVar(&held, "held", false, "only the stories held back; else only the others")
	return command
}

func printPairs(out io.Writer, pairs []pairLine) error {
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, p := range pairs {
		if err := enc.Encode(p); err != nil {
			return err
		}
	}
	return w.Flush()
}

// readStories reads the stories of a folder, by file.
func readStories(folder string) ([]story, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	var all []story
	for _, file := range files {
		some, err := readStoryFile(file)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no stories in %s", folder)
	}
	return all, nil
}

func readStoryFile(path string) ([]story, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var all []story
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		title, begins := strings.CutPrefix(line, "story: ")
		switch {
		case begins:
			at := len(all) + 1
			all = append(all, story{File: strings.TrimSuffix(filepath.Base(path), ".txt"), Title: title,
				Held: at == 3 || at == 7, Label: map[[2]int]string{}})
		case line == "":
		case len(all) == 0:
			return nil, fmt.Errorf("%s, line %d: stands before the first story", path, n)
		default:
			if err := all[len(all)-1].add(line); err != nil {
				return nil, fmt.Errorf("%s, line %d: %w", path, n, err)
			}
		}
	}
	return all, lines.Err()
}

// add takes one line of a story.
func (s *story) add(line string) error {
	for _, label := range []string{"conflict", "agree"} {
		if pairs, ok := strings.CutPrefix(line, label+":"); ok {
			return s.addPairs(label, strings.Fields(pairs))
		}
	}
	parts := strings.SplitN(line, " | ", 4)
	if len(parts) != 4 || parts[3] == "" || s.place(parts[0]) >= 0 {
		return fmt.Errorf("no statement of its own number: %q", line)
	}
	s.Statements = append(s.Statements, storyStatement{parts[0], parts[1], parts[2], parts[3]})
	return nil
}

func (s *story) addPairs(label string, pairs []string) error {
	for _, p := range pairs {
		one, other, _ := strings.Cut(p, "-")
		x, y := s.place(one), s.place(other)
		if x < 0 || y < 0 || x == y {
			return fmt.Errorf("no pair of statements: %q", p)
		}
		key := [2]int{min(x, y), max(x, y)}
		if was := s.Label[key]; was != "" {
			return fmt.Errorf("the pair %q stands there twice", p)
		}
		s.Label[key] = label
	}
	return nil
}

func (s *story) place(number string) int {
	return slices.IndexFunc(s.Statements, func(o storyStatement) bool { return o.Number == number })
}

// storyPairs gives every pair of statements within a story.
func storyPairs(stories []story) []pairLine {
	var out []pairLine
	for _, s := range stories {
		for i := range s.Statements {
			for j := i + 1; j < len(s.Statements); j++ {
				label := s.Label[[2]int{i, j}]
				if label == "" {
					label = "neutral"
				}
				out = append(out, pairOf(s, s, i, j, label))
			}
		}
	}
	return out
}

// acrossPairs draws n pairs for each story, of a statement of it and one of
// another story of its file; the same ones each time.
func acrossPairs(stories []story, n int) []pairLine {
	random := rand.New(rand.NewPCG(1, 2))
	var out []pairLine
	for i, s := range stories {
		var others []story
		for j, o := range stories {
			if j != i && o.File == s.File {
				others = append(others, o)
			}
		}
		for range min(n, n*len(others)) {
			o := others[random.IntN(len(others))]
			out = append(out, pairOf(s, o, random.IntN(len(s.Statements)), random.IntN(len(o.Statements)), "neutral"))
		}
	}
	return out
}

func pairOf(s, o story, i, j int, label string) pairLine {
	a, b := s.Statements[i], o.Statements[j]
	return pairLine{
		ID: fmt.Sprintf("story_%s-%s/%s/%s/%s", s.File, s.Title, a.Number, o.Title, b.Number), A: a.Text, B: b.Text,
		ASpeaker: a.Speaker, BSpeaker: b.Speaker, ADate: a.Date, BDate: b.Date, Label: label,
	}
}
