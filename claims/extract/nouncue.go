package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// reportNouns are nouns that report as a verb of the lexicon does: "his claim
// that the gate was closed".
var reportNouns = map[string]string{
	"claim": "claim", "allegation": "allege", "accusation": "allege", "assertion": "assert", "statement": "state", "assurance": "assure", "warning": "warn",
	"belief": "believe", "view": "believe", "opinion": "believe", "conviction": "believe", "suspicion": "suspect", "suggestion": "suggest",
	"admission": "admit", "acknowledgement": "acknowledge", "acknowledgment": "acknowledge", "insistence": "insist", "contention": "contend", "argument": "argue",
	"complaint": "complain", "prediction": "predict", "fear": "fear", "worry": "worry", "hope": "hope", "expectation": "expect", "conclusion": "conclude",
	"announcement": "announce", "declaration": "declare", "confirmation": "confirm", "remark": "remark", "comment": "comment", "observation": "observe",
	"promise": "promise", "pledge": "pledge", "vow": "vow", "denial": "deny", "doubt": "doubt", "demand": "demand", "recommendation": "recommend", "proposal": "propose",
}

// nounCue reads a noun that reports what "that" introduces, with whose it is:
// "Olin's claim that …", "the claim by Olin that …". The unit i is the noun.
func (l *line) nounCue(i int) (group, bool) {
	u := l.at(i)
	if u.tag() != english.Noun {
		return group{}, false
	}
	entry, ok := cues[reportNouns[english.Lemma(u.word.Lower, english.Noun)]]
	if !ok {
		return group{}, false
	}
	g := group{entry: entry, verb: i, cue: stretch{i, i + 1}, source: l.owner(i)}
	that := i + 1
	if l.at(that).is("by", "from") && g.source.empty() {
		g.source = stretch{i + 2, l.phraseEnd(i + 2)}
		g.inverted, that = true, g.source.last
	}
	if g.source.empty() || !l.at(that).is("that") || !l.startsClause(that) {
		return group{}, false
	}
	g.reported = stretch{that + 1, l.clauseEnd(i, that+1, g)}
	return g, !g.reported.empty()
}

// owner finds whose a noun is: the "Olin" of "Olin's first claim", or "his".
func (l *line) owner(noun int) stretch {
	k := noun - 1
	for l.at(k).tag() == english.Adj {
		k--
	}
	switch u := l.at(k); {
	case u.is("his", "her", "their", "its"):
		return stretch{k, k + 1}
	case u.is("'s", "’s", "'", "’") && k > 0:
		first := l.phraseStart(k - 1)
		for i := first; i < k; i++ { // "a check on Olin's claim"
			if l.units[i].tag() == english.Prep && !l.inName(i) && !l.units[i].is("of", "for") {
				first = i + 1
			}
		}
		return stretch{first, k}
	}
	return stretch{}
}

// clauseEnd finds the end of the clause that begins with the unit start and
// hangs on a noun. Where the noun is the subject of a verb behind the clause,
// that verb ends it: "his claim that the gate was closed | surprised them".
// Where nothing but the phrase of the noun stands in front, a comma does:
// "Despite his claim that the gate was closed, | it was open".
func (l *line) clauseEnd(noun, start int, g group) int {
	end := l.contentEnd(start, g)
	if !l.hasFinite(0, noun) {
		end = l.commaBefore(start, end)
	}
	t := l.units[noun].word
	if !strings.HasPrefix(t.Relation, "nsubj") || t.Head < l.units[start].first {
		return end
	}
	for k := start; k < end; k++ {
		if u := l.units[k]; t.Head >= u.first && t.Head < u.last {
			end = k
		}
	}
	for end > start+1 && l.hangsOn(end-1, t.Head) {
		end--
	}
	return end
}

// commaBefore gives the first comma behind the unit start, or the unit after a
// quotation that has it within its marks; end where there is none before it.
func (l *line) commaBefore(start, end int) int {
	for k := start + 1; k < end; k++ {
		u := l.units[k]
		if u.is(",") {
			return k
		}
		if u.quoted() && strings.HasSuffix(l.doc.Quotations[u.quotation].Inner.In(l.doc.Text), ",") {
			return k + 1
		}
	}
	return end
}

// hangsOn says whether a unit is an auxiliary or adverb of the verb that is the
// token head.
func (l *line) hangsOn(i, head int) bool {
	u := l.units[i]
	return !u.quoted() && u.word.Head == head && (u.tag() == english.Aux || u.tag() == english.Adv || u.tag() == english.Part)
}
