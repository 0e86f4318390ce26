package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// quotings are forms of verbs by which somebody is quoted.
var quotings = wordSet(`quoted cited reported quotes cites quoting citing`)

// quotedAs reads "was quoted by the Echo as saying" and "the Echo quoted Olin
// as saying": who is quoted speaks.
func (l *line) quotedAs(g *group) bool {
	for i := g.cue.first - 1; i >= 0 && g.cue.first-i < 16; i-- {
		if l.units[i].quoted() || !quotings[l.units[i].word.Lower] {
			continue
		}
		first := i
		for first > 0 && (l.units[first-1].tag() == english.Aux || l.units[first-1].tag() == english.Adv) {
			first--
		}
		if next := l.at(i + 1); (nominal(next) || next.tag() == english.Pron) && !l.inDate(i+1) { // not "was quoted by"
			return l.quotedBefore(g, i)
		}
		source, _ := l.subject(first)
		g.cue.first, g.source = first, source
		return l.speaks(source)
	}
	return false
}

// quotesBefore says whether the source of a cue is whom somebody quotes.
func (l *line) quotesBefore(g group) bool {
	return l.at(g.cue.first-1).is("as") && quotings[l.at(g.source.first-1).word.Lower]
}

// quotedBefore takes for the source what stands between the verb of quoting
// and "as".
func (l *line) quotedBefore(g *group, quoting int) bool {
	g.source = stretch{quoting + 1, l.phraseEnd(quoting + 1)}
	return l.speaks(g.source)
}

// passiveSource reads "had been told by the observers that".
func (l *line) passiveSource(g *group) bool {
	if !l.at(g.cue.last).is("by") || !g.entry.takes("ctf") {
		return false
	}
	end := l.phraseEnd(g.cue.last + 1)
	g.source = stretch{g.cue.last + 1, end}
	g.inverted = true
	return !g.source.empty()
}

// quotedAsFollows says whether "as saying" comes a few units on.
func (l *line) quotedAsFollows(i int) bool {
	for k := i; k < i+12; k++ {
		if l.at(k).is("as") && strings.HasSuffix(l.at(k+1).word.Lower, "ing") {
			return true
		}
	}
	return false
}

// issuings are verbs by which what is written reaches others.
var issuings = wordSet(`issue release publish send post write circulate sign put print deliver distribute leak make hold give`)

// issuedBefore gives the verb of "issued a statement" in front of the unit, of
// which a participle goes on: "issued a statement saying"; -1 for none.
func (l *line) issuedBefore(i int) int {
	const near = 10 // units
	for k := i - 1; k > 1 && i-k < near; k-- {
		u := l.units[k]
		if !u.quoted() && occasion(english.Lemma(u.word.Lower, english.Noun)) {
			return l.issuing(k)
		}
		if !nominal(u) && u.tag() != english.Prep && !l.inDate(k) {
			break
		}
	}
	return -1
}

// issuing gives the verb in front of the phrase of a noun; -1 where it is no
// verb of issuing.
func (l *line) issuing(noun int) int {
	verb := l.phraseStart(noun) - 1
	if l.at(verb).is("out") {
		verb--
	}
	if verb < 1 || l.units[verb].quoted() || l.at(verb-1).is("to") || !issuings[english.Lemma(l.units[verb].word.Lower, english.Verb)] {
		return -1
	}
	return verb
}

// issuer reads "the ministry issued a statement saying": who issued it speaks.
func (l *line) issuer(g *group) bool {
	issued := group{verb: l.issuedBefore(g.cue.first)}
	issued.cue = stretch{issued.verb, issued.verb + 1}
	l.widenCue(&issued)
	if issued.passive {
		return false
	}
	source, carried := l.subject(issued.cue.first)
	if carried {
		source = l.shared(issued.cue.first, nil)
	}
	g.source, g.cue.first = source, issued.cue.first
	return l.speaks(source)
}

// wordings are nouns behind "in the" that join words to whose they are.
var wordings = map[string]cueEntry{
	"words": accordingTo, "opinion": inTheView, "view": inTheView, "judgment": inTheView, "judgement": inTheView, "estimation": inTheView,
}

// phraseCue reads a cue without a verb whose first word is the unit i:
// "according to Olin", "in the words of Olin", "in Olin's view".
func (l *line) phraseCue(i int) (group, bool) {
	if l.at(i).is("according") && l.at(i+1).is("to") {
		return group{entry: accordingTo, verb: i, cue: stretch{i, i + 2}}, true
	}
	if !l.at(i).is("in") || l.at(i+1).quoted() {
		return group{}, false
	}
	if entry, ok := wordings[l.at(i+2).word.Lower]; ok && l.at(i+1).is("the") && l.at(i+3).is("of") {
		return group{entry: entry, verb: i + 2, cue: stretch{i, i + 4}}, true
	}
	const longest = 8 // units
	for k := i + 2; k < i+longest; k++ {
		if u := l.at(k); u.quoted() || !nominal(u) {
			break
		}
		entry, ok := wordings[l.units[k].word.Lower]
		if owned := l.at(k-1).is("'s", "’s", "'", "’") || k == i+2 && l.at(i+1).is("his", "her", "their"); ok && owned && l.at(k+1).is(",") {
			return group{entry: entry, verb: k, cue: stretch{k, k + 1}, source: l.owner(k)}, true
		}
	}
	return group{}, false
}

// phraseSource finds whose words such a cue joins: what stands behind it,
// unless the source was found with the cue.
func (l *line) phraseSource(g *group) bool {
	if g.source.empty() {
		g.source, g.inverted = stretch{g.cue.last, l.appositions(l.phraseEnd(g.cue.last))}, true
	}
	return l.speaks(g.source) || l.at(g.source.first).is("his", "her", "their")
}
