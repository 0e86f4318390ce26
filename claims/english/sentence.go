package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// split fills in paragraphs and sentences and tells every token its sentence.
func (d *Document) split() {
	breaks := paragraphBreaks(d.Text[:d.Read])
	first := 0
	for first < len(d.Tokens) {
		for len(breaks) > 0 && breaks[0] <= d.Tokens[first].Span.Start {
			breaks = breaks[1:]
		}
		end := len(d.Text)
		if len(breaks) > 0 {
			end = breaks[0]
		}
		last := first
		for last < len(d.Tokens) && d.Tokens[last].Span.Start < end {
			last++
		}
		d.paragraph(first, last)
		first = last
	}
}

// paragraph adds the paragraph of the given tokens with its sentences.
func (d *Document) paragraph(first, last int) {
	from := len(d.Sentences)
	start := first
	if end := d.datelineEnd(first, last); end > first {
		d.addSentence(first, end)
		start = end
	}
	for start < last {
		end := d.sentenceEnd(start, last)
		d.addSentence(start, end)
		start = end
	}
	d.Paragraphs = append(d.Paragraphs, Paragraph{Span: d.spanOf(first, last), First: from, Last: len(d.Sentences)})
	if len(d.Sentences) == from+1 {
		d.Sentences[from].Heading = d.isHeading(first, last)
	}
}

func (d *Document) addSentence(first, last int) {
	index := len(d.Sentences)
	d.Sentences = append(d.Sentences, Sentence{Span: d.spanOf(first, last), First: first, Last: last, Paragraph: len(d.Paragraphs)})
	for i := first; i < last; i++ {
		d.Tokens[i].Sentence = index
	}
}

// spanOf gives the stretch of the tokens from first up to and without last.
func (d *Document) spanOf(first, last int) claims.Span {
	return claims.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[last-1].Span.End}
}

// isHeading says whether a paragraph of one sentence is a heading: short, no
// item of a list, and without a mark that ends a sentence.
func (d *Document) isHeading(first, last int) bool {
	const headingWords = 16
	if last-first > headingWords || isBullet(d.Tokens[first].Text) || first+1 < last && d.Tokens[first+1].Text == ")" {
		return false
	}
	end := d.Tokens[last-1]
	return !isStop(end.Text) && !strings.Contains(".:,;\"”’'…", end.Text) && !strings.HasSuffix(end.Text, ".")
}

// isBullet says whether a mark at the beginning of a line makes it an item of
// a list.
func isBullet(mark string) bool {
	return strings.Contains("•‣◦⁃∙·●■▪►–—-*", mark)
}

// datelineEnd finds where "BRUSSELS, Dec. 3 (Agency) —" ends at the beginning
// of a paragraph; first where there is none. It is a sentence of its own, as
// in the treebanks: what follows is a whole one.
func (d *Document) datelineEnd(first, last int) int {
	const longest = 16 // tokens
	sure := isCapitals(d.Tokens[first].Text)
	if !startsUpper(d.Tokens[first].Text) {
		return first
	}
	for i := first + 1; i+1 < last && i < first+longest; i++ {
		t := d.Tokens[i]
		switch {
		case isDash(t.Text) && !(t.Text == "-" && d.touches(i)):
			next := d.Tokens[i+1].Text
			if sure && (startsUpper(next) || isOpener(next) || isDigit(next[0])) {
				return i + 1
			}
			return first
		case t.Text == "(":
			sure = true
		case !d.inDateline(i):
			return first
		}
	}
	return first
}

// inDateline says whether a token may stand within a dateline.
func (d *Document) inDateline(i int) bool {
	word := d.Tokens[i].Text
	switch word {
	case ",", "/", ")", ".", "-", "and", "of", "|":
		return true
	}
	return startsUpper(word) || isDigit(word[0])
}

func isDash(mark string) bool { return mark == "—" || mark == "–" || mark == "-" || mark == "--" }

