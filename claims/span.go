package claims

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of an article's clean text: byte offsets, end exclusive,
// both on the edge of a character. It has no JSON form of its own, so that
// byte offsets cannot leave the program by accident: see [Points].
type Span struct{ Start, End int }

// MarshalJSON always fails: offsets leave the program as code points, through
// [Points].
func (Span) MarshalJSON() ([]byte, error) {
	return nil, errors.New("claims: a span has no JSON form; convert it with Points")
}

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains says whether the other span lies within this one.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps says whether the two share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// In gives the words of the text that the span covers. The span must lie
// within the text; see [Span.Check].
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Check says what is wrong with the span for this text: outside of it, empty
// or turned round, or in the middle of a character.
func (s Span) Check(text string) error {
	switch {
	case s.Start < 0 || s.End > len(text):
		return Errorf(Invalid, "span-outside", "span %d-%d lies outside the text of %d bytes", s.Start, s.End, len(text))
	case s.Start >= s.End:
		return Errorf(Invalid, "span-empty", "span %d-%d is empty or turned round", s.Start, s.End)
	case !utf8.RuneStart(text[s.Start]) || (s.End < len(text) && !utf8.RuneStart(text[s.End])):
		return Errorf(Invalid, "span-split", "span %d-%d cuts a character in two", s.Start, s.End)
	}
	return nil
}

// Join gives the words of several spans, in order, with an ellipsis between
// fragments: nobody printed them in one.
func Join(text string, spans []Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.In(text)
	}
	return strings.Join(parts, " … ")
}

// Hull is the smallest span around all of the given ones; the zero span for
// none.
func Hull(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	h := spans[0]
	for _, s := range spans[1:] {
		h.Start, h.End = min(h.Start, s.Start), max(h.End, s.End)
	}
	return h
}

// Paragraph is the stretch around a span up to the next line ends on both
// sides, without the line ends: the context in which a statement is read.
func Paragraph(text string, s Span) Span {
	start := strings.LastIndexAny(text[:s.Start], "\r\n") + 1
	end := len(text)
	if i := strings.IndexAny(text[s.End:], "\r\n"); i >= 0 {
		end = s.End + i
	}
	return Span{start, end}
}

// Points turns byte offsets of one text into Unicode code points and back.
// Making it reads the text once; a conversion then costs a search in a table
// of one entry per pointStep bytes, plus at most that many bytes.
type Points struct {
	text  string
	marks []int // code points before byte i*pointStep, counted at character starts
}

const pointStep = 256

// NewPoints prepares the conversions for a text of valid UTF-8.
func NewPoints(text string) *Points {
	marks := make([]int, 0, len(text)/pointStep+1)
	count := 0
	for i := 0; i < len(text); i++ {
		if i%pointStep == 0 {
			marks = append(marks, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
	}
	return &Points{text: text, marks: append(marks, count)}
}

// Len is the length of the text in code points.
func (p *Points) Len() int { return p.marks[len(p.marks)-1] }

// Offset gives the number of code points before a byte offset. An offset
// outside the text counts as the nearest end of it.
func (p *Points) Offset(b int) int {
	if b <= 0 {
		return 0
	}
	if b >= len(p.text) {
		return p.Len()
	}
	block := b / pointStep
	n := p.marks[block]
	for i := block * pointStep; i < b; i++ {
		if utf8.RuneStart(p.text[i]) {
			n++
		}
	}
	return n
}

// Span gives a span as code points: start, and end exclusive.
func (p *Points) Span(s Span) [2]int { return [2]int{p.Offset(s.Start), p.Offset(s.End)} }

// Spans gives several spans as code points; never nil, so that JSON shows an
// empty list.
func (p *Points) Spans(spans []Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = p.Span(s)
	}
	return out
}

// Bytes turns code points from outside into a span. It refuses what lies
// outside the text, is empty or is turned round.
func (p *Points) Bytes(points [2]int) (Span, error) {
	if points[0] < 0 || points[1] > p.Len() || points[0] >= points[1] {
		return Span{}, Errorf(Invalid, "span-outside",
			"offsets %d to %d do not lie within the text of %d characters, or are empty", points[0], points[1], p.Len())
	}
	return Span{p.byteAt(points[0]), p.byteAt(points[1])}, nil
}

func (p *Points) byteAt(point int) int {
	if point == p.Len() {
		return len(p.text)
	}
	block := sort.Search(len(p.marks), func(i int) bool { return p.marks[i] > point }) - 1
	n := p.marks[block]
	for i := block * pointStep; i < len(p.text); i++ {
		if utf8.RuneStart(p.text[i]) {
			if n == point {
				return i
			}
			n++
		}
	}
	return len(p.text)
}

// String gives the byte offsets, for logs and failed tests.
func (s Span) String() string { return fmt.Sprintf("%d-%d", s.Start, s.End) }
