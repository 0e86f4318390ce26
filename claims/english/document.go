package english

import (
	"sort"

	"github.com/counterclaim/counterclaim/claims"
)

// MaxTokens is how many words and marks of one text are read: more than two
// megabytes of English. What lies beyond is left out; see [Document.Read].
const MaxTokens = 500_000

// Document is a text as read. All slices are in the order of the text, and
// every span lies within it. A Document is not changed after it is made.
type Document struct {
	Text       string
	Read       int // how many bytes were read: len(Text), or less beyond MaxTokens
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
	Quotations []Quotation
	Names      []Name
	Quantities []Quantity
	Dates      []Date
}

// Token is one word, number or mark.
type Token struct {
	Span      claims.Span
	Text      string // as written
	Lower     string // in small letters, with straight apostrophes
	Lemma     string // the dictionary form: "slowing" gives "slow"
	Tag       Tag
	Fine      string // its tag of the Penn Treebank: "VBD", "NNP", "PRP$"
	Head      int    // index of the token it hangs on, in the same sentence; -1 where it hangs on none
	Relation  string // how it hangs on it, of Universal Dependencies: "nsubj", "obj", "root"
	Negation  bool   // "not", "n't", "never", "no", "nor", "without", …
	Sentence  int    // index of its sentence
	Quotation int    // index of the outermost quotation it stands in, marks included; -1 outside
}

// Sentence is one sentence, or one heading.
type Sentence struct {
	Span        claims.Span
	First, Last int // its tokens: First, up to and without Last
	Paragraph   int // index of its paragraph
	Heading     bool
}

// Paragraph is the text between two line ends, or between blank lines where
// the text is wrapped by hand.
type Paragraph struct {
	Span        claims.Span
	First, Last int // its sentences: First, up to and without Last
}

// Quotation is words within quotation marks. One that is not closed ends with
// its paragraph.
type Quotation struct {
	Span      claims.Span // with the marks
	Inner     claims.Span // without the marks; never empty
	Single    bool        // in single marks
	Closed    bool        // a closing mark was found
	Continues bool        // takes up the quotation that the paragraph before left open
}

// Name is a proper name: "Haider al-Abadi", "Chemvale", "New York Times".
type Name struct {
	Span  claims.Span // without the title
	Text  string
	Title string   // what stands before it: "Mr.", "Secretary of State"; may be empty
	Kind  NameKind // a guess
}

// NameKind says what sort of thing a name stands for.
type NameKind string

// The kinds of name. OtherName is one that nothing is known about.
const (
	PersonName       NameKind = "person"
	OrganisationName NameKind = "organisation"
	PlaceName        NameKind = "place"
	OtherName        NameKind = "other"
)

// Quantity is a number with what it counts or measures: "more than 1,000
// airstrikes" gives 1000, "airstrike", "least". A share of a whole, as "a
// third of" and "one in four", is in percent.
type Quantity struct {
	Span  claims.Span // with bound and unit
	Value float64     // of a range, such as "20 to 30", the lower end
	Upper float64     // the upper end of a range, else 0; Bound then is "least"
	Unit  string      // the lemma of what is counted, "percent", or a currency's sign; may be empty
	Bound string      // "", "least", "most" or "about"
}

// TokensIn gives the tokens that begin within the span. The slice is part of
// the document: do not change it.
func (d *Document) TokensIn(s claims.Span) []Token {
	from, to := d.TokenRange(s)
	return d.Tokens[from:to]
}

// TokenRange gives the indexes of the tokens that begin within the span: from,
// up to and without to.
func (d *Document) TokenRange(s claims.Span) (from, to int) {
	from = sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Span.Start >= s.Start })
	to = from + sort.Search(len(d.Tokens)-from, func(i int) bool { return d.Tokens[from+i].Span.Start >= s.End })
	return from, to
}

// NamesIn gives the names that lie within the span.
func (d *Document) NamesIn(s claims.Span) []Name {
	return within(d.Names, s, func(n Name) claims.Span { return n.Span })
}

// QuantitiesIn gives the quantities that lie within the span.
func (d *Document) QuantitiesIn(s claims.Span) []Quantity {
	return within(d.Quantities, s, func(q Quantity) claims.Span { return q.Span })
}

// DatesIn gives the dates that lie within the span.
func (d *Document) DatesIn(s claims.Span) []Date {
	return within(d.Dates, s, func(d Date) claims.Span { return d.Span })
}

// within gives the items of an ordered list that lie within the span.
func within[T any](all []T, s claims.Span, at func(T) claims.Span) []T {
	from := sort.Search(len(all), func(i int) bool { return at(all[i]).Start >= s.Start })
	to := from
	for to < len(all) && at(all[to]).End <= s.End {
		to++
	}
	return all[from:to]
}

// Analyse reads a text. It accepts every string, also an empty one.
func Analyse(text string) *Document {
	d := &Document{Text: text}
	d.tokenise()
	d.split()
	d.readSentences()
	d.findQuotations()
	d.findDates()
	d.findNames()
	d.findQuantities()
	return d
}
