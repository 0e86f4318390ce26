package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Gender is what a name or title tells about the person.
type Gender string

// The genders a name can tell. AnyGender is the empty string: nothing known.
const (
	AnyGender Gender = ""
	Male      Gender = "m"
	Female    Gender = "f"
)

// GenderOf guesses from title and first name.
func (n Name) GenderOf() Gender {
	switch strings.TrimSuffix(strings.ToLower(n.Title), ".") {
	case "mr", "sir", "lord", "king", "prince", "father", "pope", "imam", "ayatollah", "duke", "baron":
		return Male
	case "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "baroness", "sister", "duchess", "countess":
		return Female
	}
	first, rest, _ := strings.Cut(n.Text, " ")
	if rest == "" && n.Kind != PersonName && n.Kind != OtherName {
		return AnyGender
	}
	return firstNames[first]
}

// run is the tokens of one name: the title from title up to first, the name
// up to and without last.
type run struct{ title, first, last int }

// findNames fills in the names: runs of words with a capital, with the small
// words that belong between them. What a name stands for is settled by what
// the whole document tells about it.
func (d *Document) findNames() {
	dates := 0
	var runs []run
	for i := 0; i < len(d.Tokens); {
		if d.Tokens[i].Tag != NameTag || d.inDate(d.Tokens[i].Span, &dates) || d.isLabel(i) {
			i++
			continue
		}
		end := d.nameEnd(i)
		if d.shouts(d.Tokens[i].Sentence) {
			i = end
			continue
		}
		runs = append(runs, d.addName(i, end))
		i = end
	}
	d.settleKinds(runs)
}

// isLabel says whether a token is the party in "R-Ariz.", or the "No." of a
// number.
func (d *Document) isLabel(i int) bool {
	switch d.Tokens[i].Text {
	case "No.", "Nos.":
		return true
	case "R", "D", "I":
		return d.at(i+1, i).Text == "-" && d.touches(i+1) && d.touches(i+2) && startsUpper(d.at(i+2, i).Text)
	}
	return false
}

// shouts says whether a sentence is in capitals throughout, so that they tell
// nothing.
func (d *Document) shouts(sentence int) bool {
	const most = 40 // words
	s := d.Sentences[sentence]
	words, enough := 0, 4
	if s.Heading {
		enough = 2
	}
	for _, t := range d.Tokens[s.First:min(s.Last, s.First+most)] {
		if strings.ToLower(t.Text) == t.Text && isMarkToken(t.Text) || isDigit(t.Text[0]) || t.Lower == "'s" {
			continue
		}
		if strings.ToUpper(t.Text) != t.Text {
			return false
		}
		words++
	}
	return words >= enough
}

// nameEnd finds the end of the run of name words that begins here.
func (d *Document) nameEnd(i int) int {
	const longest = 16 // tokens
	end := i + 1
	for end-i < longest && end < len(d.Tokens) && d.Tokens[end].Sentence == d.Tokens[i].Sentence && d.Tokens[end].Quotation == d.Tokens[i].Quotation {
		n := d.goesOn(i, end)
		if n == 0 {
			break
		}
		end += n
	}
	return end
}

// goesOn says how many of the next tokens belong to the name, 0 for none.
func (d *Document) goesOn(first, i int) int {
	t := d.Tokens[i]
	next, prev := d.at(i+1, first), d.at(i-1, first)
	nextName := next.Tag == NameTag
	_, weekday := weekdays[t.Lower]
	switch {
	case weekday || months[t.Lower] != 0 && t.Lower != "may" && t.Lower != "march":
		return 0
	case t.Tag == NameTag:
		return 1
	case t.Text == "-" && d.touches(i) && d.touches(i+1) && nextName:
		return 2
	case t.Text == "-" && d.touches(i) && d.touches(i+1) && capitalTitles[prev.Lower+"-"+next.Lower]:
		return 2
	case particles[t.Lower] && (nextName || next.Text == "-" && d.at(i+2, first).Tag == NameTag || particles[next.Lower] && d.at(i+2, first).Tag == NameTag):
		return d.particleRun(first, i)
	case t.Lower == "of" && nameOf[prev.Lower] && nextName:
		return 2
	case t.Lower == "of" && nameOf[prev.Lower] && !capitalTitles[prev.Lower] && next.Lower == "the" && d.at(i+2, first).Tag == NameTag:
		return 3
	case t.Lower == "for" && capitalTitles[d.Tokens[first].Lower] && portfolios[prev.Lower] && nextName && portfolios[next.Lower]:
		return 2
	case t.Text == "&" && nextName, nextName && d.ownersWithin(first, i):
		return 2
	case isRoman(t.Text), t.Lower == "jr." || t.Lower == "sr.":
		return 1
	}
	return 0
}

// collectives own what has a name, and are not it, whatever their number:
// "Women's Institute".
var collectives = set(`people women men children girls boys`)

