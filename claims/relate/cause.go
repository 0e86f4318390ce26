package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// cause finds that the two sides give different causes for one thing: "killed
// by slurry", "died because of the heat".
func cause(p *pair) []found {
	a, b := p.a.causes(), p.b.causes()
	if a == nil || b == nil || !p.apart(*a, *b) {
		return nil
	}
	strength := p.swapStrength(*a, *b)
	if strength < 0.3 || len(p.swaps(slotUndergoer)) > 0 {
		return nil // little in common, or causes of two things
	}
	r := claims.Reason{Kind: claims.ReasonCause, For: true, A: p.a.wordsOf(*a), B: p.b.wordsOf(*b)}
	return []found{{Reason: r, strength: strength}}
}

// causes gives the first cause that a side names: what stands after "because
// of", what did the causing, what is blamed.
func (s *side) causes() *slot {
	for i := range s.slots {
		sl := &s.slots[i]
		if head := &s.items[sl.head]; !head.Negated && !head.Context && (sl.sort == slotCause || sl.sort == slotDoer && causing(head.Lemma)) {
			return sl
		}
	}
	for i := range s.items {
		it := &s.items[i]
		head := s.itemAt(it.Head)
		role := strings.TrimPrefix(it.Role, anyOne)
		if it.Context || head < 0 || head == i || s.items[head].Negated || it.Kind != claims.NounTerm && !isName(it.Term) {
			continue
		}
		if bringsAbout(s.items[head].Lemma, role) || role == "on" && i > 0 && s.blames(i) {
			return &slot{head: head, sort: slotCause, fillers: []int{i}}
		}
	}
	return nil
}

// itemAt gives the item of the content that a byte of the text belongs to; -1
// where there is none.
func (s *side) itemAt(offset int) int {
	low, high := 0, len(s.items)
	for low < high {
		if mid := int(uint(low+high) >> 1); s.items[mid].Context || s.items[mid].At.Start > offset {
			high = mid
		} else {
			low = mid + 1
		}
	}
	if low > 0 && s.items[low-1].At.End > offset {
		return low - 1
	}
	return -1
}

// blames says whether one of the few words before an item is "blame": the tree
// hangs "on the heat" on what was blamed.
func (s *side) blames(i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		if s.items[j].Lemma == "blame" && !s.items[j].Negated {
			return true
		}
	}
	return false
}

// bringsAbout says whether what hangs on a word in a role is the cause of
// something: "died of", "resulted from", "the reason was".
func bringsAbout(head, role string) bool {
	switch role {
	case "of":
		return head == "die" || head == "result" || head == "consequence"
	case "from", "out of":
		return head == "result" || head == "stem" || head == "arise" || head == "come" || head == "follow" || head == "die"
	case "down to", "on":
		return head == "blame" || head == "put" || head == "pin"
	case roleUndergoer:
		return head == "blame"
	case roleIs:
		return head == "reason" || head == "cause"
	}
	return false
}

// causing says whether a verb says that its doer brought something about.
func causing(lemma string) bool {
	switch lemma {
	case "cause", "trigger", "spark", "start", "provoke", "ignite", "kill", "destroy", "sink", "produce", "bring", "bring about", "set", "lead", "lead to", "drive", "prompt",
		"result", "result in", "make":
		return true
	}
	return false
}
