package extract

import (
	"slices"
	"sort"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract/attribution"
)

// settle puts what the rules found before the learned tagger, and gives what
// is found by both together, in the order of the lines. The tagger says which
// words are source and cue; where both find the same content but for its
// edges, the rules cut it. What stands within the content of another stays as
// the rules have it: the tagger knows no reports within reports.
func settle(d *english.Document, m *attribution.Model, ls []line, found []find) []find {
	p := placesOf(d, ls)
	s := settlement{doc: d, found: found, kept: map[int]int{}, taken: make([]bool, len(d.Tokens))}
	said := advice(d, ls, found)
	owners := ownersOf(d, said)
	for _, x := range m.Find(d, said) {
		if x.Advice < 0 && owners.restated(found, x) {
			continue
		}
		x.Content = owners.own(x)
		if f, ok := p.version(m, found, x); ok {
			s.add(f, x.Advice)
		}
	}
	s.addNested()
	return s.inOrder()
}

// version chooses between what the tagger and what the rules have; false where
// neither is probable enough.
func (p places) version(m *attribution.Model, found []find, x attribution.Finding) (find, bool) {
	probable := x.Score >= m.Threshold()
	if x.Advice < 0 {
		if !probable {
			return find{}, false
		}
		return p.rewrite(find{within: -1}, x)
	}
	f := found[x.Advice]
	keeps := believed(f, x.Advised, m.Threshold())
	if probable && !(keeps && p.rivals(f, x) && (f.entry.class == claims.CueDeny || p.lines[f.line].quotesBefore(f.group) || 2*x.Advised >= x.Score)) {
		if out, ok := p.rewrite(f, x); ok {
			return out, true
		}
	}
	return f, keeps || probable
}

// believed says whether what the rules found is probable enough. They are
// believed sooner than the tagger: missing what was said costs a reader more
// than passing over what was not.
func believed(f find, probability, threshold float32) bool {
	const least = 0.08
	return probability >= min(least, threshold) || f.direct && !f.source.empty()
}

// rivals says whether tagger and rules take different words for the cue.
func (p places) rivals(f find, x attribution.Finding) bool {
	cue := p.lines[f.line].tokens(f.cue)
	return !f.carried && (cue.Last <= x.Cue.First || x.Cue.Last <= cue.First)
}

// owners says for each token which attribution of the rules has it as content;
// -1 for none.
type owners []int

func ownersOf(d *english.Document, said []attribution.Attribution) owners {
	out := make(owners, len(d.Tokens))
	for i := range out {
		out[i] = -1
	}
	for k, a := range said {
		for _, c := range a.Content {
			for i := c.First; i < c.Last; i++ {
				if out[i] < 0 {
					out[i] = k
				}
			}
		}
	}
	return out
}

// own gives the fragments of a finding that the rules give to no other
// statement: sentences that a speaker goes on with are statements of their
// own. Where all are given away, all are kept.
func (o owners) own(x attribution.Finding) []attribution.Stretch {
	if len(x.Content) < 2 {
		return x.Content
	}
	var out []attribution.Stretch
	for _, c := range x.Content {
		others := 0
		for _, k := range o[c.First:c.Last] {
			if k >= 0 && k != x.Advice {
				others++
			}
		}
		if 2*others < c.Last-c.First {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return x.Content
	}
	return out
}

// restated says whether the rules give all words of a finding, in quotation
// marks, to other statements: a second cue for them is found by the tagger alone.
func (o owners) restated(found []find, x attribution.Finding) bool {
	for _, c := range x.Content {
		if c.Last-c.First < 3 {
			return false
		}
		for _, k := range o[c.First+1 : c.Last-1] { // without the marks
			if k < 0 || !found[k].direct || found[k].source.empty() {
				return false
			}
		}
	}
	return true
}

// settlement gathers the finds that stay.
type settlement struct {
	doc   *english.Document
	found []find      // by the rules
	finds []find      // that stay
	kept  map[int]int // where those of the rules stand among them
	taken []bool      // the tokens that are content of those that stay
}

func (s *settlement) add(f find, advice int) {
	if f.carried && s.covered(f) {
		return
	}
	if advice >= 0 {
		s.kept[advice] = len(s.finds)
	}
	s.finds = append(s.finds, f)
	for _, c := range f.content {
		from, to := s.doc.TokenRange(c)
		for i := from; i < to; i++ {
			s.taken[i] = true
		}
	}
}

// covered says whether another statement has the words already.
func (s *settlement) covered(f find) bool {
	for _, c := range f.content {
		from, to := s.doc.TokenRange(c)
		if slices.Contains(s.taken[from:to], true) {
			return true
		}
	}
	return false
}

// addNested adds the reports within those that stay.
func (s *settlement) addNested() {
	for k, f := range s.found {
		_, stays := s.kept[k]
		_, outer := s.kept[f.within]
		if f.within >= 0 && !stays && outer {
			s.add(f, k)
		}
	}
}

// inOrder sorts by line and cue, and lets the links between finds follow.
func (s *settlement) inOrder() []find {
	order := make([]int, len(s.finds))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := s.finds[order[i]], s.finds[order[j]]
		if a.line != b.line {
			return a.line < b.line
		}
		return a.cue.first < b.cue.first
	})
	place := make([]int, len(order))
	out := make([]find, len(order))
	for i, k := range order {
		place[k], out[i] = i, s.finds[k]
	}
	for i := range out {
		if k, ok := s.kept[out[i].within]; ok {
			out[i].within = place[k]
		} else {
			out[i].within = -1
		}
	}
	return out
}
