package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// fullNames are the actors with names of several words, by the ways in which
// a shorter name may take them up.
type fullNames struct {
	last     map[string][]*actor // by surname
	first    map[string]*actor   // by first name
	initials map[string]*actor   // organisations by their short form
}

// full casts the names of several words.
func (c *cast) full() fullNames {
	f := fullNames{last: map[string][]*actor{}, first: map[string]*actor{}, initials: map[string]*actor{}}
	known := map[string]*actor{}
	for _, shortest := range []int{3, 2} { // longer names first: they may end in shorter ones
		for i := range c.doc.Names {
			if n := c.nameAt(i); len(known) < maxActors && len(words(n.Text)) >= shortest && !c.inHeading(n) {
				c.castName(f, known, i, n)
			}
		}
	}
	for i := range c.doc.Names {
		if n := c.nameAt(i); len(known) < maxActors && len(words(n.Text)) > 1 && c.inHeading(n) {
			c.castHeading(f, known, i, n)
		}
	}
	return f
}

// castName gives a name of several words to its actor.
func (c *cast) castName(f fullNames, known map[string]*actor, i int, n english.Name) {
	if c.byName[i] != nil || c.isRole(n) {
		return
	}
	a := known[withoutInitials(n.Text)]
	if a == nil {
		a = c.add(n)
		f.file(known, a, n)
	}
	c.mention(a, i, n)
}

// castHeading does so in a heading, which writes common words with capitals
// too: a name counts there by its end that the article uses, and else only
// where a first name tells that it is a person.
func (c *cast) castHeading(f fullNames, known map[string]*actor, i int, n english.Name) {
	w := words(n.Text)
	for k := 0; k < len(w)-1; k++ {
		if a := known[withoutInitials(strings.Join(w[k:], " "))]; a != nil {
			c.byName[i] = a
			return
		}
	}
	if n.Kind == english.PersonName {
		c.castName(f, known, i, n)
	}
}

