package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleAbbreviations stand before a name, so never at the end of a sentence.
// Without their stop.
var titleAbbreviations = set(`mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cmdr adm maj brig pvt cpl rev hon pres supt msgr amb atty
	det insp fr st mt ft messrs sens reps govs gens drs profs sts vs v`)

// capitalAbbreviations keep their full stop where they are written with a
// capital. Without it.
var capitalAbbreviations = set(`mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cmdr adm maj brig pvt cpl rev hon pres supt msgr amb atty
	det insp fr st mt ft messrs sens reps govs gens drs profs sts
	sr jr inc corp co cos ltd llc esq bros assn dept univ assoc intl jan feb mar apr jun jul aug sep sept oct nov dec
	mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif cal colo conn del fla ga ill ind kan ky la
	md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta blvd ave rd hwy ph.d`)

// smallAbbreviations keep their full stop however they are written.
var smallAbbreviations = set(`vs v etc e.g i.e a.m p.m viz approx dept est cf ca`)

// numberAbbreviations keep it where a number follows: "No. 3", "p. 5".
var numberAbbreviations = set(`nos p pp c ca ext fig figs art sec ch vol vols op par para paras eq ver`)

// keepsStop says whether the full stop after the word, at the offset end, is
// part of the word.
func (s *scanner) keepsStop(end int) bool {
	const longest = 12 // bytes of an abbreviation
	if end-s.at > longest || strings.HasPrefix(s.text[end:], "..") {
		return false
	}
	word := s.text[s.at:end]
	low := fold(word)
	switch {
	case smallAbbreviations[low] || isInitials(word):
		return true
	case capitalAbbreviations[low] && startsUpper(word):
		return true
	case numberAbbreviations[low] || word == "No":
		return s.numberFollows(end + 1)
	case low == "al":
		return len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].Lower == "et"
	}
	return false
}

// numberFollows says whether the next word after an offset begins with a
// digit.
func (s *scanner) numberFollows(at int) bool {
	r, w := utf8.DecodeRuneInString(s.text[at:])
	return s.digitAt(at) || r != '\n' && isBlank(r) && s.digitAt(at+w)
}

// isInitials says whether a word is a lone capital, such as the "J" in "J.
// Smith", or letters with stops between them, such as "U.S". The pronoun is
// none.
func isInitials(word string) bool {
	if word == "I" {
		return false
	}
	if len(word) == 1 {
		return word[0] >= 'A' && word[0] <= 'Z'
	}
	parts := strings.Split(word, ".")
	for _, p := range parts {
		if len(p) == 0 || len(p) > 2 || isDigit(p[0]) {
			return false
		}
	}
	return len(parts) > 1
}

// sentenceStarters are words that commonly begin a sentence, in small letters.
var sentenceStarters = set(`the he she it they we i you this that these those but and in on at for if when while as a an his
	her its their our my there here what why how who where after before since however although though so or yet then now also
	even some many most not no yes according meanwhile under with from by during despite both each every perhaps until another
	several such unlike whether because once only one two three`)

// clockFollowers are words with a capital that may follow "p.m." in the same
// sentence, besides days and months.
var clockFollowers = set(`et est edt gmt bst cet cest utc pt pst pdt ct cst cdt mt mst mdt eastern pacific central mountain local`)

// abbreviationEnd finds where the sentence ends that an abbreviation may end,
// such as "U.S."; 0 where it goes on.
func (d *Document) abbreviationEnd(i, start, last int) int {
	low := strings.TrimSuffix(d.Tokens[i].Lower, ".")
	end := d.takeClosers(i+1, last)
	if end == last || titleAbbreviations[low] || d.touches(end) && !isOpener(d.Tokens[end].Text) {
		return 0
	}
	next := end
	for next+1 < last && isOpener(d.Tokens[next].Text) {
		next++
	}
	word := d.Tokens[next]
	if !startsUpper(word.Text) || utf8.RuneCountInString(low) == 1 && (i == start || startsUpper(d.Tokens[i-1].Text)) {
		return 0
	}
	_, weekday := weekdays[word.Lower]
	switch {
	case low == "a.m" || low == "p.m" || low == "etc":
		if weekday || months[word.Lower] > 0 || clockFollowers[strings.ReplaceAll(word.Lower, ".", "")] {
			return 0
		}
		return end
	case end > i+1 && isQuote(d.Tokens[end-1].Text), sentenceStarters[word.Lower]:
		return end
	}
	return 0
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
