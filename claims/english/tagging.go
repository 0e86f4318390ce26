package english

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed words/adjectives.txt
var adjectivesText string

//go:embed words/adverbs.txt
var adverbsText string

var (
	adjectives = set(strings.Join(lines(adjectivesText), " "))
	adverbs    = set(strings.Join(lines(adverbsText), " "))
)

// closed holds the words of the classes to which English adds none. What
// stands around a word may still change its tag; see [Document.settle].
var closed = closedClasses()

func closedClasses() map[string]Tag {
	m := map[string]Tag{}
	for _, class := range []struct {
		tag   Tag
		words string
	}{
		{Det, `the a an this that these those my your his its our their some any no every each all both either neither another such what which whose many several few much enough`},
		{Pron, `i you he she it we they me him her us them mine yours hers ours theirs myself yourself himself herself itself ourselves themselves yourselves
			who whom someone somebody anyone anybody everyone everybody nobody nothing something anything everything none oneself others whoever whatever`},
		{Prep, `of in on at by for with from about against between into through during before after above below under over within without toward towards upon across
			behind beyond near among amid around despite besides beneath beside per via throughout onto off out up down inside outside along than like unlike until till since as versus amongst
			according regarding concerning including following excluding aboard past worth minus plus`},
		{Conj, `and or but nor yet because although though while whereas if unless whether so lest once`},
		{Aux, `am is are was were be been being 'm 're has have had having 've do does did can could will would shall should may might must ought 'll 'd wo ca sha`},
		{Part, `to not n't 's '`},
	} {
		for _, w := range strings.Fields(class.words) {
			m[w] = class.tag
		}
	}
	return m
}

var negations = set(`not n't never no nor none nobody nothing neither nowhere without cannot`)

var subjectPronouns = set(`i you he she it we they who`)

// tagAll fills in tags, lemmas and negation.
func (d *Document) tagAll() {
	seen := d.knownNames()
	for i := range d.Tokens {
		d.Tokens[i].Tag = d.firstTag(i, seen)
		d.Tokens[i].Negation = negations[d.Tokens[i].Lower]
	}
	for i := range d.Tokens {
		d.settle(i)
	}
	for i := range d.Tokens {
		d.Tokens[i].Lemma = Lemma(d.Tokens[i].Lower, d.Tokens[i].Tag)
	}
}

// knownNames gives the words that are written with a capital where a small
// letter would stand, were they no names.
func (d *Document) knownNames() map[string]bool {
	seen := map[string]bool{}
	for i, t := range d.Tokens {
		if startsUpper(t.Text) && !d.opens(i) && !d.Sentences[t.Sentence].Heading && len(t.Text) <= longWord {
			seen[t.Lower] = true
		}
	}
	return seen
}

// opens says whether a token is the first word of a sentence or of a
// quotation, where a capital says nothing.
func (d *Document) opens(i int) bool {
	first := d.Sentences[d.Tokens[i].Sentence].First
	for i > first {
		i--
		switch mark := d.Tokens[i].Text; {
		case mark == ":" || mark == "—" || mark == "–" || mark == "--":
			return true
		case !isOpener(mark) && mark != "”":
			return false
		case i < first+1:
			return true
		case mark == "\"" || mark == "“":
			return true
		}
	}
	return true
}

// firstTag tags a word by itself.
func (d *Document) firstTag(i int, seen map[string]bool) Tag {
	t := d.Tokens[i]
	r, _ := utf8.DecodeRuneInString(t.Text)
	tag, isClosed := closed[t.Lower]
	switch {
	case isDigit(t.Text[0]), len(t.Text) > 1 && r == '.' && isDigit(t.Text[1]):
		return Number
	case t.Text == "May" && !d.opens(i), t.Text == "US":
		return NameTag
	case isClosed:
		return tag
	case !isWordRune(r) && r != '@' && r != '#' && len(t.Text) < 4:
		return Punct
	case unicode.IsUpper(r) && d.isName(i, seen):
		return NameTag
	case numberWords[t.Lower] != 0:
		return Number
	case r == '@' || r == '#':
		return NameTag
	case !isWordRune(r) && !strings.ContainsAny(t.Text, "0123456789abcdefghijklmnopqrstuvwxyz"):
		return Punct
	}
	return openTag(t.Lower)
}

