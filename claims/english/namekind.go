package english

import (
	"strings"
	"unicode/utf8"
)

// votes count what speaks for each kind of name.
type votes struct {
	person, organisation, place int
	mentions                    int // how often the name stands in the text,
	article, inside, speaks     int // how often behind "the", behind "in", and before "said"
	again                       [3]bool
}

// add counts what a name tells by itself.
func (v *votes) add(kind NameKind, n int) {
	if at := v.of(kind); at != nil {
		*at += n
	}
}

// hear counts what one mention tells: the strongest one of all mentions, and
// once more where a second one tells the same, as a name that is often told of
// is no more what it is.
func (v *votes) hear(kind NameKind, n int) {
	at := v.of(kind)
	if at == nil {
		return
	}
	i := map[NameKind]int{PersonName: 0, OrganisationName: 1, PlaceName: 2}[kind]
	if *at > 0 && !v.again[i] {
		v.again[i] = true
		*at = max(*at, n) + 1
		return
	}
	*at = max(*at, n)
}

func (v *votes) of(kind NameKind) *int {
	switch kind {
	case PersonName:
		return &v.person
	case OrganisationName:
		return &v.organisation
	case PlaceName:
		return &v.place
	}
	return nil
}

// withArticle says whether the name stands behind "the" as a rule.
func (v *votes) withArticle() bool { return 2*v.article > v.mentions }

// enough is how many votes settle a kind.
const enough = 2

// kind gives the kind with most votes; other where they are few or even.
func (v votes) kind() NameKind {
	kind, best, second := OtherName, 0, 0
	for _, c := range [...]struct {
		kind NameKind
		n    int
	}{{PersonName, v.person}, {OrganisationName, v.organisation}, {PlaceName, v.place}} {
		if c.n > best {
			kind, best, second = c.kind, c.n, best
		} else {
			second = max(second, c.n)
		}
	}
	if best < enough || best == second {
		return OtherName
	}
	return kind
}

// settleKinds gives every name its kind, from its words, its title and what
// stands around it, here or at another place in the document. The surname of
// a person is a person, and the initials of an organisation are one.
func (d *Document) settleKinds(runs []run) {
	all := map[string]votes{}
	alone := map[string]bool{} // the words that stand as a name by themselves
	for i, r := range runs {
		v := all[d.Names[i].Text]
		v.mentions++
		if r.last-r.first == 1 && d.at(r.title-1, r.first).Lower != "the" {
			alone[d.Names[i].Text] = true
		}
		d.voteByContext(&v, i, r)
		all[d.Names[i].Text] = v
	}
	for i, r := range runs {
		v := all[d.Names[i].Text]
		d.voteByWords(&v, d.Names[i], r)
		if last := d.Tokens[r.last-1].Text; r.last-r.first > 1 && alone[last] && isSurname(last) {
			v.person += 2 // the surname is used by itself
		}
		d.Names[i].Kind = v.kind()
	}
	d.spreadKinds(runs)
}

// spreadKinds lets whole names tell about their short forms. A title is
// stronger than what else was found about the short form.
func (d *Document) spreadKinds(runs []run) {
	persons, titled, others := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i, r := range runs {
		first, last := d.Tokens[r.first].Text, d.Tokens[r.last-1].Text
		switch n := d.Names[i]; {
		case n.Kind == PersonName && n.Title != "":
			titled[last], persons[last] = true, true
		case n.Kind == PersonName && r.last-r.first > 1:
			persons[last] = true
			persons[first] = persons[first] || isGivenName(first)
		case n.Kind == OrganisationName && r.last-r.first > 1:
			others[d.initials(r)] = true
			others[first] = true
		}
	}
	for i, r := range runs {
		n := &d.Names[i]
		word := sentenceCase(n.Text)
		switch {
		case r.last-r.first > 1 || n.Title != "" || organisations[n.Text] || belongs(n.Text), places[word] && !titled[word]:
		case titled[word], persons[word] && (n.Kind == OtherName || isCapitals(n.Text)):
			n.Kind = PersonName
		case n.Kind == OtherName && others[n.Text]:
			n.Kind = OrganisationName
		}
	}
}

// sentenceCase gives a word in capitals as it is written elsewhere.
func sentenceCase(word string) string {
	if !isCapitals(word) || len(word) > longWord {
		return word
	}
	parts := strings.Fields(word)
	for i, p := range parts {
		_, w := utf8.DecodeRuneInString(p)
		parts[i] = p[:w] + strings.ToLower(p[w:])
	}
	return strings.Join(parts, " ")
}

// belongs says whether a word tells a nation, faith or party: "Syrian",
// "Syrians", "African-American".
func belongs(word string) bool {
	if first, rest, ok := strings.Cut(word, "-"); ok {
		return demonyms[first] && belongs(rest)
	}
	return demonyms[word] || demonyms[strings.TrimSuffix(word, "s")]
}

