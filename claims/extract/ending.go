package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

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
	aux := false
	for l.at(i).tag() == english.Adv || l.at(i).tag() == english.Aux || l.at(i).is("not", "n't") {
		aux = aux || l.at(i).tag() == english.Aux
		i++
	}
	u := l.at(i)
	if aux && u.is("comment", "say", "elaborate", "confirm") {
		return true // "…, but would not comment"
	}
	if aux || u.tag() != english.Verb || strings.HasSuffix(u.word.Lower, "ing") || l.at(i-1).is("to") {
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
