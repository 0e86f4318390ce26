package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// relation is how a word of one claim stands to a word of the other.
type relation int

const (
	unlike    relation = iota
	wider              // one a kind of the other: "ferry", "boat"
	kindred            // of one family by its entry: "collide", "collision"
	near               // of one meaning by their entries
	derived            // of one family: "insurgent", "insurgency"
	synonym            // of one class of the lexicon
	effective          // both harm, or both help, what they act on
	same               // the same word, name or country
	opposite           // cannot both hold of one thing
)

// closeness is how much of a word's weight a link of this relation covers.
var closeness = [...]float64{unlike: 0, wider: 0.4, kindred: 0.6, near: 0.7, derived: 0.7, synonym: 0.8, effective: 0.6, same: 1, opposite: 0.8}

// relate says how two items stand to each other.
func relate(x, y *item) relation {
	if x.Lemma == y.Lemma {
		return same
	}
	if x.country != "" && x.country == y.country {
		return same
	}
	if isName(x.Term) && isName(y.Term) {
		return relateNames(x.Lemma, y.Lemma)
	}
	if isName(x.Term) != isName(y.Term) {
		return relateToName(x, y)
	}
	if shareClass(x.classes, y.classes) {
		return synonym
	}
	if d := polesOf(x.poles, y.poles); d != unlike {
		return d
	}
	switch {
	case opposed(x.Lemma, y.Lemma):
		return opposite
	case x.stem == y.stem && len(x.stem) >= 4:
		return derived
	case x.Kind != claims.NounTerm && y.Kind != claims.NounTerm && x.sign != 0 && x.sign == y.sign:
		return effective
	}
	return relateEntries(x, y)
}

// relateNames takes "Kerry" and "John Kerry" for the same, and "Anna Kerry"
// and "John Kerry" for different.
func relateNames(x, y string) relation {
	if len(x) > len(y) {
		x, y = y, x
	}
	words := strings.Fields(y)
	for _, w := range strings.Fields(x) {
		found := false
		for _, o := range words {
			found = found || strings.Trim(o, ".,") == strings.Trim(w, ".,")
		}
		if !found {
			return unlike
		}
	}
	return same
}

// relateToName takes "schools" to speak of "Brookfen School".
func relateToName(x, y *item) relation {
	if isName(y.Term) {
		x, y = y, x
	}
	for _, w := range strings.Fields(x.Lemma) {
		if !y.light && len(y.stem) >= 4 && stem(w) == y.stem {
			return derived
		}
	}
	return unlike
}

func shareClass(x, y []int) bool {
	for _, c := range x {
		for _, d := range y {
			if c == d {
				return true
			}
		}
	}
	return false
}

// polesOf says whether two words stand on the same side of a line, on
// different ones, or on none together. The same side wins.
func polesOf(x, y []pole) relation {
	out := unlike
	for _, p := range x {
		for _, q := range y {
			if p.line != q.line {
				continue
			}
			if p.side == q.side {
				return synonym
			}
			out = opposite
		}
	}
	return out
}
