package english

import (
	"strconv"
	"strings"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

var weekdays = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
	"mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 0,
}

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9,
	"oct.": 10, "nov.": 11, "dec.": 12,
}

var dateUnits = map[string]dateUnit{
	"day": dayUnit, "days": dayUnit, "week": weekUnit, "weeks": weekUnit, "weekend": weekendUnit, "weekends": weekendUnit,
	"month": monthUnit, "months": monthUnit, "year": yearUnit, "years": yearUnit,
}

var shifts = map[string]int{"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}

// findDates fills in the dates, from the left; none overlaps another.
func (d *Document) findDates() {
	for i := 0; i < len(d.Tokens); {
		e, n := d.dateAt(i)
		if n == 0 {
			i++
			continue
		}
		from := i
		i += n
		if from > 0 && d.at(from-1, from).Lower == "since" {
			e.since = true
			from--
		}
		if end, m := d.rangeEnd(from, i); m > 0 {
			e.to = &end
			i += m
		}
		d.Dates = append(d.Dates, Date{Span: d.spanOf(from, i), expr: e})
	}
}

// rangeEnd reads the second date of "from Monday to Friday" and "between May
// and July"; it gives the number of tokens read.
func (d *Document) rangeEnd(from, i int) (dateExpr, int) {
	opener, link := d.at(from-1, from).Lower, d.at(i, from).Lower
	between := opener == "between" && link == "and"
	if !between && (opener != "from" || link != "to" && link != "until" && link != "through") {
		return dateExpr{}, 0
	}
	end, n := d.dateAt(i + 1)
	if n == 0 {
		return dateExpr{}, 0
	}
	return end, n + 1
}

// dateAt reads a date that begins with the token i; it gives the number of
// tokens read, 0 for none.
func (d *Document) dateAt(i int) (dateExpr, int) {
	if i >= len(d.Tokens) {
		return dateExpr{}, 0
	}
	for _, read := range []func(int) (dateExpr, int){d.digitDate, d.weekdayDate, d.dayWord, d.shiftedDate, d.agoDate, d.monthDate, d.dayMonth, d.yearDate} {
		if e, n := read(i); n > 0 {
			return e, n
		}
	}
	return dateExpr{}, 0
}

// word gives the small letters of the token k places after i in the same
// sentence.
func (d *Document) word(i, k int) string { return d.at(i+k, i).Lower }

// digitDate reads "2014-12-03", and "25/12/2014" or "12/25/2014" where only one
// of the two orders makes a date.
func (d *Document) digitDate(i int) (dateExpr, int) {
	word := d.word(i, 0)
	if len(word) < len("1/13/2014") || len(word) > len(time.DateOnly) {
		return dateExpr{}, 0
	}
	if t, err := time.Parse(time.DateOnly, word); err == nil {
		return dayExpr(t), 1
	}
	first, err := time.Parse("2/1/2006", word)
	second, err2 := time.Parse("1/2/2006", word)
	switch {
	case err == nil && (err2 != nil || first.Equal(second)):
		return dayExpr(first), 1
	case err2 == nil && err != nil:
		return dayExpr(second), 1
	}
	return dateExpr{}, 0
}

func dayExpr(t time.Time) dateExpr {
	return dateExpr{kind: calendarDate, year: t.Year(), month: int(t.Month()), day: t.Day()}
}

// weekdayDate reads "Wednesday", and "Wednesday, Dec. 3" as the date it names.
func (d *Document) weekdayDate(i int) (dateExpr, int) {
	w, ok := weekdays[d.word(i, 0)]
	if !ok || !startsUpper(d.Tokens[i].Text) {
		return dateExpr{}, 0
	}
	next := 1
	if d.word(i, 1) == "," {
		next = 2
	}
	for _, read := range []func(int) (dateExpr, int){d.monthDate, d.dayMonth} {
		if i+next >= len(d.Tokens) {
			break
		}
		if e, n := read(i + next); n > 1 && e.day > 0 {
			return e, next + n
		}
	}
	return dateExpr{kind: bareWeekday, weekday: w}, 1
}

// dayWord reads "yesterday" and its like.
func (d *Document) dayWord(i int) (dateExpr, int) {
	shift := 0
	switch d.word(i, 0) {
	case "yesterday":
		shift = -1
	case "tomorrow":
		shift = 1
	case "today", "tonight":
	case "this":
		if w := d.word(i, 1); w == "morning" || w == "afternoon" || w == "evening" {
			return dateExpr{kind: shiftedUnit, unit: dayUnit}, 2
		}
		return dateExpr{}, 0
	case "last":
		if d.word(i, 1) == "night" {
			return dateExpr{kind: shiftedUnit, unit: dayUnit, shift: -1}, 2
		}
		return dateExpr{}, 0
	default:
		return dateExpr{}, 0
	}
	if d.at(i+1, i).Lower == "'s" {
		return dateExpr{}, 0 // "today's discussion" names no time of its own
	}
	return dateExpr{kind: shiftedUnit, unit: dayUnit, shift: shift}, 1
}

// shiftedDate reads "last week", "next Friday", "last May", "the past three
// days" and "over the weekend".
func (d *Document) shiftedDate(i int) (dateExpr, int) {
	first, second := d.word(i, 0), d.word(i, 1)
	if first == "past" || first == "last" || first == "recent" {
		if n, width := d.count(i + 1); n > 0 && dateUnits[d.word(i, 1+width)] != 0 {
			return dateExpr{kind: pastInterval, shift: n, unit: dateUnits[d.word(i, 1+width)]}, 2 + width
		}
	}
	if first == "weekend" && d.word(i, -1) == "the" {
		return dateExpr{kind: shiftedUnit, unit: weekendUnit}, 1
	}
	shift, ok := shifts[first]
	if !ok {
		return dateExpr{}, 0
	}
	if w, ok := weekdays[second]; ok {
		return dateExpr{kind: shiftedWeekday, weekday: w, shift: shift}, 2
	}
	if unit, ok := dateUnits[second]; ok && unit != dayUnit && !strings.HasSuffix(second, "s") {
		if shift < 0 && unit == weekendUnit {
			shift = 0 // the weekend before is already the last one
		}
		return dateExpr{kind: shiftedUnit, unit: unit, shift: shift}, 2
	}
	return dateExpr{}, 0
}

// count reads a small whole number, in digits or words; it gives the number of
// tokens read.
func (d *Document) count(i int) (n, width int) {
	const most = 1000 // units: nothing in the news is further away by a count
	if i >= len(d.Tokens) {
		return 0, 0
	}
	w := d.Tokens[i].Lower
	if w == "a" || w == "an" {
		return 1, 1
	}
	if v, ok := numberWords[w]; ok && v >= 1 && v <= 100 && !strings.HasSuffix(w, "s") {
		return int(v), 1
	}
	if !isDigit(w[0]) || len(w) > 4 {
		return 0, 0
	}
	if v, err := strconv.Atoi(w); err == nil && v > 0 && v < most {
		return v, 1
	}
	return 0, 0
}

// agoDate reads "three weeks ago" and "two days later" is none.
func (d *Document) agoDate(i int) (dateExpr, int) {
	n, width := d.count(i)
	unit := dateUnits[d.word(i, width)]
	if n == 0 || unit == 0 {
		return dateExpr{}, 0
	}
	switch d.word(i, width+1) {
	case "ago", "earlier":
		return dateExpr{kind: shiftedUnit, unit: unit, shift: -n}, width + 2
	}
	return dateExpr{}, 0
}

// monthDate reads "Aug. 8", "August 8, 2014", "August 2014" and "August".
func (d *Document) monthDate(i int) (dateExpr, int) {
	m, ok := months[d.word(i, 0)]
	if !ok || !startsUpper(d.Tokens[i].Text) {
		return dateExpr{}, 0
	}
	e := dateExpr{kind: calendarDate, month: m}
	if y := yearOf(d.word(i, 1)); y > 0 {
		e.year = y
		return e, 2
	}
	day := dayOf(d.word(i, 1))
	if day == 0 {
		if w := d.word(i, 0); (w == "may" || w == "march") && !d.monthAlone(i) {
			return dateExpr{}, 0
		}
		return e, 1
	}
	e.day = day
	if y := yearOf(d.word(i, 3)); y > 0 && d.word(i, 2) == "," {
		e.year = y
		return e, 4
	}
	if y := yearOf(d.word(i, 2)); y > 0 {
		e.year = y
		return e, 3
	}
	return e, 2
}

// monthAlone says whether "May" or "March" stands where a month would.
func (d *Document) monthAlone(i int) bool {
	switch d.word(i, -1) {
	case "in", "since", "last", "next", "early", "late", "mid", "until", "by", "of", "from", "to", "between", "and":
		return true
	}
	return false
}

// dayMonth reads "8 August" and "8 August 2014".
func (d *Document) dayMonth(i int) (dateExpr, int) {
	day := dayOf(d.word(i, 0))
	m, ok := months[d.word(i, 1)]
	if day == 0 || !ok || !startsUpper(d.Tokens[i+1].Text) {
		return dateExpr{}, 0
	}
	e := dateExpr{kind: calendarDate, month: m, day: day}
	if y := yearOf(d.word(i, 2)); y > 0 {
		e.year = y
		return e, 3
	}
	return e, 2
}

// yearDate reads "in 2014" and its like, without the preposition.
func (d *Document) yearDate(i int) (dateExpr, int) {
	y := yearOf(d.word(i, 0))
	if y == 0 {
		return dateExpr{}, 0
	}
	switch d.word(i, -1) {
	case "in", "since", "of", "by", "until", "during", "from", "before", "after", "early", "late", "between", "to", "and", "(":
		return dateExpr{kind: calendarDate, year: y}, 1
	}
	return dateExpr{}, 0
}

func yearOf(w string) int {
	if len(w) != 4 || !isDigit(w[0]) {
		return 0
	}
	y, err := strconv.Atoi(w)
	if err != nil || y < 1500 || y > 2150 {
		return 0
	}
	return y
}

// dayOf reads a day of the month: "8", "8th".
func dayOf(w string) int {
	if w == "" || len(w) > 4 || !isDigit(w[0]) {
		return 0
	}
	if len(w) > 2 {
		w = strings.TrimRight(w, "stndrh")
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > 31 || len(w) > 2 {
		return 0
	}
	return n
}

// inDate says whether a span lies within one of the dates; at is the index of
// the first date that may hold it, and moves on.
func (d *Document) inDate(s claims.Span, at *int) bool {
	for *at < len(d.Dates) && d.Dates[*at].Span.End <= s.Start {
		*at++
	}
	return *at < len(d.Dates) && d.Dates[*at].Span.Overlaps(s)
}
