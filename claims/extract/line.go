package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// Limits that keep the work linear on hostile text. News stays far below.
const (
	maxLine = 400 // units of one line that are looked at together
	maxCues = 40  // cues of one line
)

// unit is one word of a line, or a whole quotation.
type unit struct {
	first, last int // its tokens: first, up to and without last
	quotation   int // index into the document's quotations; -1 for a word
	word        *english.Token
}

// noWord is the word of a unit outside the line.
var noWord english.Token

func (u unit) quoted() bool { return u.quotation >= 0 }

// is says whether the unit is one of the words, in small letters.
func (u unit) is(words ...string) bool {
	if u.quoted() {
		return false
	}
	for _, w := range words {
		if u.word.Lower == w {
			return true
		}
	}
	return false
}

func (u unit) tag() english.Tag {
	if u.quoted() {
		return ""
	}
	return u.word.Tag
}

// line is a sentence as the rules see it: quotations are single units, so that
// a full stop within one does not end it.
type line struct {
	doc       *english.Document
	units     []unit
	paragraph int
	heading   bool
}

// lines lays out the whole document.
func lines(d *english.Document) []line {
	var out []line
	for i := 0; i < len(d.Sentences); {
		end := i + 1
		for end < len(d.Sentences) && d.Sentences[end].Paragraph == d.Sentences[i].Paragraph && splitsQuotation(d, d.Sentences[end].First) {
			end++
		}
		out = append(out, layOut(d, i, end)...)
		i = end
	}
	return out
}

// splitsQuotation says whether the token goes on with the quotation of the
// one before it.
func splitsQuotation(d *english.Document, token int) bool {
	q := d.Tokens[token].Quotation
	return q >= 0 && d.Tokens[token-1].Quotation == q
}

// layOut makes the line of some sentences; a very long one is cut.
func layOut(d *english.Document, first, last int) []line {
	var out []line
	l := line{doc: d, paragraph: d.Sentences[first].Paragraph, heading: d.Sentences[first].Heading}
	for i := d.Sentences[first].First; i < d.Sentences[last-1].Last; {
		u := unit{first: i, last: i + 1, quotation: d.Tokens[i].Quotation, word: &d.Tokens[i]}
		for u.quoted() && u.last < d.Sentences[last-1].Last && d.Tokens[u.last].Quotation == u.quotation {
			u.last++
		}
		if len(l.units) == maxLine {
			out = append(out, l)
			l.units = nil
		}
		l.units = append(l.units, u)
		i = u.last
	}
	return append(out, l)
}

// at gives a unit, or an empty one outside the line.
func (l *line) at(i int) unit {
	if i < 0 || i >= len(l.units) {
		return unit{quotation: -1, word: &noWord}
	}
	return l.units[i]
}

// span gives the stretch of the units from first up to and without last.
func (l *line) span(first, last int) claims.Span {
	return claims.Span{
		Start: l.doc.Tokens[l.units[first].first].Span.Start,
		End:   l.doc.Tokens[l.units[last-1].last-1].Span.End,
	}
}

// words gives the text of the units.
func (l *line) words(first, last int) string {
	if first >= last {
		return ""
	}
	return l.span(first, last).In(l.doc.Text)
}

// finite says whether a unit is a verb that can be the verb of a clause.
func (l *line) finite(i int) bool {
	u := l.at(i)
	switch u.tag() {
	case english.Aux:
		return !u.is("be", "been", "being", "having")
	case english.Verb:
		return !strings.HasSuffix(u.word.Lower, "ing") && !l.at(i-1).is("to")
	}
	return false
}

// hasFinite says whether there is such a verb among the units.
func (l *line) hasFinite(first, last int) bool {
	for i := first; i < last; i++ {
		if l.finite(i) {
			return true
		}
	}
	return false
}

// nominal says whether the unit can stand within a noun phrase.
func nominal(u unit) bool {
	if u.quoted() {
		return true
	}
	switch u.word.Tag {
	case english.Det:
		return !u.is("what", "which", "whose")
	case english.Noun, english.NameTag, english.Adj, english.Number:
		return true
	case english.Part:
		return u.word.Lower == "'s" || u.word.Lower == "'"
	case english.Punct:
		return u.word.Text == "-" || u.word.Text == "&" || u.word.Text == "(" || u.word.Text == ")" || u.word.Text == "/" || u.word.Text == "$"
	}
	return false
}

// ends says whether the line is over at this unit, but for marks.
func (l *line) ends(i int) bool {
	for ; i < len(l.units); i++ {
		if u := l.units[i]; u.quoted() || u.tag() != english.Punct || u.is(",", ":", ";") {
			return false
		}
	}
	return true
}
