package relate

import (
	"math"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// slot is one thing that a claim says of a word: who did it, to whom, where,
// why. Its fillers are the items that play that role for the word.
type slot struct {
	head    int // index of the item that the role is played for
	sort    slotSort
	fillers []int
	anyOne  bool // filled by something that is not named in particular
}

// slotSort is what a role comes down to, as "in", "at" and "near" all say where.
type slotSort string

const (
	slotDoer      slotSort = roleDoer
	slotUndergoer slotSort = roleUndergoer
	slotReceiver  slotSort = roleReceiver
	slotIs        slotSort = roleIs
	slotPlace     slotSort = "place"
	slotCause     slotSort = "cause"
)

// sortOf gives the sort of slot for a role; empty for one that tells nothing
// that two claims could clash in.
func sortOf(role string) slotSort {
	switch role {
	case roleDoer, roleUndergoer, roleReceiver, roleIs:
		return slotSort(role)
	case "in", "at", "on", "near", "off", "inside", "outside", "into", "onto", "behind", "under", "beneath", "below", "above", "across", "along", "beside":
		return slotPlace
	case "because of", "due to", "owing to", "thanks to", "on account of", "as a result of":
		return slotCause
	}
	return ""
}

// slotsOf gives the slots of a side, in the order of the text.
func slotsOf(s *side) []slot {
	starts := map[int]int{} // offset → item that has it
	for i := range s.items {
		if it := &s.items[i]; !it.Context {
			for at := it.At.Start; at < min(it.At.End, it.At.Start+64); at++ {
				starts[at] = i
			}
		}
	}
	known := map[slotKey]int{}
	var out []slot
	for i := range s.items {
		it := &s.items[i]
		role, loose := strings.CutPrefix(it.Role, anyOne)
		head, ok := starts[it.Head]
		kind := sortOf(role)
		if ok && kind == "" || kind == slotPlace {
			kind = givenOrMeant(kind, role, s.items[head].Lemma)
		}
		if it.Context && it.Clause == 0 || kind == "" || !ok || head == i {
			continue
		}
		key := slotKey{head, kind}
		if at, ok := known[key]; ok {
			out[at].fillers, out[at].anyOne = append(out[at].fillers, i), out[at].anyOne || loose
			continue
		}
		known[key] = len(out)
		out = append(out, slot{head, kind, []int{i}, loose})
	}
	for i := range out {
		nameTitles(s, out[i].fillers)
	}
	return out
}

// givenOrMeant gives the sort of slot of a phrase that says to whom something is
// given, or what is aimed at; else the sort that it has.
func givenOrMeant(kind slotSort, role, head string) slotSort {
	switch role {
	case "to":
		switch head {
		case "hand", "give", "sell", "pay", "send", "award", "offer", "lend", "leave", "transfer", "grant", "deliver", "present", "donate", "promise":
			return slotReceiver
		}
	case "at":
		switch head {
		case "aim", "fire", "shoot", "point", "target", "throw", "direct":
			return slotUndergoer
		}
	}
	return kind
}

// nameTitles puts the name for a title that stands right before it: "Judge Maria
// Holt" is Maria Holt.
func nameTitles(s *side, fillers []int) {
	for n, f := range fillers {
		next := f + 1
		if next >= len(s.items) || isName(s.items[f].Term) {
			continue
		}
		it := &s.items[next]
		if isName(it.Term) && !it.Context && it.Role == "" && it.At.Start-s.items[f].At.End <= 1 {
			fillers[n] = next
		}
	}
}

type slotKey struct {
	head int
	sort slotSort
}

// swap is one slot that the two sides fill with different things, all being
// said of one word.
type swap struct {
	a, b     slot
	strength float64
}

// swaps finds the slots of one of the sorts in which the two sides name
// different things. The word they belong to must be the same on both sides and
// turned alike, and neither side may name the other's thing at all.
func (p *pair) swaps(sorts ...slotSort) []swap {
	var out []swap
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if k.rel == opposite || k.rel == effective || k.rel == wider || x.Context || y.Context || x.Negated != y.Negated {
			continue
		}
		for _, s := range p.a.slots {
			if s.head != k.i || !anyOf(s.sort, sorts) {
				continue
			}
			for _, t := range p.b.slots {
				if t.head == k.j && t.sort == s.sort && p.apart(s, t) && p.spelt(s, t) && (s.sort == slotIs || !s.anyOne && !t.anyOne || p.nationsApart(s, t)) {
					out = append(out, swap{s, t, p.swapStrength(s, t) * p.single(s, x)})
				}
			}
		}
	}
	return out
}

// nationsApart says whether two slots are filled with people of two nations: "a
// Swede", "a Dane".
func (p *pair) nationsApart(s, t slot) bool {
	x, y := p.a.items[s.fillers[0]].country, p.b.items[t.fillers[0]].country
	return x != "" && y != "" && x != y
}

