package english

import (
	"fmt"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english/lexicon"
	"github.com/counterclaim/counterclaim/claims/english/parser"
	"github.com/counterclaim/counterclaim/claims/english/surface"
	"github.com/counterclaim/counterclaim/claims/english/tagger"
)

// Load reads the models of the tagger and of the parser, which [Analyse] does
// by itself the first time. An error means that the program was built with
// torn models; without them every word is a noun that hangs on nothing.
func Load() error {
	if _, err := tagger.Load(); err != nil {
		return fmt.Errorf("loading the tagger: %w", err)
	}
	if _, err := parser.Load(); err != nil {
		return fmt.Errorf("loading the parser: %w", err)
	}
	return nil
}

// syntax tags and parses the sentences of a document one after the other, in
// the same memory.
type syntax struct {
	doc       *Document
	tagger    *tagger.Tagger
	run       *parser.Run
	relations []string
	seen      map[string]bool // see knownNames
	titled    bool            // the sentence is a heading with capitals throughout
	words     []surface.Word
	numbers   []uint8
	tokens    []parser.Token
}

// readSentences fills in tags, heads, relations, lemmas and negation.
func (d *Document) readSentences() {
	t, taggerErr := tagger.Load()
	p, parserErr := parser.Load()
	if taggerErr != nil || parserErr != nil {
		d.leaveUnread()
		return
	}
	x := syntax{doc: d, tagger: t, run: p.Start(), relations: p.Relations(), seen: d.knownNames()}
	for _, s := range d.Sentences {
		x.titled = d.isTitled(s)
		for first := s.First; first < s.Last; first += parser.MaxTokens {
			x.piece(first, min(first+parser.MaxTokens, s.Last))
		}
	}
}

func (d *Document) leaveUnread() {
	for i := range d.Tokens {
		d.Tokens[i].Tag, d.Tokens[i].Head, d.Tokens[i].Lemma = Noun, -1, d.Tokens[i].Lower
	}
}

// piece reads the tokens from first up to and without last.
func (x *syntax) piece(first, last int) {
	tokens := x.doc.Tokens[first:last]
	x.tag(tokens)
	for i, arc := range x.arcs() {
		t := &tokens[i]
		t.Fine, t.Relation, t.Head = x.tokens[i].Fine, x.relations[arc.Relation], -1
		if arc.Head >= 0 {
			t.Head = first + arc.Head
		}
	}
	for i := range tokens {
		x.settle(first+i, x.tokens[i].Coarse)
		tokens[i].Lemma = lemmaOf(&tokens[i])
	}
}

// tag makes of tokens what the parser needs.
func (x *syntax) tag(tokens []Token) {
	x.words, x.numbers, x.tokens = x.words[:0], x.numbers[:0], x.tokens[:0]
	for i := range tokens {
		x.words = append(x.words, surface.Of(x.spelling(&tokens[i])))
		x.numbers = append(x.numbers, 0)
	}
	x.tagger.Tag(x.words, x.numbers)
	for i, number := range x.numbers {
		tag := x.tagger.Tags()[number]
		x.tokens = append(x.tokens, parser.Token{Word: x.words[i], Fine: tag.Fine, Coarse: tag.Coarse})
	}
	x.partVerbs()
}

// settle fills in the coarse tag.
func (x *syntax) settle(i int, universal string) {
	t := &x.doc.Tokens[i]
	t.Negation = negations[t.Lower]
	t.Tag = coarseTag(t, x.doc.at(i-1, i), universal)
	switch {
	case x.isName(i):
		t.Tag = NameTag
	case t.Tag == NameTag && x.doc.roleOpens(i):
		t.Tag = Noun
	case t.Tag == NameTag && (t.Relation == "flat" || t.Head == i-1 && t.Relation == "appos"):
		x.leadsName(t.Head)
	}
}

