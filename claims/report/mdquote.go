package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// blockQuote writes a context as a block quote, each line of the article as a
// line of its own.
func blockQuote(c Context) string {
	var out []string
	for _, line := range quoteLines(c) {
		if t := strings.TrimSpace(markLine(line)); t != "" {
			out = append(out, "> "+t)
		}
	}
	return strings.Join(out, "\\\n")
}

// quoteLines cuts the pieces at the line ends of the text, with an ellipsis
// where the paragraph goes on.
func quoteLines(c Context) [][]Piece {
	pieces := c.Pieces
	if c.CutBefore {
		pieces = append([]Piece{{Text: "[…] "}}, pieces...)
	}
	if c.CutAfter {
		pieces = append(pieces[:len(pieces):len(pieces)], Piece{Text: " […]"})
	}
	out := [][]Piece{nil}
	for _, p := range pieces {
		for i, text := range lines(p.Text) {
			if i > 0 {
				out = append(out, nil)
			}
			if text != "" {
				p.Text = text
				last := len(out) - 1
				out[last] = append(out[last], p)
			}
		}
	}
	return out
}

// markLine writes one line: plain context, the statement in italics, what
// clashes in bold.
func markLine(line []Piece) string {
	line = joinAlike(freeMarks(trimStart(line)))
	var b strings.Builder
	for i, p := range line {
		before, after := runeBefore(line, i), runeAfter(line, i)
		switch {
		case p.Clash:
			b.WriteString(marked(p.Text, "**", "strong", before, after))
		case p.Quoted:
			b.WriteString(marked(p.Text, "_", "em", before, after))
		case i == 0:
			b.WriteString(escapeStart(p.Text))
		default:
			b.WriteString(escapeLine(p.Text))
		}
	}
	return b.String()
}

// runeBefore is the character that stands before a piece: 0 at the start of
// the line, an asterisk for the delimiter of the piece before.
func runeBefore(line []Piece, i int) rune {
	if i == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(line[i-1].Text)
	return outer(line[i-1], r)
}

func runeAfter(line []Piece, i int) rune {
	if i == len(line)-1 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(line[i+1].Text)
	return outer(line[i+1], r)
}

func outer(p Piece, r rune) rune {
	if (p.Clash || p.Quoted) && !unicode.IsSpace(r) {
		return '*'
	}
	return r
}

// trimStart drops the white space before the first word, so that the first
// piece is the one that begins the line.
func trimStart(line []Piece) []Piece {
	for i, p := range line {
		if p.Text = strings.TrimLeftFunc(p.Text, unicode.IsSpace); p.Text != "" {
			return append([]Piece{p}, line[i+1:]...)
		}
	}
	return nil
}

// freeMarks takes the punctuation between a word in bold and the words in
// italics beside it out of the italics: a delimiter that stands against both
// could only be written as HTML.
func freeMarks(line []Piece) []Piece {
	var out []Piece
	for i, p := range line {
		if !p.Quoted || p.Clash {
			out = append(out, p)
			continue
		}
		first, last := 0, len(p.Text)
		if i > 0 && line[i-1].Clash {
			first = len(p.Text) - len(strings.TrimLeftFunc(p.Text, isMark))
		}
		if i < len(line)-1 && line[i+1].Clash && first < last {
			last = len(strings.TrimRightFunc(p.Text, isMark))
		}
		out = append(out, Piece{Text: p.Text[:first]}, Piece{Text: p.Text[first:last], Quoted: true}, Piece{Text: p.Text[last:]})
	}
	return slices.DeleteFunc(out, func(p Piece) bool { return p.Text == "" })
}

func isMark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// joinAlike joins pieces that are shown alike: two runs of the same delimiter
// may not touch.
func joinAlike(line []Piece) []Piece {
	var out []Piece
	for _, p := range line {
		if p.Clash {
			p.Quoted = false
		}
		if n := len(out); n > 0 && out[n-1].Clash == p.Clash && out[n-1].Quoted == p.Quoted {
			out[n-1].Text += p.Text
			continue
		}
		out = append(out, p)
	}
	return out
}
