package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims/english"
)

// contentKind says how a content is joined to its cue.
type contentKind int

const (
	noContent     contentKind = iota
	markedContent             // by "that", a colon or quotation marks
	clauseContent             // a clause without a mark
	phraseContent             // a phrase: "an inquiry", "to leave"
)

// rightContent finds what the cue reports behind it.
func (l *line) rightContent(g group) (stretch, contentKind) {
	from := g.after()
	if start, ok := l.marker(g, from); ok {
		if part := l.upTo(start, g); !part.empty() {
			return part, markedContent
		}
	}
	if g.entry.takes("c") {
		if start := l.clauseStart(g, from); start >= 0 {
			return l.upTo(start, g), clauseContent
		}
	}
	return l.phrase(g, from), phraseContent
}

// upTo gives the content that begins with the unit start. A quotation that
// nothing goes on with stands alone.
func (l *line) upTo(start int, g group) stretch {
	end := l.contentEnd(start, g)
	if !l.at(start).quoted() {
		return stretch{start, end}
	}
	if start+1 >= end || l.standsAlone(start, end) {
		return stretch{start, start + 1}
	}
	if next := l.at(start + 1); next.is(",", ".", ";", "–", "—", "and", "but") && !l.hasFinite(start+1, min(start+4, end)) {
		return stretch{start, start + 1}
	}
	return stretch{start, end}
}

// standsAlone says whether a quotation is whole words of somebody's, behind
// which the article goes on: with who said so, or with time and place, "“Open
// the gates” outside the hall".
func (l *line) standsAlone(i, end int) bool {
	next := l.at(i + 1)
	if l.newSpeaker(i + 1) {
		return true
	}
	inner := l.doc.Quotations[l.units[i].quotation].Inner.In(l.doc.Text)
	r, _ := utf8.DecodeRuneInString(inner)
	whole := unicode.IsUpper(r) && l.units[i].last-l.units[i].first > 3
	if !whole {
		return false
	}
	return next.is("as", "while", "when", "after", "before") || (next.tag() == english.Prep && !next.is("of") || l.inDate(i+1)) && !l.hasFinite(i+1, end)
}

// marker looks for the word or mark that introduces what is reported, behind
// addressee, time and place.
func (l *line) marker(g group, from int) (start int, ok bool) {
	const far = 24 // units
	for k := from; k < len(l.units) && k < from+far; k++ {
		u := l.units[k]
		switch {
		case u.quoted():
			return k, g.entry.takes("q") && (k == from || l.at(k-1).is(",", ":", "that") || !g.entry.takes("fakolnm") && l.adjunct(from, k))
		case u.is(":"):
			return k + 1, g.entry.takes("qcC") && k+1 < len(l.units)
		case u.is("that") && g.entry.takes("cCt"):
			if l.startsClause(k) {
				return k + 1, true
			}
		case u.is("whether", "if", "how", "why", "what", "who", "where", "when") && g.entry.takes("w") && !l.ends(k+1):
			return k, k == from || g.entry.takes("t") && l.adjunct(from, k)
		case u.is(","):
			next := l.commaSkip(k)
			if next == 0 {
				return 0, false
			}
			k = next - 1
		case l.finite(k), u.tag() == english.Conj && !u.is("and"), u.is("to") && u.tag() == english.Part:
			return 0, false
		}
	}
	return 0, false
}

// startsClause says whether a "that" introduces a clause, and does not point
// at something: "said that he", "said that day".
func (l *line) startsClause(k int) bool {
	for i := k + 1; i < len(l.units) && i < k+40; i++ {
		if l.finite(i) || l.units[i].quoted() {
			// A plural behind "that" may have been read as a verb: "that trains had run".
			return i > k+1 || l.units[i].quoted() || l.units[i].tag() == english.Verb && l.hasFinite(i+1, min(i+4, len(l.units)))
		}
	}
	return false
}

