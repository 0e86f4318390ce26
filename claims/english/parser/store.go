package parser

import (
	"fmt"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// write puts a model into a file of three parts: a line for each relation, the
// weights of actions, the weights of relations.
func write(relations []string, choice, naming []byte) []byte {
	return linear.Bundle([]byte(strings.Join(relations, "\n")), choice, naming)
}

// Read makes a parser of bytes that [Train] gave. Of other bytes it makes an
// error.
func Read(model []byte) (*Parser, error) {
	parts, err := linear.Unbundle(model, 3)
	if err != nil {
		return nil, fmt.Errorf("reading the parser: %w", err)
	}
	p := &Parser{relations: strings.Split(string(parts[0]), "\n")}
	if p.choice, err = linear.Read(parts[1]); err != nil {
		return nil, fmt.Errorf("reading the parser's actions: %w", err)
	}
	if p.naming, err = linear.Read(parts[2]); err != nil {
		return nil, fmt.Errorf("reading the parser's relations: %w", err)
	}
	if p.choice.Classes() != int(actions) || p.naming.Classes() != len(p.relations) {
		return nil, fmt.Errorf("reading the parser: weights for %d actions and %d relations, want %d and %d",
			p.choice.Classes(), p.naming.Classes(), actions, len(p.relations))
	}
	return p, nil
}
