package english

import (
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Date is a stretch of text that names a time: "Wednesday", "since Aug. 8",
// "late last week".
type Date struct {
	Span claims.Span
	expr dateExpr
}

// Resolve gives the time as ISO 8601: a day "2014-12-03", a month "2014-12",
// a year "2014", or an interval "2014-08-08/2014-12-03". It is read as news
// is: a bare weekday is the last one on or before the article's day, and a
// day and month without a year are the nearest ones, rather the last than the
// next. Hours are left out. The day is the article's date (2006-01-02 or RFC
// 3339); where it is missing or no date, only what names its own year is
// resolved. The answer is empty where the time cannot be told.
//
// Vague words give wide intervals that overlap: "early June" is the first
// twelve days, "mid-June" the 10th to the 21st, "late June" the last twelve,
// "the end of June" the last eight; of years, decades and weeks likewise. Seasons are those of the northern
// hemisphere, in whole months.
func (d Date) Resolve(day string) string {
	return d.expr.resolve(parseDay(day), nearestOne)
}

// ResolveAhead is Resolve for words about what is to come: a bare weekday, a
// month, a season is the first one that ends on or after the article's day.
func (d Date) ResolveAhead(day string) string {
	return d.expr.resolve(parseDay(day), comingOne)
}

// ResolveDate gives the first time named in the words, as [Date.Resolve]
// does; empty where there is none.
func ResolveDate(words, day string) string {
	for _, d := range Analyse(words).Dates {
		if iso := d.Resolve(day); iso != "" {
			return iso
		}
	}
	return ""
}

// parseDay reads an article's date; the zero time where it is none.
func parseDay(day string) time.Time {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, day); err == nil {
			return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
	return time.Time{}
}

// dateExpr is a time as the words put it, before it is known when they were
// written.
type dateExpr struct {
	kind             dateKind
	year, month, day int          // of a calendar date, a season, a holiday; 0 where not named
	number           int          // of a season, quarter, half or holiday
	weekday          time.Weekday // of a weekday
	which            choice       // of several years or weeks, where none is named
	shift            int          // how many units away: last week is -1
	unit             dateUnit     // of what is shifted; yearUnit where which is about the year of a month: "May of last year"
	part             datePart     // "early", "the end of"
	since            bool         // from then to the article's day
	to               *dateExpr    // the other end of "from … to …"
}

type dateKind uint8

const (
	calendarDate dateKind = iota + 1
	decadeDate            // the ten years from year on
	quarterDate
	halfDate
	seasonDate
	holidayDate
	weekdayDate
	weekOfDate   // the week around a calendar date
	shiftedUnit  // last week, two months ago
	intervalDate // the past three days: shift units up to the day, or from it where shift is above 0
)

type dateUnit uint8

const (
	dayUnit dateUnit = iota + 1
	weekUnit
	weekendUnit
	monthUnit
	quarterUnit
	yearUnit
	decadeUnit
)

// choice says which one is meant of what comes round every week or year.
type choice uint8

const (
	nearestOne choice = iota // not said
	lastOne
	thisOne
	nextOne
	comingOne // not said, and the words are about what is to come
)

type datePart uint8

const (
	wholePart datePart = iota
	earlyPart
	midPart
	latePart
	beginPart
	endPart
	soFarPart // earlier this week
	restPart  // later this week
)

// period is a time with both its ends, and how finely it is known.
type period struct {
	from, to time.Time
	unit     dateUnit // dayUnit, monthUnit or yearUnit when from and to are one of these
}

func (e dateExpr) resolve(today time.Time, how choice) string {
	p, ok := e.chosen(how).period(today)
	switch {
	case !ok || !p.written():
		return ""
	case e.to != nil:
		end, ok := e.to.endOf(p, today, how)
		if !ok || !end.written() {
			return p.String()
		}
		return p.start() + "/" + end.end()
	case e.since:
		if today.IsZero() || today.Before(p.from) {
			return ""
		}
		return p.start() + "/" + today.Format(time.DateOnly)
	}
	return p.String()
}

// chosen settles which one is meant where the words do not say.
func (e dateExpr) chosen(how choice) dateExpr {
	if e.which == nearestOne {
		e.which = how
	}
	return e
}

// endOf gives the later end of an interval that begins with a period: what
// names no year or week is the first one from there on.
func (e dateExpr) endOf(begin period, today time.Time, how choice) (period, bool) {
	end, ok := e.chosen(how).period(today)
	if e.which == nearestOne && e.year == 0 && e.kind != shiftedUnit && e.kind != intervalDate {
		end, ok = e.chosen(comingOne).period(begin.from)
	}
	return end, ok && !end.to.Before(begin.from)
}

func (p period) start() string { return p.format(p.from) }
func (p period) end() string   { return p.format(p.to) }

func (p period) format(t time.Time) string {
	switch p.unit {
	case yearUnit:
		return t.Format("2006")
	case monthUnit:
		return t.Format("2006-01")
	}
	return t.Format(time.DateOnly)
}

// written says whether the years have four digits, so that the text form is
// ISO 8601.
func (p period) written() bool { return p.from.Year() >= 1000 && p.to.Year() <= 9999 }

// String gives the period as ISO 8601.
func (p period) String() string {
	if p.start() == p.end() {
		return p.start()
	}
	return p.start() + "/" + p.end()
}
