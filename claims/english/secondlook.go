package english

import (
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english/lexicon"
	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/english/parser"
)

const (
	longestSecondLook = 80 // tokens
	mostTries         = 3
)

// arcs gives the arcs of the tokens as tagged. Where a clause came out without
// a verb, as "Iraq plans to ask NATO" does with "plans" for a noun, the words
// in it that can be verbs are tried as such, and the first that gets a subject
// stays one.
func (x *syntax) arcs() []parser.Arc {
	first := x.run.Parse(x.tokens)
	head := x.verblessHead(first)
	if head < 0 || len(x.tokens) > longestSecondLook {
		return first
	}
	kept := slices.Clone(first)
	tries := 0
	for i := range x.tokens {
		verb := x.asVerb(i)
		if verb == "" || !isUnder(kept, i, head) {
			continue
		}
		if tries++; tries > mostTries {
			break
		}
		old := x.tokens[i]
		x.tokens[i].Fine, x.tokens[i].Coarse = verb, "VERB"
		if again := x.run.Parse(x.tokens); x.rules(again, i) {
			return again
		}
		x.tokens[i] = old
	}
	return kept
}

// verblessHead gives a noun or adjective that heads a sentence or a clause with
// neither a verb nor a copula, or -1.
func (x *syntax) verblessHead(arcs []parser.Arc) int {
	found := -1
	for i, arc := range arcs {
		relation := x.relations[arc.Relation]
		nominal := strings.HasPrefix(x.tokens[i].Fine, "N") || strings.HasPrefix(x.tokens[i].Fine, "JJ")
		if nominal && (relation == "root" || relation == "ccomp") {
			found = i
		}
	}
	for _, arc := range arcs {
		if arc.Head == found && x.relations[arc.Relation] == "cop" {
			return -1
		}
	}
	return found
}

// asVerb gives the tag that a word would have as the verb of a clause, if it is
// tagged as none and can be one.
func (x *syntax) asVerb(i int) string {
	fine, class := x.tokens[i].Fine, lexicon.Class(x.words[i].Class)
	switch {
	case class&lexicon.OftenVerb == 0 || !x.mayRule(i):
		return ""
	case fine == "NNS" && class&lexicon.VerbThird != 0 && strings.HasPrefix(x.tokens[i-1].Fine, "NN"):
		return "VBZ"
	case (fine == "VBN" || fine == "NN" || fine == "JJ") && class&lexicon.VerbPast != 0:
		return "VBD"
	}
	return ""
}

// mayRule says whether what stands around a word lets it be the verb of a
// clause: "was shot", "an unarmed man", "cases filed by" and "savings plans."
// do not.
func (x *syntax) mayRule(i int) bool {
	before := i - 1
	for before >= 0 && x.tokens[before].Coarse == "ADV" {
		before--
	}
	if before < 0 || i+1 == len(x.tokens) {
		return false
	}
	switch x.tokens[before].Coarse {
	case "AUX", "DET", "ADJ", "ADP", "PART", "NUM", "VERB":
		return false
	}
	next := &x.tokens[i+1]
	return next.Word.Norm != linear.Word("by") && (next.Coarse != "PUNCT" || next.Fine == ":")
}

// isUnder says whether a word hangs on another one, if over others.
func isUnder(arcs []parser.Arc, i, head int) bool {
	for steps := 0; i >= 0 && steps < len(arcs); steps++ {
		if i == head {
			return true
		}
		i = arcs[i].Head
	}
	return false
}

// rules says whether a word heads a sentence or a clause and has a subject in
// front of it.
func (x *syntax) rules(arcs []parser.Arc, verb int) bool {
	if relation := x.relations[arcs[verb].Relation]; relation != "root" && relation != "ccomp" && relation != "parataxis" {
		return false
	}
	for i := range verb {
		if arcs[i].Head == verb && strings.HasPrefix(x.relations[arcs[i].Relation], "nsubj") {
			return true
		}
	}
	return false
}

// partVerbs makes a noun of what can be one and was taken for the verb of a
// clause right before another: "said that trains had run late".
func (x *syntax) partVerbs() {
	for i := 1; i+1 < len(x.tokens); i++ {
		t, next := &x.tokens[i], &x.tokens[i+1]
		if t.Fine != "VBZ" || lexicon.Class(x.words[i].Class)&lexicon.Plural == 0 || next.Coarse != "AUX" || next.Fine == "VBG" || next.Fine == "VBN" || next.Fine == "VB" {
			continue
		}
		t.Fine, t.Coarse = "NNS", "NOUN"
		if before := &x.tokens[i-1]; before.Fine == "WDT" {
			before.Fine, before.Coarse = "IN", "SCONJ"
		}
	}
}
