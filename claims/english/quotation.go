package english

import (
	"sort"
	"strings"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
)

// findQuotations fills in the quotations, paragraph by paragraph: a mark that
// nothing closes never runs on into the next one.
func (d *Document) findQuotations() {
	var before Quotation // the last one of the paragraph before, where it stayed open
	for i, p := range d.Paragraphs {
		q := quoter{d: d, first: d.Sentences[p.First].First, last: d.Sentences[p.Last-1].Last, goesOn: d.opensWithMark(i + 1)}
		q.read()
		if n := len(q.found); n > 0 && before.Inner.End > 0 && q.found[0].Span.Start == p.Span.Start && q.found[0].Single == before.Single {
			q.found[0].Continues = true
		}
		d.addQuotations(q.found)
		before = Quotation{}
		if n := len(q.found); n > 0 && !q.found[n-1].Closed {
			before = q.found[n-1]
		}
	}
	d.cutUnclosed()
}

// opensWithMark gives the kind of quotation mark with which a paragraph
// begins.
func (d *Document) opensWithMark(paragraph int) markKind {
	if paragraph >= len(d.Paragraphs) {
		return noMark
	}
	kind, _ := markOf(d.Tokens[d.Sentences[d.Paragraphs[paragraph].First].First].Text)
	return kind
}

