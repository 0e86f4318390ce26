package english

import (
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Date is a stretch of text that names a time: "Wednesday", "since Aug. 8",
// "last week".
type Date struct {
	Span claims.Span
	expr dateExpr
}

// Resolve gives the time as ISO 8601: a day "2014-12-03", a month "2014-12",
// a year "2014", or an interval "2014-08-08/2014-12-03". It is read as news
// is: a bare weekday is the last one on or before the article's day, and a
// day and month without a year are the nearest ones. The day is the article's
// date (2006-01-02 or RFC 3339); where it is missing or no date, only what
// names its own year is resolved. The answer is empty where the time cannot
// be told.
func (d Date) Resolve(day string) string {
	return d.expr.resolve(parseDay(day))
}

// ResolveAhead is Resolve for words about what is to come: a bare weekday is
// the first one after the article's day.
func (d Date) ResolveAhead(day string) string {
	e := d.expr
	if e.kind == bareWeekday {
		e.kind, e.shift = shiftedWeekday, 1
	}
	return e.resolve(parseDay(day))
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
	year, month, day int          // of a calendar date; 0 where not named
	weekday          time.Weekday // of a weekday
	shift            int          // last -1, this 0, next +1; or how many units away
	unit             dateUnit     // of what is shifted
	since            bool         // from then to the article's day
	to               *dateExpr    // the other end of "from … to …"
}

type dateKind uint8

const (
	calendarDate dateKind = iota + 1
	bareWeekday
	shiftedWeekday
	shiftedUnit  // last week, two months ago
	pastInterval // the past three days
)

type dateUnit uint8

const (
	dayUnit dateUnit = iota + 1
	weekUnit
	weekendUnit
	monthUnit
	yearUnit
)

// period is a time with both its ends, and how finely it is known.
type period struct {
	from, to time.Time
	unit     dateUnit // dayUnit, monthUnit or yearUnit when from and to are one of these
}

func (e dateExpr) resolve(today time.Time) string {
	p, ok := e.period(today)
	switch {
	case !ok:
		return ""
	case e.to != nil:
		end, ok := e.to.period(today)
		if !ok || end.to.Before(p.from) {
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

// String gives the period as ISO 8601.
func (p period) String() string {
	if p.start() == p.end() {
		return p.start()
	}
	return p.start() + "/" + p.end()
}

func (e dateExpr) period(today time.Time) (period, bool) {
	if e.kind == calendarDate {
		return e.calendar(today)
	}
	if today.IsZero() {
		return period{}, false
	}
	switch e.kind {
	case bareWeekday:
		return oneDay(onOrBefore(today, e.weekday)), true
	case shiftedWeekday:
		return oneDay(e.weekdayNear(today)), true
	case shiftedUnit:
		return e.shifted(today), true
	case pastInterval:
		return period{from: addUnits(today, e.unit, -e.shift), to: today, unit: dayUnit}, true
	}
	return period{}, false
}

func oneDay(t time.Time) period { return period{from: t, to: t, unit: dayUnit} }

func onOrBefore(day time.Time, w time.Weekday) time.Time {
	return day.AddDate(0, 0, -((int(day.Weekday()) - int(w) + 7) % 7))
}

// weekdayNear gives "last Friday", before the day, "next Friday", after it,
// or "this Friday", of the same week from Monday on.
func (e dateExpr) weekdayNear(today time.Time) time.Time {
	switch {
	case e.shift < 0:
		return onOrBefore(today.AddDate(0, 0, -1), e.weekday)
	case e.shift > 0:
		return onOrBefore(today.AddDate(0, 0, 7), e.weekday)
	}
	return onOrBefore(monday(today).AddDate(0, 0, 6), e.weekday)
}

func monday(t time.Time) time.Time { return onOrBefore(t, time.Monday) }

// addUnits moves a day by whole units.
func addUnits(t time.Time, unit dateUnit, n int) time.Time {
	switch unit {
	case weekUnit, weekendUnit:
		return t.AddDate(0, 0, 7*n)
	case monthUnit:
		first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
		return first.AddDate(0, 0, min(t.Day(), daysIn(first))-1)
	case yearUnit:
		return t.AddDate(n, 0, 0)
	}
	return t.AddDate(0, 0, n)
}

func daysIn(t time.Time) int {
	return time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// shifted gives the whole unit that lies shift units from the day: "last
// month" is the month before.
func (e dateExpr) shifted(today time.Time) period {
	t := addUnits(today, e.unit, e.shift)
	switch e.unit {
	case weekUnit:
		return period{from: monday(t), to: monday(t).AddDate(0, 0, 6), unit: dayUnit}
	case weekendUnit:
		saturday := onOrBefore(t, time.Saturday)
		return period{from: saturday, to: saturday.AddDate(0, 0, 1), unit: dayUnit}
	case monthUnit, yearUnit:
		return period{from: t, to: t, unit: e.unit}
	}
	return oneDay(t)
}

// calendar gives a date that names a day, month or year; a year that is not
// named is the one that brings the date nearest to the article's day.
func (e dateExpr) calendar(today time.Time) (period, bool) {
	year := e.year
	if year == 0 {
		if today.IsZero() {
			return period{}, false
		}
		year = e.nearestYear(today)
	}
	if e.month == 0 {
		t := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		return period{from: t, to: t, unit: yearUnit}, true
	}
	t := time.Date(year, time.Month(e.month), max(e.day, 1), 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != e.month {
		return period{}, false // the 31st of June
	}
	unit := dayUnit
	if e.day == 0 {
		unit = monthUnit
	}
	return period{from: t, to: t, unit: unit}, true
}

// nearestYear prefers the past: news tells more of what was.
func (e dateExpr) nearestYear(today time.Time) int {
	const ahead = 150 * 24 * time.Hour
	t := time.Date(today.Year(), time.Month(e.month), max(e.day, 1), 0, 0, 0, 0, time.UTC)
	switch {
	case t.Sub(today) > ahead:
		return today.Year() - 1
	case t.AddDate(1, 0, 0).Sub(today) < ahead/2:
		return today.Year() + 1
	}
	return today.Year()
}
