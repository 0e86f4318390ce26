package relate

import (
	"math"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// assignClauses numbers the clauses of a sentence, so that a comparison can tell
// what is said of one thing from what is said beside it. It goes on from the
// number given and gives the last one used.
func assignClauses(doc *english.Document, ws []word, last int) int {
	numbers := map[int]int{} // head of a clause → its number
	for i := range ws {
		top := topToken(doc, ws[i].term.At)
		if top < 0 {
			continue
		}
		head := clauseHead(doc, top)
		if numbers[head] == 0 {
			last++
			numbers[head] = last
		}
		ws[i].term.Clause = numbers[head]
	}
	return last
}

// clauseHead gives the token that heads the clause of a token.
func clauseHead(doc *english.Document, i int) int {
	const deepest = 32 // heads that are followed: a parse is a tree, but may be a bad one
	for range deepest {
		t := &doc.Tokens[i]
		if t.Head < 0 || headsClause(doc, i) {
			return i
		}
		i = t.Head
	}
	return i
}

// headsClause says whether a token heads a clause of its own. What a verb takes
// to be complete, "began to retreat", does not.
func headsClause(doc *english.Document, i int) bool {
	t := &doc.Tokens[i]
	relation, _, _ := strings.Cut(t.Relation, ":")
	switch relation {
	case "root", "ccomp", "advcl", "parataxis", "csubj":
		return true
	case "acl":
		return t.Relation == "acl:relcl"
	case "conj":
		return t.Tag == english.Verb || hasSubject(doc, i)
	}
	return false
}

func hasSubject(doc *english.Document, i int) bool {
	found := false
	eachChild(doc, i, func(j int) {
		found = found || strings.HasPrefix(doc.Tokens[j].Relation, "nsubj") || doc.Tokens[j].Relation == "cop"
	})
	return found
}

// clausesOf lists the items of the content by their clauses, with the names that
// pronouns stand for.
func clausesOf(s *side) map[int][]int {
	out := map[int][]int{}
	for i := range s.items {
		if it := &s.items[i]; !it.Context || it.Clause > 0 {
			out[it.Clause] = append(out[it.Clause], i)
		}
	}
	return out
}

// How much a word counts as said on the other side: in the clause that is
// compared, elsewhere in its content, or only around it.
const (
	saidThere     = 1.0
	saidElsewhere = 0.6
	saidAround    = 0.4
)

// clauseCover says how much of the weight of a clause of one side the other side
// has too, above all in one clause of its own: 0 to 1. The items named in except
// are left out; where nothing is left there is nothing to go by, and it is a half.
func (p *pair) clauseCover(isA bool, clause, other int, except ...*claims.Term) float64 {
	s, o, links := p.sides(isA)
	have, all := 0.0, 0.0
next:
	for _, i := range s.clauses[clause] {
		it := &s.items[i]
		for _, e := range except {
			if e == it.Term {
				continue next
			}
		}
		best := 0.0
		for _, k := range links[i] {
			y := &o.items[k.j]
			if k.rel != opposite {
				best = max(best, math.Sqrt(closeness[k.rel])*saidIn(y, other))
			}
		}
		if best == 0 && isName(it.Term) && names(o.who, it.Lemma) {
			best = saidElsewhere // "I" may stand for it there
		}
		all += it.weight
		have += best * it.weight
	}
	if all == 0 {
		return 0.5
	}
	return have / all
}

func saidIn(it *item, clause int) float64 {
	switch {
	case it.Clause == clause && (!it.Context || clause > 0):
		return saidThere
	case it.Context:
		return saidAround
	}
	return saidElsewhere
}

// sides gives a side, the other one, and for each item of the first its links.
func (p *pair) sides(isA bool) (s, o *side, links [][]link) {
	if isA {
		return &p.a, &p.b, p.linksA
	}
	return &p.b, &p.a, p.linksB
}
