package relate

import "math"

// link ties an item of one side to one of the other.
type link struct {
	i, j int // indexes into the items of a and b
	rel  relation
}

// pair is two claims side by side: what all detectors look at.
type pair struct {
	words  *lexicon
	a, b   side
	links  []link   // the best ones of either side
	linksA [][]link // for each item of a all its links, the item of a first
	linksB [][]link // for each item of b, the item of b first
	inA    []bool   // which items of a are linked, by anything but an opposite, to content of b
	inB    []bool
	coverA float64 // share of the weight of a that b has too, 0 to 1
	coverB float64
	worded *wording // nil until asked for; see wording
}

// align puts two claims, made ready, side by side.
func align(l *lexicon, a, b *side) *pair {
	p := &pair{words: l, a: *a, b: *b}
	p.linksA, p.linksB = allLinks(a, b)
	best, back := bestLinks(a, b, p.linksA), bestLinks(b, a, p.linksB)
	p.coverA, p.coverB = covered(a, b, best), covered(b, a, back)
	p.links = merged(best, back, len(a.items))
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

// merged gives the links of both directions in terms of the first, each once.
func merged(best, back []link, items int) []link {
	out := append(make([]link, 0, len(best)+len(back)), best...)
	partner := make([]int, items) // of an item by best, counted from 1
	for _, k := range best {
		partner[k.i] = k.j + 1
	}
	for _, k := range back {
		if partner[k.j] != k.i+1 {
			out = append(out, link{k.j, k.i, k.rel})
		}
	}
	return out
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

// alike says how much of the clauses in which two terms stand the other side
// says too, the terms themselves left out: 0 to 1, and a half where nothing
// else is there. Terms are named by their index in their claim.
func (p *pair) alike(termA, termB int) float64 {
	x, y := &p.a.claim.Terms[termA], &p.b.claim.Terms[termB]
	return math.Sqrt(p.clauseCover(true, x.Clause, y.Clause, x) * p.clauseCover(false, y.Clause, x.Clause, y))
}

// allLinks gives for every item of each side its links to items of the other,
// but not those between words that both only stand around a content. The index
// of y keeps this linear in the number of words.
func allLinks(x, y *side) (fromX, fromY [][]link) {
	fromX, fromY = make([][]link, len(x.items)), make([][]link, len(y.items))
	met := make([]int, len(y.items)) // the last item of x that was held against one of y, counted from 1
	for i := range x.items {
		for _, h := range x.items[i].handles {
			for _, at := range y.index.of(h) {
				j := itemOf(at)
				if met[j] == i+1 || x.items[i].Context && y.items[j].Context {
					continue
				}
				met[j] = i + 1
				if rel := relate(&x.items[i], &y.items[j]); rel != unlike {
					fromX[i], fromY[j] = append(fromX[i], link{i, j, rel}), append(fromY[j], link{j, i, rel})
				}
			}
		}
	}
	return fromX, fromY
}

// bestLinks picks for every item of x that is content its nearest item of y,
// content before context, like polarity before unlike.
func bestLinks(x, y *side, links [][]link) []link {
	var out []link
	for i := range x.items {
		if x.items[i].Context {
			continue
		}
		best, score := link{}, 0
		for _, k := range links[i] {
			if s := preference(k.rel, &x.items[i], &y.items[k.j]); s > score {
				best, score = k, s
			}
		}
		if score > 0 {
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
