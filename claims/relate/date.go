package relate

import (
	"strings"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// date finds one event put at different times: all else is alike, only the
// times differ.
func date(p *pair) []found {
	x, y := p.timesDiffer()
	if x == nil || p.clashesOtherwise() || min(p.coverA, p.coverB) < 0.3 || p.ofOthers(x, y) {
		return nil
	}
	return []found{{Reason: claims.Reason{
		Kind: claims.ReasonDate, For: true, A: spansOf(x), B: spansOf(y), Values: []string{x.Lemma, y.Lemma},
	}, strength: min(p.coverA, p.coverB)}}
}

// ofOthers says whether two times are those of two different acts, as the tree has
// it: when something was announced, and when it happened.
func (p *pair) ofOthers(x, y *claims.Term) bool {
	if x.Role == "" || y.Role == "" {
		return false
	}
	i, j := p.a.itemAt(x.Head), p.b.itemAt(y.Head)
	if i < 0 || j < 0 || p.a.items[i].Kind != claims.VerbTerm || p.b.items[j].Kind != claims.VerbTerm {
		return false
	}
	for _, k := range p.linksA[i] {
		if k.j == j {
			return false
		}
	}
	return p.anyLink(true, i) || p.anyLink(false, j)
}

// clashesOtherwise says whether something besides the times differs.
func (p *pair) clashesOtherwise() bool {
	if x, _ := p.clashing(); x != nil {
		return true
	}
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if (k.rel == opposite) == (x.Negated == y.Negated) && !isName(x.Term) && !x.Context && !y.Context {
			return true
		}
	}
	return false
}

// timesDiffer gives two times that cannot be the same, where no time that one
// side names goes with one that the other names.
// Days and times of day are compared each among themselves, days first.
func (p *pair) timesDiffer() (*claims.Term, *claims.Term) {
	if x, y := p.differing(false); x != nil {
		return x, y
	}
	return p.differing(true)
}

// differing compares the days of the two sides, or their times of day.
func (p *pair) differing(clock bool) (*claims.Term, *claims.Term) {
	var dx, dy *claims.Term
	for _, x := range p.a.dates {
		for _, y := range p.b.dates {
			if isClock(x.Lemma) != clock || isClock(y.Lemma) != clock {
				continue
			}
			switch compareDates(x, y) {
			case timesMeet:
				return nil, nil
			case timesApart:
				if dx == nil {
					dx, dy = x, y
				}
			}
		}
	}
	return dx, dy
}

// compareDates compares two dates as written: a bare weekday is read as the
// last one, but may well mean the next.
func compareDates(x, y *claims.Term) timesRelation {
	rel := compareTimes(x.Lemma, y.Lemma)
	if rel != timesApart {
		return rel
	}
	weekday := among(weekdays, strings.ToLower(x.Text)) != "" || among(weekdays, strings.ToLower(y.Text)) != ""
	dx, errX := time.Parse(time.DateOnly, x.Lemma)
	dy, errY := time.Parse(time.DateOnly, y.Lemma)
	if weekday && errX == nil && errY == nil && dx.Weekday() == dy.Weekday() {
		return timesUnclear
	}
	return timesApart
}

type timesRelation int

const (
	timesUnclear timesRelation = iota
	timesMeet
	timesApart
)

// compareTimes compares two times as they stand in terms: ISO 8601 dates,
// months, years or intervals, or the words where the time was not resolved.
func compareTimes(x, y string) timesRelation {
	if x == y {
		return timesMeet
	}
	if isClock(x) && isClock(y) {
		return compareClocks(x, y)
	}
	if isISO(x) && isISO(y) {
		ax, zx := ends(x)
		ay, zy := ends(y)
		if before(zx, ay) || before(zy, ax) {
			return timesApart
		}
		return timesMeet
	}
	for _, calendar := range [][]string{weekdays, months} {
		wx, wy := among(calendar, x), among(calendar, y)
		if wx != "" && wy != "" {
			if wx == wy {
				return timesMeet
			}
			return timesApart
		}
	}
	return timesUnclear
}

func isISO(s string) bool {
	return len(s) >= 4 && strings.Trim(s[:4], "0123456789") == ""
}

func ends(iso string) (from, to string) {
	from, to, ok := strings.Cut(iso, "/")
	if !ok {
		to = from
	}
	return from, to
}

// before says whether one time ends before another begins, as far as both are
// given: "2014" is not before "2014-05".
func before(x, y string) bool {
	n := min(len(x), len(y))
	return n >= 4 && x[:n] < y[:n]
}

var (
	weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	months   = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
)

// among gives the first word of the list that occurs in the text as a word.
func among(list []string, text string) string {
	for _, field := range strings.Fields(text) {
		for _, w := range list {
			if strings.Trim(field, ".,'’s") == strings.Trim(w, "s") || field == w {
				return w
			}
		}
	}
	return ""
}
