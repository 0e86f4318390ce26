package english

import (
	"strings"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
)

// findQuotations fills in the quotations, paragraph by paragraph: a mark that
// nothing closes never runs on into the next one.
func (d *Document) findQuotations() {
	open := false // the paragraph before left its quotation open
	for _, p := range d.Paragraphs {
		q := quoter{d: d, first: d.Sentences[p.First].First, last: d.Sentences[p.Last-1].Last, open: -1}
		q.read()
		starts := len(q.found) > 0 && q.found[0].Span.Start == p.Span.Start
		if open && starts {
			q.found[0].Continues = true
		}
		d.addQuotations(q.found)
		n := len(q.found)
		open = n > 0 && !q.found[n-1].Closed
	}
	d.cutUnclosed()
}

// addQuotations adds the quotations of one paragraph and marks their tokens.
func (d *Document) addQuotations(found []Quotation) {
	for _, f := range found {
		from, to := d.TokenRange(f.Span)
		for i := from; i < to; i++ {
			d.Tokens[i].Quotation = len(d.Quotations)
		}
		d.Quotations = append(d.Quotations, f)
	}
}

// cutUnclosed ends a quotation without a closing mark with its sentence,
// unless the next paragraph takes it up or it began its paragraph: the mark
// was forgotten, or means something else.
func (d *Document) cutUnclosed() {
	for i := range d.Quotations {
		q := &d.Quotations[i]
		takenUp := i+1 < len(d.Quotations) && d.Quotations[i+1].Continues
		if q.Closed || takenUp {
			continue
		}
		from, to := d.TokenRange(q.Span)
		sentence := d.Sentences[d.Tokens[from].Sentence]
		starts := d.Paragraphs[sentence.Paragraph].Span.Start == q.Span.Start
		if starts || sentence.Last >= to || sentence.Span.End <= q.Inner.Start {
			continue
		}
		for k := sentence.Last; k < to; k++ {
			d.Tokens[k].Quotation = -1
		}
		q.Span.End = sentence.Span.End
		q.Inner.End = q.Span.End
	}
}

// quoter finds the quotations of one paragraph.
type quoter struct {
	d           *Document
	first, last int // the paragraph's tokens
	open        int // the token that opened a quotation, or -1
	single      bool
	closer      int // the token that closes the open single mark
	found       []Quotation
}

func (q *quoter) read() {
	for i := q.first; i < q.last; i++ {
		switch mark := q.d.Tokens[i].Text; mark {
		case "\"", "“", "”", "„", "«", "»", "``", "''", "＂":
			q.double(i, mark)
		case "'", "‘", "’", "‚", "`":
			q.singleMark(i, mark)
		}
	}
	if q.open >= 0 && !q.single {
		q.close(q.last, false)
	}
}

// double handles a double mark. Marks are paired by what stands around them,
// as papers mix straight and curled ones.
func (q *quoter) double(i int, mark string) {
	switch {
	case q.single && q.open >= 0: // stands within single marks
	case q.open < 0:
		if mark != "”" && mark != "''" && q.opensHere(i) || mark == "”" && q.opensHere(i) && !q.closesHere(i) {
			q.open, q.single = i, false
		}
	case q.onlyOpens(i, mark):
		if q.open > q.first { // the earlier mark was never closed
			q.close(i, false)
		}
		q.open = i
	default:
		q.close(i, true)
	}
}

// onlyOpens says whether a mark within a quotation can only begin another.
func (q *quoter) onlyOpens(i int, mark string) bool {
	return (mark == "“" || mark == "„" || mark == "«" || mark == "\"" || mark == "``") && q.opensHere(i) && !q.closesHere(i) && i > q.open+1
}

// opensHere says whether a word follows directly, and none stands directly
// before: inches and minutes open nothing.
func (q *quoter) opensHere(i int) bool {
	if i+1 >= q.last {
		return false
	}
	if i > q.first && q.d.touches(i) {
		before := q.d.Tokens[i-1]
		if before.Tag != Punct && q.d.Tokens[i].Text != "“" {
			return false
		}
	}
	return q.d.touches(i+1) || q.d.Tokens[i].Text == "“"
}

// closesHere says whether a word or mark stands directly before.
func (q *quoter) closesHere(i int) bool { return i > q.first && q.d.touches(i) }

// singleMark handles a single mark: an opening one stands before a word, and a
// closing one is no possessive.
func (q *quoter) singleMark(i int, mark string) {
	switch {
	case q.open >= 0 && !q.single: // stands within double marks
	case q.open < 0:
		if mark == "’" || !q.opensHere(i) || q.closesHere(i) {
			return
		}
		if q.closer = q.closerAfter(i); q.closer > 0 {
			q.open, q.single = i, true
		}
	case i == q.closer:
		q.close(i, true)
	}
}

// closerAfter finds the token that closes the single mark: the first one that
// cannot be a possessive, else the last one before the next opening; 0 for
// none. Nothing is looked at beyond the next opening mark.
func (q *quoter) closerAfter(open int) int {
	const reach = 400 // tokens: longer quotations have double marks
	weak := 0
	for i := open + 1; i < q.last && i < open+reach; i++ {
		mark := q.d.Tokens[i].Text
		if mark == "‘" || mark == "`" || mark == "'" && q.opensHere(i) && !q.closesHere(i) {
			break
		}
		if (mark != "'" && mark != "’") || !q.closesHere(i) {
			continue
		}
		if q.d.Tokens[i].Tag == Punct || i+1 < q.last && q.d.touches(i+1) {
			return i
		}
		weak = i
	}
	return weak
}

// close ends the open quotation with the token i, or before it where no
// closing mark was found.
func (q *quoter) close(i int, closed bool) {
	from := q.d.Tokens[q.open].Span
	span := claims.Span{Start: from.Start, End: q.d.Tokens[i-1].Span.End}
	inner := claims.Span{Start: from.End, End: span.End}
	if closed {
		span.End = q.d.Tokens[i].Span.End
	}
	open := q.open
	q.open = -1
	if i-open < 2 {
		return // nothing between the marks
	}
	inner = trimSpan(q.d.Text, inner)
	if inner.Start < inner.End {
		q.found = append(q.found, Quotation{Span: span, Inner: inner, Single: q.single, Closed: closed})
	}
}

// trimSpan takes white space off both ends.
func trimSpan(text string, s claims.Span) claims.Span {
	words := strings.TrimLeftFunc(s.In(text), unicode.IsSpace)
	s.Start = s.End - len(words)
	s.End = s.Start + len(strings.TrimRightFunc(words, unicode.IsSpace))
	return s
}