// initials gives the first letters of the capitals of a name.
func (d *Document) initials(r run) string {
	var b strings.Builder
	for _, t := range d.Tokens[r.first:r.last] {
		if startsUpper(t.Text) {
			for _, c := range t.Text {
				b.WriteRune(c)
				break
			}
		}
	}
	return b.String()
}

// isSurname says whether the last word of a name may be a surname.
func isSurname(word string) bool {
	low := strings.ToLower(word)
	return !organisationEnds[low] && !companyEnds[low] && !placeEnds[low] && !nameOf[low] && !capitalTitles[low] && !thingEnds[low] &&
		!places[word] && !organisations[word] && !belongs(word) && !isAcronym(word)
}

// voteByWords counts what the name itself tells.
func (d *Document) voteByWords(v *votes, n Name, r run) {
	words := d.Tokens[r.first:r.last]
	head, last := words[0], words[len(words)-1].Lower
	const sure = 12
	switch {
	case n.Title != "":
		v.person += sure
	case organisations[n.Text]:
		v.organisation += sure
	case belongs(n.Text), len(words) > 1 && thingEnds[last]:
		*v = votes{}
	case capitalTitles[head.Lower] && len(words) > 2 && words[1].Lower == "of":
		v.person += sure
	case places[n.Text] || places[sentenceCase(n.Text)]:
		v.place += sure
	default:
		d.voteByEnds(v, n, r)
	}
}

// voteByEnds looks at the first and last words of a name that no list holds.
func (d *Document) voteByEnds(v *votes, n Name, r run) {
	words := d.Tokens[r.first:r.last]
	head, last := words[0].Lower, words[len(words)-1].Lower
	if v.withArticle() {
		v.person -= 3
	}
	if 3*v.inside >= v.mentions && v.inside > 0 {
		v.place += 2
	}
	if len(words) == 1 && v.speaks > 0 {
		v.place -= 3
	}
	switch {
	case len(words) == 1:
		d.voteByOneWord(v, n)
	case companyEnds[last]:
		v.organisation += 8
	case nameOf[head] && len(words) > 2 && words[1].Lower == "of":
		v.add(map[bool]NameKind{true: PlaceName, false: OrganisationName}[placeHeads[head]], 5)
	case organisationEnds[last]:
		v.organisation += 5
	case placeEnds[last]:
		v.place += 5
	default:
		d.voteByManyWords(v, r)
	}
}

func (d *Document) voteByOneWord(v *votes, n Name) {
	low := strings.ToLower(n.Text)
	const short = 4 // letters: longer words in capitals are often only that
	switch {
	case isAcronym(n.Text) && noOrganisations[low]:
		v.organisation -= 10
	case isAcronym(n.Text) && strings.Contains(n.Text, "."):
		v.organisation += strings.Count(n.Text, ".")
	case isAcronym(n.Text) && len(n.Text) > short:
		v.organisation += 2
	case isAcronym(n.Text) && len(n.Text) > 2:
		v.organisation += 3
	case v.withArticle() && organisationEnds[low]:
		v.organisation += 3
	case isGivenName(n.Text):
		v.person += 2
	}
}

// voteByManyWords looks at a name of several words that ends in no word for a
// place or an organisation.
func (d *Document) voteByManyWords(v *votes, r run) {
	words := d.Tokens[r.first:r.last]
	switch head := words[0]; {
	case isGivenName(head.Text):
		v.person += 5
	case len(head.Text) == 4 && isInitials(strings.TrimSuffix(head.Text, ".")) && !places[head.Text] && !organisations[head.Text]: // "O.J. Olin"
		v.person += 4
	case placeStarts[words[0].Lower]:
		v.place += 3
	}
	for k, t := range words {
		switch {
		case t.Text == "&":
			v.organisation += 4
		case k+1 < len(words) && len(t.Text) == 2 && t.Text[1] == '.' && startsUpper(t.Text), t.Lower == "jr." || t.Lower == "sr.":
			v.person += 4
		case t.Lower == "of" && k > 0 && nameOf[words[k-1].Lower] && !capitalTitles[words[k-1].Lower]:
			v.organisation += 4
		case k > 0 && k+1 < len(words) && particles[t.Lower] && t.Tag != NameTag:
			v.person += 3
		}
	}
	const longest = 3 // words
	if len(words) <= longest && v.organisation <= 0 && v.place == 0 && !v.withArticle() && plainWords(words) {
		v.person++
	}
}

// plainWords says whether all words have one capital, at their beginning, as
// names of people do.
func plainWords(words []Token) bool {
	for _, t := range words {
		if !startsUpper(t.Text) || strings.ToLower(t.Text[1:]) != t.Text[1:] || !isLatin(t.Text[len(t.Text)-1]) || demonyms[t.Text] {
			return false
		}
	}
	return true
}