// isName decides about a word with a capital that is in no closed class.
func (d *Document) isName(i int, seen map[string]bool) bool {
	t := d.Tokens[i]
	if !d.opens(i) && !d.Sentences[t.Sentence].Heading {
		return true
	}
	if seen[t.Lower] || len(t.Text) > 1 && t.Text == strings.ToUpper(t.Text) && !d.Sentences[t.Sentence].Heading {
		return true
	}
	if capitalTitles[d.at(i+1, i).Lower] && startsUpper(d.at(i+1, i).Text) && (capitalTitles[t.Lower] || titleWords[t.Lower]) {
		return true
	}
	if d.roleOpens(i) {
		return false
	}
	known := adverbs[t.Lower] || adjectives[t.Lower] || numberWords[t.Lower] != 0 || strings.HasSuffix(t.Lower, "ly") || strings.HasSuffix(t.Lower, "ing")
	if _, verb := verbForms[t.Lower]; verb || known {
		return false
	}
	nextUpper := i+1 < len(d.Tokens) && startsUpper(d.Tokens[i+1].Text) && d.Tokens[i+1].Sentence == t.Sentence
	return nextUpper || openTag(t.Lower) == Noun && !strings.HasSuffix(t.Lower, "s") && !commonNounEnding(t.Lower)
}

// ingNouns end like the form of a verb and are none.
var ingNouns = set(`morning evening ceiling wedding king spring string thing wing ring sibling offspring viking sterling shilling pudding herring
	lightning earring railing awning`)

// titleWords begin a title of several words: "Prime Minister".
var titleWords = set(`prime foreign interior home finance defence defense justice health education labour labor transport trade energy attorney
	lieutenant major brigadier vice chief supreme lord lady crown assistant associate us uk eu`)

// roleOpens says whether a sentence begins with what somebody does, and two
// words of a name follow: "Forecaster Ada Norring".
func (d *Document) roleOpens(i int) bool {
	t := d.Tokens[i]
	if _, name := firstNames[t.Text]; name || capitalTitles[t.Lower] || !hasAnySuffix(t.Lower, "er", "or", "ist", "man", "woman", "ian") {
		return false
	}
	return startsUpper(d.at(i+1, i).Text) && startsUpper(d.at(i+2, i).Text)
}

func commonNounEnding(low string) bool {
	return hasAnySuffix(low, "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "ist", "ists", "ants", "ers")
}

func hasAnySuffix(word string, ends ...string) bool {
	for _, e := range ends {
		if len(word) > len(e)+2 && strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// openTag tags a word of the open classes by list and ending.
func openTag(low string) Tag {
	f, verb := verbForms[low]
	switch {
	case ingNouns[low]:
		return Noun
	case adjectives[low] && !(verb && f.kind&baseForm == 0):
		return Adj
	case adverbs[low]:
		return Adv
	case adjectiveLemma(low) != low:
		return Adj
	case verb && f.noun:
		return Noun
	case verb:
		return Verb
	case hasAnySuffix(low, "ly"):
		return Adv
	case hasAnySuffix(low, "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "ist", "hood", "age"):
		return Noun
	case hasAnySuffix(low, "able", "ible", "ial", "ical", "onal", "ful", "ous", "ive", "less", "ish", "ic", "ary", "ant", "ent"):
		return Adj
	case hasAnySuffix(low, "ise", "ize", "ify", "ised", "ized", "ified", "ed", "ing"):
		return Verb
	}
	return Noun
}
