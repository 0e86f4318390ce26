package english

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed words/firstnames.txt
var firstNamesText string

//go:embed words/places.txt
var placesText string

var (
	firstNames = readFirstNames(lines(firstNamesText))
	places     = lineSet(lines(placesText))
)

func readFirstNames(lines []string) map[string]Gender {
	m := map[string]Gender{}
	for _, l := range lines {
		head, names, _ := strings.Cut(l, ":")
		g := map[string]Gender{"m": Male, "f": Female}[head]
		for _, n := range strings.Fields(names) {
			if known, ok := m[n]; ok && known != g {
				m[n] = AnyGender
				continue
			}
			m[n] = g
		}
	}
	return m
}

func lineSet(lines []string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lines {
		m[l] = true
	}
	return m
}

// capitalTitles are words that stand before a person's name, as newspapers
// write them there.
var capitalTitles = set(`mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady baroness baron count prince princess king queen duke pope saint st. imam sheikh
	ayatollah rabbi father sister rev rev. reverend bishop archbishop cardinal gen. gen general lt lt. lieutenant col col. colonel capt capt. captain sgt sgt. sergeant maj maj. major
	cmdr cmdr. commander adm adm. admiral brig. brigadier cpl. corporal pvt. private marshal sen sen. senator rep rep. representative gov gov. governor mayor president
	vice-president chancellor premier minister secretary secretary-general ambassador attorney congressman congresswoman councillor councilman councilwoman judge justice
	sheriff chief inspector superintendent sgt officer detective constable professor doctor chairman chairwoman chair director spokesman spokeswoman spokesperson commissioner
	speaker leader coach deputy vice-chancellor principal dean mp taoiseach emir sultan prosecutor coroner mogul hon. envoy`)

// titleLinks may stand between the words of a title: "Secretary of State".
var titleLinks = set(`of for the and to`)

// particles are small words within a person's name.
var particles = set(`al el bin ibn abu de da di du del della der den dos das la le van von ter ten zu bint ben y e`)

// nameOf are words after which "of" goes on with the name: "University of
// Leeds", "Department of Defence".
var nameOf = set(`university secretary department ministry bank house chamber institute board office council bureau republic president governor minister chief director
	court archbishop bishop duke duchess prince head association federation union society church kingdom academy museum school college committee centre center
	hospital foundation organisation organization league gulf bay city isle county strait sea chancellor mayor lord chair speaker university state states ministers house
	earl library confederation commission congress alliance friends institutes bar law doctors sons daughters`)

// organisationEnds are last words of organisations' names.
var organisationEnds = set(`inc inc. corp corp. corporation co co. company ltd ltd. llc llp plc group holdings party university college school department ministry council
	committee agency bank association court times post journal news herald tribune gazette chronicle guardian police union institute institution commission board bureau office
	senate congress parliament house administration authority service services foundation trust fund federation league club army navy force forces command guard airlines airways
	air industries systems technologies technology energy motors pharmaceuticals laboratories labs partners associates media network networks society organisation organization
	centre center hospital museum church ministries alliance coalition movement front brigade brigades treasury exchange press radio television tv international watch project network chamber
	team crew works railway rail transport water power gas oil mining steel chemicals foods stores airport ministry assembly government state states cabinet`)

// placeEnds are last words of places' names.
var placeEnds = set(`street road avenue river valley mountain mountains hill hills lake island islands bay sea ocean coast county province district city town village
	square park airport bridge harbour harbor port beach desert peninsula strait canal forest creek lane terrace heights`)

// Gender is what a name or title tells about the person.
type Gender string

// The genders a name can tell. AnyGender is the empty string: nothing known.
const (
	AnyGender Gender = ""
	Male      Gender = "m"
	Female    Gender = "f"
)

// GenderOf guesses from title and first name.
func (n Name) GenderOf() Gender {
	switch strings.TrimSuffix(strings.ToLower(n.Title), ".") {
	case "mr", "sir", "lord", "king", "prince", "father", "pope", "imam", "ayatollah", "duke", "baron":
		return Male
	case "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "baroness", "sister", "duchess":
		return Female
	}
	first, rest, _ := strings.Cut(n.Text, " ")
	if rest == "" && n.Kind != PersonName && n.Kind != OtherName {
		return AnyGender
	}
	return firstNames[first]
}

// findNames fills in the names: runs of words with a capital, with the small
// words that belong between them.
func (d *Document) findNames() {
	dates := 0
	for i := 0; i < len(d.Tokens); {
		if d.Tokens[i].Tag != NameTag || d.inDate(d.Tokens[i].Span, &dates) {
			i++
			continue
		}
		end := d.nameEnd(i)
		d.addName(i, end)
		i = end
	}
}

// nameEnd finds the end of the run of name words that begins here.
func (d *Document) nameEnd(i int) int {
	const longest = 16 // tokens
	end := i + 1
	for end-i < longest && end < len(d.Tokens) && d.Tokens[end].Sentence == d.Tokens[i].Sentence && d.Tokens[end].Quotation == d.Tokens[i].Quotation {
		n := d.goesOn(i, end)
		if n == 0 {
			break
		}
		end += n
	}
	return end
}

