package english

import "time"

// period gives the stretch of time that is meant, seen from a day; false
// where it cannot be told.
func (e dateExpr) period(today time.Time) (period, bool) {
	p, ok := e.whole(today)
	if !ok {
		return p, false
	}
	return p.cut(e.part, today), true
}

// whole gives the period without a look at "early" and its like.
func (e dateExpr) whole(today time.Time) (period, bool) {
	switch e.kind {
	case calendarDate, quarterDate, halfDate, seasonDate, holidayDate, weekOfDate:
		return e.yearly(today)
	case decadeDate:
		return period{from: date(e.year, 1, 1), to: date(e.year+9, 1, 1), unit: yearUnit}, true
	}
	if today.IsZero() {
		return period{}, false
	}
	switch e.kind {
	case weekdayDate:
		return oneDay(e.weekdayNear(today)), true
	case shiftedUnit:
		return e.shifted(today), true
	case intervalDate:
		if e.shift > 0 {
			return period{from: today, to: addUnits(today, e.unit, e.shift), unit: dayUnit}, true
		}
		return period{from: addUnits(today, e.unit, e.shift), to: today, unit: dayUnit}, true
	}
	return period{}, false
}

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func oneDay(t time.Time) period { return period{from: t, to: t, unit: dayUnit} }

// days counts the days of a period, both ends included.
func (p period) days() int { return int(p.to.Sub(p.from).Hours()/24) + 1 }

// cut gives a part of a period: see [Date.Resolve]. A day has none.
func (p period) cut(part datePart, today time.Time) period {
	switch {
	case part == wholePart:
		return p
	case part == soFarPart || part == restPart:
		return p.around(part, today)
	case p.unit == yearUnit && p.from.Year() < p.to.Year():
		return p.slice(part, 10, part.width(2, 5), func(n int) time.Time { return p.from.AddDate(n, 0, 0) }, yearUnit)
	case p.unit == yearUnit:
		return p.slice(part, 12, part.width(2, 5), func(n int) time.Time { return date(p.from.Year(), 1+n, 1) }, monthUnit)
	case p.unit == monthUnit && p.start() == p.end():
		return p.slice(part, daysIn(p.from), part.width(8, 12), func(n int) time.Time { return p.from.AddDate(0, 0, n-p.from.Day()+1) }, dayUnit)
	case p.unit == dayUnit && p.days() == 7:
		return p.slice(part, 7, part.width(3, 4), func(n int) time.Time { return p.from.AddDate(0, 0, n) }, dayUnit)
	}
	return p
}

// width chooses how many steps "the end of" and its like take, and "late".
func (p datePart) width(end, late int) int {
	if p == beginPart || p == endPart {
		return end
	}
	return late
}

// slice takes the first, middle or last stretch of a period of so many steps;
// the middle one reaches a little into both others.
func (p period) slice(part datePart, steps, width int, step func(int) time.Time, unit dateUnit) period {
	from, to := 0, width-1
	switch part {
	case midPart:
		const third = 3
		from = steps/third - 1
		to = steps - 1 - from
	case latePart, endPart:
		from, to = steps-width, steps-1
	}
	return period{from: step(from), to: step(to), unit: unit}
}

// around takes what lies before the day, or after it: "earlier this week".
func (p period) around(part datePart, today time.Time) period {
	switch {
	case today.Before(p.first()) || today.After(p.last()):
		return p
	case part == soFarPart:
		return period{from: p.first(), to: today, unit: dayUnit}
	}
	return period{from: today, to: p.last(), unit: dayUnit}
}

// first is the first day of a period.
func (p period) first() time.Time {
	switch p.unit {
	case yearUnit:
		return date(p.from.Year(), 1, 1)
	case monthUnit:
		return date(p.from.Year(), int(p.from.Month()), 1)
	}
	return p.from
}

// last is the last day of a period.
func (p period) last() time.Time {
	switch p.unit {
	case yearUnit:
		return date(p.to.Year(), 12, 31)
	case monthUnit:
		return date(p.to.Year(), int(p.to.Month()), daysIn(p.to))
	}
	return p.to
}

func onOrBefore(day time.Time, w time.Weekday) time.Time {
	return day.AddDate(0, 0, -((int(day.Weekday()) - int(w) + 7) % 7))
}

// weekdayNear gives "last Friday", before the day, "next Friday", after it,
// or "this Friday", of the same week from Monday on.
func (e dateExpr) weekdayNear(today time.Time) time.Time {
	switch e.which {
	case lastOne:
		return onOrBefore(today.AddDate(0, 0, -1), e.weekday)
	case nextOne:
		return onOrBefore(today.AddDate(0, 0, 7), e.weekday)
	case thisOne:
		return onOrBefore(monday(today).AddDate(0, 0, 6), e.weekday)
	case comingOne:
		return onOrBefore(today.AddDate(0, 0, 6), e.weekday)
	}
	return onOrBefore(today, e.weekday)
}

func monday(t time.Time) time.Time { return onOrBefore(t, time.Monday) }