// commaSkip steps over ", however," and over the comma before a quotation or
// "that"; 0 where the comma ends the search.
func (l *line) commaSkip(k int) int {
	if l.at(k+1).quoted() || l.at(k+1).is("that") {
		return k + 1
	}
	for i := k + 1; i < k+9; i++ {
		if l.at(i).is(",") {
			return i + 1
		}
		if l.finite(i) || l.at(i).quoted() {
			return 0
		}
	}
	return 0
}

// adjunct says whether nothing but addressee, time and place stands among the
// units.
func (l *line) adjunct(from, to int) bool {
	for i := from; i < to; i++ {
		u := l.units[i]
		if !nominal(u) && u.tag() != english.Prep && u.tag() != english.Adv && u.tag() != english.Pron && !l.inDate(i) && !u.is(",") {
			return false
		}
	}
	return true
}

// clauseStart finds the clause that follows without "that"; -1 for none.
func (l *line) clauseStart(g group, from int) int {
	i := from
	if g.entry.takes("t") {
		i = l.addresseeEnd(i)
	}
	i = l.skipWhen(i)
	u := l.at(i)
	if u.quoted() || !nominal(u) && u.tag() != english.Pron && !l.leadsClause(i) && !(u.is("that") && l.finite(i+1)) {
		return -1
	}
	end := l.contentEnd(i, g)
	for k := i + 1; k < end; k++ {
		if l.finite(k) || l.at(k).quoted() {
			return i
		}
	}
	return -1
}

// leadsClause says whether a clause may begin with an adverb or preposition
// here: "said in March prices rose" would, "said in a statement" does not.
func (l *line) leadsClause(i int) bool {
	u := l.at(i)
	return u.tag() == english.Verb && strings.HasSuffix(u.word.Lower, "ing") || u.is("at") && l.at(i+1).is("least", "most") || u.is("there", "if", "as", "while", "although", "because", "unless", "under", "despite", "without", "only", "even", "nearly", "almost", "more", "about", "around", "up", "not", "just", "now", "after", "since", "like", "once", "both")
}

// addresseeEnd steps over whom the words are told to.
func (l *line) addresseeEnd(i int) int {
	switch u := l.at(i); {
	case u.tag() == english.Pron:
		return i + 1
	case u.tag() == english.Det:
		i++
		for nominal(l.at(i)) && l.at(i).tag() != english.Det && !l.inDate(i) {
			i++
		}
	case u.tag() == english.NameTag:
		for l.at(i).tag() == english.NameTag && !l.inDate(i) {
			i++
		}
	default:
		for nominal(l.at(i)) && l.at(i).tag() != english.Det && l.at(i).tag() != english.NameTag && !l.inDate(i) {
			i++
		}
		if isPersonNoun(l.at(i - 1).word.Lower) { // "host Chris Cuomo", but "reporters Lind was"
			for l.at(i).tag() == english.NameTag && !l.inDate(i) {
				i++
			}
		}
	}
	if l.at(i).is("of", "at", "in") && l.at(i+1).tag() != english.Pron {
		i = l.phraseEnd(i + 1)
	}
	return i
}

// skipWhen steps over time, adverbs and occasion: "on Tuesday", "later", "in a
// statement".
func (l *line) skipWhen(i int) int {
	for i < len(l.units) {
		u := l.units[i]
		switch {
		case l.inDate(i):
			i++
		case u.is("on", "in", "since", "earlier", "late", "early") && l.inDate(i+1):
			i++
		case u.is("later", "afterwards", "afterward", "recently", "earlier", "yesterday", "today", "publicly", "repeatedly", "privately", "previously"):
			i++
		case u.is("in", "on", "at", "to", "during", "through", "via", "by", "from"):
			end := l.occasionEnd(i + 1)
			if end == 0 {
				return i
			}
			i = end
		default:
			return i
		}
	}
	return i
}

// occasionEnd gives the unit after the noun of an occasion that the phrase
// beginning here names; 0 where it names none.
func (l *line) occasionEnd(i int) int {
	for k := i; k < i+6; k++ {
		u := l.at(k)
		if u.quoted() || !nominal(u) {
			return 0
		}
		if occasion(u.word.Lower) && !occasion(l.at(k+1).word.Lower) {
			return k + 1
		}
	}
	return 0
}
