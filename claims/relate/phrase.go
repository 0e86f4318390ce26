package relate

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

func sorted(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// words writes tokens as they stand, with "the" for "this" and "that", "any"
// for "no", and names for the pronouns of the speaker.
func (a *asking) words(list []int) string {
	var b strings.Builder
	last := -1
	for _, i := range list {
		for _, j := range a.kids[i] {
			if a.doc.Tokens[j].Relation == "acl:relcl" {
				a.unclear++ // what tells which one is left out: "workers we cannot account for"
			}
		}
		w := a.take(i)
		if w == "" {
			continue
		}
		if last >= 0 && a.doc.Tokens[last].Span.End < a.doc.Tokens[i].Span.Start && a.doc.Tokens[i].Text != "," && (w != "body" || a.doc.Tokens[i].Lower != "one") {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		last = i
	}
	return b.String()
}

// take words one token, notes that it is used, and whether a reader can tell
// whom it means.
func (a *asking) take(i int) string {
	k := &a.doc.Tokens[i]
	if k.Text == "…" || k.Tag == english.Punct && k.Fine != "HYPH" && k.Text != "," && k.Text != "%" && k.Text != "$" {
		return ""
	}
	a.used = append(a.used, i)
	switch k.Lower {
	case "my", "our":
		if k.Fine == "PRP$" {
			return possessive(shortName(a.speaker))
		}
	case "me", "us":
		return shortName(a.speaker)
	case "no":
		if k.Fine == "DT" {
			return "any"
		}
	case "one":
		if i > 0 && a.doc.Tokens[i-1].Lower == "no" && k.Relation != "nummod" {
			return "body" // "no one"
		}
	case "nobody", "nothing", "none":
		return "any" + map[string]string{"nobody": "body", "nothing": "thing"}[k.Lower]
	case "this", "that", "these", "those":
		if k.Fine == "DT" && k.Relation == "det" {
			return "the"
		}
	}
	doubt := a.doubtful(i)
	a.unclear += doubt
	if doubt > 0 && k.Fine == "PRP$" {
		return "the"
	}
	if i == a.doc.Sentences[k.Sentence].First && !a.proper(k) {
		return k.Lower
	}
	return k.Text
}

// proper says whether the first word of a sentence has a capital of its own.
func (a *asking) proper(k *english.Token) bool {
	return k.Tag == english.NameTag || k.Fine == "NNP" || k.Fine == "NNPS" || k.Text == "I" || k.Text[1:] != k.Lower[1:] || a.names[k.Lower]
}

// doubtful says how much a word leaves open whom it means.
func (a *asking) doubtful(i int) int {
	k := &a.doc.Tokens[i]
	switch {
	case k.Fine == "PRP$":
		if a.subject >= 0 && i > a.subject && a.doc.Tokens[a.subject].Tag != english.Pron {
			return 0
		}
		return 1
	case k.Tag == english.Pron && k.Fine == "PRP" && k.Lower != "itself" && k.Lower != "themselves" && k.Lower != "himself" && k.Lower != "herself":
		return 2
	case k.Fine == "DT" && k.Tag == english.Pron:
		return 2
	}
	return 0
}

// rest words what stands after the verb, but for one part; what makes the
// question too long is left out, the last of it first.
func (a *asking) rest(except func(i int) bool) string {
	const longest = 75 // characters
	taken := map[int]bool{}
	if a.predicate() {
		for _, i := range a.predicatePhrase() {
			taken[i] = true
		}
	}
	var parts []string
	length := 0
	for _, i := range a.parts {
		if taken[i] || except != nil && except(i) || a.strays(i) || a.fleeting(i) {
			continue
		}
		mark, unclear := len(a.used), a.unclear
		w := a.words(a.phrase(i))
		if asides[strings.ToLower(w)] {
			continue
		}
		n := utf8.RuneCountInString(w)
		if need := a.needed(i); length+n > longest && !need || !need && a.unclear > unclear {
			a.used, a.unclear = a.used[:mark], unclear
			continue
		}
		if w != "" {
			parts, length = append(parts, w), length+n+1
		}
	}
	return strings.Join(parts, " ")
}

// asides are phrases that a title can do without.
var asides = map[string]bool{"of course": true, "for example": true, "for instance": true, "in fact": true, "in addition": true, "at least": true, "by the way": true}

// strays says whether a part stands before the verb, or is a word by itself
// that only makes sense there.
func (a *asking) strays(i int) bool {
	k := &a.doc.Tokens[i]
	if first := a.phrase(i)[0]; a.doc.Tokens[first].Lower == "as" && first > 0 && a.doc.Tokens[first-1].Tag == english.Adv {
		return true // "as recently as February"
	}
	return i < a.verb && (k.Relation == "obl" || k.Relation == "nmod" || k.Relation == "advmod" && strings.HasSuffix(k.Lower, "ly"))
}

// fleeting says whether a part tells a time by the day on which it was said:
// "this year", "last week". A title outlives it.
func (a *asking) fleeting(i int) bool {
	if a.needed(i) || !timeNouns[strings.ToLower(a.doc.Tokens[i].Lemma)] {
		return false
	}
	for _, j := range a.kids[i] {
		switch a.doc.Tokens[j].Lower {
		case "this", "last", "next":
			return true
		}
	}
	return false
}

var timeNouns = map[string]bool{"year": true, "month": true, "week": true, "day": true, "night": true, "morning": true, "evening": true, "afternoon": true,
	"weekend": true, "season": true, "summer": true, "winter": true, "spring": true, "autumn": true, "fall": true, "quarter": true, "monday": true, "tuesday": true,
	"wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// needed says whether a verb cannot stand without the part.
func (a *asking) needed(i int) bool {
	switch a.doc.Tokens[i].Relation {
	case "obj", "iobj", "xcomp", "ccomp", "compound:prt", "nsubj":
		return true
	}
	return false
}

// counted gives a number of the clause and the noun that it counts; -1 where
// there is none.
func (a *asking) counted() (number, noun int) {
	heads := []int{a.subject}
	for _, i := range a.parts {
		if r := a.doc.Tokens[i].Relation; r == "obj" || r == "nsubj" {
			heads = append(heads, i)
		}
	}
	for _, h := range heads {
		if h < 0 || a.doc.Tokens[h].Tag != english.Noun {
			continue
		}
		for _, j := range a.kids[h] {
			k := &a.doc.Tokens[j]
			if k.Relation == "nummod" && (a.doc.Tokens[h].Fine == "NNS" || a.doc.Tokens[h].Lemma == "percent") && k.Tag == english.Number {
				return j, h
			}
		}
	}
	return -1, -1
}

// withoutNumber gives the tokens of a counted noun without the number and what
// belongs to it.
func (a *asking) withoutNumber(noun, number int) []int {
	drop := map[int]bool{}
	for _, i := range a.phrase(number) {
		drop[i] = true
	}
	out := []int{}
	for _, i := range a.phrase(noun) {
		k := &a.doc.Tokens[i]
		if !drop[i] && (i > number || k.Relation != "det" && k.Relation != "case" && k.Relation != "advmod" && k.Relation != "nmod" && k.Relation != "nmod:poss" && k.Fine != "JJS" && k.Fine != "JJR") {
			out = append(out, i)
		}
	}
	return out
}

// shareOf words the whole that a share is of: "the nurses".
func (a *asking) shareOf(noun int) string {
	for _, j := range a.kids[noun] {
		if a.doc.Tokens[j].Relation == "nmod" {
			list := a.phrase(j)
			if a.doc.Tokens[list[0]].Lower == "of" {
				return a.words(list[1:])
			}
		}
	}
	return ""
}

// shortName is how a title names a speaker; empty where nobody is named.
func shortName(s claims.Speaker) string {
	const longest = 40 // characters
	name := strings.Join(strings.Fields(s.Name), " ")
	switch strings.ToLower(name) {
	case "i", "we", "he", "she", "they", "it", "you", "who":
		return ""
	}
	if utf8.RuneCountInString(name) > longest {
		return ""
	}
	if name != "" && strings.ToLower(name) == name && !strings.HasPrefix(name, "the ") && !strings.HasSuffix(name, "s") {
		return "the " + name
	}
	return name
}

func possessive(name string) string {
	switch {
	case name == "":
		return ""
	case strings.HasSuffix(name, "s"):
		return name + "’"
	}
	return name + "’s"
}
