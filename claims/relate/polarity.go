package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// turn works out, for the words of one sentence, which of them stand under a
// negation, a denial, a doubt or a lack of knowledge. Scopes are read off the
// words: a negation reaches to the end of its clause, a denial to the end of
// the sentence or to a "but"; two that meet cancel each other.
func turn(l *lexicon, doc *english.Document, ws []word) {
	for i := 0; i < len(ws); i++ {
		if n := l.notAwareAt(ws, i); n > 0 && !addressed(ws, i) && !asks(ws, i+n) {
			i += turnNotAware(doc, ws, i, n)
		}
	}
	for i := range ws {
		if ends := ws[i].term.Lemma; (ends == "stop" || ends == "cease" || ends == "quit") && strings.HasSuffix(lowerAt(ws, i+1), "ing") && len(ws[i+1].lower) > 5 {
			ws[i].cue = cueFail // "stopped printing"
		}
		switch ws[i].cue {
		case cueNone:
			drop(&ws[i])
		case cueNot:
			turnNot(doc, ws, i)
			turnVerb(doc, ws, i)
		case cueFail:
			turnFail(ws, i)
		case cueDeny, cueDoubt:
			flip(ws[i+1 : complementEnd(doc, ws, i, i+1)])
		case cueDispute:
			turnDispute(l, ws, i)
		case cueFalse:
			turnFalse(l, ws, i)
		}
	}
}

// flip turns words round. A cue within is turned too: it keeps its own effect,
// so that "did not fail to report" comes out as reported.
func flip(ws []word) {
	for i := range ws {
		ws[i].flips++
	}
}

// drop takes away a cue that turned out to be none.
func drop(w *word) { w.cue = "" }

// clauseEnd gives the index after the clause that goes on at i.
func clauseEnd(ws []word, i int) int {
	for ; i < len(ws); i++ {
		switch {
		case ws[i].quote:
		case ws[i].mark:
			return i
		case isBreak(ws[i].lower) && !measures(ws, i), ws[i].lower == "nor":
			return i
		case ws[i].lower == "and" && i+1 < len(ws) && (ws[i+1].tag == english.Pron || ws[i+1].tag == english.Aux || ws[i+1].tag == english.Verb):
			return i
		}
	}
	return i
}

// sentenceEnd gives the index after all that a denial reaches from i on.
func sentenceEnd(ws []word, i int) int {
	for ; i < len(ws); i++ {
		switch {
		case ws[i].mark && strings.ContainsAny(ws[i].term.Text, ";:"):
			return i
		case ws[i].lower == "but", ws[i].lower == "although", ws[i].lower == "though", ws[i].lower == "saying", ws[i].lower == "insisting":
			return i
		case ws[i].lower == "and" && i+1 < len(ws) && reportsAgain(ws[i+1].lower):
			return i
		}
	}
	return i
}

// complementEnd gives the index after what a cue at i speaks of, from index from
// on: as sentenceEnd, but no further than a mark behind which nothing hangs on
// the cue by the tree.
func complementEnd(doc *english.Document, ws []word, i, from int) int {
	const furthest = 120 // words: keeps this linear in a long sentence
	end := min(sentenceEnd(ws, from), from+furthest)
	cue := topToken(doc, ws[i].term.At)
	last := end - 1
	for cue >= 0 && last >= from && !under(doc, topToken(doc, ws[last].term.At), cue) {
		last--
	}
	for j := max(last, from); cue >= 0 && j < end; j++ {
		if ws[j].mark && !ws[j].quote && hasContent(ws[from:j]) {
			return j
		}
	}
	return end
}

// under says whether a token hangs on another, however far below.
func under(doc *english.Document, t, top int) bool {
	const deepest = 32 // a parse is a tree, but may be a bad one
	for n := 0; t >= 0 && n < deepest; n++ {
		if t = doc.Tokens[t].Head; t == top {
			return true
		}
	}
	return false
}

func isBreak(lower string) bool {
	switch lower {
	case "but", "because", "although", "though", "while", "whereas", "so", "since", "until", "unless", "if", "when", "as",
		"whether", "what", "why", "how", "who", "which", "where", "whose":
		return true
	}
	return false
}

// measures says whether "as" or "so" begins no clause: "so much as looked at".
func measures(ws []word, i int) bool {
	beside := ""
	switch {
	case ws[i].lower == "as" && i > 0:
		beside = ws[i-1].lower
	case ws[i].lower == "so":
		beside = lowerAt(ws, i+1)
	}
	switch beside {
	case "much", "many", "such", "long", "soon", "well", "far", "little", "few":
		return true
	}
	return false
}

func reportsAgain(lower string) bool {
	switch lower {
	case "said", "says", "insisted", "insists", "added", "will", "apologised", "offered", "called", "maintains", "maintained":
		return true
	}
	return false
}

