package relate

import (
	"math"
	"strconv"

	"github.com/counterclaim/counterclaim/claims"
)

// number finds different figures for one thing. Bounds are respected: "at
// least 40" and 50 go together, and so do a round figure and a precise one.
func number(p *pair) []found {
	x, y := p.clashing()
	if x == nil {
		return nil
	}
	common := p.alike(p.a.termIndex(x), p.b.termIndex(y))
	strength := common
	switch {
	case p.tollsBoth(x, y), x.Unit != "" && x.Unit == y.Unit && p.counts(x):
		strength = max(strength, 0.6)
	case x.Unit == "" || x.Unit != y.Unit:
		strength *= 0.7
	}
	if common < 0.4 && strength < 0.6 {
		return nil // figures for two things
	}
	return []found{{Reason: claims.Reason{
		Kind: claims.ReasonNumber, For: true, A: spansOf(x), B: spansOf(y), Values: []string{figure(x), figure(y)},
	}, strength: strength, common: common}}
}

// counts says whether a figure counts things of one sort, and does not measure.
func (p *pair) counts(t *claims.Term) bool {
	_, measures := p.words.units[t.Unit]
	return !measures && !p.words.light[t.Unit]
}

// termIndex gives the place of a term among the terms of its claim.
func (s *side) termIndex(t *claims.Term) int {
	for i := range s.claim.Terms {
		if &s.claim.Terms[i] == t {
			return i
		}
	}
	return -1
}

// clashing gives the first two figures for one thing that cannot both hold;
// nil where every figure for that thing has one on the other side that it goes
// with.
func (p *pair) clashing() (*claims.Term, *claims.Term) {
	for _, x := range p.a.numbers {
		for _, y := range p.b.numbers {
			if x.Context || y.Context || x.Negated || y.Negated || !p.sameUnit(x, y) || p.goTogether(x, y) {
				continue
			}
			if !p.matched(x, p.b.numbers) && !p.matched(y, p.a.numbers) {
				return x, y
			}
		}
	}
	return nil, nil
}

// matched says whether a figure goes with one of the others.
func (p *pair) matched(x *claims.Term, others []*claims.Term) bool {
	for _, y := range others {
		if !y.Context && !y.Negated && p.sameUnit(x, y) && p.goTogether(x, y) {
			return true
		}
	}
	return false
}

// sameUnit says whether two figures count or measure the same.
func (p *pair) sameUnit(x, y *claims.Term) bool {
	if x.Unit == y.Unit {
		return true
	}
	if (x.Unit == "") != (y.Unit == "") && p.saidAlike(x, y) {
		return true // "is 58", "is 59 years old"
	}
	ux, okx := p.words.units[x.Unit]
	uy, oky := p.words.units[y.Unit]
	if okx || oky {
		return okx && oky && ux.dimension == uy.dimension
	}
	if p.tollsBoth(x, y) {
		return true
	}
	if x.Unit == "" || y.Unit == "" {
		return false
	}
	return shareClass(p.words.classes[x.Unit], p.words.classes[y.Unit]) || stem(x.Unit) == stem(y.Unit)
}

// saidAlike says whether two figures, of which one names no unit, are said of the
// same in the same words.
func (p *pair) saidAlike(x, y *claims.Term) bool {
	const alike, most = 0.75, 36 // pairs of figures that are looked at: keeps this linear
	if len(p.a.numbers)*len(p.b.numbers) > most {
		return false
	}
	i, j := p.a.termIndex(x), p.b.termIndex(y)
	if i < 0 || j < 0 {
		i, j = p.a.termIndex(y), p.b.termIndex(x)
	}
	return i >= 0 && j >= 0 && p.alike(i, j) >= alike
}

// tollsBoth says whether both figures, whichever side they stand on, count the
// dead.
func (p *pair) tollsBoth(x, y *claims.Term) bool {
	return p.a.tolls(p.words, x) && p.b.tolls(p.words, y) || p.b.tolls(p.words, x) && p.a.tolls(p.words, y)
}

// tolls says whether a figure of this side counts the dead: by its unit, or by
// the words next to it.
func (s *side) tolls(l *lexicon, t *claims.Term) bool {
	at := s.termIndex(t)
	if at < 0 {
		return false
	}
	if l.dead(t.Unit) {
		return true
	}
	before := 2
	if t.Unit == "" {
		before = 8 // "the death toll from … climbed to 39"
	}
	for i := max(0, at-before); i <= min(len(s.claim.Terms)-1, at+3); i++ {
		if o := &s.claim.Terms[i]; !o.Context && !o.Negated && l.dead(o.Lemma) {
			return true
		}
	}
	return false
}

// dead says whether a word speaks of dying or killing.
func (l *lexicon) dead(lemma string) bool {
	for _, c := range l.classes[lemma] {
		if key := l.classKeys[c]; key == "die" || key == "toll" {
			return true
		}
	}
	return false
}

// goTogether says whether both figures can be true of one thing.
func (p *pair) goTogether(x, y *claims.Term) bool {
	lowX, highX := p.interval(x)
	lowY, highY := p.interval(y)
	return lowX <= highY && lowY <= highX
}

// interval gives the values that a figure allows, in the first unit of its
// kind. A figure with no bound allows what rounds to it: half a step of its
// last digit that is not zero, but at most a tenth.
func (p *pair) interval(t *claims.Term) (low, high float64) {
	size := 1.0
	if u, ok := p.words.units[t.Unit]; ok {
		size = u.size
	}
	v := t.Number * size
	if t.Upper > t.Number {
		return v, t.Upper * size
	}
	switch t.Bound {
	case "least":
		return v, math.Inf(1)
	case "most":
		return math.Inf(-1), v
	case "about":
		return v - math.Abs(v)*0.15, v + math.Abs(v)*0.15
	}
	slack := math.Min(roundness(t.Number)/2*size, math.Abs(v)*0.1)
	if size != 1 {
		slack = math.Max(slack, math.Abs(v)*0.05)
	}
	return v - slack, v + slack
}

// roundness gives the step of the last digit that is not zero: 100 for 1,200;
// 0 for small whole numbers, which are meant as they stand.
func roundness(v float64) float64 {
	if v = math.Abs(v); v < 20 || v != math.Trunc(v) {
		return 0
	}
	step := 1.0
	for step*10 <= v && math.Mod(v, step*10) == 0 {
		step *= 10
	}
	if step == 1 {
		return 0
	}
	return step
}

// figure writes a figure as it is shown: "at least 6".
func figure(t *claims.Term) string {
	n := strconv.FormatFloat(t.Number, 'f', -1, 64)
	switch {
	case t.Upper > t.Number:
		n += " to " + strconv.FormatFloat(t.Upper, 'f', -1, 64)
	case t.Bound == "least":
		n = "at least " + n
	case t.Bound == "most":
		n = "at most " + n
	case t.Bound == "about":
		n = "about " + n
	}
	if t.Unit == "" {
		return n
	}
	return n + " " + t.Unit
}
