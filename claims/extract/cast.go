package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// actor is somebody or something of whom the article speaks by name, or who
// speaks without one.
type actor struct {
	name    string
	forms   map[string]bool // all names the article uses
	kind    claims.SpeakerKind
	role    string
	gender  english.Gender
	first   int      // offset of the first mention
	long    []int    // offsets of the mentions by the full name, in order
	short   []int    // likewise by other names
	unnamed bool     // name is the words of a source
	aliases []string // the other forms as they are shown, once they were asked for
}

// cast is all actors of an article.
type cast struct {
	doc    *english.Document
	actors []*actor
	byName map[int]*actor      // by index into the document's names
	byWord map[string][]*actor // by the words of their role, and by the last word of their name
}

// maxNamesakes bounds how many actors are looked through for one word.
const maxNamesakes = 50

// maxActors bounds the actors of one article: a list of names is no cast.
const maxActors = 5000

// newCast links the names of the document to actors: a surname to the fullest
// name that ends in it, wherever in the article that stands.
func newCast(d *english.Document) *cast {
	c := &cast{doc: d, byName: map[int]*actor{}, byWord: map[string][]*actor{}}
	c.single(c.full())
	for _, a := range c.actors {
		slices.Sort(a.short)
		c.settleKind(a)
		c.index(a)
	}
	return c
}

// index files an actor under the words by which a source may take him up.
func (c *cast) index(a *actor) {
	for _, word := range append(roleHeads(a.role), headWord(strings.ToLower(a.name))) {
		if list := c.byWord[word]; len(list) < maxNamesakes && (len(list) == 0 || list[len(list)-1] != a) {
			c.byWord[word] = append(list, a)
		}
	}
}

func words(name string) []string { return strings.Fields(name) }

func (c *cast) add(n english.Name) *actor {
	a := &actor{name: n.Text, forms: map[string]bool{}, first: n.Span.Start, gender: n.GenderOf()}
	switch n.Kind {
	case english.PersonName:
		a.kind = claims.Person
	case english.OrganisationName, english.PlaceName:
		a.kind = claims.Organisation
	}
	c.actors = append(c.actors, a)
	return a
}

// mention takes what one mention tells about the actor.
func (c *cast) mention(a *actor, index int, n english.Name) {
	c.byName[index] = a
	a.forms[n.Text] = true
	if n.Text == a.name {
		a.long = append(a.long, n.Span.Start)
	} else {
		a.short = append(a.short, n.Span.Start)
	}
	if a.gender == english.AnyGender || n.Title != "" && n.GenderOf() != english.AnyGender {
		a.gender = n.GenderOf()
	}
	if n.Kind == english.PersonName && n.Title != "" {
		a.kind = claims.Person
	}
	role, kind := c.roleAt(n)
	if role != "" && (a.role == "" || len(role) > len(a.role) && a.kind == "") {
		a.role = role
		if a.gender == english.AnyGender {
			a.gender = genderOfRole(role)
		}
	}
	if a.kind == "" && kind != "" {
		a.kind = kind
	}
}

// settleKind guesses the kind of an actor of whom nothing tells it.
func (c *cast) settleKind(a *actor) {
	if a.kind != "" {
		return
	}
	w := words(a.name)
	last := strings.ToLower(w[len(w)-1])
	switch {
	case len(w) > 1 && documentNouns[last]:
		a.kind = claims.DocumentSource
	case len(w) > 1 && (organisationNouns[last] || undertakings[last]):
		a.kind = claims.Organisation
	case isMany(w[len(w)-1]) && a.gender == english.AnyGender:
		a.kind = claims.Group
	case len(w) > 1 && len(w) < 5 && a.forms[w[0]] && !a.forms[w[len(w)-1]]:
		a.kind = claims.Organisation
	case len(w) > 1 && len(w) < 5 && (a.gender != english.AnyGender || len(a.forms) > 1 || len(w) == 2):
		a.kind = claims.Person
	case len(w) == 1 && a.gender != english.AnyGender:
		a.kind = claims.Person
	default:
		a.kind = claims.Organisation
	}
}

// undertakings are last words of names that are nobody's surname.
var undertakings = wordSet(`initiative project program programme convention conference summit act deal plan fair festival cup prize show forum`)

func genderOfRole(role string) english.Gender {
	for _, w := range words(strings.ToLower(role)) {
		switch w {
		case "spokeswoman", "chairwoman", "congresswoman", "wife", "mother", "daughter", "sister", "queen", "princess", "actress", "businesswoman", "widow", "baroness", "girl", "woman":
			return english.Female
		case "spokesman", "chairman", "congressman", "husband", "father", "son", "brother", "king", "prince", "businessman", "policeman", "boy", "man":
			return english.Male
		}
	}
	return english.AnyGender
}

// before gives the offset of the last mention by name before the offset; -1
// for none.
func (a *actor) before(offset int) int {
	last := -1
	for _, at := range [][]int{a.long, a.short} {
		if i := sort.SearchInts(at, offset); i > 0 {
			last = max(last, at[i-1])
		}
	}
	return last
}

// actorAt gives the actor of the name that covers the token, and the index of
// the name.
func (c *cast) actorAt(t english.Token) (*actor, int) {
	names := c.doc.Names
	i := sort.Search(len(names), func(i int) bool { return names[i].Span.End > t.Span.Start })
	if i == len(names) || names[i].Span.Start-titleLength(names[i]) > t.Span.Start || c.byName[i] == nil {
		return nil, -1
	}
	return c.byName[i], i
}

// maxAliases is how many other names of an actor are shown: an article that
// uses more is none.
const maxAliases = 40

// speaker gives the actor as it stands in a statement.
func (a *actor) speaker() claims.Speaker {
	if a.aliases == nil {
		a.aliases = a.otherForms()
	}
	return claims.Speaker{Name: a.name, Kind: a.kind, Role: a.role, Aliases: a.aliases}
}

func (a *actor) otherForms() []string {
	var out []string
	for form := range a.forms {
		if form != a.name {
			out = append(out, form)
		}
	}
	sort.Strings(out)
	return out[:min(len(out), maxAliases):min(len(out), maxAliases)]
}