// addQuotations adds the quotations of one paragraph and marks their tokens.
func (d *Document) addQuotations(found []Quotation) {
	for _, f := range found {
		from, to := d.TokenRange(f.Span)
		if f.Closed && d.isNickname(from, to) {
			d.takeNickname(from, to)
			continue
		}
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

// maxDepth is how many quotations within each other are told apart.
const maxDepth = 8

// quoter finds the quotations of one paragraph.
type quoter struct {
	d           *Document
	first, last int      // the paragraph's tokens
	goesOn      markKind // the mark with which the next paragraph begins
	marks       []mark
	open        []int  // the tokens of double marks that are open, outermost first
	pairs       []pair // what is closed within the outermost one
	found       []Quotation
}

// pair is the tokens of an opening and a closing mark; close is the token
// after the last word where there is no closing mark.
type pair struct {
	open, close    int
	closed, single bool
}

func (q *quoter) read() {
	for i := q.first; i < q.last; i++ {
		if m := q.markAt(i); m.kind != noMark {
			q.marks = append(q.marks, m)
		}
	}
	for k := 0; k < len(q.marks); k++ {
		switch m := q.marks[k]; {
		case len(q.open) > 0:
			q.within(k)
		case m.kind == doubleMark && m.opens:
			q.open = append(q.open, m.token)
		case m.kind == singleMark && m.opens:
			k = q.single(k)
		}
	}
	q.settleOpen()
}

// within handles a mark that stands in an open quotation with double marks.
func (q *quoter) within(k int) {
	m := q.marks[k]
	switch {
	case m.kind == singleMark:
		if q.closesInstead(k) {
			q.shut(m.token)
		}
	case m.closes:
		q.shut(m.token)
	case m.opens && m.token > q.open[len(q.open)-1]+1 && len(q.open) < maxDepth:
		q.open = append(q.open, m.token)
	}
}

// shut closes the innermost open quotation with the token i.
func (q *quoter) shut(i int) {
	top := len(q.open) - 1
	p := pair{open: q.open[top], close: i, closed: true}
	q.open = q.open[:top]
	if top > 0 {
		q.pairs = append(q.pairs, p)
		return
	}
	q.pairs = q.pairs[:0]
	q.add(p)
}

// closesInstead says whether a single mark closes what a double one opened:
// a comma or stop stands before it, it belongs to no single one before it, and
// the next mark but apostrophes opens something.
func (q *quoter) closesInstead(k int) bool {
	m := q.marks[k]
	if !m.closes || !isClause(q.d.Tokens[m.token-1].Text) || m.token-1 == q.open[len(q.open)-1] {
		return false
	}
	for back := k - 1; back >= 0 && q.marks[back].kind == singleMark && q.marks[back].token > q.open[len(q.open)-1]; back-- {
		if q.marks[back].opens {
			return false
		}
	}
	const near = 8 // marks
	for _, next := range q.marks[k+1 : min(k+1+near, len(q.marks))] {
		if next.opens && !next.closes || next.kind == doubleMark {
			return next.opens && !next.closes
		}
	}
	return q.goesOn != doubleMark
}

// isClause says whether a mark may stand at the end of quoted words.
func isClause(token string) bool { return token == "," || isStop(token) }

// single handles an opening single mark that stands in no other quotation,
// and gives the index of the last mark that it used up.
func (q *quoter) single(k int) int {
	open := q.marks[k].token
	closer, weak := q.closerAfter(k)
	starts := open == q.first && q.goesOn == singleMark
	switch {
	case starts && (closer < 0 || weak): // the next paragraph takes it up
		q.add(pair{open: open, close: q.last, single: true})
		return len(q.marks)
	case closer < 0:
		return k
	}
	q.add(pair{open: open, close: q.marks[closer].token, closed: true, single: true})
	return closer
}

// closerAfter finds the mark that closes the single one k: the first one that
// cannot be an apostrophe, else the last one that may be; -1 for none. Nothing
// is looked at beyond the next opening single mark.
func (q *quoter) closerAfter(k int) (closer int, weak bool) {
	const reach = 400 // tokens: longer quotations have double marks
	closer = -1
	for i := k + 1; i < len(q.marks) && q.marks[i].token < q.marks[k].token+reach; i++ {
		m := q.marks[i]
		switch {
		case m.kind == doubleMark:
			if closer < 0 && m.closes && !m.opens && isClause(q.d.Tokens[m.token-1].Text) && !q.doubleOpens(k, i) {
				return i, false // 'We go,"
			}
		case m.opens && !m.closes:
			return closer, closer >= 0
		case m.closes && m.token > q.marks[k].token+1:
			if !m.weak {
				return i, false
			}
			closer = i
		}
	}
	return closer, closer >= 0
}

// doubleOpens says whether a double mark opens something between two marks;
// only the nearest ones are looked at.
func (q *quoter) doubleOpens(from, to int) bool {
	const near = 8 // marks
	for _, m := range q.marks[max(from+1, to-near):to] {
		if m.kind == doubleMark && m.opens {
			return true
		}
	}
	return false
}

// settleOpen decides about the double marks that nothing closed. Either the
// quotation goes on in the next paragraph, or a mark was forgotten: what it
// opened then ends before the next quotation.
func (q *quoter) settleOpen() {
	if len(q.open) == 0 {
		return
	}
	if q.open[0] == q.first && q.goesOn == doubleMark && len(q.open) == 1 && !q.forgotten() {
		q.add(pair{open: q.open[0], close: q.last})
		return
	}
	sort.Slice(q.pairs, func(i, j int) bool { return q.pairs[i].open < q.pairs[j].open })
	next := 0
	for i, open := range q.open {
		end := q.last
		if i+1 < len(q.open) {
			end = q.open[i+1]
		}
		for next < len(q.pairs) && q.pairs[next].open < open {
			next++
		}
		q.addUnclosed(open, end, q.pairs[next:])
	}
}

// forgotten says whether a quotation within the open one begins a sentence, so
// that the open one must have ended before.
func (q *quoter) forgotten() bool {
	return len(q.pairs) > 0 && isClause(q.d.Tokens[q.pairs[0].open-1].Text)
}

// addUnclosed adds what was opened and not closed before the token end, and
// the whole quotations that stand there.
func (q *quoter) addUnclosed(open, end int, pairs []pair) {
	stop := end
	for _, p := range pairs {
		if p.open < end {
			stop = min(stop, p.open)
		}
	}
	q.add(pair{open: open, close: stop})
	for _, p := range pairs {
		if p.open >= stop && p.open < end {
			q.add(p)
			stop = p.close
		}
	}
}

// add makes a quotation of a pair, unless nothing stands between the marks.
func (q *quoter) add(p pair) {
	if p.close-p.open < 2 {
		return
	}
	from := q.d.Tokens[p.open].Span
	span := claims.Span{Start: from.Start, End: q.d.Tokens[p.close-1].Span.End}
	inner := trimSpan(q.d.Text, claims.Span{Start: from.End, End: span.End})
	if p.closed {
		span.End = q.d.Tokens[p.close].Span.End
	}
	if inner.Start < inner.End {
		q.found = append(q.found, Quotation{Span: span, Inner: inner, Single: p.single, Closed: p.closed})
	}
}

// trimSpan takes white space off both ends.
func trimSpan(text string, s claims.Span) claims.Span {
	words := strings.TrimLeftFunc(s.In(text), unicode.IsSpace)
	s.Start = s.End - len(words)
	s.End = s.Start + len(strings.TrimRightFunc(words, unicode.IsSpace))
	return s
}
