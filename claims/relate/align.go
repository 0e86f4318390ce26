package relate

import (
	"math"
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// relation is how a word of one claim stands to a word of the other.
type relation int

const (
	unlike    relation = iota
	derived            // of one family: "insurgent", "insurgency"
	synonym            // of one class of the lexicon
	effective          // both harm, or both help, what they act on
	same               // the same word, name or country
	opposite           // cannot both hold of one thing
)

// closeness is how much of a word's weight a link of this relation covers.
var closeness = map[relation]float64{derived: 0.7, synonym: 0.8, effective: 0.6, same: 1, opposite: 0.8}

// item is a term as the detectors see it.
type item struct {
	*claims.Term
	index  int // among the terms of its claim
	stem   string
	weight float64 // how much it says about what the claim is about
	light  bool
}

// side is one claim made ready for comparison.
type side struct {
	claim   *claims.Claim
	items   []item // content words, in order; context after content
	cues    []*claims.Term
	numbers []*claims.Term
	dates   []*claims.Term
	hedges  []*claims.Term
	total   float64 // weight of the items that are content
	who     map[string]bool
}

// link ties an item of one side to one of the other.
type link struct {
	i, j int // indexes into the items of a and b
	rel  relation
}

// pair is two claims side by side: what all detectors look at.
type pair struct {
	words  *lexicon
	a, b   side
	links  []link
	inA    []bool // which items of a are linked, by anything but an opposite, to content of b
	inB    []bool
	coverA float64 // share of the weight of a that b has too, 0 to 1
	coverB float64
}

// align puts two claims side by side.
func align(l *lexicon, a, b *claims.Claim) *pair {
	p := &pair{words: l, a: newSide(l, a), b: newSide(l, b)}
	best := bestLinks(l, &p.a, &p.b)
	back := bestLinks(l, &p.b, &p.a)
	p.coverA, p.coverB = covered(&p.a, &p.b, best), covered(&p.b, &p.a, back)
	seen := map[[2]int]bool{}
	for _, k := range best {
		p.links, seen[[2]int{k.i, k.j}] = append(p.links, k), true
	}
	for _, k := range back {
		if !seen[[2]int{k.j, k.i}] {
			p.links = append(p.links, link{k.j, k.i, k.rel})
		}
	}
	p.inA, p.inB = make([]bool, len(p.a.items)), make([]bool, len(p.b.items))
	for _, k := range p.links {
		if k.rel != opposite && !p.a.items[k.i].Context && !p.b.items[k.j].Context {
			p.inA[k.i], p.inB[k.j] = true, true
		}
	}
	markSpeaker(&p.a, p.b.who, p.inA)
	markSpeaker(&p.b, p.a.who, p.inB)
	return p
}

// markSpeaker counts the names of the other side's speaker as linked: there "I"
// and "he" may stand for them.
func markSpeaker(s *side, who map[string]bool, linked []bool) {
	for i := range s.items {
		if it := &s.items[i]; !it.Context && isName(it.Term) && names(who, it.Lemma) {
			linked[i] = true
		}
	}
}

// alike says how much of what stands around one term of each side, three
// content words to the left and right, the other side has too: 0 to 1. Terms
// are named by their index in their claim.
func (p *pair) alike(termA, termB int) float64 {
	return math.Sqrt(localCover(&p.a, p.inA, termA) * localCover(&p.b, p.inB, termB))
}

func localCover(s *side, linked []bool, term int) float64 {
	const window = 3
	have, all := 0.0, 0.0
	at := sort.Search(len(s.items), func(i int) bool { return s.items[i].index >= term })
	for _, step := range []int{-1, 1} {
		seen := 0
		i := at
		if step < 0 {
			i--
		}
		for ; i >= 0 && i < len(s.items) && seen < window && !s.items[i].Context; i += step {
			if it := &s.items[i]; it.index != term && !it.light {
				seen++
				all += it.weight
				if linked[i] {
					have += it.weight
				}
			}
		}
	}
	if all == 0 {
		return 0.5 // nothing to go by
	}
	return have / all
}

func newSide(l *lexicon, c *claims.Claim) side {
	s := side{claim: c, who: map[string]bool{}}
	for _, w := range strings.Fields(strings.ToLower(c.Speaker.Name)) {
		if !l.light[w] && len(w) > 2 {
			s.who[w] = true
		}
	}
	for i := range c.Terms {
		t := &c.Terms[i]
		switch t.Kind {
		case claims.NameTerm, claims.PlaceTerm, claims.NounTerm, claims.VerbTerm, claims.AdjTerm:
			it := item{Term: t, index: i, stem: stem(t.Lemma), light: l.light[t.Lemma]}
			it.weight = weigh(t, it.light)
			s.items = append(s.items, it)
			if !t.Context {
				s.total += it.weight
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
	return s
}

func isName(t *claims.Term) bool { return t.Kind == claims.NameTerm || t.Kind == claims.PlaceTerm }

func weigh(t *claims.Term, light bool) float64 {
	switch {
	case light:
		return 0.25
	case isName(t):
		return 1.5
	}
	return 1
}

// bestLinks finds for every item of x that is content the item of y that is
// nearest to it, content before context, like polarity before unlike. An index
// over y keeps this linear in the number of words.
func bestLinks(l *lexicon, x, y *side) []link {
	at := indexItems(l, y)
	var out []link
	for i := range x.items {
		if x.items[i].Context {
			continue
		}
		best, score := link{i: i, j: -1}, 0
		for _, key := range handles(l, &x.items[i]) {
			for _, j := range at[key] {
				rel := relate(l, &x.items[i], &y.items[j])
				if s := preference(rel, &x.items[i], &y.items[j]); s > score {
					best, score = link{i, j, rel}, s
				}
			}
		}
		if best.j >= 0 {
			out = append(out, best)
		}
	}
	return out
}

// preference ranks candidates for a link; 0 for none.
func preference(rel relation, x, y *item) int {
	if rel == unlike {
		return 0
	}
	s := int(rel) * 4
	if rel == opposite {
		s = int(effective)*4 + 1 // a like word elsewhere wins over an opposite
	}
	if !y.Context {
		s += 2
	}
	if x.Negated == y.Negated {
		s++
	}
	return s
}

// indexItems lists the items of a side by their handles, a few for each.
func indexItems(l *lexicon, s *side) map[string][]int {
	const few = 6
	at := map[string][]int{}
	for j := range s.items {
		for _, key := range handles(l, &s.items[j]) {
			if len(at[key]) < few {
				at[key] = append(at[key], j)
			}
		}
	}
	return at
}

// handles gives what two items must share to be looked at together.
func handles(l *lexicon, it *item) []string {
	out := []string{"=" + it.stem}
	if country, ok := l.nation[it.Lemma]; ok {
		out = append(out, "n"+country)
	}
	if isName(it.Term) {
		for _, w := range strings.Fields(it.Lemma) {
			if !l.light[w] {
				out = append(out, "n"+strings.TrimSuffix(strings.Trim(w, ".,"), "'s"), "="+stem(w))
			}
		}
		return out
	}
	for _, c := range l.classes[it.Lemma] {
		out = append(out, "c"+l.classKeys[c])
	}
	for _, p := range l.opposites[it.Lemma] {
		out = append(out, "o"+l.poleKeys[p.line])
	}
	switch l.effect[it.Lemma] + l.state[it.Lemma] {
	case 1, 2:
		out = append(out, "e+")
	case -1, -2:
		out = append(out, "e-")
	}
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(it.Lemma, prefix); ok && len(rest) >= 4 {
			out = append(out, "="+stem(rest))
		}
	}
	return out
}

// relate says how two items stand to each other.
func relate(l *lexicon, x, y *item) relation {
	if x.Lemma == y.Lemma {
		return same
	}
	if cx, ok := l.nation[x.Lemma]; ok && cx == l.nation[y.Lemma] {
		return same
	}
	if isName(x.Term) && isName(y.Term) {
		return relateNames(x.Lemma, y.Lemma)
	}
	if isName(x.Term) != isName(y.Term) {
		return relateToName(x, y)
	}
	if shareClass(l.classes[x.Lemma], l.classes[y.Lemma]) {
		return synonym
	}
	if d := polesOf(l.opposites[x.Lemma], l.opposites[y.Lemma]); d != unlike {
		return d
	}
	switch {
	case opposed(x.Lemma, y.Lemma):
		return opposite
	case x.stem == y.stem && len(x.stem) >= 4:
		return derived
	case x.Kind != claims.NounTerm && y.Kind != claims.NounTerm && sign(l, x) != 0 && sign(l, x) == sign(l, y):
		return effective
	}
	return unlike
}

// sign says whether a word says that something was harmed or helped.
func sign(l *lexicon, it *item) int {
	if e := l.effect[it.Lemma]; e != 0 {
		return e
	}
	return l.state[it.Lemma]
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

// covered gives the share of the weight of x that its links cover. A name that
// is the other side's speaker counts as covered: "I" may stand for it there.
func covered(x, y *side, links []link) float64 {
	if x.total == 0 {
		return 0
	}
	linked := make([]bool, len(x.items))
	sum := 0.0
	for _, k := range links {
		linked[k.i] = true
		w := x.items[k.i].weight * closeness[k.rel]
		if y.items[k.j].Context {
			w /= 2
		}
		sum += w
	}
	for i := range x.items {
		it := &x.items[i]
		if !linked[i] && !it.Context && isName(it.Term) && names(y.who, it.Lemma) {
			sum += it.weight * 0.7
		}
	}
	return sum / x.total
}

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
