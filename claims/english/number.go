package english

import (
	"math"
	"strconv"
	"strings"
)

// numberWords gives the value of number words. A plural stands for at least
// two of its kind.
var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1e3, "million": 1e6,
	"billion": 1e9, "trillion": 1e12, "dozen": 12, "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1e3, "millions": 1e6,
	"billions": 1e9, "trillions": 1e12,
}

// scaleLetters multiply the digits directly before them.
var scaleLetters = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}

// fractionMarks are fractions of one character.
var fractionMarks = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "⅛": 0.125}

// fractionWords gives by how much each divides the whole.
var fractionWords = map[string]float64{
	"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}

// reading adds up the tokens of a number.
type reading struct {
	total, part float64 // what is complete, and what may still be multiplied
	last        float64 // the last scale: 1000 in "two thousand"
	plural      bool
}

func (r *reading) value() float64 { return r.total + r.part }

// take adds a token's value; false where it cannot belong to the same number.
func (r *reading) take(v float64, scale, digits bool) bool {
	switch {
	case !scale && r.part > 0 && (v >= r.part || digits || r.part < 20):
		return false
	case scale && v >= 1000:
		r.total, r.part = r.total+math.Max(r.part, 1)*v, 0
	case scale:
		r.part = math.Max(r.part, 1) * v
	default:
		r.part += v
	}
	if scale {
		r.last = v
	}
	return true
}

// number reads a number in digits, words or both: "1,000", "2.5 million",
// "twenty-one", "two hundred", "two and a half", "hundreds of thousands". It
// gives its value, whether it is a plural such as "hundreds", and how many
// tokens it has; 0 for none.
func (d *Document) number(i int) (value float64, plural bool, n int) {
	const most = 12 // tokens
	r := reading{}
	for k := i; k < len(d.Tokens) && k < i+most; {
		width := d.numberPart(&r, i, k)
		if width == 0 {
			break
		}
		k += width
		n = k - i
	}
	if math.IsInf(r.value(), 0) || math.IsNaN(r.value()) {
		return 0, false, 0
	}
	return r.value(), r.plural, n
}

// numberPart takes what stands at the token k into the number that begins at
// i; it gives the number of tokens taken.
func (d *Document) numberPart(r *reading, i, k int) int {
	w := d.at(k, i).Lower
	next := d.at(k+1, i).Lower
	switch {
	case k > i && w == "and" && next == "a" && d.at(k+2, i).Lower == "half":
		r.addHalf()
		return 3
	case k > i && fractionMarks[w] > 0 && d.touches(k):
		r.part += fractionMarks[w]
		return 1
	case k > i && scaleLetters[w] > 0 && isDigit(d.Tokens[k-1].Text[0]) && d.scales(k):
		return taken(r.take(scaleLetters[w], true, false), 1)
	case k > i && w == "of" && r.plural && numberWords[next] >= 1000 && strings.HasSuffix(next, "s"):
		return taken(r.take(numberWords[next], true, false), 2)
	case k > i && w == "-" && d.touches(k) && d.touches(k+1) && numberWords[next] > 0:
		return taken(d.takeWord(r, next), 2)
	case k > i && w == "and" && r.value() >= 100 && numberWords[next] > 0 && numberWords[next] < 100:
		return taken(d.takeWord(r, next), 2)
	}
	return taken(d.takeWord(r, w), 1)
}

func taken(ok bool, n int) int {
	if !ok {
		return 0
	}
	return n
}

func (d *Document) takeWord(r *reading, w string) bool {
	v, scale, ok := numberValue(w)
	if !ok || r.plural || !r.take(v, scale, isDigit(w[0])) {
		return false
	}
	r.plural = scale && strings.HasSuffix(w, "s")
	return true
}

// addHalf adds "and a half": of the scale where one was just read.
func (r *reading) addHalf() {
	switch {
	case r.part > 0:
		r.part += 0.5
	default:
		r.total += math.Max(r.last, 1) / 2
	}
}

// scales says whether letters behind digits multiply them: "m" may as well be
// metres, and does where money stands before it or something is counted.
func (d *Document) scales(k int) bool {
	if len(d.Tokens[k].Text) > 1 && d.Tokens[k].Lower != "mn" || d.touches(k) && d.Tokens[k].Lower == "b" {
		return true
	}
	if !d.touches(k) {
		return false
	}
	next := d.at(k+1, k)
	return isCurrency(d.at(k-2, k).Text) || isPlural(next) || next.Lower == "people" || d.Tokens[k].Lower == "k" && next.Tag == Noun
}

// numberValue gives the value of one token and whether it multiplies what
// stands before it.
func numberValue(w string) (v float64, scale, ok bool) {
	if v, ok := numberWords[w]; ok {
		return v, v == 12 && strings.HasPrefix(w, "dozen") || v >= 100 || w == "scores" || w == "tens", true
	}
	const longest = 24 // bytes of a number in digits
	if w == "zero" {
		return 0, false, true
	}
	if w == "" || len(w) > longest || !isDigit(w[0]) {
		return 0, false, false
	}
	digits, ok := ungroup(w)
	if !ok {
		return 0, false, false
	}
	v, err := strconv.ParseFloat(digits, 64)
	return v, false, err == nil
}

// ungroup takes the commas out of "1,000"; false where they part something
// else.
func ungroup(w string) (string, bool) {
	if !strings.Contains(w, ",") {
		return w, strings.Trim(w, "0123456789.") == ""
	}
	whole, rest, _ := strings.Cut(w, ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups[1:] {
		if last := i == len(groups)-2; len(g) != 3 && (last || len(g) != 2) {
			return "", false
		}
	}
	return strings.Join(groups, "") + "." + rest + "0", len(groups[0]) < 4 && strings.Trim(rest, "0123456789") == ""
}

// fraction reads a part of a whole: "two-thirds", "a quarter", "half"; it gives
// how many of how many parts, and the number of tokens, 0 for none. A lone "half" is one only before what it
// halves.
func (d *Document) fraction(i int) (parts, whole float64, n int) {
	w := d.word(i, 0)
	if w == "half" {
		return 1, 2, 1
	}
	count, _, ok := numberValue(w)
	n = 1
	switch {
	case w == "a" || w == "an":
		count = 1
	case !ok || count != math.Trunc(count) || count < 1 || count > 99 || isDigit(w[0]):
		return 0, 0, 0
	}
	hyphen := d.word(i, 1) == "-"
	if hyphen {
		n = 2
	}
	name := d.word(i, n)
	by := fractionWords[strings.TrimSuffix(name, "s")]
	if name == "halves" {
		by = 2
	}
	if by <= count || (count > 1) != strings.HasSuffix(name, "s") {
		return 0, 0, 0
	}
	if !hyphen && !shareFollowers[d.word(i, n+1)] && (count == 1 || by == 4) {
		return 0, 0, 0 // "a third man", "three quarters in a row"
	}
	return count, by, n + 1
}

// shareFollowers show that "a third" before them is a share.
var shareFollowers = set(`of more less fewer higher lower in this last on since said say says , . ; : ) to ' " ” ’`)
