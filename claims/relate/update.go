package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// update finds that a figure may have grown between the two: the later one is
// the greater, or one side says that the count goes on.
func update(p *pair) []found {
	x, y := p.clashing()
	if x == nil {
		return nil
	}
	r := claims.Reason{Kind: claims.ReasonUpdate, A: spansOf(x), B: spansOf(y), Values: []string{figure(x), figure(y)}}
	if dx, dy := p.timesDiffer(); dx != nil {
		if later(dx.Lemma, dy.Lemma) == (x.Number > y.Number) {
			return []found{{Reason: r, strength: 1}}
		}
		return nil
	}
	sx, sy := p.a.claim.SaidAt, p.b.claim.SaidAt
	if sx != "" && sy != "" && compareTimes(sx, sy) == timesApart && later(sx, sy) == (x.Number > y.Number) {
		return []found{{Reason: r, strength: 1}}
	}
	if p.a.counting() || p.b.counting() {
		return []found{{Reason: r, strength: 0.6}}
	}
	return nil
}

// later says whether x is later than y; for times that are not resolved, by
// the order of the calendar.
func later(x, y string) bool {
	if isISO(x) && isISO(y) {
		return before(y, x)
	}
	for _, calendar := range [][]string{weekdays, months} {
		if wx, wy := among(calendar, x), among(calendar, y); wx != "" && wy != "" {
			return index(calendar, wx) > index(calendar, wy)
		}
	}
	return false
}

func index(list []string, w string) int {
	for i := range list {
		if list[i] == w {
			return i
		}
	}
	return -1
}

// counting says whether the words show that a count goes on.
func (s *side) counting() bool {
	text := strings.ToLower(s.claim.Text)
	for _, w := range []string{"so far", "rose to", "risen to", "climbed to", "at first", "initial", "earlier figure", "latest count", "had climbed", "now stands"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
