package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// find is an attribution as the rules found it, before its speaker is known.
type find struct {
	group
	line    int           // index of its line
	content []claims.Span // fragments, without outer quotation marks
	direct  bool          // all of it within quotation marks
	through int           // index of the last line that its content reaches
	within  int           // index of the find in whose content this one stands; -1 for none
	carried bool          // no source here: the speaker of the find before it goes on

	answers    bool // in an interview: its guest speaks
	introduced int  // where carried: one more than the line whose subject speaks; 0 for the speaker before
}

// matchLine finds the attributions of one line.
func matchLine(l *line, index int) []find {
	var out []find
	floor, count := 0, 0
	for i := 0; i < len(l.units) && count < maxCues; i++ {
		g, ok := l.cueAt(i)
		if !ok {
			continue
		}
		count++
		if !l.locateSource(&g, out) {
			continue
		}
		parts, clause := l.content(g, floor)
		if len(parts) == 0 {
			continue
		}
		f := find{group: g, line: index, through: index, within: -1}
		f.content, f.direct = l.fragments(parts)
		if len(f.content) == 0 || restates(out, f) || repeats(out, f) {
			continue
		}
		f.entry = spoken(f)
		f.within = enclosing(out, f)
		if f.within >= 0 && !g.reported.empty() { // "rejected his claim that"
			continue
		}
		if !clause && (f.within >= 0 || l.isInfinitive(g) || l.heading) {
			continue
		}
		out = append(out, f)
		floor = max(floor, g.after())
		i = max(i, g.cue.last-1)
	}
	return out
}

// spoken gives the entry of a find's cue: with words in quotation marks, a verb
// of thinking or feeling is one of saying: 'disagreed: "She leaks."'
func spoken(f find) cueEntry {
	e := f.entry
	if f.direct && (e.class == claims.CueBelieve || e.class == claims.CueFeel || e.class == claims.CueOther) {
		e.class = claims.CueSay
	}
	return e
}

// restates says whether the cue of a find is a second one for words in
// quotation marks: 'Olin said: “A,” she said, “and B.”' The find before it
// gets what they are together.
func restates(found []find, f find) bool {
	for i := range found {
		o := &found[i]
		if o.direct && f.direct && o.content[0] == f.content[0] && o.cue.first < f.cue.first {
			if len(o.content) < len(f.content) {
				o.content = f.content
			}
			return true
		}
	}
	return false
}

// repeats says whether a find has the content of an earlier one.
func repeats(found []find, f find) bool {
	for _, o := range found {
		if claims.Hull(o.content) == claims.Hull(f.content) {
			return true
		}
	}
	return false
}

// enclosing gives the last find within whose content the cue of f stands.
func enclosing(found []find, f find) int {
	for i := len(found) - 1; i >= 0; i-- {
		if claims.Hull(found[i].content).Contains(claims.Hull(f.content)) {
			return i
		}
	}
	return -1
}

// locateSource fills in the source of a cue; false where the cue reports
// nothing here.
func (l *line) locateSource(g *group, found []find) bool {
	if !g.reported.empty() {
		return true
	}
	if g.entry.takes("p") {
		return l.phraseSource(g)
	}
	word := l.units[g.verb].word.Lower
	prev := l.at(g.cue.first - 1)
	switch {
	case word == "asked" && (prev.is("when", "if", "as", "being", "though") || g.cue.first == l.opening()):
		return false // "when asked if": a question that somebody else put
	case prev.is("as") && strings.HasSuffix(word, "ing"):
		return l.quotedAs(g)
	case strings.HasSuffix(word, "ing") && l.issuedBefore(g.cue.first) >= 0:
		return l.issuer(g)
	case quotings[word] && l.quotedAsFollows(g.cue.last):
		return false // "was quoted by the Echo as saying": the verb of saying is the cue
	case g.passive:
		return l.passiveSource(g)
	case l.saidFirst(*g):
		g.source, g.inverted = l.follower(g.cue.last), true
		return true
	case l.inverts(*g):
		g.source, g.inverted = l.follower(g.cue.last), true
		return true
	case l.isInfinitive(*g) && silence[english.Lemma(l.at(g.cue.first-2).word.Lower, english.Verb)]:
		return false // "declined to say"
	case strings.HasSuffix(word, "ing") && !l.auxBefore(g.verb), l.isInfinitive(*g):
		g.source = l.shared(g.cue.first, found)
		impersonal := l.at(g.source.first).is("it") && l.at(g.cue.first-2).tag() == english.Adj // "It is fair to say"
		return !impersonal
	}
	source, carried := l.subject(g.cue.first)
	if carried {
		source = l.shared(g.cue.first, found)
	}
	g.source = source
	g.relative = !source.empty() && l.at(source.last).is(",") && l.at(source.last+1).is("who", "which") && source.last+1 < g.cue.first
	return l.speaks(source)
}

