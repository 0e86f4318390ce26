package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// phrase reads what is reported without a clause of its own: "promised
// an inquiry", "accused them of lying", "urged people to stay".
func (l *line) phrase(g group, from int) stretch {
	from = l.skipWhen(from)
	end := l.phraseStop(from, l.contentEnd(from, g), g)
	if from >= end {
		return stretch{}
	}
	first := l.units[from]
	if g.entry.takes("g") && strings.HasSuffix(first.word.Lower, "ing") && (first.tag() == english.Verb || first.tag() == english.Aux) && end-from > 1 {
		return stretch{from, end}
	}
	if g.entry.takes("i") && first.is("to") && l.at(from+1).tag() != english.Det && l.at(from+1).tag() != english.NameTag {
		if l.anonymity(from, end) || end-from < 3 || l.keepsSilent(g, from) {
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
		case g.entry.takes("o") && u.is("to") && !l.leadsToSomebody(k) && l.at(k-1).tag() != english.Verb && !l.anonymity(k, end):
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

// leadsToSomebody says whether a "to" stands in front of whom something is
// told, and of no verb: "told a story to the children".
func (l *line) leadsToSomebody(to int) bool {
	next := l.at(to + 1)
	switch next.tag() {
	case english.Det, english.NameTag, english.Pron:
		return true
	case english.Noun:
		return l.units[to].tag() != english.Part && (isPersonNoun(english.Lemma(next.word.Lower, english.Noun)) || organisationNouns[next.word.Lower])
	}
	return false
}

// phraseStop finds where a reported phrase ends: before an aside or another
// clause, and behind the quoted words of "called it “a lie”".
func (l *line) phraseStop(from, end int, g group) int {
	for k := from + 1; k < end; k++ {
		u := l.units[k]
		switch {
		case u.quoted() && g.entry.takes("ka") && !l.units[from].is("to") && !l.at(k+1).is("of"):
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

// keepsSilent says whether somebody only does not speak: "declined to say".
func (l *line) keepsSilent(g group, to int) bool {
	c, ok := cues[english.Lemma(l.at(to+1).word.Lower, english.Verb)]
	return silence[english.Lemma(l.units[g.verb].word.Lower, english.Verb)] && (ok && c.class == claims.CueSay || l.at(to+1).is("comment", "answer", "respond"))
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
