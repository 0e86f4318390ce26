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
		case l.inDate(p) || l.dayPart(p):
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
		case u.tag() == english.Pron && l.at(p-1).is("of") && nominal(l.at(p-2)): // "all of them said"
			return stretch{l.phraseStart(p - 2), max(end, p+1)}, false
		case u.tag() == english.Pron:
			return stretch{p, max(end, p+1)}, false
		case nominal(u) && !u.quoted():
			if who := l.whoBefore(p); who > 0 && l.hasVerb(who+1, p) && !l.at(p-1).is("as") { // "the man who shot the minister said"
				return stretch{l.phraseStart(who - 1), end}, false
			}
			return stretch{l.phraseStart(p), end}, false
		case l.reduced(p): // "a report published on Wednesday said"
			p, end = p-1, g
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
	if head.tag() == english.Prep && l.at(from+2).is("which", "whom", "whose") {
		return from, nounInserted
	}
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

// follower finds the source behind a cue: "said Oana Lungescu, a NATO
// spokeswoman". It is empty where a clause follows instead.
func (l *line) follower(i int) stretch {
	end := l.phraseEnd(i)
	if end == i || l.finite(end) || l.at(end).tag() == english.Adv && l.finite(end+1) || l.at(end).is("that") {
		return stretch{}
	}
	return stretch{i, l.appositions(end)}
}

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
