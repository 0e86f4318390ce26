package english

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// bound is words before a number that widen it.
type bound struct {
	words []string
	kind  string
}

// bounds are tried in this order: longest first.
var bounds = makeBounds([]struct{ words, bound string }{
	{"no fewer than", "least"}, {"no less than", "least"}, {"not fewer than", "least"}, {"not less than", "least"}, {"slightly more than", "least"},
	{"no more than", "most"}, {"not more than", "most"}, {"slightly less than", "most"}, {"a minimum of", "least"}, {"a maximum of", "most"},
	{"a total of", ""}, {"as many as", "most"}, {"as much as", "most"}, {"as few as", "least"}, {"as little as", "least"}, {"an estimated", "about"},
	{"a little over", "least"}, {"a little under", "most"}, {"a little more than", "least"}, {"a little less than", "most"}, {"in excess of", "least"},
	{"more than", "least"}, {"greater than", "least"}, {"at least", "least"}, {"upwards of", "least"}, {"upward of", "least"}, {"a record", ""},
	{"less than", "most"}, {"fewer than", "most"}, {"at most", "most"}, {"up to", "most"}, {"close to", "about"}, {"just over", "least"},
	{"just under", "most"}, {"well over", "least"}, {"well under", "most"}, {"just about", "about"},
	{"over", "least"}, {"above", "least"}, {"under", "most"}, {"below", "most"}, {"about", "about"}, {"around", "about"}, {"roughly", "about"},
	{"approximately", "about"}, {"some", "about"}, {"nearly", "about"}, {"almost", "about"}, {"circa", "about"}, {"exceeding", "least"}, {"~", "about"},
})

func makeBounds(list []struct{ words, bound string }) map[string][]bound {
	out := map[string][]bound{}
	for _, b := range list {
		words := strings.Fields(b.words)
		last := words[len(words)-1]
		out[last] = append(out[last], bound{words: words, kind: b.bound})
	}
	return out
}

// findQuantities fills in the quantities. Numbers within dates are none, and
// neither are ordinals, hours, scores, and those that only tell things of one
// sort apart: "Flight 370".
func (d *Document) findQuantities() {
	f := quantities{d: d}
	for i := 0; i < len(d.Tokens); {
		if !d.mayBeginQuantity(i) || d.inDate(d.Tokens[i].Span, &f.date) {
			i++
			continue
		}
		i = max(i+1, f.at(i))
	}
}

// mayBeginQuantity is a quick look that spares most words the readers.
func (d *Document) mayBeginQuantity(i int) bool {
	low := d.Tokens[i].Lower
	if isDigit(low[0]) || low == "half" || low == "zero" || numberWords[low] > 0 {
		return true
	}
	return (low == "a" || low == "an") && fractionWords[d.word(i, 1)] > 0 || fractionMarks[low] > 0
}

// quantities reads the quantities of a document, from the left.
type quantities struct {
	d    *Document
	date int // the first date that may hold the next number
}

// count is a number as it stands in the text: its tokens, from first up to and
// without last.
type count struct {
	first, last int
	value       float64
	plural      bool
	scaled      bool   // a scale such as "million" is part of it
	sign        string // of money, in front
	percent     bool   // a share of a whole
	unit        string // where it is already known
	bound       string // said behind the number: "ten or more"
}

// at reads the quantity that begins with the token i, and gives the token
// after it; i for none.
func (f *quantities) at(i int) int {
	c, ok := f.count(i)
	switch {
	case !ok:
		return i
	case f.hour(c) || f.pronoun(c):
		return c.last
	case c.percent || c.unit != "":
		return f.add(c, 0, c.last)
	}
	if bound, n := f.d.boundAt(c.last, c.first); n > 0 {
		c.bound = bound
		c.last += n
	} else if whole, ok := f.outOf(c); ok {
		return f.add(whole, 0, whole.last)
	}
	if end := f.second(c); end > 0 {
		return end
	}
	unit, end := f.d.unitAfter(c)
	switch {
	case c.sign != "":
		end = c.last
	case f.labels(c) || unit == "" && (f.lone(c) || f.named(c)):
		return c.last
	}
	c.unit = unit
	return f.add(c, 0, end)
}

// count reads the number or share at a token.
func (f *quantities) count(i int) (count, bool) {
	if c, ok := f.share(i); ok {
		return c, true
	}
	value, plural, n := f.d.number(i)
	if n == 0 {
		if value = fractionMarks[f.d.word(i, 0)]; value == 0 {
			return count{}, false
		}
		n = 1
	}
	c := count{first: i, last: i + n, value: value, plural: plural}
	_, scale, _ := numberValue(f.d.word(i, n-1))
	c.scaled = n > 1 && (scale || scaleLetters[f.d.word(i, n-1)] > 0)
	if sign := f.d.at(i-1, i); isCurrency(sign.Text) && f.d.touches(i) {
		c.first, c.sign = i-1, sign.Text
	} else if scale := numberWords[f.d.word(i, 0)]; scale >= 12 && (f.d.word(i, -1) == "a" || f.d.word(i, -1) == "few" || f.d.word(i, -1) == "several") {
		c.first--
		c.plural = c.plural || f.d.word(i, -1) != "a" // "several hundred" are two at least
	}
	return c, true
}