// ownersWithin says whether an apostrophe belongs to those after whom a body is
// called: "Harbour Workers' Union", but not "Norway's Labour Party".
func (d *Document) ownersWithin(first, i int) bool {
	const near = 4 // tokens
	prev := d.Tokens[i-1]
	if low := d.Tokens[i].Lower; low != "'" && low != "’" && !(collectives[prev.Lower] && (low == "'s" || low == "’s")) || !d.touches(i) {
		return false
	}
	if !collectives[prev.Lower] && prev.Fine != "NNPS" && prev.Fine != "NNS" || belongs(prev.Text) || d.givenName(first) {
		return false
	}
	if places[d.spanOf(first, i).In(d.Text)] {
		return false
	}
	for k := i + 1; k < i+near && d.at(k, i).Tag == NameTag; k++ {
		if organisationEnds[d.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// particleRun counts the particles and hyphens up to the next name word.
func (d *Document) particleRun(first, i int) int {
	n := 1
	for n < 4 && (particles[d.at(i+n, first).Lower] || d.at(i+n, first).Text == "-") {
		n++
	}
	if d.at(i+n, first).Tag != NameTag {
		return 0
	}
	return n + 1
}

func isRoman(word string) bool { return word == "II" || word == "III" || word == "IV" || word == "VI" }

// addName adds the name of the tokens from first up to end: the title is set
// apart where a name follows it. The kind is left open.
func (d *Document) addName(first, end int) run {
	r := run{title: first, first: d.titleEnd(first, end), last: end}
	if r.first == end {
		r.first = first
	}
	if r.first == first {
		r.first += d.belonging(first, end)
		r.title = r.first
	}
	n := Name{}
	if r.title < r.first {
		n.Title = d.spanOf(r.title, r.first).In(d.Text)
	} else if t := d.at(first-1, first); r.first == first && particles[t.Lower] && d.touches(first) && t.Text == "al" {
		r.first--
	} else if r.first == first && t.Text == "-" && d.touches(first) && particles[d.at(first-2, first).Lower] {
		r.first -= 2
	}
	n.Span = d.spanOf(r.first, end)
	n.Text = n.Span.In(d.Text)
	d.Names = append(d.Names, n)
	return r
}

// belonging counts the words in front of a person's name that only tell where
// she belongs: "Democrat Ada Olin".
func (d *Document) belonging(first, end int) int {
	n := 0
	for first+n+2 < end && belongs(d.Tokens[first+n].Text) {
		n++
	}
	if n > 0 && d.givenName(first+n) && !organisationEnds[d.Tokens[end-1].Lower] {
		return n
	}
	return 0
}

func (d *Document) givenName(i int) bool { return isGivenName(d.Tokens[i].Text) }

// isGivenName says whether a word is a common first name, also in capitals.
func isGivenName(word string) bool {
	if _, ok := firstNames[word]; ok {
		return true
	}
	if !isCapitals(word) || len(word) > longWord {
		return false
	}
	_, ok := firstNames[word[:1]+strings.ToLower(word[1:])]
	return ok
}

// titleEnd gives the token after the last word of a title within the run. A
// word behind a first name is a surname: "Ada King".
func (d *Document) titleEnd(first, end int) int {
	title := first
	for i := first; i < end; i++ {
		low := d.Tokens[i].Lower
		if i+2 < end && d.Tokens[i+1].Text == "-" && d.touches(i+1) {
			low += "-" + d.Tokens[i+2].Lower
			if capitalTitles[low] {
				i += 2
			}
		}
		if !capitalTitles[low] || i > title && d.givenName(i-1) || i == end-1 && title > first && surnames[low] {
			continue
		}
		title = i + 1
		if low == "chief" && title+2 < end && hasAnySuffix(d.Tokens[title].Lower, "er", "ist", "ive", "or") {
			title++ // "Chief Engineer"
		}
		title = d.portfolioEnd(title, end)
	}
	if title > first && title < end && d.noTitle(title, end) {
		return first
	}
	return min(title, end)
}

// noTitle says whether what looks like a title before the token title is a
// part of the name: "President of the Olin Society", "Justice Department".
func (d *Document) noTitle(title, end int) bool {
	last := d.Tokens[end-1].Lower
	ends := organisationEnds[last] || placeEnds[last] || companyEnds[last] || thingEnds[last] || last == "universe"
	return d.Tokens[title].Lower == "of" || looseTitles[d.Tokens[title-1].Lower] && ends && !d.givenName(title)
}

// portfolioEnd steps over "of State", "of National Intelligence" and "for the
// Environment".
func (d *Document) portfolioEnd(title, end int) int {
	at := title + 1
	if at >= end || d.Tokens[title].Lower != "of" && d.Tokens[title].Lower != "for" {
		return title
	}
	if d.Tokens[at].Lower == "the" {
		at++
	}
	last := title
	for ; at < end && (portfolios[d.Tokens[at].Lower] || d.Tokens[at].Lower == "and"); at++ {
		last = at + 1
	}
	if last < end && d.Tokens[last].Lower == "for" {
		return d.portfolioEnd(last, end)
	}
	return last
}

// isAcronym says whether a name is all capitals: "NATO", "FBI".
func isAcronym(name string) bool {
	if len(name) < 2 || len(name) > 8 {
		return false
	}
	for _, r := range name {
		if !unicode.IsUpper(r) && r != '.' && r != '&' {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r)
}
