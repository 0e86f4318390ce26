package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// item is a term as the detectors see it.
type item struct {
	*claims.Term
	*lore
	index  int          // among the terms of its claim
	turner *claims.Term // the cue that turned it; nil where none did
}

// side is one claim made ready for comparison: all that can be said of it
// before the other is known, so that one side serves for many comparisons. It is
// for one goroutine.
type side struct {
	claim   *claims.Claim
	items   []item // content words, in order; context after content
	index   itemIndex
	slots   []slot
	spelt   *spelling // empty until asked for
	cues    []*claims.Term
	numbers []*claims.Term
	dates   []*claims.Term
	hedges  []*claims.Term
	modals  []*claims.Term // words that say that something must or may be
	total   float64        // weight of the items that are content
	who     map[string]bool
	clauses map[int][]int // the items of the content, by their clauses
}

// mostModals keeps a comparison linear in the length of the claims.
const mostModals = 8

func newSide(l *lexicon, c *claims.Claim) *side { return readySide(l, lores{}, c) }

// readySide makes a claim ready with what is known of words already.
func readySide(l *lexicon, known lores, c *claims.Claim) *side {
	s := &side{claim: c, spelt: &spelling{}, who: map[string]bool{}}
	for _, w := range strings.Fields(strings.ToLower(c.Speaker.Name)) {
		if !l.light[w] && len(w) > 2 {
			s.who[w] = true
		}
	}
	for i := range c.Terms {
		t := &c.Terms[i]
		if !t.Context && len(s.modals) < mostModals && !isName(t) && classOf(t) != "" {
			s.modals = append(s.modals, t)
		}
		switch t.Kind {
		case claims.NameTerm, claims.PlaceTerm, claims.NounTerm, claims.VerbTerm, claims.AdjTerm:
			s.items = append(s.items, item{Term: t, lore: known.of(l, t), index: i})
			if !t.Context {
				s.total += s.items[len(s.items)-1].weight
			}
		case claims.NegationTerm:
			s.cues = append(s.cues, t)
		case claims.QuantityTerm:
			s.numbers = append(s.numbers, t)
		case claims.DateTerm:
			s.dates = append(s.dates, t)
		case claims.HedgeTerm:
			s.hedges = append(s.hedges, t)
		}
	}
	s.clauses = clausesOf(s)
	for i := range s.items {
		if s.items[i].Negated {
			s.items[i].turner = s.cueOf(&s.items[i])
		}
	}
	s.index, s.slots = indexItems(s.items), slotsOf(s)
	return s
}

func isName(t *claims.Term) bool { return t.Kind == claims.NameTerm || t.Kind == claims.PlaceTerm }

// names says whether one of the words is among the words of a speaker's name.
func names(who map[string]bool, lemma string) bool {
	for _, w := range strings.Fields(lemma) {
		if who[w] {
			return true
		}
	}
	return false
}

// cueOf gives the cue that turned an item: the nearest before it, else the
// nearest after it; nil where there is none. Cues that were themselves turned
// come last.
func (s *side) cueOf(it *item) *claims.Term {
	var best *claims.Term
	rank := func(c *claims.Term) int {
		r := 0
		if c.At.Start > it.At.Start {
			r++
		}
		if c.Negated {
			r += 2
		}
		return r
	}
	for _, c := range s.cues {
		switch {
		case best == nil, rank(c) < rank(best):
			best = c
		case rank(c) == rank(best) && c.At.Start <= it.At.Start:
			best = c // nearer, as cues come in the order of the text
		}
	}
	return best
}

// spansOf gives the places of terms that stand in the text itself.
func spansOf(terms ...*claims.Term) []claims.Span {
	var out []claims.Span
	for _, t := range terms {
		if t == nil || t.At.Len() <= 0 {
			continue
		}
		known := false
		for _, s := range out {
			known = known || s == t.At
		}
		if !known {
			out = append(out, t.At)
		}
	}
	sortSpans(out)
	return out
}

func sortSpans(s []claims.Span) {
	for i := 1; i < len(s); i++ {
		for j := i; j > 0 && s[j].Start < s[j-1].Start; j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}
