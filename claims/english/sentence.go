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

// isHeading says whether a paragraph of one sentence is a heading: short,
// without a mark that ends a sentence.
func (d *Document) isHeading(first, last int) bool {
	const headingWords = 16
	if last-first > headingWords {
		return false
	}
	end := d.Tokens[last-1]
	return !isStop(end.Text) && !strings.Contains(".:,;\"”’'…", end.Text) && !strings.HasSuffix(end.Text, ".")
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
			end := d.takeClosers(i+1, last)
			if end == last || d.endsHere(i, end, last) {
				return end
			}
			i = end - 1
		case len(word) > 2 && strings.HasSuffix(word, ".") && d.abbreviationEnds(i, last):
			return i + 1
		}
	}
	return last
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
	return mark == "\"" || mark == "”" || mark == "’" || mark == "'" || mark == ")" || mark == "]"
}

func isOpener(mark string) bool {
	switch mark {
	case "\"", "“", "‘", "(", "[", "'", "``", "«":
		return true
	}
	return false
}

// endsHere decides about a stop whose closers end before the token next. A
// small letter goes on with the sentence: "Is it true?" she asked.
func (d *Document) endsHere(stop, next, last int) bool {
	if d.touches(next) && !isOpener(d.Tokens[next].Text) {
		return d.Tokens[stop].Text == "." && startsUpper(d.Tokens[next].Text)
	}
	for next < last && isOpener(d.Tokens[next].Text) {
		next++
	}
	if next == last {
		return true
	}
	r, _ := utf8.DecodeRuneInString(d.Tokens[next].Text)
	if unicode.IsLower(r) {
		return false
	}
	if ellipsis := d.Tokens[stop].Text; ellipsis != "." && strings.Trim(ellipsis, ".…") == "" {
		return unicode.IsUpper(r)
	}
	return r != ',' && r != ';'
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// abbreviationEnds says whether an abbreviation, such as "U.S.", is also the
// end of its sentence: a word follows that commonly begins one.
func (d *Document) abbreviationEnds(i, last int) bool {
	if titleAbbreviations[strings.TrimSuffix(d.Tokens[i].Lower, ".")] || i+1 >= last || d.touches(i+1) {
		return false
	}
	next := i + 1
	if isOpener(d.Tokens[next].Text) && next+1 < last {
		next++
	}
	return startsUpper(d.Tokens[next].Text) && sentenceStarters[d.Tokens[next].Lower]
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
	for i := 0; i < len(text); {
		n := strings.IndexAny(text[i:], "\n\r\u2028\u2029\f")
		if n < 0 {
			break
		}
		at := i + n
		next, lines := skipLines(text, at)
		if lines > 1 || next == len(text) {
			blank = append(blank, at)
		} else {
			single = append(single, at)
			if r, _ := utf8.DecodeRuneInString(text[next:]); unicode.IsLower(r) {
				goesOn++
			}
		}
		i = next
	}
	return single, blank, goesOn
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
