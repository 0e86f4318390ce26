package relate

import (
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// tree is a text as read, with what hangs on each of its tokens.
type tree struct {
	doc  *english.Document
	kids [][]int // in the order of the text
}

// readTree reads the beginning of a text, as much as a title could come from.
func readTree(text string) *tree {
	const enough = 1500 // bytes
	t := &tree{doc: english.Analyse(strings.ToValidUTF8(text[:min(len(text), enough)], ""))}
	t.kids = make([][]int, len(t.doc.Tokens))
	for i := range t.doc.Tokens {
		if h := t.doc.Tokens[i].Head; h >= 0 {
			t.kids[h] = append(t.kids[h], i)
		}
	}
	return t
}

// trees are the texts that were read, as one claim stands in many conflicts.
type trees map[string]*tree

func (t trees) of(text string) *tree {
	if t[text] == nil {
		t[text] = readTree(text)
	}
	return t[text]
}

// clause is a predicate with its subject: "the dam is safe".
type clause struct {
	*tree
	verb    int   // the verb, or the word that a form of "be" ties to the subject: "safe"
	subject int   // its first word in rank; -1 where "there" stands for it
	aux     []int // forms of be, have and do and modal verbs, in the order of the text
	parts   []int // what else hangs on the verb, in the order of the text, without asides
	never   bool
	main    bool // it is not within another clause
}

// clauses gives those clauses of the text that can be asked: with a finite
// verb and a subject of their own.
func (t *tree) clauses() []clause {
	var out []clause
	for i := range t.doc.Tokens {
		if c, ok := t.clauseAt(i); ok {
			out = append(out, c)
		}
	}
	return out
}

func (t *tree) clauseAt(i int) (clause, bool) {
	const longest = 40 // tokens that hang on one verb
	token := &t.doc.Tokens[i]
	c := clause{tree: t, verb: i, subject: -1, main: token.Relation == "root" || token.Relation == "ccomp"}
	there, conditional := false, false
	if token.Relation == "acl:relcl" || token.Relation == "acl" || token.Relation == "advcl" || len(t.kids[i]) > longest {
		return c, false
	}
	for _, j := range t.kids[i] {
		k := &t.doc.Tokens[j]
		switch relation, _, _ := strings.Cut(k.Relation, ":"); relation {
		case "nsubj":
			if k.Tag == english.Adj && j > i-3 && len(c.aux) > 0 { // "had last been": an adverb that the tree mistakes
				c.parts = append(c.parts, j)
				continue
			}
			c.subject = j
		case "expl":
			there = there || k.Lower == "there"
		case "aux", "cop":
			c.aux = append(c.aux, j)
		case "mark":
			conditional = conditional || k.Lower == "if" || k.Lower == "whether"
		case "advmod":
			c.never = c.never || k.Lower == "never"
			if !k.Negation && !passing[k.Lower] {
				c.parts = append(c.parts, j)
			}
		case "obj", "iobj", "xcomp", "ccomp", "obl", "nmod", "compound", "amod", "det", "nummod", "case", "fixed":
			c.parts = append(c.parts, j)
		case "csubj":
			return c, false
		}
	}
	if there && c.subject >= 0 && token.Lemma == "be" { // "there was no invitation"
		c.parts = append(c.parts, c.subject)
		slices.Sort(c.parts)
		c.subject = -1
		return c, !conditional
	}
	return c, c.subject >= 0 && !there && !conditional && c.whole() && c.complete() && c.agrees() && !t.question(c)
}

// whole says whether the clause stands by itself: what "that …" says after it
// is asked in its stead.
func (c *clause) whole() bool {
	for _, i := range c.parts {
		if c.doc.Tokens[i].Relation == "ccomp" {
			return false
		}
	}
	return true
}

// complete says whether a verb has what it cannot do without.
func (c *clause) complete() bool {
	if !needsMore[strings.ToLower(c.doc.Tokens[c.verb].Lemma)] {
		return true
	}
	for _, i := range c.aux {
		if c.doc.Tokens[i].Relation != "aux" {
			return true // passive
		}
	}
	for _, i := range c.parts {
		if k := &c.doc.Tokens[i]; (k.Relation == "obj" && k.Tag != english.Adj) || k.Relation == "xcomp" {
			return true
		}
	}
	return false
}

// needsMore are verbs that say nothing without an object.
var needsMore = map[string]bool{
	"show": true, "do": true, "say": true, "use": true, "make": true, "give": true, "take": true, "get": true, "have": true,
	"see": true, "find": true, "want": true, "need": true, "call": true, "tell": true, "remain": true, "violate": true,
	"bring": true, "put": true, "let": true, "become": true, "seem": true, "think": true, "mean": true, "include": true,
}

// agrees says whether verb and subject fit: where they do not, the tree is
// wrong.
func (c *clause) agrees() bool {
	first := c.verb
	if len(c.aux) > 0 {
		first = c.aux[0]
	} else if v := &c.doc.Tokens[c.verb]; v.Tag != english.Verb && v.Tag != english.Aux {
		return false
	}
	many := c.plural(c.subject)
	switch k := &c.doc.Tokens[first]; {
	case k.Fine == "VBZ":
		return !many
	case k.Fine == "VBP", k.Lower == "were":
		return many || c.doc.Tokens[c.subject].Fine == "PRP" || c.doc.Tokens[c.subject].Tag == english.NameTag || !noun(&c.doc.Tokens[c.subject])
	}
	return true
}

func noun(k *english.Token) bool { return k.Fine == "NN" }

// question says whether the clause asks something itself.
func (t *tree) question(c clause) bool {
	s := t.doc.Sentences[t.doc.Tokens[c.verb].Sentence]
	return s.Last > s.First && t.doc.Tokens[s.Last-1].Text == "?" || len(c.aux) > 0 && c.aux[0] < c.subject
}

// passing are adverbs that tie a clause to what was said before it, or to the
// day on which it was said. A title can do without.
var passing = map[string]bool{
	"also": true, "however": true, "already": true, "even": true, "just": true, "now": true, "today": true, "yesterday": true,
	"tomorrow": true, "so": true, "then": true, "therefore": true, "thus": true, "instead": true, "meanwhile": true, "only": true,
	"still": true, "again": true, "too": true, "moreover": true, "nevertheless": true, "tonight": true, "simply": true, "really": true,
	"actually": true, "certainly": true, "clearly": true, "merely": true, "when": true, "where": true, "why": true, "how": true,
	"that": true, "there": true, "here": true, "as": true, "greatly": true, "perfectly": true, "entirely": true, "absolutely": true,
	"alone": true, "indeed": true, "exactly": true, "once": true, "perhaps": true, "apparently": true, "allegedly": true, "reportedly": true, "recently": true, "ever": true, "yet": true, "alike": true,
}

// phrase gives the tokens of what token i heads, in the order of the text,
// without the clauses and asides that hang on it.
func (t *tree) phrase(i int) []int {
	out := t.gather(nil, i, 0)
	slices.Sort(out)
	return out
}

func (t *tree) gather(out []int, i, depth int) []int {
	const deepest = 12
	out = append(out, i)
	if depth == deepest {
		return out
	}
	for _, j := range t.kids[i] {
		if t.belongs(i, j) {
			out = t.gather(out, j, depth+1)
		}
	}
	return out
}

// belongs says whether token j, which hangs on i, is part of its phrase.
func (t *tree) belongs(i, j int) bool {
	k := &t.doc.Tokens[j]
	switch k.Relation {
	case "acl:relcl", "appos", "parataxis", "discourse", "vocative", "advcl", "list", "dislocated":
		return false
	case "punct":
		return k.Fine == "HYPH" || k.Text == "," && t.doc.Tokens[i].Relation == "conj"
	case "conj":
		return len(t.kids[j]) <= 4 && !t.none(i) && (t.doc.Tokens[j].Tag == t.doc.Tokens[i].Tag || t.doc.Tokens[j].Tag == english.NameTag) && !t.marked(j)
	case "acl":
		return j < i || t.goesOn(j)
	case "ccomp":
		return t.says(j)
	case "cc":
		return t.doc.Tokens[i].Relation == "conj"
	case "advmod":
		return !k.Negation && !passing[k.Lower] || k.Lower == "as"
	}
	return !k.Negation || k.Fine == "DT" || k.Relation == "case"
}

// goesOn says whether something that belongs to a token stands after it.
func (t *tree) goesOn(i int) bool {
	for _, j := range t.kids[i] {
		if j > i && t.belongs(i, j) {
			return true
		}
	}
	return false
}

// says reports whether "that" or "to" introduces a clause.
func (t *tree) says(i int) bool {
	for _, j := range t.kids[i] {
		if t.doc.Tokens[j].Relation == "mark" {
			return true
		}
	}
	return false
}

// none says whether a noun has "no" before it.
func (t *tree) none(i int) bool {
	for _, j := range t.kids[i] {
		if t.doc.Tokens[j].Lower == "no" {
			return true
		}
	}
	return false
}

// marked says whether a token has a preposition, a verb's helper or a subject
// of its own.
func (t *tree) marked(i int) bool {
	for _, j := range t.kids[i] {
		switch r := t.doc.Tokens[j].Relation; {
		case r == "case", strings.HasPrefix(r, "nsubj"), strings.HasPrefix(r, "aux"), r == "cop":
			return true
		}
	}
	return false
}

// plural says whether a phrase takes "were" and "have".
func (t *tree) plural(head int) bool {
	k := &t.doc.Tokens[head]
	if k.Fine == "NNS" || k.Fine == "NNPS" {
		return true
	}
	switch k.Lower {
	case "they", "we", "you", "these", "those", "people", "police", "both", "many", "several", "all", "some":
		return true
	}
	for _, j := range t.kids[head] {
		if t.doc.Tokens[j].Relation == "conj" {
			return true
		}
	}
	return false
}
