package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/relate/wordnet"
)

// word is one word of a claim in the making, or one name, phrase, date or
// quantity.
type word struct {
	term  claims.Term
	tag   english.Tag
	lower string
	cue   cue  // it negates, denies or doubts
	mark  bool // a punctuation mark
	flips int  // how many cues turn it round
	quote bool // a quotation mark
	modal bool // it says that something must or may be
}

// content says whether the word carries meaning of its own.
func (w *word) content() bool {
	switch w.term.Kind {
	case claims.NameTerm, claims.PlaceTerm, claims.NounTerm, claims.VerbTerm, claims.AdjTerm:
		return true
	}
	return false
}

// wordsIn reads the words of a sentence that begin within one of the spans.
// Names, phrases of the lexicon and dates become one word each; a quantity
// becomes a word of its own before the words that it spans.
func wordsIn(l *lexicon, doc *english.Document, spans []claims.Span, day string) []word {
	var out []word
	for _, s := range spans {
		tokens := doc.TokensIn(s)
		names, dates, quantities := doc.NamesIn(s), doc.DatesIn(s), doc.QuantitiesIn(s)
		for i := 0; i < len(tokens); {
			at := tokens[i].Span
			for len(quantities) > 0 && quantities[0].Span.Start <= at.Start {
				if quantities[0].Span.Start == at.Start { // else it began within a phrase: "no one"
					out = append(out, quantityWord(doc, quantities[0]))
				}
				quantities = quantities[1:]
			}
			names, dates = skipTo(names, dates, at.Start)
			var n int
			switch {
			case len(dates) > 0 && dates[0].Span.Start <= at.Start:
				n = countTokens(tokens[i:], dates[0].Span.End)
				out = append(out, dateWord(doc, dates[0], day))
			case len(names) > 0 && names[0].Span.Start <= at.Start:
				n = countTokens(tokens[i:], names[0].Span.End)
				out = append(out, nameWord(names[0], lastLower(out)))
			default:
				var w word
				w, n = plainWord(l, doc, tokens[i:], lastLower(out))
				out = append(out, w)
			}
			i += n
		}
	}
	return readShares(out)
}

// skipTo drops names and dates that end before the offset or were passed.
func skipTo(names []english.Name, dates []english.Date, offset int) ([]english.Name, []english.Date) {
	for len(names) > 0 && names[0].Span.End <= offset {
		names = names[1:]
	}
	for len(dates) > 0 && dates[0].Span.End <= offset {
		dates = dates[1:]
	}
	return names, dates
}

// countTokens says how many tokens begin before the offset; at least one.
func countTokens(tokens []english.Token, end int) int {
	n := 1
	for n < len(tokens) && tokens[n].Span.Start < end {
		n++
	}
	return n
}

func quantityWord(doc *english.Document, q english.Quantity) word {
	return word{tag: english.Number, term: claims.Term{
		Text: q.Span.In(doc.Text), Lemma: strings.ToLower(q.Span.In(doc.Text)), Kind: claims.QuantityTerm, At: q.Span,
		Number: q.Value, Upper: q.Upper, Unit: strings.ToLower(q.Unit), Bound: q.Bound,
	}}
}

func dateWord(doc *english.Document, d english.Date, day string) word {
	text := d.Span.In(doc.Text)
	lemma := d.Resolve(day)
	if lemma == "" {
		lemma = strings.ToLower(text)
	}
	return word{tag: english.Noun, term: claims.Term{Text: text, Lemma: lemma, Kind: claims.DateTerm, At: d.Span}}
}

// nameWord reads a name; before is the word that stands in front of it.
func nameWord(n english.Name, before string) word {
	kind := claims.NameTerm
	if n.Kind == english.PlaceName || (n.Kind == english.OtherName && placing(before)) {
		kind = claims.PlaceTerm
	}
	return word{tag: english.NameTag, lower: strings.ToLower(n.Text), term: claims.Term{
		Text: n.Text, Lemma: strings.ToLower(n.Text), Kind: kind, At: n.Span,
	}}
}

// placing says whether a name after this word is one of a place.
func placing(before string) bool {
	switch before {
	case "in", "near", "outside", "across", "around", "throughout", "inside":
		return true
	}
	return false
}

func lastLower(ws []word) string {
	if len(ws) == 0 {
		return ""
	}
	return ws[len(ws)-1].lower
}