// silence are verbs that say that somebody did not speak.
var silence = wordSet(`decline refuse fail neglect omit forget`)

// speaks says whether a source has a word that can name a speaker.
func (l *line) speaks(source stretch) bool {
	for i := source.first; i < source.last; i++ {
		switch l.units[i].tag() {
		case english.Noun, english.NameTag, english.Adj, english.Number:
			return true
		case english.Pron:
			return !l.units[i].is("you")
		case english.Det: // "Some said"
			if i == source.last-1 && shares[l.units[i].word.Lower] {
				return true
			}
		}
	}
	return false
}

// shared gives the subject that a verb shares with one before it: "… said and
// added", "…, adding".
func (l *line) shared(before int, found []find) stretch {
	for i := len(found) - 1; i >= 0; i-- {
		if !found[i].source.empty() {
			return found[i].source
		}
	}
	for i := 0; i < before; i++ {
		if l.finite(i) {
			source, _ := l.subject(i)
			return source
		}
	}
	return stretch{}
}

// inverts says whether the source stands behind the cue, after the words it
// reports: "…”, said Kerry".
func (l *line) inverts(g group) bool {
	prev, next := l.at(g.cue.first-1), l.at(g.cue.last)
	if !prev.quoted() && !prev.is(",", "–", "—", "?", "!") || !g.entry.takes("q") || g.entry.takes("t") && !prev.quoted() || next.quoted() {
		return false
	}
	if strings.HasSuffix(l.units[g.verb].word.Lower, "ing") || g.cue.first < g.verb && l.units[g.cue.first].tag() == english.Aux {
		return false
	}
	if next.tag() == english.Pron && !next.is("he", "she", "they", "it", "i", "we") || !nominal(next) && next.tag() != english.Pron {
		return false
	}
	f := l.follower(g.cue.last)
	if f.empty() || l.units[g.verb].is("told", "tells") {
		return false
	}
	if prev.is(",") {
		subject, carried := l.subject(g.cue.first)
		named := l.nameIn(f)
		if !carried && !subject.empty() && !named || g.entry.takes("n") && !named {
			return false
		}
	}
	after := l.at(f.last)
	if !after.is("when", "as", "after", "before", "while", "who", "and", "but") && l.finiteAhead(f.last) {
		return false // a clause follows, and no source: "said samples taken in March had …"
	}
	return l.ends(f.last) || after.is(",", ":", "–", "—", ";", "and", "but", "(") || after.quoted() || after.tag() == english.Prep || l.inDate(f.last) || after.tag() == english.Verb && strings.HasSuffix(after.word.Lower, "ing") || after.is("when", "as", "after", "before", "while", "who")
}

// finiteAhead says whether a verb comes before the next comma or mark.
func (l *line) finiteAhead(i int) bool {
	for ; i < len(l.units); i++ {
		if u := l.units[i]; u.quoted() || u.is(",", ";", ":", ".", "–", "—", "who", "which", "that", "when", "as") {
			return false
		}
		if l.finite(i) && !l.reduced(i) {
			return true
		}
	}
	return false
}

// saidFirst reads 'Said Dorothy Poynter: "…"'.
func (l *line) saidFirst(g group) bool {
	f := l.follower(g.cue.last)
	return g.cue.first == 0 && g.entry.takes("q") && !f.empty() && l.nameIn(f) && (l.at(f.last).quoted() || l.at(f.last).is(",", ":"))
}

// nameIn says whether one of the units is a name or a pronoun for a person.
func (l *line) nameIn(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if l.units[i].tag() == english.NameTag || l.units[i].is("he", "she", "they") {
			return true
		}
	}
	return false
}