// addUnits moves a day by whole units.
func addUnits(t time.Time, unit dateUnit, n int) time.Time {
	switch unit {
	case weekUnit, weekendUnit:
		return t.AddDate(0, 0, 7*n)
	case monthUnit:
		first := date(t.Year(), int(t.Month()), 1).AddDate(0, n, 0)
		return first.AddDate(0, 0, min(t.Day(), daysIn(first))-1)
	case quarterUnit:
		return addUnits(t, monthUnit, 3*n)
	case yearUnit:
		return addUnits(t, monthUnit, 12*n)
	case decadeUnit:
		return addUnits(t, monthUnit, 120*n)
	}
	return t.AddDate(0, 0, n)
}

func daysIn(t time.Time) int { return date(t.Year(), int(t.Month())+1, 0).Day() }

// shifted gives the whole unit that lies shift units from the day: "last
// month" is the month before.
func (e dateExpr) shifted(today time.Time) period {
	t := addUnits(today, e.unit, e.shift)
	switch e.unit {
	case weekUnit:
		return period{from: monday(t), to: monday(t).AddDate(0, 0, 6), unit: dayUnit}
	case weekendUnit:
		saturday := e.saturday(today)
		return period{from: saturday, to: saturday.AddDate(0, 0, 1), unit: dayUnit}
	case quarterUnit:
		first := date(t.Year(), (int(t.Month())-1)/3*3+1, 1)
		return period{from: first, to: first.AddDate(0, 2, 0), unit: monthUnit}
	case monthUnit, yearUnit:
		return period{from: t, to: t, unit: e.unit}
	case decadeUnit:
		return period{from: t, to: t, unit: yearUnit}
	}
	return oneDay(t)
}

// saturday finds the weekend that is meant. "This weekend" in a Monday's paper
// is the one just past.
func (e dateExpr) saturday(today time.Time) time.Time {
	ahead := monday(today).AddDate(0, 0, 5)
	last := onOrBefore(today, time.Saturday)
	switch e.which {
	case lastOne:
		if !today.Before(ahead) {
			return ahead.AddDate(0, 0, -7)
		}
		return last
	case nextOne:
		if !today.Before(ahead) {
			return ahead.AddDate(0, 0, 7)
		}
		return ahead
	case thisOne:
		if today.Weekday() == time.Monday {
			return last
		}
		return ahead
	case comingOne:
		return ahead
	}
	return last
}

// yearly gives what comes round every year; the year that is not named is
// chosen by what the words say, or is the nearest one.
func (e dateExpr) yearly(today time.Time) (period, bool) {
	switch {
	case e.year > 0:
		return e.inYear(e.year)
	case today.IsZero():
		return period{}, false
	case e.unit == yearUnit: // "May of last year"
		return e.inYear(today.Year() + e.which.shift())
	case e.which == lastOne:
		return e.search(today.Year()+1, -1, func(p period) bool { return p.last().Before(today) })
	case e.which == nextOne:
		return e.search(today.Year()-1, 1, func(p period) bool { return p.first().After(today) })
	case e.which == comingOne:
		return e.search(today.Year()-1, 1, func(p period) bool { return !p.last().Before(today) })
	case e.which == thisOne:
		if p, ok := e.search(today.Year()-1, 1, func(p period) bool { return !p.first().After(today) && !p.last().Before(today) }); ok {
			return p, true
		}
		return e.inYear(today.Year())
	}
	return e.nearest(today)
}

// search goes through years from one on until a period suits; a leap day may
// need eight.
func (e dateExpr) search(year, step int, suits func(period) bool) (period, bool) {
	const years = 10
	for n := 0; n < years; n++ {
		if p, ok := e.inYear(year + n*step); ok && suits(p) {
			return p, true
		}
	}
	return period{}, false
}

// nearest prefers the past: news tells more of what was.
func (e dateExpr) nearest(today time.Time) (period, bool) {
	ahead := 150 * 24 * time.Hour
	if e.kind == quarterDate || e.kind == halfDate {
		ahead = 0
	}
	for year := today.Year() + 1; year > today.Year()-9; year-- {
		p, ok := e.inYear(year)
		near := ahead
		if year > today.Year() {
			near = ahead / 2
		}
		if ok && p.from.Sub(today) < near {
			return p, true
		}
	}
	return period{}, false
}

// inYear gives what comes round every year as it falls in one year; false
// where it does not, as the 31st of June.
func (e dateExpr) inYear(year int) (period, bool) {
	switch e.kind {
	case quarterDate:
		return monthsFrom(year, 3*e.number-2, 3), true
	case halfDate:
		return monthsFrom(year, 6*e.number-5, 6), true
	case seasonDate:
		return monthsFrom(year, 3*e.number, 3), true
	case holidayDate:
		return oneDay(holidays[e.number].in(year)), true
	}
	return e.calendar(year)
}

// monthsFrom gives some months from one on.
func monthsFrom(year, month, count int) period {
	return period{from: date(year, month, 1), to: date(year, month+count-1, 1), unit: monthUnit}
}

// calendar gives a year, month or day, or the week of it.
func (e dateExpr) calendar(year int) (period, bool) {
	if e.month == 0 {
		t := date(year, 1, 1)
		return period{from: t, to: t, unit: yearUnit}, true
	}
	t := date(year, e.month, max(e.day, 1))
	switch {
	case int(t.Month()) != e.month:
		return period{}, false
	case e.kind == weekOfDate:
		return period{from: monday(t), to: monday(t).AddDate(0, 0, 6), unit: dayUnit}, true
	case e.day == 0:
		return period{from: t, to: t, unit: monthUnit}, true
	}
	return oneDay(t), true
}
