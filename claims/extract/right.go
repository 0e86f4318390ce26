package extract

import (
	"strings"

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
	if next := l.at(start + 1); start+1 >= end || next.is(",", ".", ";", "–", "—", "and", "but") && !l.hasFinite(start+1, min(start+4, end)) {
		return stretch{start, start + 1}
	}
	return stretch{start, end}
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
			return i > k+1 || l.units[i].quoted()
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
	return u.tag() == english.Verb && strings.HasSuffix(u.word.Lower, "ing") || u.is("at") && l.at(i+1).is("least", "most") || u.is("there", "if", "when", "as", "while", "although", "because", "unless", "under", "despite", "without", "only", "even", "nearly", "almost", "more", "about", "around", "up", "not", "just", "now", "after", "since", "like", "once", "both")
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

// phrase reads what is reported without a clause of its own: "promised
// an inquiry", "accused them of lying", "urged people to stay".
func (l *line) phrase(g group, from int) stretch {
	end := l.phraseStop(from, l.contentEnd(from, g), g)
	if from >= end {
		return stretch{}
	}
	first := l.units[from]
	if g.entry.takes("i") && first.is("to") && l.at(from+1).tag() != english.Det && l.at(from+1).tag() != english.NameTag {
		if l.anonymity(from, end) || end-from < 3 {
			return stretch{}
		}
		return stretch{from + 1, end}
	}
	if !nominal(first) && first.tag() != english.Pron {
		return stretch{}
	}
	for k := from + 1; k < end; k++ {
		switch u := l.units[k]; {
		case g.entry.takes("f") && u.is("of") && (l.at(k+1).tag() == english.Verb || l.at(k+1).tag() == english.Aux || nominal(l.at(k+1)) || l.at(k+1).is("never", "not")):
			return stretch{k + 1, end}
		case g.entry.takes("o") && u.is("to") && l.at(k-1).tag() != english.Verb && !l.anonymity(k, end):
			return stretch{from, end}
		case g.entry.takes("o") && u.is("not") && l.at(k+1).is("to") && !l.anonymity(k, end):
			return stretch{from, end}
		case g.entry.takes("e") && u.is("at") && l.numberSoon(k+1):
			return stretch{from, end}
		case g.entry.takes("a") && u.is("as") && k < from+20, g.entry.takes("l") && u.is("for"):
			return stretch{from, end}
		case l.finite(k) && !g.entry.takes("nk"):
			return stretch{}
		}
	}
	switch {
	case g.entry.takes("k") && (l.complement(from, end) || l.at(g.source.first-1).is("what")), g.entry.takes("m") && l.hasQuote(from, end):
		return stretch{from, end}
	case g.entry.takes("n") && (end-from >= 3 || first.quoted()) && !first.is("that", "this", "it", "them", "him", "her"):
		return stretch{from, end}
	}
	return stretch{}
}

// phraseStop finds where a reported phrase ends: before an aside or another
// clause, and behind the quoted words of "called it “a lie”".
func (l *line) phraseStop(from, end int, g group) int {
	for k := from + 1; k < end; k++ {
		u := l.units[k]
		switch {
		case u.quoted() && g.entry.takes("ka") && !l.units[from].is("to"):
			return k + 1
		case u.is(",") && (l.at(k+1).is("even", "although", "though", "while", "whereas", "as", "which", "who", "after", "when", "but", "because", "where", "since", "before") || l.newSpeaker(k+1)):
			return k
		case u.is(",") && l.at(k+1).is("and") && l.at(k+2).tag() == english.Verb:
			return k
		case u.is("but") && (l.at(k+1).tag() == english.Aux || l.at(k+1).tag() == english.Verb), u.is("even") && l.at(k+1).is("though"):
			return k
		}
	}
	return end
}

func (l *line) numberSoon(i int) bool {
	return l.at(i).tag() == english.Number || l.at(i+1).tag() == english.Number || l.at(i+2).tag() == english.Number
}

// anonymity says whether somebody only asks not to be named.
func (l *line) anonymity(first, last int) bool {
	for i := first; i < last && i < first+5; i++ {
		if l.units[i].is("named", "identified", "used", "quoted") {
			return true
		}
	}
	return false
}

func (l *line) hasQuote(first, last int) bool {
	for i := first; i < last; i++ {
		if l.units[i].quoted() {
			return true
		}
	}
	return false
}

// complement says whether an object and what it is called follow: "the strike
// “reckless”", "it a lie".
func (l *line) complement(from, end int) bool {
	if end-from < 2 {
		return false
	}
	if l.hasQuote(from+1, end) {
		return true
	}
	if l.units[from].tag() == english.Pron {
		return l.at(from+1).tag() == english.Det || l.at(from+1).tag() == english.Adj
	}
	for k := from + 1; k < end; k++ {
		if l.units[k].is("a", "an", "the") && l.at(k-1).tag() != english.Prep && l.at(k-1).tag() != english.Verb {
			return true
		}
	}
	return false
}

// contentEnd finds the end of what is reported and begins with the unit
// start: the end of the line, or where another cue or the article's own words
// go on.
func (l *line) contentEnd(start int, g group) int {
	k, perfect := start, false
	for ; k < len(l.units); k++ {
		u := l.units[k]
		// After "had" a participle behind "and" may still belong to it: "she
		// had called both and asked them".
		perfect = perfect || u.is("had", "has", "have", "'ve")
		switch {
		case u.is(";"):
			return k
		case u.is(",") && (g.relative || l.turns(k+1)), u.is("and", "but") && k > start && !perfect && l.nextAct(k+1):
			return k
		case u.is("when") && l.at(k+1).is("asked"), u.is("according"):
			return l.backComma(k)
		}
	}
	for k > start && trimmable(l.units[k-1]) {
		k--
	}
	return k
}

func (l *line) backComma(k int) int {
	if l.at(k - 1).is(",") {
		return k - 1
	}
	return k
}

// turns says whether what follows a comma is no more part of what is reported.
func (l *line) turns(i int) bool {
	u := l.at(i)
	switch {
	case u.quoted():
		return false
	case u.is("which") && l.at(i-2).quoted(), u.is("according"):
		return true
	case u.is("and", "but", "then", "while"):
		return l.nextAct(i+1) || u.is("while") && l.newSpeaker(i+1)
	case u.tag() == english.Verb && strings.HasSuffix(u.word.Lower, "ing"):
		_, cue := cues[english.Lemma(u.word.Lower, english.Verb)]
		return cue || u.is("using", "citing", "contradicting", "echoing")
	}
	return l.asideFollows(i) || u.is("in") && l.at(i+1).is("what")
}

// nextAct says whether a verb of saying follows that shares the subject of the
// cue before it: "… and urged residents".
func (l *line) nextAct(i int) bool {
	for l.at(i).tag() == english.Adv {
		i++
	}
	u := l.at(i)
	if u.tag() != english.Verb || strings.HasSuffix(u.word.Lower, "ing") || l.at(i-1).is("to") {
		return false
	}
	c, ok := cues[english.Lemma(u.word.Lower, english.Verb)]
	if !ok || !c.class.Shown() {
		return false
	}
	return u.word.Lower != english.Lemma(u.word.Lower, english.Verb)
}

// newSpeaker says whether a source and a cue follow.
func (l *line) newSpeaker(i int) bool {
	end := l.phraseEnd(i)
	u := l.at(end)
	if u.tag() != english.Verb {
		return false
	}
	c, ok := cues[english.Lemma(u.word.Lower, english.Verb)]
	return ok && c.class.Shown()
}