// share reads a part of a whole, or of a number: "a third of voters", "half a
// million", "a quarter of an hour".
func (f *quantities) share(i int) (count, bool) {
	parts, whole, n := f.d.fraction(i)
	if n == 0 {
		return count{}, false
	}
	c := count{first: i, last: i + n, value: parts / whole}
	k := i + n
	if link := f.d.word(k, 0); link == "-" || link == "a" || link == "an" {
		k++
	} else if link == "of" && (f.d.word(k, 1) == "a" || f.d.word(k, 1) == "an") {
		k += 2
	}
	if v, scale, ok := numberValue(f.d.at(k, i).Lower); ok && scale {
		c.value, c.last, c.scaled = c.value*v, k+1, true
		return c, true
	}
	if unit := f.d.at(k, i); k > i+n && measures[Lemma(unit.Lower, Noun)] {
		c.unit, c.last = Lemma(unit.Lower, Noun), k+1
		return c, true
	}
	if f.d.word(i, 0) == "half" && !f.halves(i) {
		return count{}, false
	}
	c.value, c.percent = 100*parts/whole, true
	return c, true
}

// halves says whether a lone "half" is a share: something follows that is
// halved, or a bound stands before it.
func (f *quantities) halves(i int) bool {
	switch f.d.word(i, 1) {
	case "of", "the", "all", "his", "her", "its", "their", "our", "my":
		return f.d.word(i, -1) != "first" && f.d.word(i, -1) != "second"
	case "-", "":
		return false
	}
	_, kind := f.d.boundBefore(i)
	return kind != "" && kind != "about" || f.d.word(i, -1) == "nearly" || f.d.word(i, -1) == "almost"
}

// measures are units of which there are halves and quarters.
var measures = set(`second minute hour day week month year decade century metre meter kilometre kilometer mile yard foot inch acre hectare tonne ton kilo kilogram pound
	litre liter gallon pint barrel point percent degree`)

// outOf reads "one in four", "nine out of ten" and "two of every five" as a
// share.
func (f *quantities) outOf(c count) (count, bool) {
	d, k := f.d, c.last
	switch {
	case d.at(k, c.first).Lower == "in", d.at(k, c.first).Lower == "of" && d.at(k+1, c.first).Lower == "every":
		k++
	case d.at(k, c.first).Lower == "out" && d.at(k+1, c.first).Lower == "of":
		k += 2
	default:
		return c, false
	}
	if d.at(k, c.first).Lower == "every" {
		k++
	}
	if k >= len(d.Tokens) || c.sign != "" || c.plural || d.dated(k) {
		return c, false
	}
	whole, plural, n := d.number(k)
	const most = 1000
	if n == 0 || plural || whole <= c.value || whole > most || timeUnits[d.at(k+n, c.first).Lower] {
		return c, false
	}
	c.value, c.percent, c.last = 100*c.value/whole, true, k+n
	return c, true
}

// timeUnits are those in which something is done: "two in ten minutes".
var timeUnits = set(`second seconds minute minutes hour hours day days week weeks month months year years decades`)

// hour says whether a number is an hour of the day.
func (f *quantities) hour(c count) bool {
	next := f.d.at(c.last, c.first).Lower
	return c.last-c.first == 1 && (clockHalves[next] || next == "o'clock")
}

// second reads the number that makes the first one a range, as in "20 to 30
// people", or lends it its unit, as in "from 20 to 30 people"; it gives the
// token after it, 0 where there is none. Scores, such as "3-1", are left out.
func (f *quantities) second(a count) int {
	d := f.d
	link := d.at(a.last, a.first).Lower
	opener := d.word(a.first, -1)
	dash := isDash(link) && d.touches(a.last) && d.touches(a.last+1)
	if !dash && link != "to" && link != "or" && (link != "and" || opener != "between") {
		return 0
	}
	start := a.last + 1
	if isCurrency(d.at(start, a.first).Text) {
		start++
	}
	if d.at(start, a.first).Text == "" || !d.mayBeginQuantity(start) || d.dated(start) {
		return 0
	}
	b, ok := f.count(start)
	if !ok || b.percent || b.unit != "" {
		return 0
	}
	unit, end := "", b.last
	if b.sign == "" {
		unit, end = d.unitAfter(b)
	}
	if b.scaled && !a.scaled && a.value < 1000 {
		a.value *= b.value / leading(b.value)
	}
	money := a.sign != "" || b.sign != ""
	switch {
	case opener == "from":
		a.unit, b.unit = unit, unit
		f.add(a, 0, a.last)
		return f.add(b, 0, end)
	case b.value <= a.value && !dash && (link != "to" || unit == ""):
		return 0
	case b.value <= a.value || dash && unit == "" && !money && !b.scaled: // a score
		return b.last
	}
	a.unit, a.sign = unit, firstOf(a.sign, b.sign)
	if opener == "between" {
		a.first--
	}
	return f.add(a, b.value, end)
}

