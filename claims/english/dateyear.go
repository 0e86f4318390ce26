package english

import (
	"strconv"
	"strings"
)

// partOfYear reads "the first quarter of 2016", "the second half", "spring
// 2015", "the summer of last year".
func (d *Document) partOfYear(i int) (dateExpr, int) {
	e := dateExpr{number: ordinals[d.word(i, 0)]}
	n := 2
	switch unit := d.word(i, 1); {
	case seasons[d.word(i, 0)] > 0:
		e, n = dateExpr{kind: seasonDate, number: seasons[d.word(i, 0)]}, 1
	case e.number > 0 && (unit == "quarter" || unit == "-" && d.word(i, 2) == "quarter"):
		e.kind = quarterDate
		if unit == "-" {
			n = 3
		}
	case (e.number == 1 || e.number == 2) && unit == "half":
		e.kind = halfDate
	default:
		return dateExpr{}, 0
	}
	m := d.ofYear(i+n, &e)
	if m == 0 && (e.kind == halfDate || e.kind == seasonDate && !d.seasonAlone(i) || e.kind == quarterDate && d.word(i, n) == "of") {
		return dateExpr{}, 0
	}
	return e, n + m
}

// seasonAlone says whether a season without a year stands where a time would.
func (d *Document) seasonAlone(i int) bool {
	before, first := d.word(i, -1), d.word(i, -2)
	if d.word(i, 1) == "of" || d.at(i+1, i).Tag == Noun {
		return false // "the fall of the wall", "spring water"
	}
	if before == "the" {
		return holidayLinks[first] || first == "in" || first == "of"
	}
	return before == "in" && d.word(i, 0) != "fall" || before == "since" || before == "until"
}

// ofYear reads the year behind a month, season or quarter: "2016", "of 2016",
// "of last year", "last year", "this year"; it gives the number of tokens.
func (d *Document) ofYear(i int, e *dateExpr) int {
	n := 0
	if d.word(i, 0) == "of" || d.word(i, 0) == "in" {
		n = 1
	} else if d.word(i, 0) == "," && yearOf(d.word(i, 1)) > 0 {
		n = 1
	}
	for d.word(i, n) == "the" || d.word(i, n) == "fiscal" || d.word(i, n) == "year" {
		n++
	}
	if y := yearOf(d.word(i, n)); y > 0 {
		e.year = y
		return n + 1
	}
	if which := choices[d.word(i, n)]; which != nearestOne && d.word(i, n+1) == "year" && n < 2 {
		e.which = which
		e.unit = yearUnit
		return n + 2
	}
	return 0
}

// monthDate reads "Aug. 8", "August 8, 2014", "August 2014", "mid-August" and
// "August".
func (d *Document) monthDate(i int) (dateExpr, int) {
	word, mid := strings.CutPrefix(d.word(i, 0), "mid-")
	m, ok := months[word]
	if !ok || !startsUpper(d.Tokens[i].Text) && !mid {
		return dateExpr{}, 0
	}
	e, n := d.monthNamed(i, m)
	if mid {
		e.part = midPart
	}
	if n == 1 && !mid && !d.monthAlone(i, word) {
		return dateExpr{}, 0
	}
	return e, n
}

// monthNamed reads what stands behind a month: day, year or both.
func (d *Document) monthNamed(i, month int) (dateExpr, int) {
	e := dateExpr{kind: calendarDate, month: month}
	n := 1
	if d.word(i, 1) == "the" && dayOf(d.word(i, 2)) > 0 && !isDigit(d.word(i, 2)[len(d.word(i, 2))-1]) {
		n = 2
	}
	if day := dayOf(d.word(i, n)); day > 0 {
		e.day = day
		n++
	} else {
		n = 1
	}
	return e, n + d.ofYear(i+n, &e)
}

// monthAlone says whether a month without day and year is one, as "May" and
// "March" are also something else, and "June" may be a woman.
func (d *Document) monthAlone(i int, word string) bool {
	before := d.word(i, -1)
	if before == "of" {
		_, part := dateParts[d.word(i, -2)]
		return part || d.word(i, -2) == "month" || word != "may" && word != "march"
	}
	if monthLinks[before] {
		return true
	}
	if before == "from" || before == "between" || before == "by" || before == "to" || before == "and" {
		return word != "may" && !d.nameFollows(i)
	}
	return word != "may" && word != "march" && !d.nameFollows(i)
}

// monthLinks are words after which a month stands.
var monthLinks = set(`in since last next this early late mid until till during through throughout before after between`)

// nameFollows says whether another word with a capital follows, as in "August
// Olin".
func (d *Document) nameFollows(i int) bool {
	next := d.at(i+1, i)
	_, weekday := weekdays[next.Lower]
	return next.Text != "" && startsUpper(next.Text) && !weekday && months[next.Lower] == 0
}