// isName says whether a word is one of a name by its capital alone: it is
// written so within a sentence, or is no word that is known, or stands in front
// of a title, as in "Interior Minister".
func (x *syntax) isName(i int) bool {
	t := &x.doc.Tokens[i]
	switch t.Tag {
	case Noun, Adj, Verb, Adv:
	default:
		return false
	}
	if !startsUpper(t.Text) {
		return false
	}
	switch {
	case x.seen[t.Lower], !x.titled && (!x.doc.opens(i) || isCapitals(t.Text)):
		return true
	case t.Tag == Noun && lexicon.ClassOf(t.Lower) == 0 && lexicon.ClassOf(Lemma(t.Lower, Noun)) == 0:
		return true
	}
	return x.opensName(i)
}

// opensName says whether a word at the beginning of a sentence is the first of
// several of a name: "Mark Eke", "Representative Ada Olin", "Interior Minister".
func (x *syntax) opensName(i int) bool {
	t, next := &x.doc.Tokens[i], x.doc.at(i+1, i)
	_, person := firstNames[t.Text]
	switch {
	case !startsUpper(next.Text):
		return false
	case person && !capitalTitles[next.Lower]:
		return true
	case capitalTitles[t.Lower] && (isGivenName(next.Text) || startsUpper(x.doc.at(i+2, i).Text)):
		return true
	}
	return capitalTitles[next.Lower] && titleWords[t.Lower]
}

// leadsName makes a name of the word that the rest of one hangs on: "Nils" in
// "Nils Eke", which looks like a plural.
func (x *syntax) leadsName(head int) {
	if head >= 0 && startsUpper(x.doc.Tokens[head].Text) && x.doc.Tokens[head].Tag == Noun && !x.doc.roleOpens(head) {
		x.doc.Tokens[head].Tag = NameTag
		x.doc.Tokens[head].Lemma = x.doc.Tokens[head].Lower
	}
}

// roleOpens says whether a sentence begins with what somebody does, and two
// words of a name follow: "Forecaster Ada Norring".
func (d *Document) roleOpens(i int) bool {
	t := d.Tokens[i]
	if _, name := firstNames[t.Text]; name || capitalTitles[t.Lower] || !d.opens(i) || !hasAnySuffix(t.Lower, "er", "or", "ist", "man", "woman", "ian") {
		return false
	}
	return startsUpper(d.at(i+1, i).Text) && startsUpper(d.at(i+2, i).Text)
}

// titleWords begin a title of several words: "Prime Minister".
var titleWords = set(`prime foreign interior home finance defence defense justice health education labour labor transport trade energy attorney
	lieutenant major brigadier vice chief supreme lord lady crown assistant associate us uk eu`)

// isTitled says whether a sentence is a heading in which most words have a
// capital, so that it tells little.
func (d *Document) isTitled(s Sentence) bool {
	const short = 3 // words that are small in such headings too
	if !s.Heading {
		return false
	}
	capitals, small := 0, 0
	for i := s.First + 1; i < s.Last; i++ {
		switch word := d.Tokens[i].Text; {
		case len(word) <= short || isDigit(word[0]):
		case startsUpper(word):
			capitals++
		default:
			small++
		}
	}
	return capitals > small
}

// spelling gives a word as the tagger is to see it. Where capitals tell little,
// a word keeps its own if the text shows elsewhere that it is a name.
func (x *syntax) spelling(t *Token) string {
	_, person := firstNames[t.Text]
	if !x.titled || !startsUpper(t.Text) || x.seen[t.Lower] || person || places[t.Text] || organisations[t.Text] {
		return t.Text
	}
	return t.Lower
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

// at gives the token at an index of the same sentence as i, or an empty one.
func (d *Document) at(index, i int) Token {
	if index < 0 || index >= len(d.Tokens) || d.Tokens[index].Sentence != d.Tokens[i].Sentence {
		return Token{}
	}
	return d.Tokens[index]
}

func hasAnySuffix(word string, ends ...string) bool {
	for _, e := range ends {
		if len(word) > len(e)+2 && strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
