package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// Limits of a quotation's context, in bytes. A page without line ends, or a
// statement that runs through half of it, must not swell a report in which it
// is quoted many times.
const (
	maxStatement = 6000
	maxAround    = 700
)

// Context is a stretch of an article's text around a statement. The texts of
// its pieces, joined, are exactly the words of the article at Span.
type Context struct {
	Span      claims.Span // in the article's text; zero where the statement's own offsets do not fit it
	Pieces    []Piece
	CutBefore bool // the paragraph begins earlier
	CutAfter  bool // the paragraph goes on
}

// Piece is a stretch that is shown in one way.
type Piece struct {
	Text   string
	Quoted bool // words of the statement
	Clash  bool // words that a reason for a conflict rests on
}

// Text gives the context's words.
func (c Context) Text() string {
	var b strings.Builder
	for _, p := range c.Pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// contextOf cuts a statement's paragraph out of its article and marks the
// statement and the words that clash.
func contextOf(s claims.Side, clash []claims.Span) Context {
	text := s.Article.Text
	content := merge(text, s.Statement.Content)
	if len(content) == 0 {
		return Context{Pieces: []Piece{{Text: s.Statement.Text, Quoted: true}}}
	}
	hull := claims.Hull(content)
	c := window(text, hull)
	c.Pieces = pieces(text, c.Span, content, merge(text, clash))
	return c
}

// window is the paragraph around a statement, cut at spaces where it is
// longer than a reader needs.
func window(text string, hull claims.Span) Context {
	whole := claims.Paragraph(text, hull)
	shown := whole
	if low := hull.Start - maxAround; low > shown.Start {
		shown.Start = edge(text, low, hull.Start)
	}
	stop := min(hull.End, hull.Start+maxStatement)
	if high := stop + maxAround; high < shown.End {
		shown.End = edge(text, high, shown.End)
	}
	return Context{Span: shown, CutBefore: shown.Start > whole.Start, CutAfter: shown.End < whole.End}
}

// edge is the first place from at where a word begins, looking 40 bytes ahead;
// else the next edge of a character.
func edge(text string, at, limit int) int {
	limit = min(limit, at+40)
	if i := strings.IndexByte(text[at:limit], ' '); i >= 0 {
		return at + i + 1
	}
	for at < limit && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// merge sorts spans, joins those with nothing but white space between them,
// and drops what does not fit the text.
func merge(text string, spans []claims.Span) []claims.Span {
	kept := make([]claims.Span, 0, len(spans))
	for _, s := range spans {
		if s.Check(text) == nil {
			kept = append(kept, s)
		}
	}
	slices.SortFunc(kept, func(a, b claims.Span) int { return a.Start - b.Start })
	out := kept[:0]
	for _, s := range kept {
		if n := len(out); n > 0 && touches(text, out[n-1], s) {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func touches(text string, a, b claims.Span) bool {
	return b.Start <= a.End || strings.TrimSpace(text[a.End:b.Start]) == ""
}

// pieces cuts a stretch at the edges of both lists, which are sorted and do
// not overlap within themselves.
func pieces(text string, whole claims.Span, quoted, clash []claims.Span) []Piece {
	var out []Piece
	for at := whole.Start; at < whole.End; {
		quoted, clash = after(quoted, at), after(clash, at)
		isQuoted, next := state(quoted, at, whole.End)
		isClash, other := state(clash, at, whole.End)
		next = min(next, other)
		out = append(out, Piece{Text: text[at:next], Quoted: isQuoted, Clash: isClash})
		at = next
	}
	return out
}

// after drops the spans that end at or before a place.
func after(spans []claims.Span, at int) []claims.Span {
	for len(spans) > 0 && spans[0].End <= at {
		spans = spans[1:]
	}
	return spans
}

// state says whether a place lies in the first span, and where that changes.
func state(spans []claims.Span, at, end int) (bool, int) {
	switch {
	case len(spans) == 0:
		return false, end
	case spans[0].Start <= at:
		return true, min(spans[0].End, end)
	}
	return false, min(spans[0].Start, end)
}