// dayMonth reads "8 August", "8th of August 2014", "3-5 August".
func (d *Document) dayMonth(i int) (dateExpr, int) {
	day := dayOf(d.word(i, 0))
	if day == 0 {
		return dateExpr{}, 0
	}
	last, n := 0, 1
	if isDash(d.word(i, 1)) && dayOf(d.word(i, 2)) > day {
		last, n = dayOf(d.word(i, 2)), 3
	}
	if d.word(i, n) == "of" {
		n++
	}
	name := d.at(i+n, i)
	m := months[name.Lower]
	if m == 0 || !startsUpper(name.Text) {
		return dateExpr{}, 0
	}
	e := dateExpr{kind: calendarDate, month: m, day: day}
	n += 1 + d.ofYear(i+n+1, &e)
	if last > 0 {
		end := e
		end.day = last
		e.to = &end
	}
	return e, n
}

// weekOf reads "the week of March 3" and "the week beginning 3 March".
func (d *Document) weekOf(i int) (dateExpr, int) {
	link := d.word(i, 1)
	if d.word(i, 0) != "week" || link != "of" && link != "beginning" && link != "starting" && link != "ending" {
		return dateExpr{}, 0
	}
	for _, read := range [...]func(int) (dateExpr, int){d.monthDate, d.dayMonth} {
		if d.word(i, 2) == "" {
			break
		}
		if e, n := read(i + 2); n > 1 && e.day > 0 && e.to == nil {
			e.kind = weekOfDate
			return e, 2 + n
		}
	}
	return dateExpr{}, 0
}

// decadeDate reads "the 1990s", "the mid-1990s" and "the '90s".
func (d *Document) decadeDate(i int) (dateExpr, int) {
	word, mid := strings.CutPrefix(d.word(i, 0), "mid-")
	e := dateExpr{kind: decadeDate}
	if mid {
		e.part = midPart
	}
	digits := strings.TrimSuffix(strings.TrimSuffix(word, "s"), "'")
	switch {
	case digits == word || !strings.HasSuffix(digits, "0"):
		return dateExpr{}, 0
	case len(digits) == 4:
		e.year = yearOf(digits)
	case len(digits) == 3 && digits[0] == '\'' && digits[1] > '1':
		e.year = yearOf("19" + digits[1:])
	}
	if e.year == 0 || d.word(i, -1) == "his" || d.word(i, -1) == "her" || d.word(i, -1) == "their" {
		return dateExpr{}, 0
	}
	return e, 1
}

// yearDate reads "in 2014" and its like, without the preposition; also
// "mid-2014", "fiscal 2014", "the 2014 vote", "the 2015/16 season".
func (d *Document) yearDate(i int) (dateExpr, int) {
	word, mid := strings.CutPrefix(d.word(i, 0), "mid-")
	e := dateExpr{kind: calendarDate, year: yearOf(word)}
	switch {
	case mid && e.year > 0:
		e.part = midPart
		return e, 1
	case word == "fiscal" || word == "fy" || word == "year" && d.word(i, -1) == "the":
		n := 1
		if word == "fiscal" && d.word(i, 1) == "year" {
			n = 2
		}
		e.year = yearOf(d.word(i, n))
		return e, (n + 1) * min(e.year, 1)
	case len(word) == len("2015/16") && word[4] == '/' && isNextYear(yearOf(word[:4]), word[5:]):
		e.year = yearOf(word[:4])
		e.to = &dateExpr{kind: calendarDate, year: e.year + 1}
		return e, 1
	case e.year == 0 || !d.yearStands(i):
		return dateExpr{}, 0
	}
	return e, 1
}

// yearLinks are words after which a number of four digits is a year, however
// it goes on; countLinks those after which it may count something.
var (
	yearLinks  = set(`in since until till during before after early late mid circa`)
	countLinks = set(`of by from between to and or through`)
	yearOwners = set(`the his her its their our my that this 's a ( `)
)

// yearStands says whether a number of four digits stands where a year would.
func (d *Document) yearStands(i int) bool {
	before, next := d.word(i, -1), d.at(i+1, i)
	counts := isPlural(next)
	if yearOf(d.word(i, 2)) > 0 && (next.Lower == "and" || next.Lower == "to") {
		counts = isPlural(d.at(i+3, i)) // "between 1500 and 1600 people"
	}
	years := isDash(next.Text) && (yearOf(d.word(i, 2)) > 0 || isNextYear(yearOf(d.word(i, 0)), d.word(i, 2)))
	switch {
	case years:
		return !isPlural(d.at(i+3, i))
	case yearLinks[before]:
		return true
	case countLinks[before]:
		return !counts && !isDash(next.Text) || d.yearBefore(i)
	case before == "," || before == "/":
		return d.yearBefore(i)
	case yearOwners[before]:
		year := yearOf(d.word(i, 0))
		return year > 1800 && year < 2100 && (next.Tag == Noun || next.Tag == Adj || next.Tag == NameTag || before == "(")
	}
	return false
}

// isPlural says whether a word is something that can be counted.
func isPlural(t Token) bool {
	return t.Tag == Noun && (strings.HasSuffix(t.Lower, "s") || t.Lower != t.Lemma)
}

// yearBefore says whether the date before is a year and only one word stands
// in between: "in 2010, 2012 and 2014".
func (d *Document) yearBefore(i int) bool {
	n := len(d.Dates)
	if n == 0 || i < 2 {
		return false
	}
	last := d.Dates[n-1]
	return last.expr.kind == calendarDate && last.expr.month == 0 && last.Span.End == d.Tokens[i-2].Span.End
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