// single says how far a slot has one filler only: who visits a town does not keep
// others from it.
func (p *pair) single(s slot, head *item) float64 {
	if (s.sort == slotDoer || s.sort == slotUndergoer) && head.Kind == claims.VerbTerm && !p.words.once[head.Lemma] {
		return 0.5
	}
	return 1
}

// spelt says whether both slots are filled by words, not by pronouns: "we" and
// "he" may well be the same.
func (p *pair) spelt(s, t slot) bool {
	return !p.a.items[s.fillers[0]].Context && !p.b.items[t.fillers[0]].Context
}

func anyOf(s slotSort, sorts []slotSort) bool {
	for _, o := range sorts {
		if s == o {
			return true
		}
	}
	return false
}

// apart says whether no filler of one slot is named on the other side in any
// way, and each slot has one that says something.
func (p *pair) apart(s, t slot) bool {
	tellsA, tellsB := false, false
	for _, i := range s.fillers {
		if p.phraseLinked(true, i) {
			return false
		}
		tellsA = tellsA || p.tells(&p.a.items[i])
	}
	for _, j := range t.fillers {
		if p.phraseLinked(false, j) {
			return false
		}
		tellsB = tellsB || p.tells(&p.b.items[j])
	}
	return tellsA && tellsB
}

// phraseLinked says whether an item, or a word right before it that belongs to
// it, as "army" does in "an army battery", has a link of whatever sort.
func (p *pair) phraseLinked(isA bool, at int) bool {
	s, _, _ := p.sides(isA)
	if p.anyLink(isA, at) {
		return true
	}
	before := at - 1
	return before >= 0 && within(s, &s.items[before], []int{at}) && p.anyLink(isA, before)
}

// tells says whether a filler names something: a name, or a thing that is not
// just "people" or "a man".
func (p *pair) tells(it *item) bool {
	return isName(it.Term) || it.Kind == claims.NounTerm && !it.light
}

// anyLink says whether an item has a link of whatever sort, opposites included.
func (p *pair) anyLink(isA bool, at int) bool {
	if isA && p.inA[at] || !isA && p.inB[at] {
		return true
	}
	for _, k := range p.links {
		if isA && k.i == at || !isA && k.j == at {
			return true
		}
	}
	return false
}

// swapStrength says how much the two sides share besides the slot: 0 to 1.
func (p *pair) swapStrength(s, t slot) float64 {
	const core = 0.65 // the same is said of the same: the rest is by the way
	strength := math.Sqrt(p.shareBeside(&p.a, p.inA, s) * p.shareBeside(&p.b, p.inB, t))
	if s.sort == slotPlace && !p.words.once[p.a.items[s.head].Lemma] {
		return strength
	}
	for _, kind := range []slotSort{slotDoer, slotUndergoer} {
		x, y := slotAt(p.a.slots, s.head, kind), slotAt(p.b.slots, t.head, kind)
		if kind != s.sort && x != nil && y != nil && p.linkedFillers(x, y) && p.tells(&p.a.items[x.fillers[0]]) {
			strength = max(strength, core)
		}
	}
	return strength
}

// shareBeside gives the share of the weight of a side that the other has too,
// without the fillers of the slot and what hangs on them.
func (p *pair) shareBeside(s *side, linked []bool, sl slot) float64 {
	have, all := 0.0, 0.0
	for i := range s.items {
		it := &s.items[i]
		if it.Context || within(s, it, sl.fillers) {
			continue
		}
		all += it.weight
		if linked[i] {
			have += it.weight
		}
	}
	if all == 0 {
		return 0
	}
	return have / all
}

// within says whether an item is one of the fillers or stands right before one,
// as "naval" does in "a naval lieutenant".
func within(s *side, it *item, fillers []int) bool {
	for _, f := range fillers {
		if it.index == s.items[f].index || it.Role == "" && it.index < s.items[f].index && s.items[f].At.Start-it.At.End <= 1 {
			return true
		}
	}
	return false
}

// reason makes a reason of the strongest swap; nil where there is none.
func (p *pair) swapReason(kind claims.ReasonKind, all []swap) []found {
	best := swap{}
	for _, s := range all {
		if s.strength > best.strength {
			best = s
		}
	}
	if best.strength < 0.3 {
		return nil
	}
	r := claims.Reason{Kind: kind, For: true, A: p.a.wordsOf(best.a), B: p.b.wordsOf(best.b)}
	return []found{{Reason: r, strength: best.strength}}
}

// wordsOf gives the words of a slot: its fillers with the word they belong to.
func (s *side) wordsOf(sl slot) []claims.Span {
	terms := []*claims.Term{s.items[sl.head].Term}
	for _, f := range sl.fillers {
		terms = append(terms, s.items[f].Term)
	}
	return spansOf(terms...)
}
