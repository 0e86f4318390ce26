package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// bareArchive is claims without a word around them, each of an article of its
// own, and which of them are the two sides of a conflict. No story helps to find
// them.
type bareArchive struct {
	name      string
	claims    []claims.Claim
	conflicts [][2]int
}

func (a *bareArchive) add(texts ...string) (first int) {
	first = len(a.claims)
	for _, text := range texts {
		id := fmt.Sprintf("%s/%05d", a.name, len(a.claims))
		c := relate.ProposeText(relate.Bare{ID: id, Text: text})
		c.Article = claims.ArticleID(id)
		a.claims = append(a.claims, c)
	}
	return first
}

// archiveOfPairs puts both sides of all pairs of a file into one archive.
func archiveOfPairs(path string) (bareArchive, error) {
	a := bareArchive{name: path}
	lines, err := readPairLines([]string{path})
	for _, l := range lines {
		if first := a.add(l.A, l.B); labelOf(l.Label) == relate.WordsOfConflict {
			a.conflicts = append(a.conflicts, [2]int{first, first + 1})
		}
	}
	return a, err
}

// archiveOfStories puts all statements of all stories of a folder into one archive.
func archiveOfStories(folder string) (bareArchive, error) {
	a := bareArchive{name: folder}
	stories, err := readStories(folder)
	for _, s := range stories {
		first := len(a.claims)
		for _, o := range s.Statements {
			a.add(o.Text)
		}
		for pair, label := range s.Label {
			if label == "conflict" {
				a.conflicts = append(a.conflicts, [2]int{first + pair[0], first + pair[1]})
			}
		}
	}
	return a, err
}

// onlyWords takes the keys by meaning away.
func (a *bareArchive) onlyWords() {
	for i := range a.claims {
		a.claims[i].Keys = slices.DeleteFunc(a.claims[i].Keys, func(k claims.Key) bool { return strings.HasPrefix(k.Text, "v:") })
	}
}

// printFound says how often the other side of a conflict is among the nearest,
// asked from either side, with the keys of words alone and with all.
func (a *bareArchive) printFound(ctx context.Context, out io.Writer) error {
	all, err := a.found(ctx)
	if err != nil {
		return err
	}
	a.onlyWords()
	words, err := a.found(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %d claims as one archive, %d conflicts; the other side is among the nearest\n", a.name, len(a.claims), len(a.conflicts))
	for i, k := range nearestCounts {
		fmt.Fprintf(out, "  %d: %.3f, by words alone %.3f\n", k, all[i], words[i])
	}
	return nil
}

var nearestCounts = [...]int{5, 10, 20, 40}

// found gives the share for each of nearestCounts.
func (a *bareArchive) found(ctx context.Context) (shares [len(nearestCounts)]float64, err error) {
	index := relate.NewMemory(a.claims...)
	var asking []claims.Claim
	var partner []claims.Ref
	for _, c := range a.conflicts {
		one, other := a.claims[c[0]], a.claims[c[1]]
		asking, partner = append(asking, one, other), append(partner, refOf(other), refOf(one))
	}
	near, err := index.Near(ctx, asking, nearestCounts[len(nearestCounts)-1])
	if err != nil {
		return shares, err
	}
	for i, list := range near {
		at := slices.IndexFunc(list, func(c claims.Claim) bool { return refOf(c) == partner[i] })
		for j, k := range nearestCounts {
			if at >= 0 && at < k {
				shares[j] += 1 / float64(len(asking))
			}
		}
	}
	return shares, nil
}
