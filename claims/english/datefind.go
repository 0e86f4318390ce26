package english

import (
	"strconv"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// findDates fills in the dates, from the left; none overlaps another.
func (d *Document) findDates() {
	for i := 0; i < len(d.Tokens); {
		if !d.mayBeginDate(i) {
			i++
			continue
		}
		e, n := d.dateAt(i)
		if n == 0 {
			i++
			continue
		}
		i = d.addDate(e, i, i+n)
	}
}

// mayBeginDate is a quick look that spares most words the readers.
func (d *Document) mayBeginDate(i int) bool {
	low := d.Tokens[i].Lower
	return low != "" && (isDigit(low[0]) || low[0] == '\'' || dateOpeners[low] || strings.HasPrefix(low, "mid-"))
}

// addDate adds the date of the tokens from first up to last, with "since" and
// the other end of a range; it gives the token after it.
func (d *Document) addDate(e dateExpr, first, last int) int {
	from := first
	if at := d.pastArticle(first-1, -1); d.at(at, first).Lower == "since" {
		e.since = true
		from = at
	}
	if end, n := d.rangeEnd(e, first, last); n > 0 {
		if e.year == 0 && end.year > 0 && e.which == nearestOne {
			e.year = end.year
			if e.month > end.month && end.month > 0 {
				e.year--
			}
		}
		e.to = &end
		last += n
	}
	d.Dates = append(d.Dates, Date{Span: d.spanOf(from, last), expr: e})
	return last
}

// rangeEnd reads the second date of "from Monday to Friday", "between May and
// July", "Dec. 3-5" and "2014-15", which stands after the token last; it gives
// the number of tokens read.
func (d *Document) rangeEnd(e dateExpr, first, last int) (dateExpr, int) {
	if last >= len(d.Tokens) || e.kind == shiftedUnit && e.unit != dayUnit || e.kind == intervalDate {
		return dateExpr{}, 0
	}
	opener, link := d.at(d.pastArticle(first-1, -1), first).Lower, d.at(last, first).Lower
	dash := isDash(link)
	switch {
	case link == "and":
		if opener != "between" {
			return dateExpr{}, 0
		}
	case link == "to":
		if opener != "from" && !(e.kind == weekdayDate || e.month > 0 && e.day == 0) {
			return dateExpr{}, 0
		}
	case !dash && link != "through" && (opener != "from" || link != "until" && link != "till"):
		return dateExpr{}, 0
	}
	if !dash || d.touches(last) {
		if end, n := d.shortEnd(e, last+1); n > 0 {
			return end, n + 1
		}
	}
	next := d.pastArticle(last+1, 1)
	end, n := d.dateAfterLink(e, next)
	if n == 0 || dash && !sameSort(e, end) {
		return dateExpr{}, 0
	}
	return end, next + n - last
}

// pastArticle steps over "the" at an index, in the direction given.
func (d *Document) pastArticle(at, step int) int {
	if at > 0 && at+1 < len(d.Tokens) && d.Tokens[at].Lower == "the" {
		return at + step
	}
	return at
}

// sameSort says whether two dates can be the ends of a range that a dash
// makes: a dash parts clauses as well.
func sameSort(a, b dateExpr) bool {
	return a.kind == b.kind && (a.month > 0) == (b.month > 0) && (a.day > 0) == (b.day > 0)
}

// shortEnd reads the end of a range that leaves out what the beginning names:
// "Dec. 3-5", "2014-15".
func (d *Document) shortEnd(e dateExpr, i int) (dateExpr, int) {
	word := d.word(i, 0)
	if e.kind != calendarDate || i >= len(d.Tokens) || d.Tokens[i].Sentence != d.Tokens[i-1].Sentence {
		return dateExpr{}, 0
	}
	next := d.word(i, 1)
	switch day := dayOf(word); {
	case e.day > 0 && day > e.day && months[next] == 0:
		e.day = day
		if y := yearOf(d.word(i, 2)); y > 0 && next == "," && e.year == 0 {
			e.year = y
			return e, 3
		}
		return e, 1
	case e.month == 0 && isDash(d.word(i, -1)) && isNextYear(e.year, word):
		e.year++
		return e, 1
	}
	return dateExpr{}, 0
}

// isNextYear says whether two digits are those of the year after: "2015-16".
func isNextYear(year int, digits string) bool {
	return year > 0 && len(digits) == 2 && strconv.Itoa(year + 1)[2:] == digits
}

// dateAfterLink reads the whole second date of a range: after "to" a lone
// "May" is a month, and a number a year where the first one is.
func (d *Document) dateAfterLink(e dateExpr, i int) (dateExpr, int) {
	if i >= len(d.Tokens) || d.Tokens[i].Sentence != d.Tokens[i-1].Sentence {
		return dateExpr{}, 0
	}
	if y := yearOf(d.word(i, 0)); y > 0 && e.kind == calendarDate && e.month == 0 {
		return dateExpr{kind: calendarDate, year: y}, 1
	}
	if m := months[d.word(i, 0)]; m > 0 && e.month > 0 && startsUpper(d.Tokens[i].Text) {
		return d.monthNamed(i, m)
	}
	return d.dateAt(i)
}

// dateAt reads a date that begins with the token i, with the hour in front of
// it and the time of day behind it; it gives the number of tokens read, 0 for
// none.
func (d *Document) dateAt(i int) (dateExpr, int) {
	if i >= len(d.Tokens) {
		return dateExpr{}, 0
	}
	hour := d.hour(i)
	e, n := d.partDate(i + hour)
	if n == 0 {
		e, n = d.plainDate(i + hour)
	}
	if n == 0 {
		return dateExpr{}, 0
	}
	end := i + hour + n
	switch d.at(end, i).Lower {
	case "morning", "afternoon", "evening", "night":
		if e.kind == weekdayDate || e.unit == dayUnit || e.day > 0 {
			end++
		}
	}
	return e, end - i
}

// hour counts the tokens of an hour that stands before a date: "5 p.m. on",
// "noon".
func (d *Document) hour(i int) int {
	n := 1
	switch word := d.word(i, 0); {
	case word == "noon" || word == "midnight":
	case isDigit(word[0]) && len(word) <= len("12:30") && clockHalves[d.word(i, 1)]:
		n = 2
	default:
		return 0
	}
	if clockFollowers[strings.ReplaceAll(d.word(i, n), ".", "")] && startsUpper(d.at(i+n, i).Text) {
		n++
	}
	if word := d.word(i, n); word == "on" || word == "," {
		n++
	}
	if i+n >= len(d.Tokens) || d.Tokens[i+n].Sentence != d.Tokens[i].Sentence {
		return 0
	}
	return n
}

// clockHalves follow an hour.
var clockHalves = set(`a.m. p.m. am pm a.m p.m`)

// partDate reads "early June", "late on Tuesday", "the end of 2014", "earlier
// this week": a part and the date it is of.
func (d *Document) partDate(i int) (dateExpr, int) {
	part, n := dateParts[d.word(i, 0)], 1
	switch d.word(i, 0) {
	case "end", "beginning", "start", "middle", "close":
		if d.word(i, 1) != "of" {
			return dateExpr{}, 0
		}
		n = 2
		if e, m := d.bareUnit(i + n); m > 0 {
			e.part = part
			return e, n + m
		}
	default:
		if part == wholePart {
			return dateExpr{}, 0
		}
		if word := d.word(i, 1); word == "on" || word == "in" || word == "-" {
			n = 2
		}
	}
	article := d.word(i, n) == "the"
	if article {
		n++
	}
	if i+n >= len(d.Tokens) || d.Tokens[i+n].Sentence != d.Tokens[i].Sentence {
		return dateExpr{}, 0
	}
	e, m := d.plainDate(i + n)
	if m == 0 || article && e.kind == calendarDate && e.month == 0 || (part == soFarPart || part == restPart) && e.which != thisOne && e.shift != 0 {
		return dateExpr{}, 0
	}
	e.part = part
	return e, n + m
}

var dateParts = map[string]datePart{
	"early": earlyPart, "mid": midPart, "middle": midPart, "late": latePart, "beginning": beginPart, "start": beginPart, "end": endPart, "close": endPart,
	"earlier": soFarPart, "later": restPart,
}

// bareUnit reads "the year" after "the end of": the one of the article's day.
func (d *Document) bareUnit(i int) (dateExpr, int) {
	unit := dateUnits[d.word(i, 1)]
	if d.word(i, 0) != "the" || unit < weekUnit || strings.HasSuffix(d.word(i, 1), "s") || d.word(i, 2) == "of" {
		return dateExpr{}, 0
	}
	return dateExpr{kind: shiftedUnit, unit: unit}, 2
}

// plainDate reads a date without hour and part.
func (d *Document) plainDate(i int) (dateExpr, int) {
	word := d.word(i, 0)
	if word == "" {
		return dateExpr{}, 0
	}
	readers := [...]func(int) (dateExpr, int){
		d.digitDate, d.holidayDate, d.weekdayDate, d.dayWord, d.relativeDate, d.awayDate, d.partOfYear, d.monthDate, d.dayMonth, d.weekOf, d.decadeDate, d.yearDate,
	}
	for _, read := range readers {
		if e, n := read(i); n > 0 {
			return e, n
		}
	}
	return dateExpr{}, 0
}

// word gives the small letters of the token k places after i in the same
// sentence; empty outside of it.
func (d *Document) word(i, k int) string { return d.at(i+k, i).Lower }

// inDate says whether a span lies within one of the dates; at is the index of
// the first date that may hold it, and moves on.
func (d *Document) inDate(s claims.Span, at *int) bool {
	for *at < len(d.Dates) && d.Dates[*at].Span.End <= s.Start {
		*at++
	}
	return *at < len(d.Dates) && d.Dates[*at].Span.Overlaps(s)
}
