package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// plainTitles say nothing about what somebody does.
var plainTitles = wordSet(`mr mrs ms miss mr. mrs. ms. sir dame`)

// roleAt reads the role that stands with a name: in front, "Plant manager Owen
// Rigg" and "the chairman, Grant Hollis", or behind, "Oana Lungescu, a NATO
// spokeswoman".
func (c *cast) roleAt(n english.Name) (role string, kind claims.SpeakerKind) {
	if n.Title != "" && !plainTitles[strings.ToLower(n.Title)] {
		return c.placeBefore(n) + n.Title, claims.Person
	}
	first, last := c.doc.TokenRange(n.Span)
	if role, kind = c.roleBefore(first); role != "" && (n.Kind != english.PlaceName || kind == claims.Person) {
		return role, kind
	}
	if role, kind = c.roleAfter(last); role != "" {
		return role, kind
	}
	return c.roleAcross(first, last)
}

// placeStarts are first words of names of places that read as adjectives.
var placeStarts = wordSet(`new north south west east`)

// placeBefore gives the rest of a name of place that begins in front of a
// title: the "New " of "New Jersey Gov.".
func (c *cast) placeBefore(n english.Name) string {
	start := n.Span.Start - titleLength(n)
	i, _ := c.doc.TokenRange(claims.Span{Start: start, End: n.Span.End})
	t := c.sentenceToken(i-1, i)
	if !placeStarts[t.Lower] {
		return ""
	}
	return c.doc.Text[t.Span.Start:start]
}

// sentenceToken gives a token of the same sentence as the token of reference.
func (c *cast) sentenceToken(i, reference int) english.Token {
	if i < 0 || i >= len(c.doc.Tokens) || c.doc.Tokens[i].Sentence != c.doc.Tokens[reference].Sentence {
		return english.Token{}
	}
	return c.doc.Tokens[i]
}

// roleBefore reads common nouns directly before the name.
func (c *cast) roleBefore(first int) (string, claims.SpeakerKind) {
	kind := c.headKind(first-1, first)
	if kind == "" {
		return "", ""
	}
	from := first - 1
	for first-from < 8 {
		t := c.sentenceToken(from-1, first)
		if t.Tag != english.Noun && t.Tag != english.Adj && t.Tag != english.NameTag && t.Text != "-" {
			break
		}
		from--
	}
	return c.doc.Text[c.doc.Tokens[from].Span.Start:c.doc.Tokens[first-1].Span.End], kind
}

// headKind says what the noun at i makes of the name beside it; empty where it
// is no such noun.
func (c *cast) headKind(i, reference int) claims.SpeakerKind {
	t := c.sentenceToken(i, reference)
	switch {
	case t.Text == "" || t.Tag != english.Noun && t.Tag != english.Adj && t.Tag != english.NameTag:
		return ""
	case isPersonNoun(t.Lower) && !unknownNouns[t.Lower]:
		return claims.Person
	case organisationNouns[t.Lower] && t.Tag == english.Noun:
		return claims.Organisation
	}
	return ""
}

// roleAfter reads an apposition behind the name.
func (c *cast) roleAfter(last int) (string, claims.SpeakerKind) {
	const longest = 12 // tokens
	if c.sentenceToken(last, last-1).Text != "," {
		return "", ""
	}
	from := last + 1
	if t := c.sentenceToken(from, last-1); t.Tag == english.Number && c.sentenceToken(from+1, last-1).Text == "," {
		from += 2 // the age
	}
	if t := c.sentenceToken(from, last-1); t.Lower == "a" || t.Lower == "an" || t.Lower == "the" {
		from++
	}
	head, named := -1, false
	end := from
	for end < from+longest {
		t := c.sentenceToken(end, last-1)
		if t.Tag == english.Prep && head >= 0 && (t.Lower == "of" || t.Lower == "at" || t.Lower == "for") {
			end = c.nounsEnd(end+1, last-1)
			break
		}
		if t.Tag != english.Noun && t.Tag != english.Adj && t.Tag != english.NameTag && t.Tag != english.Part && t.Text != "-" {
			break
		}
		named = head >= 0 && t.Tag == english.NameTag
		if c.headKind(end, last-1) != "" {
			head, named = end, false
		}
		end++
	}
	if head < 0 || end <= from || named || c.speaks(end, last-1) {
		return "", ""
	}
	return c.doc.Text[c.doc.Tokens[from].Span.Start:c.doc.Tokens[end-1].Span.End], c.headKind(head, last-1)
}

// speaks says whether the token is a verb that reports: what stands in front
// of it is a speaker, and explains no name.
func (c *cast) speaks(i, reference int) bool {
	t := c.sentenceToken(i, reference)
	_, cue := cues[english.Lemma(t.Lower, english.Verb)]
	return t.Tag == english.Verb && cue
}

// nounsEnd steps over a short noun phrase.
func (c *cast) nounsEnd(i, reference int) int {
	for n := 0; n < 10; n++ {
		t := c.sentenceToken(i, reference)
		of := (t.Lower == "of" || t.Lower == "for") && n > 0 && c.sentenceToken(i-1, reference).Tag == english.NameTag && c.sentenceToken(i+1, reference).Tag == english.NameTag
		if !of && t.Tag != english.Noun && t.Tag != english.Adj && t.Tag != english.NameTag && t.Tag != english.Det && t.Tag != english.Part && t.Text != "-" && !isOrdinal(t) {
			break
		}
		i++
	}
	for { // "chairman of the" leads nowhere
		t := c.sentenceToken(i-1, reference)
		if t.Tag != english.Det && t.Tag != english.Prep && t.Tag != english.Part {
			return i
		}
		i--
	}
}

