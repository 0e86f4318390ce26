package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/worker"
)

// pairLine is a pair of claims as it is read.
type pairLine struct {
	ID       string `json:"id"`
	A        string `json:"a"`
	B        string `json:"b"`
	ASpeaker string `json:"a_speaker"`
	BSpeaker string `json:"b_speaker"`
	ADate    string `json:"a_date"`
	BDate    string `json:"b_date"`
	AContext string `json:"a_context"`
	BContext string `json:"b_context"`
}

// pairView is what comparing a pair says; offsets are code points of a and b.
type pairView struct {
	ID            string               `json:"id"`
	Relation      claims.Relation      `json:"relation"`
	Kind          claims.Label         `json:"kind"`
	Score         float64              `json:"score"`
	Probabilities claims.Probabilities `json:"probabilities"`
	Reasons       []claims.ReasonView  `json:"reasons"`
}

// atOnce is how many pairs are compared together.
const atOnce = 32

// relatePairs compares the pairs of a file, one a line, and prints one line
// for each.
func relatePairs(ctx context.Context, io streams, line worker.Line, name string) error {
	source := io.in
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		source = file
	}
	out := bufio.NewWriter(io.out)
	defer func() { _ = out.Flush() }() // what was compared before an error is printed too
	some := someTogether{line: line, out: streams{io.in, out, io.err}, name: name}
	lines := bufio.NewScanner(source)
	lines.Buffer(make([]byte, 64<<10), claims.MaxSource)
	for n := 1; lines.Scan(); n++ {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if len(lines.Bytes()) == 0 {
			continue
		}
		var pair pairLine
		if err := json.Unmarshal(lines.Bytes(), &pair); err != nil {
			return errors.Join(some.compare(ctx), fmt.Errorf("%s, line %d is no pair: %w", name, n, err))
		}
		if pair.A == "" || pair.B == "" {
			return errors.Join(some.compare(ctx), fmt.Errorf("%s, line %d is no pair: it needs the claims a and b", name, n))
		}
		if some.pairs = append(some.pairs, pair); len(some.pairs) == atOnce {
			if err := some.compare(ctx); err != nil {
				return err
			}
		}
	}
	if err := lines.Err(); err != nil {
		return errors.Join(some.compare(ctx), fmt.Errorf("reading %s: %w", name, err))
	}
	if err := some.compare(ctx); err != nil {
		return err
	}
	return out.Flush()
}

// someTogether is pairs that were read and not yet compared.
type someTogether struct {
	line  worker.Line
	out   streams
	name  string
	pairs []pairLine
}

// compare compares the pairs, prints what it says of each, and forgets them.
func (s *someTogether) compare(ctx context.Context) error {
	bare := make([][2]worker.Bare, len(s.pairs))
	for i, p := range s.pairs {
		bare[i][0] = worker.Bare{ID: p.ID + "/a", Text: p.A, Speaker: p.ASpeaker, Date: p.ADate, Context: p.AContext}
		bare[i][1] = worker.Bare{ID: p.ID + "/b", Text: p.B, Speaker: p.BSpeaker, Date: p.BDate, Context: p.BContext}
	}
	all, err := s.line.CompareBare(ctx, bare)
	if err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	for i, p := range s.pairs {
		said := all[i]
		view := pairView{p.ID, said.Relation, said.Kind, said.Score, said.Probabilities,
			claims.ViewReasons(claims.NewPoints(p.A), claims.NewPoints(p.B), said.Reasons)}
		if err := s.out.writeJSON(view, false); err != nil {
			return err
		}
	}
	s.pairs = s.pairs[:0]
	return nil
}
