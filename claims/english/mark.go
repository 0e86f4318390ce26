package english

import (
	"strings"
	"unicode/utf8"
)

type markKind uint8

const (
	noMark markKind = iota
	doubleMark
	singleMark
)

// markOf tells a token's kind of quotation mark, and what its form alone says
// about it: above 0 an opening one, below 0 a closing one.
func markOf(token string) (kind markKind, form int) {
	switch token {
	case "\"", "＂", "''":
		return doubleMark, 0
	case "“", "„", "‟", "«", "``", "‘‘", "‹":
		return doubleMark, 1
	case "”", "»", "’’", "›":
		return doubleMark, -1
	case "'":
		return singleMark, 0
	case "‘", "‚", "‛", "`":
		return singleMark, 1
	case "’":
		return singleMark, -1
	}
	return noMark, 0
}

// mark is a quotation mark as it stands in its paragraph.
type mark struct {
	token         int
	kind          markKind
	opens, closes bool
	weak          bool // a single one that may as well be an apostrophe
}

// markAt reads the mark of a token from its form and from what stands around
// it, as papers mix forms: a word directly behind it makes it an opening one.
func (q *quoter) markAt(i int) mark {
	kind, form := markOf(q.d.Tokens[i].Text)
	m := mark{token: i, kind: kind}
	if kind == noMark {
		return m
	}
	left, right := i > q.first && q.d.touches(i), i+1 < q.last && q.d.touches(i+1)
	switch {
	case left && right:
		m.opens, m.closes = q.between(i, form)
	case right:
		after := q.d.Tokens[i+1].Text
		m.closes = isClause(after) && after != "..." && after != "…"
		m.opens = !m.closes
	case left:
		m.closes = true
	default: // set apart by blanks
		m.opens, m.closes = form >= 0, form <= 0
	}
	if kind == singleMark {
		m.opens = m.opens && right && form >= 0
		m.closes = m.closes && left && form <= 0
		m.weak = left && !right && q.apostrophe(i)
	}
	return m
}

// between decides about a mark that touches both its neighbours.
func (q *quoter) between(i, form int) (opens, closes bool) {
	before, after := q.d.Tokens[i-1].Text, q.d.Tokens[i+1].Text
	switch {
	case before == "(" || before == "[" || isDash(before) || before == "/":
		return !isMarkToken(after) || isOpener(after), form < 0
	case isMarkToken(before) && isQuote(before) && form > 0:
		return true, false
	case isMarkToken(after) && !isOpener(after) || isDash(after):
		return false, true
	}
	return form > 0 || form == 0 && isMarkToken(before), form <= 0
}

// isMarkToken says whether a token has neither letters nor digits.
func isMarkToken(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return !isWordRune(r) && (len(token) < 2 || !isWordRune(rune(token[1])))
}

// apostrophe says whether a single mark behind a word may be an apostrophe:
// "the workers' hall", "talkin' big".
func (q *quoter) apostrophe(i int) bool {
	if i+1 >= q.last || isMarkToken(q.d.Tokens[i+1].Text) {
		return false
	}
	word := q.d.Tokens[i-1].Lower
	return strings.HasSuffix(word, "s") || len(word) > 4 && strings.HasSuffix(word, "in")
}