// isOrdinal says whether a token is a number in figures with letters: "7th".
func isOrdinal(t english.Token) bool {
	return t.Text != "" && t.Text[0] >= '0' && t.Text[0] <= '9' && t.Text[len(t.Text)-1] >= 'a'
}

// roleAcross reads a phrase that the name explains: "The company's chairman,
// Grant Hollis,".
func (c *cast) roleAcross(first, last int) (string, claims.SpeakerKind) {
	if c.sentenceToken(first-1, first).Text != "," {
		return "", ""
	}
	after := c.sentenceToken(last, last-1)
	if after.Text != "," && after.Text != "." {
		return "", ""
	}
	from := first - 1
	for first-from < 10 {
		t := c.sentenceToken(from-1, first)
		if t.Tag != english.Noun && t.Tag != english.Adj && t.Tag != english.NameTag && t.Tag != english.Part && t.Text != "-" && t.Lower != "of" && t.Lower != "for" && t.Tag != english.Det {
			break
		}
		from--
	}
	for from < first-1 && c.doc.Tokens[from].Tag == english.Det {
		from++
	}
	if from >= first-1 {
		return "", ""
	}
	kind := claims.SpeakerKind("")
	for i := from; i < first-1; i++ {
		if c.doc.Tokens[i].Tag == english.Prep {
			break
		}
		if k := c.headKind(i, first); k != "" {
			kind = k
		}
	}
	if kind == "" {
		return "", ""
	}
	return c.doc.Text[c.doc.Tokens[from].Span.Start:c.doc.Tokens[first-2].Span.End], kind
}

// byRole finds the named actor whose role fits the words of a source: the same
// head noun, and the more words in common the better. Of equals the one
// mentioned last before the offset counts.
func (c *cast) byRole(phrase []english.Token, head english.Token, offset int) *actor {
	type hit struct {
		a     *actor
		score int
	}
	var hits []hit
	wanted := map[string]bool{}
	for _, t := range phrase {
		if t.Tag == english.Noun || t.Tag == english.Adj || t.Tag == english.NameTag {
			wanted[t.Lower] = true
		}
	}
	for _, a := range c.byWord[head.Lower] {
		if score := roleScore(a.role, wanted, head.Lower); score > 0 {
			hits = append(hits, hit{a, score})
		}
	}
	sort.SliceStable(hits, func(i, j int) bool {
		if hits[i].score != hits[j].score {
			return hits[i].score > hits[j].score
		}
		return hits[i].a.before(offset) > hits[j].a.before(offset)
	})
	if len(hits) == 0 {
		return nil
	}
	return hits[0].a
}

// roleWords gives the words of a role in small letters.
func roleWords(role string) []string {
	return strings.FieldsFunc(strings.ToLower(role), func(r rune) bool { return strings.ContainsRune(" -'’", r) })
}

// abbreviated are titles as they stand before a name, and in full.
var abbreviated = map[string]string{
	"sen.": "senator", "gov.": "governor", "rep.": "representative", "gen.": "general", "lt.": "lieutenant", "capt.": "captain", "col.": "colonel", "sgt.": "sergeant",
	"dr": "doctor", "dr.": "doctor", "prof.": "professor", "adm.": "admiral", "maj.": "major", "cmdr.": "commander", "rev.": "reverend",
}

// roleHeads gives the nouns of a role that say what somebody is, in small
// letters: those at its end, before "and", and before a preposition. Of
// "spokesman for the campaign" that is "spokesman".
func roleHeads(role string) []string {
	var heads []string
	w := roleWords(role)
	for i, word := range w {
		if full := abbreviated[word]; full != "" {
			word = full
		}
		switch append(w, "", "")[i+1] {
		case "", "of", "for", "at", "in":
			return append(heads, word)
		case "and":
			heads = append(heads, word)
		}
	}
	return heads
}

// roleScore counts the words a role shares with a phrase; 0 where the head
// noun is another one.
func roleScore(role string, wanted map[string]bool, head string) int {
	if !slices.Contains(roleHeads(role), head) {
		return 0
	}
	score := 1
	for _, w := range roleWords(role) {
		if wanted[w] && w != head {
			score++
		}
	}
	return score
}

// headWord gives the word of a name that says what it is: its last one, or the
// one before "of" or "for", all in small letters.
func headWord(name string) string {
	w := words(name)
	for i := 1; i < len(w); i++ {
		if w[i] == "of" || w[i] == "for" {
			return w[i-1]
		}
	}
	return w[len(w)-1]
}

// byNoun finds the actor whose name has the head noun of a phrase: "the union"
// for the "Rail Workers' Union", "the ministry" for the "Ministry of
// Transport". Modifiers must not clash. Of several the one mentioned last
// before the phrase counts.
func (c *cast) byNoun(phrase []english.Token, head english.Token) *actor {
	var best *actor
	for _, a := range c.byWord[head.Lower] {
		low := strings.ToLower(a.name)
		if len(words(low)) < 2 || headWord(low) != head.Lower {
			continue
		}
		fits := true
		for _, t := range phrase {
			if (t.Tag == english.Adj || t.Tag == english.NameTag || t.Tag == english.Noun) && !strings.Contains(low, t.Lower) {
				fits = false
			}
		}
		if fits && (best == nil || a.before(head.Span.Start) > best.before(head.Span.Start)) {
			best = a
		}
	}
	return best
}
