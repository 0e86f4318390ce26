package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// reach is how many units around a cue are looked at for its source.
const reach = 60

// subject finds the source in front of the cue that begins at the unit g. The
// answer is empty where there is none; carried says that the verb shares the
// subject of one before it: "said … and urged".
func (l *line) subject(g int) (source stretch, carried bool) {
	p, end := g-1, g
	for p >= 0 && g-p < reach {
		u := l.units[p]
		switch {
		case l.inDate(p):
			p = l.beforeDate(p)
			end = p + 1
		case u.is("also", "however", "then", "later", "even", "too", "himself", "herself", "themselves", "meanwhile", "still", "now", "again", "earlier") || u.tag() == english.Adv:
			p--
			end = p + 1
		case u.is(","):
			from, part := l.inserted(p)
			if part == nothingInserted {
				if first, ok := l.strayComma(p); ok {
					return stretch{first, p}, false
				}
				return stretch{}, true
			}
			if part == adverbInserted && end == p+1 {
				end = from
			} else if part != adverbInserted && end == p+1 {
				end = p
			}
			p = from - 1
		case u.is("–", "—", "--"):
			from := l.dashBefore(p)
			if from <= 0 {
				return stretch{}, false
			}
			if end == p+1 {
				end = p
			}
			p = from - 1
		case u.is("and", "but", "or", "then"):
			return stretch{}, true
		case u.is("who", "which", "that"):
			return l.antecedent(p), false
		case u.tag() == english.Pron:
			return stretch{p, max(end, p+1)}, false
		case nominal(u) && !u.quoted():
			return stretch{l.phraseStart(p), end}, false
		case l.reduced(p): // "a report published on Wednesday said"
			p--
		case l.whoBefore(p) > 0: // "a man who asked not to be named said"
			return stretch{l.phraseStart(l.whoBefore(p) - 1), end}, false
		default:
			return stretch{}, false
		}
	}
	return stretch{}, false
}

// dashBefore gives the dash that opens an aside which the dash p closes; 0 for
// none.
func (l *line) dashBefore(p int) int {
	for k := p - 1; k > 0 && p-k < reach/2; k-- {
		if l.units[k].is("–", "—", "--") {
			return k
		}
	}
	return 0
}

// reduced says whether the unit is a participle that describes the noun before
// it: "polls conducted by the agency". A date or preposition follows it.
func (l *line) reduced(i int) bool {
	u, next := l.at(i), l.at(i+1)
	if u.tag() != english.Verb || strings.HasSuffix(u.word.Lower, "s") || i < 1 || !nominal(l.at(i-1)) || l.at(i-1).quoted() {
		return false
	}
	return next.tag() == english.Prep || l.inDate(i+1) || next.tag() == english.Adv
}

// strayComma reads the odd comma of '"…," Abadi, said': a noun phrase alone
// stands between a quotation and the comma.
func (l *line) strayComma(p int) (first int, ok bool) {
	if p < 2 || !nominal(l.units[p-1]) || l.units[p-1].quoted() {
		return 0, false
	}
	first = l.phraseStart(p - 1)
	return first, l.at(first - 1).quoted()
}

// antecedent gives the noun phrase that a relative pronoun takes up.
func (l *line) antecedent(p int) stretch {
	end := p
	if l.at(end - 1).is(",") {
		end--
	}
	if end < 1 || !nominal(l.units[end-1]) || l.units[end-1].quoted() {
		return stretch{}
	}
	first := l.phraseStart(end - 1)
	for i := end - 1; i > first; i-- { // "a meeting with Prime Minister X, who asked"
		if l.units[i].tag() == english.Prep && !l.inName(i) && !l.units[i].is("of", "for") {
			first = i + 1
			break
		}
	}
	return stretch{first, end}
}

type insertion int

const (
	nothingInserted insertion = iota
	adverbInserted            // ", however,"
	nounInserted              // ", a spokesman," and ", who leads the talks,"
)

// inserted reads what stands between the comma at the unit p and the one
// before it. It gives the unit of the earlier comma.
func (l *line) inserted(p int) (from int, part insertion) {
	from = p - 1
	for from > 0 && p-from < reach/2 && !l.units[from].is(",") && !(l.units[from].quoted() && l.units[from].last-l.units[from].first > 6) {
		from--
	}
	if from <= 0 || !l.units[from].is(",") || from == p-1 {
		return 0, nothingInserted
	}
	head := l.units[from+1]
	switch {
	case head.is("however", "too", "though", "meanwhile", "therefore", "in", "on", "at", "for", "of", "by", "from", "with", "speaking", "appearing", "defending", "asked", "as") || head.tag() == english.Adv || l.inDate(from+1):
		if head.is("of", "for") || head.tag() == english.Verb || head.is("speaking", "appearing", "from", "in") && !l.isTime(from+1) {
			return from, nounInserted
		}
		return from, adverbInserted
	case head.is("who", "whose", "whom", "which"):
		return from, nounInserted
	case head.tag() == english.Verb && (!l.finiteStrict(from+1) || l.at(from+2).tag() == english.Prep):
		return from, nounInserted
	case nominal(head) && !l.hasFinite(from+1, p), head.is("himself", "herself", "themselves", "itself"):
		return from, nounInserted
	case nominal(head) && l.hasWho(from+1, p):
		return from, nounInserted
	}
	return 0, nothingInserted
}

// isTime says whether the prepositional phrase that begins here names a time.
func (l *line) isTime(i int) bool { return l.inDate(i + 1) }

func (l *line) hasWho(first, last int) bool {
	for i := first; i < last; i++ {
		if l.units[i].is("who", "which", "whose") {
			return true
		}
	}
	return false
}

// finiteStrict is finite without past forms, which may be participles.
func (l *line) finiteStrict(i int) bool {
	return l.finite(i) && !strings.HasSuffix(l.units[i].word.Lower, "ed")
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

// follower finds the source behind a cue: "said Oana Lungescu, a NATO
// spokeswoman". It is empty where a clause follows instead.
func (l *line) follower(i int) stretch {
	end := l.phraseEnd(i)
	if end == i || l.finite(end) || l.at(end).tag() == english.Adv && l.finite(end+1) || l.at(end).is("that") {
		return stretch{}
	}
	return stretch{i, l.appositions(end)}
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

// appositions takes in what explains a source after a comma: ", a NATO
// spokeswoman", ", 46", ", who heads the agency".
func (l *line) appositions(end int) int {
	for range 3 {
		if !l.at(end).is(",") {
			return end
		}
		head := l.at(end + 1)
		explains := head.is("who", "whose") || head.tag() == english.Det && !head.is("which", "this", "that") || head.tag() == english.Number ||
			head.tag() == english.Noun || head.tag() == english.Adj || head.is("of", "for")
		if !explains || l.inDate(end+1) {
			return end
		}
		stop := end + 1
		for stop < len(l.units) && !l.units[stop].is(",", ";", ".", ":", "–", "—") && !l.units[stop].quoted() && stop-end < reach/2 {
			stop++
		}
		if !head.is("who", "whose") && l.hasFinite(end+1, stop) && !l.hasWho(end+1, stop) {
			return end
		}
		end = stop
	}
	return end
}

// inDate says whether the unit belongs to a date.
func (l *line) inDate(i int) bool {
	u := l.at(i)
	if u.quoted() || u.word.Text == "" {
		return false
	}
	_, ok := l.dateAround(u)
	return ok
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
	for p >= 0 && l.inDate(p) {
		p--
	}
	if p >= 0 && l.units[p].is("on", "in", "since", "by", "early", "late", "at", "from") {
		p--
	}
	return p
}
