package english

import (
	"strings"
	"time"
)

// holiday is a day that newspapers name instead of its date.
type holiday struct {
	name       string // in small letters, as tokens
	month, day int
	nth        int          // the nth weekday of the month, from its end where below 0
	weekday    time.Weekday // of nth
	easter     bool         // counted from Easter Sunday
	plus       int          // days after that
	bare       bool         // names a season and much else as well: needs "at", "before" or their like
}

// holidays are those that fall on one day wherever the words are used in
// English news; the longer names first.
var holidays = []holiday{
	{name: "martin luther king jr. day", month: 1, nth: 3, weekday: time.Monday},
	{name: "martin luther king day", month: 1, nth: 3, weekday: time.Monday},
	{name: "new year 's day", month: 1, day: 1},
	{name: "new year 's eve", month: 12, day: 31},
	{name: "christmas day", month: 12, day: 25},
	{name: "christmas eve", month: 12, day: 24},
	{name: "boxing day", month: 12, day: 26},
	{name: "inauguration day", month: 1, day: 20},
	{name: "groundhog day", month: 2, day: 2},
	{name: "valentine 's day", month: 2, day: 14},
	{name: "presidents day", month: 2, nth: 3, weekday: time.Monday},
	{name: "st. patrick 's day", month: 3, day: 17},
	{name: "april fools ' day", month: 4, day: 1},
	{name: "may day", month: 5, day: 1},
	{name: "memorial day", month: 5, nth: -1, weekday: time.Monday},
	{name: "fourth of july", month: 7, day: 4},
	{name: "bastille day", month: 7, day: 14},
	{name: "labor day", month: 9, nth: 1, weekday: time.Monday},
	{name: "columbus day", month: 10, nth: 2, weekday: time.Monday},
	{name: "guy fawkes night", month: 11, day: 5},
	{name: "bonfire night", month: 11, day: 5},
	{name: "election day", month: 11, nth: 1, weekday: time.Monday, plus: 1},
	{name: "veterans day", month: 11, day: 11},
	{name: "remembrance day", month: 11, day: 11},
	{name: "armistice day", month: 11, day: 11},
	{name: "thanksgiving day", month: 11, nth: 4, weekday: time.Thursday},
	{name: "black friday", month: 11, nth: 4, weekday: time.Thursday, plus: 1},
	{name: "cyber monday", month: 11, nth: 4, weekday: time.Thursday, plus: 4},
	{name: "ash wednesday", easter: true, plus: -46},
	{name: "palm sunday", easter: true, plus: -7},
	{name: "good friday", easter: true, plus: -2},
	{name: "easter sunday", easter: true},
	{name: "easter monday", easter: true, plus: 1},
	{name: "halloween", month: 10, day: 31, bare: true},
	{name: "thanksgiving", month: 11, nth: 4, weekday: time.Thursday, bare: true},
	{name: "christmas", month: 12, day: 25, bare: true},
	{name: "easter", easter: true, bare: true},
}

// holidaysBy gives the indexes of the holidays by the first word of the name.
var holidaysBy = firstWords(holidays)

func firstWords(all []holiday) map[string][]int {
	m := map[string][]int{}
	for i, h := range all {
		first, _, _ := strings.Cut(h.name, " ")
		m[first] = append(m[first], i)
	}
	return m
}

// in gives the day on which the holiday falls in a year.
func (h holiday) in(year int) time.Time {
	t := date(year, h.month, h.day)
	switch {
	case h.easter:
		t = easter(year)
	case h.nth > 0:
		t = onOrBefore(date(year, h.month, 7), h.weekday).AddDate(0, 0, 7*(h.nth-1))
	case h.nth < 0:
		t = onOrBefore(date(year, h.month+1, 0), h.weekday)
	}
	return t.AddDate(0, 0, h.plus)
}

// easter gives Easter Sunday of the Western churches, by the anonymous
// Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms,
// chapter 8).
func easter(year int) time.Time {
	golden := year % 19
	century, rest := year/100, year%100
	moons := (8*century + 13) / 25
	epact := (19*golden + century - century/4 - moons + 15) % 30
	weekday := (32 + 2*(century%4) + 2*(rest/4) - epact - rest%4) % 7
	late := (golden + 11*epact + 22*weekday) / 451
	n := epact + weekday - 7*late + 114
	return date(year, n/31, n%31+1)
}
