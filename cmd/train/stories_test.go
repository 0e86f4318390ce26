package main

import (
	"strings"
	"testing"
)

// TestStories reads the stories of the project: each must be whole, and have
// something to learn from.
func TestStories(t *testing.T) {
	stories, err := readStories("../../testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	for _, s := range stories {
		conflicts := 0
		for _, label := range s.Label {
			if label == "conflict" {
				conflicts++
			}
		}
		if len(s.Statements) < 10 || conflicts == 0 {
			t.Errorf("%s, %q: %d statements, %d conflicts", s.File, s.Title, len(s.Statements), conflicts)
		}
		if s.Held {
			held++
		}
	}
	if held*4 > len(stories) || held == 0 {
		t.Errorf("%d of %d stories are held back", held, len(stories))
	}
	n := 0
	for _, p := range storyPairs(stories[:1]) {
		if p.Label == "conflict" {
			n++
		}
	}
	if n == 0 || len(acrossPairs(stories, 5)) != 5*len(stories) {
		t.Errorf("%d conflicts, %d pairs across", n, len(acrossPairs(stories, 5)))
	}
}

func TestStoryLines(t *testing.T) {
	for _, test := range []struct{ name, lines, want string }{
		{"a number twice", "1 | A |  | x\n1 | B |  | y", "number"},
		{"no words", "1 | A | 2031-01-01", "number"},
		{"a pair that is not there", "1 | A |  | x\n2 | B |  | y\nconflict: 1-3", "no pair"},
		{"a pair with itself", "1 | A |  | x\n2 | B |  | y\nagree: 1-1", "no pair"},
		{"a pair twice", "1 | A |  | x\n2 | B |  | y\nconflict: 1-2\nagree: 2-1", "twice"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := story{Label: map[[2]int]string{}}
			var err error
			for _, line := range strings.Split(test.lines, "\n") {
				if err = s.add(line); err != nil {
					break
				}
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v, want one with %q", err, test.want)
			}
		})
	}
}
