package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// asking turns a clause into a question.
type asking struct {
	clause
	speaker claims.Speaker
	names   map[string]bool // words of names, in small letters
	renamed bool            // the subject was the speaker's "I" or "we", and has his name now
	used    []int           // tokens that stand in the question
	unclear int             // words in it that nobody can tell whom they mean
}

// yesNo asks whether it is so: "Did Iran launch airstrikes?" It is empty where
// the clause cannot be asked.
func (a *asking) yesNo() string {
	subject := a.subjectWords()
	front, verb, ok := a.front()
	if !ok || subject == "" {
		return ""
	}
	words := []string{front, subject}
	if a.never {
		words = append(words, "ever")
	}
	return asked(append(words, verb, a.rest(nil)))
}

// howMany asks for the figure that stands with a counted noun; empty where the
// clause counts nothing.
func (a *asking) howMany() string {
	number, noun := a.counted()
	if number < 0 || a.denied() {
		return ""
	}
	var lead string
	switch lemma := a.doc.Tokens[noun].Lemma; {
	case shares[lemma]:
		of := a.shareOf(noun)
		if of == "" {
			return ""
		}
		lead = "What share of " + of
	case currencies[lemma]:
		lead = "How much"
	default:
		lead = "How many " + a.words(a.withoutNumber(noun, number))
	}
	if noun == a.subject {
		return asked([]string{lead, a.finite(), a.rest(nil)})
	}
	subject := a.subjectWords()
	front, verb, ok := a.front()
	if !ok || subject == "" {
		return ""
	}
	return asked([]string{lead, front, subject, verb, a.rest(func(i int) bool { return i == noun })})
}

var shares = map[string]bool{"percent": true, "third": true, "quarter": true, "half": true, "fifth": true, "tenth": true}

var currencies = map[string]bool{"dollar": true, "pound": true, "euro": true, "$": true, "€": true, "£": true, "million": true, "billion": true, "crown": true, "franc": true, "yen": true, "rouble": true, "rupee": true}

// which asks for what one part of the clause tells: "When were the sprinklers
// inspected?" clash says which words tell it.
func (a *asking) which(word string, clash func(i int) bool) string {
	told := -1
	for _, i := range a.parts {
		k := &a.doc.Tokens[i]
		if strings.HasPrefix(k.Relation, "obl") || k.Relation == "advmod" || k.Relation == "nmod" {
			for _, j := range a.phrase(i) {
				if clash(j) {
					told = i
				}
			}
		}
	}
	subject := a.subjectWords()
	front, verb, ok := a.front()
	if told < 0 || !ok || subject == "" || a.never || a.denied() || word == "Why" && a.doc.Tokens[a.verb].Lemma == "cause" {
		return ""
	}
	text := asked([]string{word, front, subject, verb, a.rest(func(i int) bool { return i == told })})
	for _, i := range a.used {
		if clash(i) && i != a.verb {
			return "" // it gives an answer
		}
	}
	return text
}

// who asks who did it: the subject itself.
func (a *asking) who() string {
	if a.denied() {
		return ""
	}
	return asked([]string{"Who", a.finite(), a.rest(nil)})
}

// denied says whether the clause says that something is not so.
func (a *asking) denied() bool {
	for _, j := range append(a.kids[a.verb], a.phrase(max(a.subject, 0))...) {
		if a.doc.Tokens[j].Negation {
			return true
		}
	}
	return false
}

// subjectWords words the subject, with the speaker's name for "I" and "we".
func (a *asking) subjectWords() string {
	if a.subject < 0 {
		return "there"
	}
	k := &a.doc.Tokens[a.subject]
	switch k.Lower {
	case "i", "we":
		a.renamed = true
		return shortName(a.speaker)
	case "he", "she":
		if a.speaker.Kind == claims.Person && a.opens() && (english.Name{Text: a.speaker.Name, Kind: english.PersonName}).GenderOf() == genderOf(k.Lower) {
			a.renamed = true
			return shortName(a.speaker)
		}
		return ""
	}
	if k.Tag == english.Pron && !indefinitePronoun[k.Lower] || k.Fine == "DT" && len(a.kids[a.subject]) == 0 {
		return ""
	}
	list := a.phrase(a.subject)
	switch first := &a.doc.Tokens[list[0]]; {
	case strings.HasPrefix(first.Fine, "W"), k.Tag == english.Prep, k.Tag == english.Conj, k.Tag == english.Adv, k.Lower == "neither", k.Lower == "none", k.Tag == english.Adj && len(list) == 1:
		return ""
	}
	return a.words(list)
}

// opens says whether the subject is the first word of the text: "he had
// nothing to do with it", said Martin Keane.
func (a *asking) opens() bool { return a.subject == 0 }

var indefinitePronoun = map[string]bool{
	"nobody": true, "everybody": true, "somebody": true, "anybody": true, "everyone": true, "someone": true, "anyone": true,
	"nothing": true, "everything": true, "something": true, "anything": true, "one": true,
}

func genderOf(pronoun string) english.Gender {
	if pronoun == "she" {
		return english.Female
	}
	return english.Male
}

