package english

import "strings"

// unitLetters are written directly behind a number and are words of their
// own: "5km", "10pm", "£1.2bn".
var unitLetters = set(`am pm b bn c cc cl cm ft g gb ghz gw gwh hp hr hrs in k kb kg kgs kph km kms kw kwh l lb lbs m mb mg mhz min mins ml mm mn mph mw mwh oz p pc sec secs
	tb tn trn yd yds yr yrs f million billion percent pct`)

// numeral takes what begins with a digit where it is a date in digits, a
// telephone number, a decade, or a number with a unit, which is a token of its
// own. It says whether it took anything.
func (s *scanner) numeral() bool {
	end := s.digits(s.at)
	if whole := max(s.grouped(end), s.decade(end)); whole > end {
		s.emit(whole)
		return true
	}
	letters := end
	for letters < len(s.text) && isLatin(s.text[letters]) {
		letters++
	}
	const longest = 8 // bytes of a unit
	if letters == end || letters-end > longest || s.wordAt(letters) || !unitLetters[strings.ToLower(s.text[end:letters])] {
		return false
	}
	s.emit(end)
	if letters < len(s.text) && s.text[letters] == '.' && s.keepsStop(letters) {
		letters++
	}
	s.emit(letters)
	return true
}

func isLatin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// digits finds the end of the digits that begin at an offset, with the marks
// between them: "1,000.5", "10:30".
func (s *scanner) digits(at int) int {
	for at < len(s.text) {
		switch c := s.text[at]; {
		case isDigit(c):
		case (c == '.' || c == ',' || c == ':') && s.digitAt(at+1):
		default:
			return at
		}
		at++
	}
	return at
}

// grouped finds the end of digits with strokes or hyphens between them that
// are one token: "08/12/2014", "9/11", "2014-12-08", "800-273-8255". It gives
// the given end where there are none.
func (s *scanner) grouped(end int) int {
	const most = 24 // bytes
	at := end
	for s.digitAt(at+1) && (s.text[at] == '/' || s.text[at] == '-') && at-s.at < most {
		for at++; s.digitAt(at); at++ {
		}
	}
	text := s.text[s.at:at]
	switch {
	case at == end || at-s.at > most || s.wordAt(at):
		return end
	case !strings.Contains(text, "-"), isISODay(text), isTelephone(text):
		return at
	}
	return end
}

// isISODay says whether digits have the form 2014-12-08.
func isISODay(text string) bool {
	const form = "2014-12-08"
	return len(text) == len(form) && text[4] == '-' && text[7] == '-' && strings.Count(text, "-") == 2
}

// isTelephone says whether groups of digits are as in "713-664-7478": three
// or more, the last one of four, the others of three at most.
func isTelephone(text string) bool {
	groups := strings.Split(text, "-")
	last := len(groups) - 1
	for _, g := range groups[:last] {
		if len(g) > 3 {
			return false
		}
	}
	return last >= 2 && len(groups[last]) == 4
}

// decade finds the end of "70's" and "1970's", which are no possessives, after
// the digits; it gives their end where it is none.
func (s *scanner) decade(end int) int {
	for _, tail := range [...]string{"'s", "’s"} {
		if strings.HasPrefix(s.text[end:], tail) && !s.wordAt(end+len(tail)) && s.text[end-1] == '0' && (end-s.at == 2 || end-s.at == 4) {
			return end + len(tail)
		}
	}
	return end
}