// voteByContext counts what stands around one mention.
func (d *Document) voteByContext(v *votes, i int, r run) {
	before, after := d.at(r.title-1, r.first), d.at(r.last, r.first)
	d.voteByBefore(v, r, before)
	next := d.at(r.last+1, r.first)
	switch {
	case after.Text == "," && isAge(next.Text) && isClauseMark(d.at(r.last+2, r.first).Text):
		v.hear(PersonName, 4)
	case after.Lower == "who" || after.Text == "," && (next.Lower == "who" || next.Lower == "whose"):
		v.hear(PersonName, 3)
	case after.Text == "," && i+1 < len(d.Names) && d.Names[i+1].Span.Start == next.Span.Start && places[d.Names[i+1].Text] && !places[d.Names[i].Text]:
		v.hear(PlaceName, 2)
	case after.Text == "," && (next.Lower == "a" || next.Lower == "an" || next.Lower == "the"):
		v.hear(d.appositionKind(r.last+2, r.first), 3)
	case after.Text == "-" && (next.Lower == "based" || next.Lower == "born"):
		v.hear(PlaceName, 3)
	case after.Lower == "'s":
		v.hear(ownerKinds[next.Lower], 2)
	case after.Text == ":" && d.leads(r) && isCapitals(d.Tokens[r.last-1].Text):
		v.hear(PersonName, 5) // in a transcript
	case d.leads(r) && (isCapitals(d.Tokens[r.first].Text) || after.Text == "(") && isDash(d.Tokens[d.Sentences[d.Tokens[r.first].Sentence].Last-1].Text):
		v.hear(PlaceName, 5) // in a dateline
	case sayings[after.Lower]:
		v.speaks++
		if r.last-r.first > 1 {
			v.hear(PersonName, 1)
		}
	}
}

// leads says whether a name is the first thing in its sentence.
func (d *Document) leads(r run) bool {
	first := d.Sentences[d.Tokens[r.first].Sentence].First
	return r.title == first || r.title == first+1 && isOpener(d.Tokens[first].Text)
}

// ownerKinds tell whose something is: "Norway's capital", "Olin's wife".
var ownerKinds = map[string]NameKind{
	"wife": PersonName, "husband": PersonName, "son": PersonName, "daughter": PersonName, "mother": PersonName, "father": PersonName, "lawyer": PersonName,
	"attorney": PersonName, "running": PersonName, "doctor": PersonName, "brother": PersonName, "sister": PersonName, "presidency": PersonName,
	"capital": PlaceName, "parliament": PlaceName, "economy": PlaceName, "prime": PlaceName, "foreign": PlaceName, "army": PlaceName, "border": PlaceName,
	"shareholders": OrganisationName, "shares": OrganisationName, "customers": OrganisationName, "profits": OrganisationName,
}

// sayings are what people do more than organisations.
var sayings = set(`said says told added recalled replied asked wrote tweeted argued joked insisted`)

func isAge(word string) bool {
	return len(word) > 0 && len(word) < 3 && isDigit(word[0]) && isDigit(word[len(word)-1])
}

// isClauseMark says whether what follows an age ends the apposition.
func isClauseMark(word string) bool {
	return word == "," || word == "." || word == "and" || word == "of" || word == ")"
}

// voteByBefore looks at the word before a name.
func (d *Document) voteByBefore(v *votes, r run, before Token) {
	many := r.last-r.first > 1
	switch low := before.Lower; {
	case low == "the":
		v.article++
	case directions[low]:
		v.hear(PlaceName, 3)
	case low == "of" && kindNouns[d.at(r.title-2, r.first).Lower] == PlaceName:
		v.hear(PlaceName, 5)
	case low == "in" || low == "near" || low == "outside" || low == "across" || low == "throughout" || low == "inside":
		if d.at(r.last, r.first).Lower != "'s" {
			v.inside++
		}
	case kindNouns[low] != "" && before.Text == low:
		v.hear(kindNouns[low], 4)
	}
	if sayings[before.Lower] && many {
		v.hear(PersonName, 1)
	}
}

// appositionKind gives the kind of the first noun that tells one, in ", a
// spokeswoman for".
func (d *Document) appositionKind(i, inside int) NameKind {
	const reach = 6 // tokens
	for k := i; k < i+reach; k++ {
		t := d.at(k, inside)
		if t.Text == "" || t.Tag == Punct && t.Text != "-" || t.Tag == Prep || t.Tag == Verb {
			return ""
		}
		if kind := kindNouns[t.Lower]; kind != "" && kindNouns[d.at(k+1, inside).Lower] == "" {
			return kind
		}
	}
	return ""
}
