package english

import "sort"

// unitNames gives the units that are written directly behind digits.
var unitNames = map[string]string{
	"%": "percent", "percent": "percent", "pct": "percent", "pc": "percent", "km": "kilometre", "kms": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre",
	"ft": "foot", "kg": "kilogram", "kgs": "kilogram", "g": "gram", "lb": "pound weight", "lbs": "pound weight", "mph": "mph", "kph": "kilometre per hour", "kmh": "kilometre per hour",
	"hr": "hour", "hrs": "hour", "h": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second", "yr": "year", "yrs": "year", "yd": "yard", "yds": "yard",
	"p": "penny", "c": "cent", "l": "litre", "ml": "millilitre",
}

// unitAfter reads what is counted, after the number: the last noun of the next
// words, past "of the" and adjectives. It gives the token after the unit, or
// the one after the number where there is none.
func (d *Document) unitAfter(c count) (unit string, end int) {
	const reach = 5 // tokens
	last := c.last
	if unit, n := d.shortUnit(c); n > 0 {
		return unit, last + n
	}
	end = last
	for k := last; k < last+reach; k++ {
		t := d.at(k, c.first)
		switch {
		case t.Text != "" && d.dated(k):
			return unit, end
		case t.Tag == Noun:
			unit, end = d.compoundUnit(k), k+1
		case unit != "", t.Text == "":
			return unit, end
		case !d.beforeUnit(k, last):
			return "", last
		}
	}
	return unit, end
}

// compoundUnit gives the lemma of what is counted, with the word before it that
// makes it another unit: "square mile", "percentage point".
func (d *Document) compoundUnit(k int) string {
	unit := Lemma(d.Tokens[k].Lower, Noun)
	if unit == "percentage" && d.word(k, 1) == "-" {
		unit = "percentage point"
	}
	switch before := d.word(k, -1); before {
	case "square", "cubic", "percentage", "nautical":
		return before + " " + unit
	}
	if d.word(k, 1) == "per" && d.word(k, 2) == "hour" || d.word(k, 1) == "an" && d.word(k, 2) == "hour" {
		return unit + " per hour"
	}
	return unit
}

// shortUnit reads "%", "per cent", "5km" and "3,000-strong".
func (d *Document) shortUnit(c count) (unit string, n int) {
	word, next := d.at(c.last, c.first).Lower, d.at(c.last+1, c.first).Lower
	switch {
	case word == "per" && next == "cent":
		return "percent", 2
	case word == "-" && next == "strong":
		return "person", 2
	case word == "-" && d.touches(c.last) && d.touches(c.last+1) && isWord(next): // "a 30-minute talk"
		return d.compoundUnit(c.last + 1), 2
	case word == "%" || word == "percent" || word == "pct":
		return "percent", 1
	case unitNames[word] != "" && d.touches(c.last) && isDigit(d.Tokens[c.last-1].Text[0]):
		return unitNames[word], 1
	}
	return "", 0
}

// isWord says whether a token begins with a small letter.
func isWord(token string) bool { return token != "" && token[0] >= 'a' && token[0] <= 'z' }

// beforeUnit says whether a word may stand between a number and what it
// counts.
func (d *Document) beforeUnit(k, last int) bool {
	t := d.Tokens[k]
	switch {
	case t.Tag == Adj, t.Tag == NameTag, t.Tag == Adv, t.Text == "-":
		return true
	case t.Lower == "of":
		return k == last
	case t.Tag == Det:
		return k > last && d.Tokens[k-1].Lower == "of"
	}
	return t.Tag == Verb && hasAnySuffix(t.Lower, "ed")
}

// dated says whether a token is part of a date.
func (d *Document) dated(i int) bool {
	s := d.Tokens[i].Span
	next := sort.Search(len(d.Dates), func(k int) bool { return d.Dates[k].Span.Start > s.Start })
	return next > 0 && d.Dates[next-1].Span.End >= s.End
}