// plainWord reads a phrase of the lexicon, or else one token, and says how
// many tokens that took.
func plainWord(l *lexicon, doc *english.Document, tokens []english.Token, before string) (word, int) {
	t := tokens[0]
	if overlookedName(doc, t) {
		return nameWord(english.Name{Span: t.Span, Text: t.Text, Kind: english.OtherName}, before), 1
	}
	lemma := strings.ToLower(t.Lemma)
	if lemma == "" {
		lemma = t.Lower
	}
	if !l.knows(lemma) && l.knows(t.Lower) {
		lemma = t.Lower // "polluted", where the dictionary form is "pollute"
	}
	n := 1
	if phrase := l.phraseAt(tokens); phrase != nil {
		n, lemma = len(phrase), strings.Join(phrase, " ")
	}
	at := claims.Span{Start: t.Span.Start, End: tokens[n-1].Span.End}
	w := word{tag: t.Tag, lower: t.Lower, mark: t.Tag == english.Punct, cue: l.cue[lemma]}
	w.term = claims.Term{Text: at.In(doc.Text), Lemma: lemma, Kind: kindOf(l, t, lemma, n > 1), At: at}
	if n == 1 && w.cue == "" {
		w.cue = l.cue[t.Lower]
	}
	if t.Tag == english.Noun && disputing(w.cue) && lemma != "denial" && lemma != "rejection" {
		w.cue = "" // "questions", "a contest"
	}
	if t.Negation && n == 1 && w.cue == "" {
		w.cue = cueNot
	}
	w.quote = w.mark && strings.ContainsAny(t.Text, `"“”'‘’`)
	return w, n
}

// disputing says whether a cue is one of words that are often used otherwise.
func disputing(c cue) bool { return c == cueDeny || c == cueDispute || c == cueDoubt }

// knows says whether the lexicon says something about the meaning of a word.
func (l *lexicon) knows(w string) bool {
	return len(l.classes[w]) > 0 || len(l.opposites[w]) > 0 || l.state[w] != 0 || l.effect[w] != 0 || l.cue[w] != ""
}

// overlookedName takes a noun for a name that is in capitals, or begins with
// one in the middle of a sentence.
func overlookedName(doc *english.Document, t english.Token) bool {
	if t.Tag != english.Noun || len(t.Text) < 2 {
		return false
	}
	first := doc.Tokens[doc.Sentences[t.Sentence].First].Span == t.Span
	upper := strings.ToUpper(t.Text) == t.Text && strings.ToLower(t.Text) != t.Text
	capital := t.Text[0] >= 'A' && t.Text[0] <= 'Z'
	return upper || capital && !first && !doc.Sentences[t.Sentence].Heading
}

// phraseAt gives the longest phrase of the lexicon that begins here.
func (l *lexicon) phraseAt(tokens []english.Token) []string {
	for _, first := range []string{strings.ToLower(tokens[0].Lemma), tokens[0].Lower} {
	next:
		for _, phrase := range l.phrases[first] {
			if len(phrase) > len(tokens) {
				continue
			}
			for i, p := range phrase {
				if tokens[i].Lower != p && strings.ToLower(tokens[i].Lemma) != p {
					continue next
				}
			}
			return phrase
		}
	}
	return nil
}

// functional says whether a phrase is of interest only for how it turns others.
func (l *lexicon) functional(phrase string) bool {
	return l.cue[phrase] != "" && len(l.opposites[phrase]) == 0 && len(l.classes[phrase]) == 0
}

// kindOf turns a tag into a kind of term; words without meaning of their own
// are other.
func kindOf(l *lexicon, t english.Token, lemma string, phrase bool) claims.TermKind {
	switch {
	case lemma == "per" || lemma == "cent" || lemma == percent:
		return claims.OtherTerm
	case l.hedge[lemma] || l.hedge[t.Lower]:
		return claims.HedgeTerm
	case (l.opinion[lemma] || l.opinion[t.Lower]) && t.Tag != english.Noun:
		return claims.AdjTerm
	case l.reporting[lemma] && t.Tag == english.Verb:
		return claims.OtherTerm
	}
	switch t.Tag {
	case english.Noun, english.NameTag:
		return claims.NounTerm
	case english.Verb:
		return claims.VerbTerm
	case english.Adj:
		return claims.AdjTerm
	case english.Adv:
		if table := wordnet.Default(); len(lemma) > 3 && table.Knows(lemma, wordnet.Noun) && !table.Knows(lemma, wordnet.Adverb) && !table.Knows(lemma, wordnet.Adjective) {
			return claims.NounTerm // the tag is wrong
		}
	}
	switch {
	case phrase && !l.functional(lemma):
		return claims.AdjTerm
	case (t.Tag != english.Prep || len(lemma) >= 5) && t.Tag != english.Aux && (len(l.opposites[lemma]) > 0 || len(l.contrasts[lemma]) > 0):
		return claims.AdjTerm
	}
	return claims.OtherTerm
}
