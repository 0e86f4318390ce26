package english

import (
	"math"
	"strings"
	"time"
)

var weekdays = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
	"mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 0,
}

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
	"november": 11, "december": 12, "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9,
	"oct.": 10, "nov.": 11, "dec.": 12, "sept": 9,
}

var seasons = map[string]int{"spring": 1, "springtime": 1, "summer": 2, "summertime": 2, "autumn": 3, "fall": 3, "winter": 4, "wintertime": 4}

var dateUnits = map[string]dateUnit{
	"day": dayUnit, "days": dayUnit, "week": weekUnit, "weeks": weekUnit, "weekend": weekendUnit, "weekends": weekendUnit,
	"month": monthUnit, "months": monthUnit, "quarter": quarterUnit, "quarters": quarterUnit, "year": yearUnit, "years": yearUnit,
	"decade": decadeUnit, "decades": decadeUnit,
}

// choices are the words that say which one is meant.
var choices = map[string]choice{"last": lastOne, "previous": lastOne, "this": thisOne, "next": nextOne, "coming": nextOne}

func (c choice) shift() int {
	switch c {
	case lastOne:
		return -1
	case nextOne:
		return 1
	}
	return 0
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

// dateOpeners are the words with which a date may begin, besides digits.
var dateOpeners = openers()

func openers() map[string]bool {
	m := set(`yesterday today tonight tomorrow day fiscal fy weekend week noon midnight a an past recent coming year
		early beginning start mid middle late end close earlier later`)
	for _, list := range [...]map[string]int{months, seasons, ordinals} {
		for w := range list {
			m[w] = true
		}
	}
	for w := range weekdays {
		m[w] = true
	}
	for w := range choices {
		m[w] = true
	}
	for w := range numberWords {
		m[w] = true
	}
	for w := range holidaysBy {
		m[w] = true
	}
	return m
}

// digitDate reads "2014-12-03", and "25/12/2014" or "12/25/2014" where only one
// of the two orders makes a date.
func (d *Document) digitDate(i int) (dateExpr, int) {
	word := d.word(i, 0)
	if word == "9/11" {
		return dateExpr{kind: calendarDate, year: 2001, month: 9, day: 11}, 1
	}
	if len(word) < len("1/13/2014") || len(word) > len(time.DateOnly) || !isDigit(word[0]) {
		return dateExpr{}, 0
	}
	if t, err := time.Parse(time.DateOnly, word); err == nil {
		return dayExpr(t), 1
	}
	british, err := time.Parse("2/1/2006", word)
	american, err2 := time.Parse("1/2/2006", word)
	switch {
	case err == nil && (err2 != nil || british.Equal(american)):
		return dayExpr(british), 1
	case err2 == nil && err != nil:
		return dayExpr(american), 1
	}
	return dateExpr{}, 0
}

func dayExpr(t time.Time) dateExpr {
	return dateExpr{kind: calendarDate, year: t.Year(), month: int(t.Month()), day: t.Day()}
}

// holidayDate reads "Christmas Day", "New Year's Eve 2014", "last Easter".
func (d *Document) holidayDate(i int) (dateExpr, int) {
	which := choices[d.word(i, 0)]
	skip := 0
	if which != nearestOne {
		skip = 1
	}
	if i+skip >= len(d.Tokens) || !startsUpper(d.Tokens[i+skip].Text) {
		return dateExpr{}, 0
	}
	for _, h := range holidaysBy[d.word(i, skip)] {
		n := d.spells(i+skip, holidays[h].name)
		if n == 0 {
			continue
		}
		n += skip
		e := dateExpr{kind: holidayDate, number: h, which: which, year: yearOf(d.word(i, n))}
		if e.year > 0 {
			return e, n + 1
		}
		if !holidays[h].bare || skip > 0 || holidayLinks[d.word(i, -1)] {
			return e, n
		}
	}
	return dateExpr{}, 0
}

// holidayLinks are the words after which "Christmas" is a day.
var holidayLinks = set(`on at before after by until till since around during over between from to`)

// spells says how many tokens from i on spell a name, given in small letters;
// 0 where they do not.
func (d *Document) spells(i int, name string) int {
	n := 0
	for len(name) > 0 {
		word, rest, _ := strings.Cut(name, " ")
		if d.word(i, n) != word {
			return 0
		}
		name = rest
		n++
	}
	return n
}

// weekdayDate reads "Wednesday", and "Wednesday, Dec. 3" as the date it names.
func (d *Document) weekdayDate(i int) (dateExpr, int) {
	w, ok := weekdays[d.word(i, 0)]
	if !ok || !startsUpper(d.Tokens[i].Text) || d.weekdayOfName(i) {
		return dateExpr{}, 0
	}
	next := 1
	for next < 3 && (d.word(i, next) == "," || d.word(i, next) == "the") {
		next++
	}
	for _, read := range [...]func(int) (dateExpr, int){d.monthDate, d.dayMonth} {
		if d.word(i, next) == "" {
			break
		}
		if e, n := read(i + next); n > 1 && e.day > 0 {
			return e, next + n
		}
	}
	return dateExpr{kind: weekdayDate, weekday: w}, 1
}

// weekdayOfName says whether a weekday is part of a name: "the Sunday Times",
// "Super Tuesday", "the Mail on Sunday".
func (d *Document) weekdayOfName(i int) bool {
	before, after := d.word(i, -1), d.at(i+1, i)
	switch before {
	case "super", "bloody", "ruby", "ash", "freaky", "on":
		return before != "on" && startsUpper(d.at(i-1, i).Text) || before == "on" && paperNames[d.word(i, -2)] && startsUpper(d.at(i-2, i).Text)
	}
	return paperNames[after.Lower] && startsUpper(after.Text) || after.Lower == "night" && startsUpper(after.Text)
}

// paperNames are words of newspapers' names beside a weekday.
var paperNames = set(`times telegraph express mirror mail herald post independent mercury world sun review tribune star people`)

// dayWord reads "yesterday" and its like.
func (d *Document) dayWord(i int) (dateExpr, int) {
	e, n := dateExpr{kind: shiftedUnit, unit: dayUnit}, 1
	switch d.word(i, 0) {
	case "yesterday":
		e.shift = -1
	case "tomorrow":
		e.shift = 1
	case "today", "tonight":
	case "this":
		n = 2
		switch d.word(i, 1) {
		case "morning", "afternoon", "evening":
		default:
			return dateExpr{}, 0
		}
	case "last":
		e.shift, n = -1, 2
		if d.word(i, 1) != "night" {
			return dateExpr{}, 0
		}
	case "day":
		if e.shift = map[string]int{"before yesterday": -2, "after tomorrow": 2}[d.word(i, 1)+" "+d.word(i, 2)]; e.shift == 0 {
			return dateExpr{}, 0
		}
		return e, 3
	default:
		return dateExpr{}, 0
	}
	if n == 1 && d.word(i, 1) == "'s" {
		return dateExpr{}, 0 // "today's discussion" names no time of its own
	}
	return e, n
}

// relativeDate reads "last week", "next Friday", "last May", "this spring",
// "the past three days", "the weekend", "this coming Monday".
func (d *Document) relativeDate(i int) (dateExpr, int) {
	first := d.word(i, 0)
	if e, n := d.interval(i); n > 0 {
		return e, n
	}
	if first == "weekend" && d.word(i, -1) == "the" {
		return dateExpr{kind: shiftedUnit, unit: weekendUnit}, 1
	}
	which := choices[first]
	if which == nearestOne {
		return dateExpr{}, 0
	}
	n := 1
	if second := d.word(i, 1); second == "coming" || second == "past" {
		which = choices[map[string]string{"coming": "next", "past": "last"}[second]]
		n = 2
	}
	second := d.at(i+n, i)
	if w, ok := weekdays[second.Lower]; ok && startsUpper(second.Text) {
		return dateExpr{kind: weekdayDate, weekday: w, which: which}, n + 1
	}
	if m := months[second.Lower]; m > 0 && startsUpper(second.Text) {
		e, m := d.monthNamed(i+n, m)
		e.which = which
		return e, n + m
	}
	if s := seasons[second.Lower]; s > 0 {
		return dateExpr{kind: seasonDate, number: s, which: which}, n + 1
	}
	unit := dateUnits[second.Lower]
	if unit < weekUnit || strings.HasSuffix(second.Lower, "s") {
		return dateExpr{}, 0
	}
	return dateExpr{kind: shiftedUnit, unit: unit, shift: which.shift(), which: which}, n + 1
}

// interval reads "the past three days", "the last 18 months", "the next two
// weeks", "the past year".
func (d *Document) interval(i int) (dateExpr, int) {
	sign := 1
	switch d.word(i, 0) {
	case "past", "last", "recent":
		sign = -1
	case "next", "coming":
	default:
		return dateExpr{}, 0
	}
	n, width := d.count(i + 1)
	unit := dateUnits[d.word(i, 1+width)]
	if n == 0 && d.word(i, 0) == "past" && d.word(i, -1) == "the" {
		n, width = 1, 0
		unit = dateUnits[d.word(i, 1)]
	}
	if n == 0 || unit == 0 {
		return dateExpr{}, 0
	}
	return dateExpr{kind: intervalDate, shift: sign * n, unit: unit}, 2 + width
}

// count reads a small whole number, in digits or words; it gives the number of
// tokens read.
func (d *Document) count(i int) (n, width int) {
	const most = 1000 // units: nothing in the news is further away by a count
	switch w := d.word(i, 0); {
	case w == "":
		return 0, 0
	case w == "a" || w == "an":
		if d.word(i, 1) == "couple" && d.word(i, 2) == "of" {
			return 2, 3
		}
		return 1, 1
	case numberWords[w] == 0 && !isDigit(w[0]):
		return 0, 0
	}
	value, plural, width := d.number(i)
	if plural || width == 0 || value < 1 || value > most || value != math.Trunc(value) {
		return 0, 0
	}
	return int(value), width
}

// awayDate reads "three weeks ago" and "two days from now"; "two days later"
// is none, as nobody knows later than what.
func (d *Document) awayDate(i int) (dateExpr, int) {
	n, width := d.count(i)
	unit := dateUnits[d.word(i, width)]
	if n == 0 || unit == 0 {
		return dateExpr{}, 0
	}
	if _, bound := d.boundBefore(i); bound == "least" || bound == "most" {
		return dateExpr{}, 0
	}
	switch {
	case d.word(i, width+1) == "ago":
		return dateExpr{kind: shiftedUnit, unit: unit, shift: -n}, width + 2
	case d.word(i, width+1) == "from" && (d.word(i, width+2) == "now" || d.word(i, width+2) == "today"):
		return dateExpr{kind: shiftedUnit, unit: unit, shift: n}, width + 3
	}
	return dateExpr{}, 0
}