// goesOn says how many of the next tokens belong to the name, 0 for none.
func (d *Document) goesOn(first, i int) int {
	t := d.Tokens[i]
	next, prev := d.at(i+1, first), d.at(i-1, first)
	nextName := next.Tag == NameTag
	switch {
	case weekdays[t.Lower] != 0 || t.Lower == "sunday" || months[t.Lower] != 0 && t.Lower != "may" && t.Lower != "march":
		return 0
	case t.Tag == NameTag:
		return 1
	case t.Text == "-" && d.touches(i) && d.touches(i+1) && nextName:
		return 2
	case t.Text == "-" && d.touches(i) && d.touches(i+1) && capitalTitles[prev.Lower+"-"+next.Lower]:
		return 2
	case particles[t.Lower] && (nextName || next.Text == "-" && d.at(i+2, first).Tag == NameTag || particles[next.Lower] && d.at(i+2, first).Tag == NameTag):
		return d.particleRun(first, i)
	case t.Lower == "of" && nameOf[prev.Lower] && (nextName || next.Lower == "the" && d.at(i+2, first).Tag == NameTag):
		if nextName {
			return 2
		}
		return 3
	case t.Text == "&" && nextName:
		return 2
	case isRoman(t.Text), t.Lower == "jr." || t.Lower == "sr.":
		return 1
	}
	return 0
}

// particleRun counts the particles and hyphens up to the next name word.
func (d *Document) particleRun(first, i int) int {
	n := 1
	for n < 4 && (particles[d.at(i+n, first).Lower] || d.at(i+n, first).Text == "-") {
		n++
	}
	if d.at(i+n, first).Tag != NameTag {
		return 0
	}
	return n + 1
}

func isRoman(word string) bool { return word == "II" || word == "III" || word == "IV" || word == "VI" }

// addName adds the name of the tokens from first up to end: the title is set
// apart where a name follows it.
func (d *Document) addName(first, end int) {
	start := d.titleEnd(first, end)
	n := Name{}
	if start > first && start < end {
		n.Title = d.spanOf(first, start).In(d.Text)
	} else {
		start = first
	}
	if start == first {
		if t := d.at(first-1, first); particles[t.Lower] && d.touches(first) && t.Text == "al" {
			start = first - 1
		} else if t.Text == "-" && d.touches(first) && particles[d.at(first-2, first).Lower] {
			start = first - 2
		}
	}
	n.Span = d.spanOf(start, end)
	n.Text = n.Span.In(d.Text)
	n.Kind = d.nameKind(n, start, end)
	d.Names = append(d.Names, n)
}

// titleEnd gives the token after the last word of a title within the run.
func (d *Document) titleEnd(first, end int) int {
	title := first
	for i := first; i < end; i++ {
		low := d.Tokens[i].Lower
		if i+2 < end && d.Tokens[i+1].Text == "-" && d.touches(i+1) {
			low += "-" + d.Tokens[i+2].Lower
			if capitalTitles[low] {
				i += 2
			}
		}
		if !capitalTitles[low] && !(low == "state" && title > first && titleLinks[d.Tokens[i-1].Lower]) {
			continue
		}
		title = i + 1
		if low == "chief" && title+2 < end && hasAnySuffix(d.Tokens[title].Lower, "er", "ist", "ive", "or") {
			title++ // "Chief Engineer"
		}
		for title+1 < end && titleLinks[d.Tokens[title].Lower] {
			title += 2 // "of Defence"
		}
	}
	return min(title, end)
}

// nameKind guesses what a name stands for.
func (d *Document) nameKind(n Name, first, end int) NameKind {
	last := d.Tokens[end-1].Lower
	head := d.Tokens[first]
	_, givenName := firstNames[head.Text]
	switch {
	case n.Title != "", capitalTitles[head.Lower] && end-first > 2 && d.Tokens[first+1].Lower == "of":
		return PersonName
	case places[n.Text]:
		return PlaceName
	case givenName && end-first > 1 && !organisationEnds[last]:
		return PersonName
	case organisationEnds[last] && end-first > 1, nameOf[head.Lower] && end-first > 2:
		return OrganisationName
	case placeEnds[last] && end-first > 1:
		return PlaceName
	case isAcronym(n.Text):
		return OrganisationName
	case end-first > 1 && particlesWithin(d.Tokens[first:end]):
		return PersonName
	}
	return OtherName
}

func particlesWithin(run []Token) bool {
	for _, t := range run[1:] {
		if particles[t.Lower] && t.Tag != NameTag {
			return true
		}
	}
	return false
}

// isAcronym says whether a name is all capitals: "NATO", "FBI".
func isAcronym(name string) bool {
	if len(name) < 2 || len(name) > 8 {
		return false
	}
	for _, r := range name {
		if !unicode.IsUpper(r) && r != '.' && r != '&' {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r)
}