func turnNot(doc *english.Document, ws []word, i int) {
	if i > 0 && ws[i-1].lower == "do" && (i == 1 || ws[i-2].mark) {
		drop(&ws[i]) // "Don't shoot" asks for something, and says nothing
		return
	}
	end := foreignVerb(doc, ws, i, clauseEnd(ws, i+1))
	if !hasContent(ws[i+1 : end]) {
		// "The evidence is not there": what stands before is turned.
		flip(ws[clauseStart(ws, i):i])
		return
	}
	if end < len(ws) && ws[end].lower == "but" && !hasVerb(ws[end:clauseEnd(ws, end+1)]) {
		if ws[i].term.Lemma == "not one" && end+1 < len(ws) && ws[end+1].term.Kind == claims.QuantityTerm {
			drop(&ws[i]) // "not one letter but two"
			return
		}
		flip(ws[lastPhrase(ws, i+1, end):end]) // "not signed in May but in June"
		return
	}
	flip(ws[i+1 : end])
}

// foreignVerb gives the index of the first verb before end that does not belong to
// what is negated, as the tree has it: in "paying no taxes was smart" it is "was".
func foreignVerb(doc *english.Document, ws []word, i, end int) int {
	const furthest = 60 // words: keeps this linear in a long sentence
	top := topToken(doc, ws[i].term.At)
	if top < 0 || doc.Tokens[top].Head < 0 {
		return end
	}
	governor := doc.Tokens[top].Head
	if doc.Tokens[top].Relation == "det" {
		if governor = doc.Tokens[governor].Head; governor < 0 {
			return end
		}
	}
	for j := i + 1; j < min(end, i+furthest); j++ {
		if ws[j].tag != english.Verb && ws[j].tag != english.Aux {
			continue
		}
		if t := topToken(doc, ws[j].term.At); t >= 0 && t != governor && !under(doc, t, governor) && hasContent(ws[i+1:j]) {
			return j
		}
	}
	return end
}

// turnVerb turns the verb before a cue that is its object: "prescribed nothing".
func turnVerb(doc *english.Document, ws []word, i int) {
	switch ws[i].term.Lemma {
	case "nothing", "nobody", "no one", "none":
	default:
		return
	}
	top := topToken(doc, ws[i].term.At)
	if top < 0 || doc.Tokens[top].Relation != "obj" {
		return
	}
	verb := doc.Tokens[top].Head
	for j := i - 1; j >= max(0, i-4); j-- {
		if topToken(doc, ws[j].term.At) == verb && ws[j].cue == "" {
			flip(ws[j : j+1])
		}
	}
}

func hasVerb(ws []word) bool {
	for i := range ws {
		if ws[i].tag == english.Verb || ws[i].tag == english.Aux {
			return true
		}
	}
	return false
}

// lastPhrase gives where the last phrase with a preposition begins before end,
// from where there is none.
func lastPhrase(ws []word, from, end int) int {
	for i := end - 1; i > from; i-- {
		if ws[i].tag == english.Prep {
			return i
		}
	}
	return from
}

func turnFail(ws []word, i int) {
	end := clauseEnd(ws, i+1)
	if hasContent(ws[i+1 : end]) {
		flip(ws[i+1 : end])
		return
	}
	drop(&ws[i])
}

// turnDispute takes "rejects" for a denial only before something that can be
// denied, or before "that".
func turnDispute(l *lexicon, ws []word, i int) {
	for j := i + 1; j < min(i+7, len(ws)); j++ {
		if l.reported[ws[j].term.Lemma] || ws[j].lower == "that" {
			flip(ws[i+1 : sentenceEnd(ws, i+1)])
			return
		}
	}
	drop(&ws[i])
}

// turnFalse takes "false" for a denial where it is said of a claim: after a
// form of be, with a word such as "reports" in the sentence, or before "that".
func turnFalse(l *lexicon, ws []word, i int) {
	said := false
	for j := max(0, i-4); j < i; j++ {
		said = said || ws[j].tag == english.Aux || ws[j].term.Lemma == "be" || ws[j].term.Lemma == "call" || ws[j].term.Lemma == "as"
	}
	about := false
	for j := range ws {
		about = about || (j != i && l.reported[ws[j].term.Lemma])
	}
	phrase := strings.Contains(ws[i].term.Lemma, " ")
	that := lowerAt(ws, i+1) == "that" || lowerAt(ws, i+1) == "to"
	whole := !hasContent(ws[:i]) && !hasContent(ws[i+1:]) // "That is a lie."
	for j := 0; j < i; j++ {
		if ws[j].cue == cueDeny || ws[j].cue == cueDispute {
			return // "rejected the claim as baseless": denied once, not twice
		}
	}
	if !(that || whole || phrase || (about && (said || i > 0))) {
		drop(&ws[i])
		return
	}
	if about {
		flip(ws[:i])
	} else {
		deny(ws[:i]) // "There is no hole, this is a fairy tale": the hole stays denied
	}
	flip(ws[i+1 : sentenceEnd(ws, i+1)])
}

// deny turns those words round that are not turned yet.
func deny(ws []word) {
	for i := range ws {
		ws[i].flips |= 1
	}
}

func clauseStart(ws []word, i int) int {
	for ; i > 0; i-- {
		if ws[i-1].mark && !ws[i-1].quote || isBreak(ws[i-1].lower) {
			return i
		}
	}
	return 0
}

func lowerAt(ws []word, i int) string {
	if i < len(ws) {
		return ws[i].lower
	}
	return ""
}

func hasContent(ws []word) bool {
	for i := range ws {
		if ws[i].content() || ws[i].term.Kind == claims.QuantityTerm {
			return true
		}
	}
	return false
}
