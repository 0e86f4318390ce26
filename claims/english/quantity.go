package english

import (
	"math"
	"strconv"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// numberWords gives the value of number words. A plural stands for at least
// two of its kind.
var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1e3, "million": 1e6,
	"billion": 1e9, "trillion": 1e12, "dozen": 12, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
}

// bound is words before a number that widen it.
type bound struct {
	words []string
	kind  string
}

// bounds are tried in this order: longest first.
var bounds = makeBounds([]struct{ words, bound string }{
	{"no fewer than", "least"}, {"no less than", "least"}, {"not fewer than", "least"}, {"not less than", "least"},
	{"no more than", "most"}, {"not more than", "most"}, {"a minimum of", "least"}, {"a maximum of", "most"}, {"as many as", "most"},
	{"as much as", "most"}, {"as few as", "least"}, {"an estimated", "about"},
	{"more than", "least"}, {"greater than", "least"}, {"at least", "least"}, {"upwards of", "least"},
	{"less than", "most"}, {"fewer than", "most"}, {"at most", "most"}, {"up to", "most"}, {"close to", "about"}, {"just over", "least"},
	{"just under", "most"}, {"well over", "least"}, {"well under", "most"}, {"in excess of", "least"},
	{"over", "least"}, {"above", "least"}, {"under", "most"}, {"below", "most"}, {"about", "about"}, {"around", "about"}, {"roughly", "about"},
	{"approximately", "about"}, {"some", "about"}, {"nearly", "about"}, {"almost", "about"}, {"circa", "about"}, {"exceeding", "least"},
})

func makeBounds(list []struct{ words, bound string }) []bound {
	out := make([]bound, len(list))
	for i, b := range list {
		out[i] = bound{words: strings.Fields(b.words), kind: b.bound}
	}
	return out
}

// findQuantities fills in the quantities. Numbers within dates are none.
func (d *Document) findQuantities() {
	dates := 0
	for i := 0; i < len(d.Tokens); {
		if d.Tokens[i].Tag != Number || d.inDate(d.Tokens[i].Span, &dates) {
			i++
			continue
		}
		value, plural, n := d.number(i)
		if n == 0 {
			i++
			continue
		}
		d.addQuantity(i, i+n, value, plural)
		i += n
	}
}

// addQuantity adds the number of the tokens from first up to last, with its
// bound and unit.
func (d *Document) addQuantity(first, last int, value float64, plural bool) {
	q := Quantity{Value: value}
	start, end := first, last
	if sign := d.at(first-1, first); isCurrency(sign.Text) && d.touches(first) {
		q.Unit, start = sign.Text, first-1
	}
	start, q.Bound = d.boundBefore(start)
	if plural && q.Bound == "" {
		q.Bound, q.Value = "least", 2*value
	}
	if tail := d.word(last, 0); tail == "or" && last < len(d.Tokens) {
		switch d.word(last, 1) {
		case "more":
			q.Bound, end = "least", last+2
		case "fewer", "less":
			q.Bound, end = "most", last+2
		}
	}
	if q.Unit == "" {
		q.Unit, end = d.unitAfter(end)
	}
	span := claims.Span{Start: d.Tokens[start].Span.Start, End: d.Tokens[end-1].Span.End}
	d.Quantities = append(d.Quantities, Quantity{Span: span, Value: q.Value, Unit: q.Unit, Bound: q.Bound})
}

func isCurrency(mark string) bool {
	return mark == "$" || mark == "£" || mark == "€" || mark == "¥" || mark == "₹"
}

// boundBefore reads the bound that ends before the token start, and gives
// where it begins.
func (d *Document) boundBefore(start int) (int, string) {
	for _, b := range bounds {
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

// unitAfter reads what is counted, after the number: the last noun of the next
// words, past "of the" and adjectives. It gives the token after the unit.
func (d *Document) unitAfter(last int) (unit string, end int) {
	const reach = 5 // tokens
	end = last
	if last >= len(d.Tokens) || last > 0 && d.Tokens[last].Sentence != d.Tokens[last-1].Sentence {
		return "", end
	}
	switch d.word(last, 0) {
	case "%", "percent", "pct":
		return "percent", last + 1
	case "per":
		if d.word(last, 1) == "cent" {
			return "percent", last + 2
		}
	}
	for k := last; k < last+reach; k++ {
		t := d.at(k, last)
		switch {
		case t.Tag == Noun:
			unit, end = Lemma(t.Lower, Noun), k+1
		case unit != "", t.Text == "":
			return unit, end
		case t.Tag == Adj, t.Tag == NameTag, t.Lower == "of", t.Lower == "-", t.Tag == Det, t.Tag == Adv, t.Tag == Verb && hasAnySuffix(t.Lower, "ed"):
		default:
			return "", last
		}
	}
	return unit, end
}

// number reads a number in digits, words or both: "1,000", "2.5 million",
// "twenty-one", "two hundred", "a dozen". It gives its value, whether it is a
// plural such as "hundreds", and how many tokens it has.
func (d *Document) number(i int) (value float64, plural bool, n int) {
	total, part := 0.0, 0.0
	for k := i; k < len(d.Tokens) && k < i+12; k++ {
		w := d.at(k, i).Lower
		if w == "-" && k > i && d.touches(k) && numberWords[d.at(k+1, i).Lower] != 0 || w == "and" && k > i && part >= 100 && numberWords[d.at(k+1, i).Lower] != 0 && numberWords[d.at(k+1, i).Lower] < 100 {
			continue
		}
		v, scale, ok := numberValue(w)
		switch {
		case !ok || !scale && part > 0 && (v >= part || isDigit(w[0])):
			return finish(total+part, plural, n)
		case scale && v >= 1000:
			total, part = total+math.Max(part, 1)*v, 0
		case scale:
			part = math.Max(part, 1) * v
		default:
			part += v
		}
		plural = plural || scale && strings.HasSuffix(w, "s")
		n = k - i + 1
	}
	return finish(total+part, plural, n)
}

func finish(value float64, plural bool, n int) (float64, bool, int) {
	if math.IsInf(value, 0) || math.IsNaN(value) {
		return 0, false, 0
	}
	return value, plural, n
}

// numberValue gives the value of one token and whether it multiplies what
// stands before it.
func numberValue(w string) (v float64, scale, ok bool) {
	if v, ok := numberWords[w]; ok {
		return v, v == 12 && strings.HasPrefix(w, "dozen") || v >= 100 || w == "scores", true
	}
	if w == "" || len(w) > 24 || !isDigit(w[0]) && w[0] != '.' {
		return 0, false, false
	}
	digits := strings.ReplaceAll(w, ",", "")
	times := 1.0
	for end, by := range map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12} {
		if cut, found := strings.CutSuffix(digits, end); found && isDigit(cut[len(cut)-1]) {
			digits, times = cut, by
		}
	}
	v, err := strconv.ParseFloat(digits, 64)
	return v * times, false, err == nil
}
