package relate

import (
	"math"

	"github.com/counterclaim/counterclaim/claims"
)

// notAware finds what one side says and the other does not know of: "I'm not
// aware there were …", "that's news to me". Where the words say nothing more,
// what stands around them counts.
func notAware(p *pair) []found {
	firm := p.turned(claims.ReasonNotAware, cueNotAware)
	if len(firm) > 0 && !firm[0].loose {
		return firm
	}
	ca, cb := unaware(&p.a), unaware(&p.b)
	switch {
	case (ca == nil) == (cb == nil):
		return firm
	case ca != nil:
		return p.around(claims.ReasonNotAware, ca, true)
	}
	return p.around(claims.ReasonNotAware, cb, false)
}

// unaware gives the cue of a side that denies knowledge of what it does not
// name.
func unaware(s *side) *claims.Term {
	for i := range s.items {
		if it := &s.items[i]; it.Negated && !it.Context && !it.light {
			return nil
		}
	}
	for _, c := range s.cues {
		if c.Lemma == string(cueNotAware) && !c.Negated {
			return c
		}
	}
	return nil
}

// around gives the reason for a side that only says that it did not know, or
// that something is not so: the words around it must share something of weight
// with the other side. What is denied within one article stands right before it.
func (p *pair) around(kind claims.ReasonKind, c *claims.Term, isA bool) []found {
	from, other, _ := p.sides(isA)
	_, _, links := p.sides(!isA)
	near := 1.0 // who is asked may say much later that he did not know
	if kind == claims.ReasonDenial {
		near = nearness(from, other)
	}
	if from.says(p.words) > 2 || near == 0 || p.missesPoint(isA) {
		return nil
	}
	shared, plain := 0.0, map[int]bool{}
	var theirs []*claims.Term
	for _, k := range bestLinks(other, from, links) {
		x, y := &other.items[k.i], &from.items[k.j]
		if k.rel != opposite && !x.light && (y.Context || y.Negated) {
			shared += x.weight * closeness[k.rel]
			theirs = append(theirs, x.Term)
			if !isName(x.Term) {
				plain[k.j] = true
			}
		}
	}
	if shared < 2 || len(plain) < 2 || other.total == 0 {
		return nil
	}
	r := claims.Reason{Kind: kind, For: true, A: spansOf(c), B: spansOf(theirs...)}
	if !isA {
		r.A, r.B = r.B, r.A
	}
	strength := near * min(1, 0.3+shared/other.total) // to share words in this way is much by itself
	return []found{{Reason: r, strength: strength, common: near * min(1, shared/other.total)}}
}

// nearness says how near one side stands behind the other: 1 right behind it, less
// in another article, 0 where it comes first or far behind.
func nearness(from, other *side) float64 {
	const right, near = 40, 120 // bytes between them
	switch {
	case from.claim.Article == "" || other.claim.Article == "":
		return 1 // nothing is known of where they stand
	case from.claim.Article != other.claim.Article:
		return 0.3
	}
	_, end := other.extent()
	start, _ := from.extent()
	switch gap := start - end; {
	case gap < 0 || gap > near:
		return 0
	case gap <= right:
		return 1
	}
	return 0.7
}

// extent gives where the content of a side begins and ends.
func (s *side) extent() (start, end int) {
	for i := range s.claim.Terms {
		if t := &s.claim.Terms[i]; !t.Context && t.At.Len() > 0 {
			if end == 0 || t.At.Start < start {
				start = t.At.Start
			}
			end = max(end, t.At.End)
		}
	}
	return start, end
}

// missesPoint says whether a side names what it disputes, "the claim of stuffed
// boxes", and the other side does not speak of that.
func (p *pair) missesPoint(isA bool) bool {
	s, o, links := p.sides(isA)
	named, end := false, math.MaxInt
	for _, c := range s.cues {
		if c.Lemma == string(cueFalse) {
			end = c.At.Start // what follows tells how false it is
		}
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Context || !it.Negated || it.weight < 1 || p.words.reported[it.Lemma] || it.Kind == claims.AdjTerm || it.Role == "as" || it.At.Start > end {
			continue
		}
		named = true
		for _, k := range links[i] {
			if !o.items[k.j].Context {
				return false
			}
		}
	}
	return named
}

// says counts the words of weight in the content of a side, without names and
// words for what was said: "the allegation".
func (s *side) says(l *lexicon) int {
	n := 0
	for i := range s.items {
		if it := &s.items[i]; !it.Context && it.weight >= 1 && !isName(it.Term) && !l.reported[it.Lemma] {
			n++
		}
	}
	return n
}

// plainly says whether one of the terms is more than a name.
func plainly(terms []*claims.Term) bool {
	for _, t := range terms {
		if !isName(t) {
			return true
		}
	}
	return false
}
