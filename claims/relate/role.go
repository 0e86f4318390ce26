package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// The roles of a term. A term after a preposition has the preposition for its
// role: "in", "because of".
const (
	roleDoer      = "doer"      // who did it, also after the "by" of a passive
	roleUndergoer = "undergoer" // to whom it was done, also the subject of a passive
	roleReceiver  = "receiver"
	roleIs        = "is" // what the head is said to be: "the defector is a cook"
)

// anyOne stands before the role of something that is not named in particular:
// "a woman", "some boats". There may be another one.
const anyOne = "a "

// indefinite says whether a token has "a" or "some" before it, or a number.
func indefinite(doc *english.Document, i int) bool {
	found := false
	eachChild(doc, i, func(j int) {
		switch doc.Tokens[j].Lower {
		case "a", "an", "some", "another", "any":
			found = found || doc.Tokens[j].Relation == "det"
		}
		found = found || doc.Tokens[j].Relation == "nummod"
	})
	return found
}

// assignRoles reads off the tree who did what to whom, where and why. Words
// joined by "and" have the role of the first of them.
func assignRoles(doc *english.Document, ws []word) {
	for i := range ws {
		w := &ws[i]
		if !w.content() && w.term.Kind != claims.QuantityTerm && w.term.Kind != claims.DateTerm {
			continue
		}
		top := topToken(doc, w.term.At)
		if top < 0 {
			continue
		}
		if role, head := roleOf(doc, top); role != "" {
			if indefinite(doc, top) {
				role = anyOne + role
			}
			w.term.Role, w.term.Head = role, doc.Tokens[head].Span.Start
		}
	}
}

// topToken gives the token within the span that hangs on one outside, or on
// none; -1 where no token begins in the span.
func topToken(doc *english.Document, at claims.Span) int {
	from, to := doc.TokenRange(at)
	for i := to - 1; i >= from; i-- {
		if h := doc.Tokens[i].Head; h < from || h >= to {
			return i
		}
	}
	return -1
}

// roleOf gives the role of a token and the token it plays it for.
func roleOf(doc *english.Document, i int) (role string, head int) {
	const longest = 4 // members of a list that are followed to the first
	t := &doc.Tokens[i]
	for n := 0; t.Relation == "conj" && n < longest && t.Head >= 0; n++ {
		i = t.Head
		t = &doc.Tokens[i]
	}
	relation, _, _ := strings.Cut(t.Relation, ":")
	switch {
	case t.Head < 0 || relation == "root":
		return predicateRole(doc, i)
	case t.Relation == "nsubj:pass":
		return roleUndergoer, t.Head
	case relation == "nsubj":
		return roleDoer, t.Head
	case relation == "obj":
		return roleUndergoer, t.Head
	case relation == "iobj":
		return roleReceiver, t.Head
	case t.Relation == "obl:agent":
		return roleDoer, t.Head
	case relation == "obl" || relation == "nmod" || relation == "advcl":
		if h := &doc.Tokens[t.Head]; (h.Lower == "owing" || h.Lower == "thanks") && h.Head >= 0 {
			return "because of", h.Head // which the tree takes for words of their own
		}
		return prepositionOf(doc, i), t.Head
	}
	return predicateRole(doc, i)
}

// predicateRole gives the role of a noun that says what something is, and of
// one that a clause with "who" is about: "it was the smugglers who shot".
func predicateRole(doc *english.Document, i int) (role string, head int) {
	subject, copula, clause := -1, false, -1
	eachChild(doc, i, func(j int) {
		switch c := &doc.Tokens[j]; {
		case c.Relation == "cop":
			copula = true
		case c.Relation == "acl:relcl":
			clause = j
		case c.Relation == "nsubj" && c.Lower != "it" && c.Lower != "that" && c.Lower != "this":
			subject = j
		}
	})
	switch {
	case copula && subject >= 0:
		if where := prepositionOf(doc, i); where != "" {
			return where, subject // "the trap was in the crypt"
		}
		return roleIs, subject
	case copula && clause >= 0:
		return roleInClause(doc, clause), clause
	}
	return "", 0
}

// roleInClause says as what a noun takes part in the clause that hangs on it.
func roleInClause(doc *english.Document, verb int) string {
	role := roleUndergoer // "it was the shell that they fired"
	eachChild(doc, verb, func(j int) {
		c := &doc.Tokens[j]
		if c.Lower != "who" && c.Lower != "that" && c.Lower != "which" {
			return
		}
		if c.Relation == "nsubj" {
			role = roleDoer
		}
	})
	return role
}

// prepositionOf gives the words that mark how a token hangs on its head, in
// small letters: "because of"; empty where there are none.
func prepositionOf(doc *english.Document, i int) string {
	var words []string
	eachChild(doc, i, func(j int) {
		if c := &doc.Tokens[j]; c.Relation == "case" && j < i {
			words = append(words, c.Lower)
			eachChild(doc, j, func(k int) {
				if doc.Tokens[k].Relation == "fixed" {
					words = append(words, doc.Tokens[k].Lower)
				}
			})
		}
	})
	return strings.Join(words, " ")
}

// eachChild names the tokens that hang on token i, of those near to it.
func eachChild(doc *english.Document, i int, do func(j int)) {
	const near = 24 // tokens to each side: keeps this linear in a long sentence
	s := doc.Sentences[doc.Tokens[i].Sentence]
	for j := max(s.First, i-near); j < min(s.Last, i+near); j++ {
		if doc.Tokens[j].Head == i {
			do(j)
		}
	}
}
