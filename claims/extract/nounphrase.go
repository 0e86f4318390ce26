package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// reduced says whether the unit is a participle that describes the noun before
// it: "polls conducted by the agency". A date or preposition follows it.
func (l *line) reduced(i int) bool {
	u, next := l.at(i), l.at(i+1)
	if u.tag() != english.Verb || strings.HasSuffix(u.word.Lower, "s") || i < 1 || !nominal(l.at(i-1)) || l.at(i-1).quoted() {
		return false
	}
	return next.tag() == english.Prep || l.inDate(i+1) || next.tag() == english.Adv
}

// phraseStart finds where the noun phrase that ends with the unit p begins.
func (l *line) phraseStart(p int) int {
	lo, and := p, -1
	for lo > 0 && p-lo < reach {
		u := l.units[lo-1]
		joins := nominal(l.units[lo]) && lo >= 2 && nominal(l.at(lo-2))
		switch {
		case l.inDate(lo-1) && !l.inName(lo-1):
			return l.trimStart(lo, p)
		case nominal(u) && !u.quoted() && l.units[lo].tag() == english.Det && u.tag() != english.Det && !l.inName(lo-1):
			return l.trimStart(lo, p) // "the hour | the firm"
		case nominal(u) && !u.quoted():
		case u.tag() == english.Prep && nominal(l.units[lo]) && l.reduced(lo-2):
			lo--
		case l.reduced(lo-1) && nominal(l.units[lo]):
		case u.tag() == english.Prep && joins && !u.is("than", "like", "until", "since", "as"), u.tag() == english.Prep && l.inName(lo-1):
		case u.is("and", "or", "&") && joins:
			and = lo - 1
		case u.tag() == english.Adv && nominal(l.units[lo]) && lo > 1 && nominal(l.at(lo-2)) && !l.at(lo-2).quoted():
		case l.finite(lo-1) && l.whoBefore(lo-1) > 0:
			lo = l.whoBefore(lo-1) + 1
		default:
			if and > 0 && !l.opensClause(lo-1) {
				return l.trimStart(and+1, p)
			}
			return l.trimStart(lo, p)
		}
		lo--
	}
	return l.trimStart(lo, p)
}

// opensClause says whether a clause may begin behind the unit.
func (l *line) opensClause(i int) bool {
	u := l.at(i)
	return i < 0 || u.quoted() || u.is(",", ";", ":", "but", "that", "“", "\"", "–", "—", "-", "as", "while", "because", "if", "when")
}

// whoBefore finds the "who" whose clause the verb at the unit i ends: "a man
// who gave his name as Lewis said". It gives 0 for none.
func (l *line) whoBefore(i int) int {
	const clause = 14 // units
	for k := i - 1; k > 0 && i-k < clause; k-- {
		switch u := l.units[k]; {
		case u.is("who"):
			return k
		case u.is(",", ";", ":", "that") || u.quoted():
			return 0
		}
	}
	return 0
}

// trimStart takes off what stands before the noun phrase proper: "On Tuesday",
// "Two days earlier", a conjunction.
func (l *line) trimStart(lo, p int) int {
	for i := lo; i < p && i < lo+5; i++ {
		if l.units[i].is("earlier", "later") && l.units[lo].tag() != english.Det {
			return i + 1
		}
	}
	for lo < p && (l.units[lo].tag() == english.Conj || l.units[lo].tag() == english.Adv || l.units[lo].is("’s", "'s", "-", ")")) {
		lo++
	}
	if l.units[lo].tag() != english.Prep {
		return lo
	}
	for i := p; i > lo; i-- { // "In Vantholm the minister": the last phrase
		if l.units[i].tag() == english.Prep && !l.inName(i) {
			return min(i+1, p)
		}
		if l.units[i].tag() == english.Det && i < p {
			return i
		}
	}
	return min(lo+1, p)
}

// phraseEnd gives the unit after the noun phrase that begins with the unit i.
func (l *line) phraseEnd(i int) int {
	if l.at(i).tag() == english.Pron {
		return i + 1
	}
	end := i
	for end < len(l.units) && end-i < reach {
		u := l.units[end]
		switch {
		case l.inDate(end) && !l.inName(end):
			return end
		case nominal(u) && !u.quoted() && !(u.tag() == english.Det && end > i && !l.inName(end) && l.at(end-1).tag() != english.Prep && l.at(end-1).tag() != english.Conj):
		case u.tag() == english.Prep && end > i && l.inName(end):
		case l.reduced(end) && end > i:
			if l.at(end+1).tag() == english.Prep {
				end++
			}
			for l.inDate(end + 1) {
				end++
			}
		case u.tag() == english.Prep && end > i && nominal(l.at(end+1)) && !l.at(end+1).quoted() && l.staysWith(end):
		case u.is("and", "or") && end > i && nominal(l.at(end+1)) && l.phraseHasName(end+1) == l.phraseHasName(end-1):
		default:
			return end
		}
		end++
	}
	return end
}

// staysWith says whether a preposition goes on with the phrase before it: "a
// spokesman for the army", but not "Kerry in Brussels".
func (l *line) staysWith(i int) bool {
	if l.units[i].is("of") {
		return true
	}
	return l.units[i].is("for", "from", "with", "at", "in", "to") && l.at(i-1).tag() == english.Noun && !l.inDate(i+1) && !occasion(l.at(i+1).word.Lower) && !occasion(l.at(i+2).word.Lower)
}

func (l *line) phraseHasName(i int) bool { return l.at(i).tag() == english.NameTag }

// occasions are things at which or in which something is said.
var occasions = wordSet(`statement interview email e-mail mail letter tweet post speech briefing conference call report television tv radio court parliament
		note message memo testimony hearing filing blog column video phone telephone meeting service appearance press x twitter facebook article book paper debate rally event ad advertisement`)

func occasion(word string) bool { return occasions[word] }

// inDate says whether the unit belongs to a date.
func (l *line) inDate(i int) bool {
	u := l.at(i)
	if u.quoted() || u.word.Text == "" {
		return false
	}
	_, ok := l.dateAround(u)
	return ok
}

// dayPart says whether the unit names the part of the day in "Tuesday night".
func (l *line) dayPart(i int) bool {
	return l.at(i).is("night", "morning", "evening", "afternoon") && i > 0 && l.inDate(i-1)
}

// hasVerb says whether a verb stands among the units from one to before the
// other.
func (l *line) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if l.units[i].tag() == english.Verb || l.units[i].tag() == english.Aux {
			return true
		}
	}
	return false
}

// inName says whether the unit stands within a name with its title, not at
// its end.
func (l *line) inName(i int) bool {
	u := l.at(i)
	if u.quoted() || u.word.Text == "" {
		return false
	}
	_, ok := l.nameAround(u)
	return ok
}

// beforeDate gives the unit before the date that the unit p belongs to, and
// before its preposition.
func (l *line) beforeDate(p int) int {
	for p >= 0 && (l.inDate(p) || l.dayPart(p)) {
		p--
	}
	if p >= 0 && l.units[p].is("on", "in", "since", "by", "early", "late", "at", "from") {
		p--
	}
	return p
}
