package relate

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// A time of day is a date term whose lemma is "t", the first and the last
// minute it may mean, counted from midnight, and "~" where it may as well be
// twelve hours later: "at ten" is "t600-600~", "in the morning" is "t300-720".

// dayParts are times of day that have a name.
var dayParts = map[string][2]int{
	"noon": {720, 720}, "midday": {720, 720}, "midnight": {1440, 1440}, "dawn": {240, 420}, "daybreak": {240, 420}, "sunrise": {240, 450},
	"dusk": {1020, 1290}, "sunset": {1020, 1290}, "nightfall": {1020, 1320}, "morning": {300, 705}, "breakfast": {360, 600},
	"lunchtime": {690, 870}, "afternoon": {735, 1080}, "evening": {1020, 1410},
}

// readClock adds times of day as words of their own, and takes the figures out
// that belong to them: "at three", "10.30 p.m.", "before dawn".
func readClock(doc *english.Document, ws []word) []word {
	var out []word
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if w.term.Kind == claims.DateTerm {
			out = append(out, w)
			continue
		}
		at, from, to, either := clockAt(doc, ws, i)
		if at.Len() == 0 {
			out = append(out, w)
			continue
		}
		lemma := fmt.Sprintf("t%d-%d", from, to)
		if either {
			lemma += "~"
		}
		out = append(out, word{tag: english.Noun, term: claims.Term{Text: at.In(doc.Text), Lemma: lemma, Kind: claims.DateTerm, At: at}})
		for i+1 < len(ws) && at.Contains(ws[i+1].term.At) {
			i++
		}
	}
	return out
}

// clockAt reads a time of day at a word; the empty span where there is none.
func clockAt(doc *english.Document, ws []word, i int) (at claims.Span, from, to int, either bool) {
	before := ""
	if i > 0 {
		before = ws[i-1].lower
	}
	if part, ok := dayParts[ws[i].lower]; ok && (before == "at" || before == "before" || before == "after" || before == "by" || before == "the" || before == "around" || before == "in" || before == "until") {
		at = ws[i].term.At
		switch before {
		case "before":
			return at, 0, part[0] - 1, false
		case "after":
			return at, part[1] + 1, 1440, false
		}
		return at, part[0], part[1], false
	}
	minutes, n := hourIn(doc, ws[i].term.At)
	if n < 0 {
		return at, 0, 0, false
	}
	at = ws[i].term.At
	half := halfOfDay(doc, &at)
	switch {
	case half == "p" && minutes < 720:
		return at, minutes + 720, minutes + 720, false
	case half == "a" && minutes >= 720:
		return at, minutes - 720, minutes - 720, false
	case half != "" || minutes >= 780 && (n > 0 || before == "at" && bareHour(doc, at)):
		return at, minutes, minutes, false
	case minutes < 780 && (n > 0 || before == "at" && bareHour(doc, at)):
		return at, minutes, minutes, true
	}
	return claims.Span{}, 0, 0, false
}

// hours are the words for the hours of the clock.
var hours = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

// hourIn reads "three", "10", "10:30", "10.30", "6pm" as minutes from midnight;
// n is -1 where the words are none of these, and 1 where they name minutes too.
func hourIn(doc *english.Document, at claims.Span) (minutes, n int) {
	text := strings.ToLower(at.In(doc.Text))
	if h, ok := hours[text]; ok {
		return h * 60, 0
	}
	text = strings.TrimRight(text, "apm.")
	h, m, split := strings.Cut(strings.ReplaceAll(text, ":", "."), ".")
	hour, err := strconv.Atoi(h)
	if err != nil || hour > 24 || len(h) > 2 {
		return 0, -1
	}
	if !split {
		return hour * 60, 0
	}
	minute, err := strconv.Atoi(m)
	if err != nil || minute > 59 || len(m) != 2 {
		return 0, -1
	}
	if strings.Contains(at.In(doc.Text), ":") {
		n = 1
	}
	return hour*60 + minute, n
}

// halfOfDay reads "a.m." or "in the evening" after an hour, and takes it into
// the span: "a", "p", or nothing.
func halfOfDay(doc *english.Document, at *claims.Span) string {
	own := strings.ToLower(at.In(doc.Text))
	if strings.HasSuffix(own, "am") || strings.HasSuffix(own, "pm") {
		return own[len(own)-2 : len(own)-1]
	}
	_, next := doc.TokenRange(*at)
	word := func(i int) string {
		if i < len(doc.Tokens) {
			return doc.Tokens[i].Lower
		}
		return ""
	}
	take := func(last int, half string) string {
		at.End = doc.Tokens[last].Span.End
		return half
	}
	switch {
	case word(next) == "a.m." || word(next) == "am" || word(next) == "a.m":
		return take(next, "a")
	case word(next) == "p.m." || word(next) == "pm" || word(next) == "p.m":
		return take(next, "p")
	case word(next) == "o'clock":
		take(next, "")
		next++
	}
	if word(next) == "in" && word(next+1) == "the" {
		switch word(next + 2) {
		case "morning":
			return take(next+2, "a")
		case "afternoon", "evening":
			return take(next+2, "p")
		}
	}
	if word(next) == "at" && word(next+1) == "night" {
		return take(next+1, "p")
	}
	return ""
}

// bareHour says whether nothing follows an hour that would make it a count, as
// in "at three schools".
func bareHour(doc *english.Document, at claims.Span) bool {
	_, next := doc.TokenRange(at)
	if next >= len(doc.Tokens) {
		return true
	}
	switch doc.Tokens[next].Tag {
	case english.Punct, english.Prep, english.Conj, english.Pron, english.Adv:
		return doc.Tokens[next].Lower != "of"
	}
	return doc.Tokens[next].Lower == "o'clock"
}

// compareClocks compares two times of day, with a quarter of an hour to spare.
func compareClocks(x, y string) timesRelation {
	const spare = 15
	ax, zx, eitherX := clockBounds(x)
	ay, zy, eitherY := clockBounds(y)
	shifts := []int{0}
	if eitherX || eitherY {
		shifts = []int{-720, 0, 720}
	}
	for _, s := range append(shifts, shifts[0]-1440, shifts[len(shifts)-1]+1440) {
		if ax+s <= zy+spare && ay <= zx+s+spare {
			return timesMeet
		}
	}
	return timesApart
}

func clockBounds(lemma string) (from, to int, either bool) {
	rest, either := strings.CutSuffix(strings.TrimPrefix(lemma, "t"), "~")
	a, z, _ := strings.Cut(rest, "-")
	from, _ = strconv.Atoi(a) // a lemma that readClock did not write is midnight
	to, _ = strconv.Atoi(z)
	return from, to, either
}

// isClock says whether the lemma of a date is a time of day.
func isClock(s string) bool { return len(s) > 1 && s[0] == 't' && s[1] >= '0' && s[1] <= '9' }