// leading gives a number without its scale: 2 for two million.
func leading(v float64) float64 {
	for _, scale := range [...]float64{1e12, 1e9, 1e6, 1e3} {
		if v >= scale {
			return v / scale
		}
	}
	return v
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// labels says whether a number only tells one thing of a sort apart: "Flight
// 370", "page 5".
func (f *quantities) labels(c count) bool {
	return isDigit(f.d.Tokens[c.first].Text[0]) && labelled[f.d.word(c.first, -1)]
}

// named says whether a number in digits is a part of the name before it.
func (f *quantities) named(c count) bool {
	before := f.d.at(c.first-1, c.first)
	return isDigit(f.d.Tokens[c.first].Text[0]) && startsUpper(before.Text) && before.Tag == NameTag
}

// lone says whether a number is the word "one" alone, a pronoun as a rule.
func (f *quantities) lone(c count) bool {
	return c.last-c.first == 1 && f.d.Tokens[c.first].Lower == "one"
}

// pronoun says whether "one" stands for a thing and counts none: "one of the
// men", "no one man".
func (f *quantities) pronoun(c count) bool {
	if !f.lone(c) {
		return false
	}
	switch f.d.word(c.first, -1) {
	case "no", "any", "every", "each", "this", "that", "which", "another":
		return true
	}
	next := f.d.at(c.last, c.first).Lower
	return next == "of" && f.d.at(c.last+1, c.first).Lower != "every" || next == "another"
}

// labelled are words before the number that tells one of their sort apart.
var labelled = set(`no. nos. number page p. pp. section sec. chapter ch. article art. flight room channel phase stage version level grade row lot route highway
	exit gate unit title volume vol. episode season part type fig. table amendment proposition`)

// add adds a quantity that ends before the token end; upper is the other end
// of a range, or 0. It gives the token after it.
func (f *quantities) add(c count, upper float64, end int) int {
	d := f.d
	q := Quantity{Value: c.value, Upper: upper, Unit: c.unit}
	start, bound := d.boundBefore(c.first)
	q.Bound = bound
	switch {
	case c.percent:
		q.Unit = "percent"
	case c.sign != "":
		q.Unit = c.sign
	}
	if c.plural && q.Bound == "" {
		q.Bound, q.Value = "least", 2*c.value
	}
	if upper > 0 {
		q.Bound = "least"
	}
	if c.bound != "" {
		q.Bound = c.bound
	} else if after, n := d.boundAt(end, c.first); n > 0 {
		q.Bound, end = after, end+n
	}
	q.Span = claims.Span{Start: d.Tokens[start].Span.Start, End: d.Tokens[end-1].Span.End}
	d.Quantities = append(d.Quantities, q)
	return end
}

func isCurrency(mark string) bool {
	return mark == "$" || mark == "£" || mark == "€" || mark == "¥" || mark == "₹"
}

// boundBefore reads the bound that ends before the token start, and gives
// where it begins.
func (d *Document) boundBefore(start int) (int, string) {
	for _, b := range bounds[d.word(start, -1)] {
		from := start - len(b.words)
		match := from >= 0
		for k := 0; match && k < len(b.words); k++ {
			match = d.at(from+k, start).Lower == b.words[k]
		}
		if match {
			return from, b.kind
		}
	}
	return start, ""
}

// boundAt reads a bound behind a number or its unit: "ten or more", "20 people
// or so", "40-plus", "50+"; it gives how many tokens it has.
func (d *Document) boundAt(at, inside int) (string, int) {
	switch word, next := d.at(at, inside).Lower, d.at(at+1, inside).Lower; {
	case word == "or" && next == "more", word == "at" && next == "least", word == "-" && next == "plus":
		return "least", 2
	case word == "or" && (next == "fewer" || next == "less"), word == "at" && next == "most":
		return "most", 2
	case word == "or" && next == "so", word == "-" && next == "odd":
		return "about", 2
	case word == "+" && d.touches(at):
		return "least", 1
	}
	return "", 0
}