// front gives the word that begins the question, and the verb as it stands
// after the subject.
func (a *asking) front() (first, verb string, ok bool) {
	v := &a.doc.Tokens[a.verb]
	if len(a.aux) == 0 {
		return a.withDo(v)
	}
	rest := []string{}
	for _, i := range a.aux[1:] {
		rest = append(rest, a.take(i))
	}
	first = helper(a.doc.Tokens[a.aux[0]].Lower)
	if first == "'s" {
		first = "is"
		if v.Fine == "VBN" && len(rest) == 0 && a.doc.Tokens[a.aux[0]].Relation == "aux" {
			first = "has"
		}
	}
	last := a.verbWord()
	if a.infinitive() {
		last = "to " + last // "is to leave"
	}
	switch {
	case !beginsQuestion[first]:
		return "", "", false
	case first == "had" && len(rest) > 0 && rest[0] == "been":
		first, rest = a.agree("was"), rest[1:]
	case first == "had" && len(rest) == 0 && v.Tag == english.Verb:
		first, last = "did", v.Lemma
	case first == "may" || first == "might":
		first = "could"
	case first == "would" && len(rest) > 0 && rest[0] != "have", first == "would" && len(rest) == 0:
		first = "will"
	}
	return a.agree(first), strings.Join(append(rest, last), " "), true
}

// infinitive says whether the verb has "to" before it.
func (a *asking) infinitive() bool {
	for _, j := range a.kids[a.verb] {
		if k := &a.doc.Tokens[j]; k.Lower == "to" && k.Fine == "TO" && j < a.verb {
			return true
		}
	}
	return false
}

// beginsQuestion are the helping verbs that can stand in front.
var beginsQuestion = map[string]bool{
	"am": true, "is": true, "are": true, "was": true, "were": true, "have": true, "has": true, "had": true, "do": true, "does": true, "did": true,
	"will": true, "would": true, "can": true, "could": true, "may": true, "might": true, "must": true, "shall": true, "should": true,
}

// withDo asks a clause without helping verbs.
func (a *asking) withDo(v *english.Token) (first, verb string, ok bool) {
	a.used = append(a.used, a.verb)
	if v.Lemma == "be" {
		return a.agree(strings.Replace(helper(v.Lower), "'s", "is", 1)), "", v.Fine == "VBD" || v.Fine == "VBZ" || v.Fine == "VBP"
	}
	switch v.Fine {
	case "VBD", "VBN":
		return "did", v.Lemma, v.Tag == english.Verb || v.Tag == english.Aux
	case "VBZ":
		return "does", v.Lemma, true
	case "VBP":
		if base := english.Lemma(v.Lower, english.Verb); base != v.Lower {
			return "did", base, true // "shot", which the tagger takes for the present
		}
		return a.agree("do"), v.Lemma, true
	}
	return "", "", false
}

// helper gives a helping verb in full.
func helper(lower string) string {
	switch lower {
	case "'ve":
		return "have"
	case "'ll", "wo":
		return "will"
	case "'re":
		return "are"
	case "'m":
		return "am"
	case "'d":
		return "would"
	case "ca":
		return "can"
	case "sha":
		return "shall"
	}
	return lower
}

// agree makes a helping verb fit the subject where that has changed.
func (a *asking) agree(w string) string {
	plural := a.subject >= 0 && a.plural(a.subject) && !a.renamed
	switch {
	case w == "was" && plural:
		return "were"
	case !a.renamed:
		return w
	}
	switch w {
	case "am", "are":
		return "is"
	case "were":
		return "was"
	case "have":
		return "has"
	case "do":
		return "does"
	}
	return w
}

// finite words the verb with its helpers as they stand: after "How many
// people".
func (a *asking) finite() string {
	var words []string
	for _, i := range a.aux {
		words = append(words, helper(a.take(i)))
	}
	words = append(words, a.verbWord())
	if len(a.aux) > 0 && words[0] == "had" && len(words) > 2 && words[1] == "been" {
		words = append([]string{a.agree("was")}, words[2:]...)
	}
	return strings.Join(words, " ")
}

// verbWord words the verb; of a noun or an adjective in its place only the word
// itself, as the rest is among the parts.
func (a *asking) verbWord() string {
	if a.predicate() {
		return a.words(a.predicatePhrase())
	}
	return a.take(a.verb)
}

// predicate says whether a form of "be" ties the word to its subject.
func (a *asking) predicate() bool {
	for _, i := range a.aux {
		if a.doc.Tokens[i].Relation == "cop" {
			return true
		}
	}
	return false
}

// predicatePhrase gives "a cook in the palace" without subject and helpers.
func (a *asking) predicatePhrase() []int {
	out := []int{a.verb}
	for _, i := range a.parts {
		if r := a.doc.Tokens[i].Relation; r != "obl" && r != "xcomp" && r != "ccomp" && !strings.HasPrefix(r, "obl:") && (r != "advmod" || i < a.verb) {
			out = append(out, a.phrase(i)...)
		}
	}
	return sorted(out)
}

// asked joins words into a question.
func asked(words []string) string {
	kept := words[:0]
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	text := strings.Join(kept, " ")
	if strings.Contains(text+" ", "- ") { // a word that is cut
		return ""
	}
	return upperFirst(text) + "?"
}