// withoutInitials takes middle initials and nicknames out of a name: "Ada J.
// Olin" and "Ada “The Rock” Olin" are "Ada Olin".
func withoutInitials(name string) string {
	w := words(name)
	out := w[:0:0]
	nickname := false
	for i, word := range w {
		within := i > 0 && i < len(w)-1
		nickname = nickname || within && strings.TrimLeft(word, nameMarks) != word
		if ends := nickname && strings.TrimRight(word, nameMarks) != word; nickname {
			nickname = !ends
			continue
		}
		if within && len(word) <= 2 && unicode.IsUpper(rune(word[0])) {
			continue
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

// nameMarks stand around a nickname within a name.
const nameMarks = "\"'“”‘’«»"

// inHeading says whether a name stands in a heading.
func (c *cast) inHeading(n english.Name) bool {
	i, _ := c.doc.TokenRange(n.Span)
	return c.doc.Sentences[c.doc.Tokens[i].Sentence].Heading
}

// nameAt gives a name of the document, with what was taken for a title put
// back where an organisation's word follows it: "Justice Department".
func (c *cast) nameAt(i int) english.Name {
	n := c.doc.Names[i]
	if low := strings.ToLower(n.Text); n.Title != "" && organisationNouns[low] {
		span := claims.Span{Start: n.Span.Start - titleLength(n), End: n.Span.End}
		return english.Name{Span: span, Text: span.In(c.doc.Text), Kind: english.OrganisationName}
	}
	for _, post := range posts { // "Norrbro CEO Ulla Stenmark"
		if before, after, ok := strings.Cut(n.Text, post); ok && n.Title == "" && len(words(after)) > 1 {
			cut := len(before) + len(post)
			return english.Name{Span: claims.Span{Start: n.Span.Start + cut, End: n.Span.End}, Text: after, Title: before + strings.TrimRight(post, " "), Kind: english.PersonName}
		}
	}
	return n
}

// posts are short forms of offices that stand within a run of capitals.
var posts = []string{" CEO ", " CFO ", " COO ", " MP "}

// isRole says whether a name only says what somebody is: "the Prime Minister",
// "the South Carolina Republican".
func (c *cast) isRole(n english.Name) bool {
	last := strings.ToLower(lastOf(n.Text))
	switch {
	case n.Title != "" || n.Kind == english.PersonName:
		return false
	case dignities[last]: // "the King", but "Tobin King"
		first, _ := c.doc.TokenRange(n.Span)
		return !strings.Contains(n.Text, " ") && first > 0 && c.doc.Tokens[first-1].Lower == "the"
	}
	return isOffice(n.Text) || partisans[last]
}

func lastOf(name string) string {
	w := words(name)
	return w[len(w)-1]
}

// file keeps an actor under its name and the short forms of it.
func (f fullNames) file(known map[string]*actor, a *actor, n english.Name) {
	w := words(n.Text)
	for i := 0; i < len(w)-1 && len(w) < 5; i++ { // "Vargas Llosa" for "Mario Vargas Llosa"
		if part := strings.Join(w[i:], " "); known[part] == nil {
			known[part] = a
		}
	}
	known[withoutInitials(n.Text)] = a
	if last := lastWord(n.Text); !isShortForm(w[len(w)-1]) {
		f.last[last] = append(f.last[last], a)
	}
	if f.first[w[0]] == nil {
		f.first[w[0]] = a
	}
	if n.Kind == english.PersonName {
		return
	}
	for _, short := range initials(n.Text) {
		if f.initials[short] == nil {
			f.initials[short] = a
		}
	}
}

// isShortForm says whether a word is all capitals, as "NATO".
func isShortForm(word string) bool { return len(word) > 1 && word == strings.ToUpper(word) }

// single casts the names of one word: each goes to the full name that it
// shortens, else it stands for itself.
func (c *cast) single(f fullNames) {
	known := map[string]*actor{}
	for i := range c.doc.Names {
		n := c.nameAt(i)
		if c.byName[i] != nil || len(known) >= maxActors || c.isRole(n) {
			continue
		}
		a := c.shortened(f, n)
		if a == nil {
			if a = known[n.Text]; a == nil {
				a = c.add(n)
				known[n.Text] = a
			}
		}
		c.mention(a, i, n)
	}
}

// shortened finds the actor whose name a name of one word shortens; nil for
// none.
func (c *cast) shortened(f fullNames, n english.Name) *actor {
	if a := f.initials[strings.ReplaceAll(n.Text, ".", "")]; a != nil {
		return a
	}
	if n.Kind == english.PlaceName {
		return nil
	}
	if a := bearer(f.last[lastWord(n.Text)], n); a != nil {
		return a
	}
	first, _ := c.doc.TokenRange(n.Span)
	if n.Title != "" || isShortForm(n.Text) || first > 0 && located[c.doc.Tokens[first-1].Lower] {
		return nil
	}
	return f.first[n.Text]
}

// located are words in front of a place: "in Orlando" is not the Orlando
// Sentinel.
var located = wordSet(`in at near from to around outside across`)

// bearer gives, of actors with one surname, the one whom a mention by surname
// means: whose full name stands most often, else last before it. Relatives who are
// introduced as such yield to the others, and who is known to be of another
// gender than the mention's title tells is left out.
func bearer(actors []*actor, n english.Name) *actor {
	var best *actor
	for _, a := range actors[:min(len(actors), maxNamesakes)] {
		if n.Title != "" && !fits(a, n.GenderOf()) {
			continue
		}
		if best == nil || likelier(a, best, n) {
			best = a
		}
	}
	if best == nil && len(actors) == 1 {
		return actors[0] // a title tells more than a first name
	}
	return best
}

func likelier(a, b *actor, n english.Name) bool {
	if x, y := kin[strings.ToLower(a.role)], kin[strings.ToLower(b.role)]; x != y {
		return y
	}
	if len(a.long) != len(b.long) {
		return len(a.long) > len(b.long)
	}
	return a.before(n.Span.Start) > b.before(n.Span.Start)
}

// kin are roles of people who are introduced by whose relatives they are.
var kin = wordSet(`husband wife brother sister son daughter father mother uncle aunt nephew niece cousin grandson granddaughter widow widower`)

// initials gives the short forms that a name of an organisation may have: the
// first letters of its words, with and without the small ones.
func initials(name string) []string {
	var all, capitals strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		all.WriteRune(unicode.ToUpper(r))
		if unicode.IsUpper(r) {
			capitals.WriteRune(r)
		}
	}
	if capitals.Len() < 2 {
		return nil
	}
	return []string{capitals.String(), all.String()}
}

// lastWord gives the surname as it is used alone: "al-Abadi" gives "abadi".
func lastWord(name string) string {
	w := words(name)
	if suffix := strings.ToLower(strings.Trim(w[len(w)-1], ".")); len(w) > 2 && (suffix == "jr" || suffix == "sr" || suffix == "ii" || suffix == "iii") {
		w = w[:len(w)-1]
	}
	last := strings.ToLower(w[len(w)-1])
	if _, rest, ok := strings.Cut(last, "-"); ok && len(strings.Split(last, "-")[0]) <= 3 {
		return rest
	}
	return last
}