// isCapitals says whether a word has capitals only, and more than two.
func isCapitals(word string) bool {
	return utf8.RuneCountInString(word) > 2 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// isStop says whether a token may end a sentence.
func isStop(mark string) bool {
	return mark == "…" || (mark != "" && strings.Trim(mark, ".!?") == "")
}

// sentenceEnd finds where the sentence that begins with the token start ends:
// the index after its last token.
func (d *Document) sentenceEnd(start, last int) int {
	for i := start; i < last; i++ {
		word := d.Tokens[i].Text
		switch {
		case isStop(word):
			stop := d.lastStop(i, last)
			end := d.takeClosers(stop+1, last)
			if end == last || !d.listNumber(i, start) && d.endsHere(i, stop, end, last) {
				return end
			}
			i = end - 1
		case len(word) > 1 && strings.HasSuffix(word, "."):
			if end := d.abbreviationEnd(i, start, last); end > 0 {
				return end
			}
		}
	}
	return last
}

// lastStop steps over the stops of an ellipsis that has blanks in it: ". . .".
func (d *Document) lastStop(i, last int) int {
	if d.Tokens[i].Text == "." {
		for i+1 < last && d.Tokens[i+1].Text == "." {
			i++
		}
	}
	return i
}

// listNumber says whether a stop follows the number of an item: "1. Go home.".
func (d *Document) listNumber(stop, start int) bool {
	number := stop - 1
	if d.Tokens[stop].Text != "." || number < start || len(d.Tokens[number].Text) > 2 || !isDigit(d.Tokens[number].Text[0]) || !d.touches(stop) {
		return false
	}
	return number == start || d.Tokens[number-1].Text == ":"
}

// takeClosers steps over the closing quotation marks and brackets that stand
// directly after a stop.
func (d *Document) takeClosers(i, last int) int {
	for i < last && d.touches(i) && isCloser(d.Tokens[i].Text) {
		i++
	}
	return i
}

// touches says whether the token stands directly after the one before.
func (d *Document) touches(i int) bool {
	return i > 0 && i < len(d.Tokens) && d.Tokens[i-1].Span.End == d.Tokens[i].Span.Start
}

func isCloser(mark string) bool {
	return mark == ")" || mark == "]" || mark != "“" && mark != "‘" && mark != "„" && isQuote(mark)
}

func isOpener(mark string) bool {
	return mark == "(" || mark == "[" || mark != "”" && mark != "’" && isQuote(mark)
}

// isQuote says whether a token is a quotation mark of any kind, or an
// apostrophe that stands alone.
func isQuote(mark string) bool {
	switch mark {
	case "\"", "“", "”", "„", "‟", "«", "»", "``", "''", "’’", "‘‘", "＂", "'", "‘", "’", "‚", "‛", "`", "‹", "›":
		return true
	}
	return false
}

// endsHere decides about a stop, the last mark of which is the token stop and
// whose closers end before the token next. A small letter goes on with the
// sentence: "Is it true?" she asked.
func (d *Document) endsHere(first, stop, next, last int) bool {
	if d.touches(next) && !isOpener(d.Tokens[next].Text) {
		return d.Tokens[first].Text == "." && startsUpper(d.Tokens[next].Text)
	}
	for next < last && isOpener(d.Tokens[next].Text) {
		next++
	}
	if next == last {
		return true
	}
	r, w := utf8.DecodeRuneInString(d.Tokens[next].Text)
	if unicode.IsLower(r) {
		return false
	}
	if mark := d.Tokens[first].Text; stop > first || mark != "." && strings.Trim(mark, ".…") == "" {
		return unicode.IsUpper(r) && (r != 'I' || w < len(d.Tokens[next].Text)) // "I ... I left"
	}
	return r != ',' && r != ';'
}

// paragraphBreaks gives the offsets of the line ends that part paragraphs. A
// single line end does so, unless the lines were wrapped by hand.
func paragraphBreaks(text string) []int {
	single, blank, goesOn := lineEnds(text)
	if goesOn < 3 || goesOn*3 < len(single) {
		return merge(single, blank)
	}
	return blank
}

// lineEnds gives the line ends that stand alone, those that a blank line
// follows, and how many of the former have a small letter behind them, as is
// common in wrapped text.
func lineEnds(text string) (single, blank []int, goesOn int) {
	for at := 0; at < len(text); {
		if !endsLine(text[at:]) {
			at++
			continue
		}
		next, lines := skipLines(text, at)
		if lines > 1 || next == len(text) {
			blank = append(blank, at)
		} else {
			single = append(single, at)
			if r, _ := utf8.DecodeRuneInString(text[next:]); unicode.IsLower(r) {
				goesOn++
			}
		}
		at = next
	}
	return single, blank, goesOn
}

// endsLine says whether a text begins with a line end of any kind.
func endsLine(text string) bool {
	switch text[0] {
	case '\n', '\r', '\f':
		return true
	case "\u2028"[0]:
		return strings.HasPrefix(text, "\u2028") || strings.HasPrefix(text, "\u2029")
	}
	return false
}

// skipLines steps over white space and counts the line ends in it.
func skipLines(text string, at int) (next, lines int) {
	for next = at; next < len(text); {
		r, w := utf8.DecodeRuneInString(text[next:])
		if !unicode.IsSpace(r) && r != '\u2028' && r != '\u2029' {
			break
		}
		if r == '\n' || r == '\f' || r == '\u2029' || r == '\u2028' || (r == '\r' && !strings.HasPrefix(text[next+w:], "\n")) {
			lines++
		}
		next += w
	}
	return next, lines
}

// merge joins two rising lists into one.
func merge(a, b []int) []int {
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
