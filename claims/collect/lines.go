package collect

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// setLine is a line of a page's text, and how many line ends stand before it:
// one within a list, a table or a broken line, two between paragraphs.
type setLine struct {
	text string
	gap  int
}

// setter sets a tree of HTML as lines.
type setter struct {
	lines  []setLine
	line   strings.Builder
	gap    int
	broken bool // the last thing seen was a <br>
	lists  int  // how many lists we are in
}

// linesOf gives the text of a tree: paragraphs and headings with a blank line
// between, items of lists and rows of tables on lines of their own, white
// space collapsed.
func linesOf(n *html.Node) []setLine {
	if n == nil {
		return nil
	}
	var s setter
	s.node(n)
	s.end(2)
	return s.lines
}

// end ends the line, and asks for at least so many line ends before the next.
func (s *setter) end(gap int) {
	if text := collapse(s.line.String()); text != "" {
		s.lines = append(s.lines, setLine{text, s.gap})
		s.gap = 0
	}
	s.line.Reset()
	s.gap = max(s.gap, gap)
	s.broken = false
}

// node sets one node and all beneath it. The parser bounds the depth.
func (s *setter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		s.text(n)
		return
	case html.ElementNode:
		if unread[n.DataAtom] {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	if n.DataAtom == atom.Br {
		s.brk()
		return
	}
	gap := s.gapOf(n.DataAtom)
	if gap > 0 {
		s.end(gap)
	}
	if isList(n.DataAtom) {
		s.lists++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.node(c)
	}
	if isList(n.DataAtom) {
		s.lists--
	}
	if gap > 0 {
		s.end(gap)
	} else if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		s.line.WriteByte(' ')
	}
}

func (s *setter) text(n *html.Node) {
	if strings.TrimSpace(n.Data) != "" {
		s.broken = false
	}
	if n.Parent == nil || n.Parent.DataAtom != atom.Pre {
		s.line.WriteString(n.Data)
		return
	}
	for i, l := range strings.Split(n.Data, "\n") {
		if i > 0 {
			s.brk()
		}
		s.line.WriteString(l)
	}
}

// brk ends a line within a paragraph; two in a row end the paragraph.
func (s *setter) brk() {
	if s.broken && collapse(s.line.String()) == "" {
		s.end(2)
		return
	}
	s.end(1)
	s.broken = true
}

// unread are elements whose text is not shown.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Svg: true,
	atom.Textarea: true, atom.Select: true, atom.Iframe: true, atom.Object: true, atom.Math: true,
}

func isList(a atom.Atom) bool { return a == atom.Ul || a == atom.Ol || a == atom.Dl || a == atom.Table }

// gapOf says how many line ends set an element off; 0 for those within a line.
func (s *setter) gapOf(a atom.Atom) int {
	switch a {
	case atom.Li, atom.Dt, atom.Dd, atom.Tr:
		return 1
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Dl,
		atom.Blockquote, atom.Pre, atom.Table, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer,
		atom.Aside, atom.Nav, atom.Figure, atom.Figcaption, atom.Hr, atom.Address, atom.Details, atom.Summary,
		atom.Form, atom.Fieldset, atom.Body:
		if s.lists > 0 {
			return 1
		}
		return 2
	}
	return 0
}

// lookup finds lines again by their words alone. The extractor sometimes
// drops the space beside an inline element or a break between lines, or runs
// the paragraphs of a short article into one; the page itself knows better.
type lookup struct {
	lines  []setLine
	byKey  map[string]int  // which line, by its key
	all    strings.Builder // the keys of all lines, one after the other
	starts map[int]int     // which line, by where it starts in all
}

func (l *lookup) add(lines []setLine) {
	if l.byKey == nil {
		l.byKey, l.starts = map[string]int{}, map[int]int{}
	}
	for _, line := range lines {
		key := squeeze(line.text)
		if _, ok := l.byKey[key]; !ok {
			l.byKey[key] = len(l.lines)
		}
		l.starts[l.all.Len()] = len(l.lines)
		l.lines = append(l.lines, line)
		l.all.WriteString(key)
	}
}

// maxSearches bounds how many lines are looked for in the whole page.
const maxSearches = 200

// restore gives the text of the lines, each as the page itself sets it.
func (l *lookup) restore(lines []setLine) string {
	var b strings.Builder
	searches, next := 0, -1 // next is the line of the page after the last one used
	write := func(text string, gap int) {
		if b.Len() > 0 {
			b.WriteString("\n\n"[:min(max(gap, 1), 2)])
		}
		b.WriteString(text)
	}
	for _, line := range lines {
		key := squeeze(line.text)
		first, ok := l.byKey[key]
		last := first + 1
		if next >= 0 && next < len(l.lines) && squeeze(l.lines[next].text) == key {
			first, last = next, next+1 // of several like it, the one that follows
		} else if searches < maxSearches && !ok {
			searches++
			first, last, ok = l.find(key)
		}
		if !ok {
			write(line.text, line.gap)
			next = -1
			continue
		}
		for i := first; i < last; i++ {
			gap := l.lines[i].gap
			if i == first && i != next {
				gap = line.gap
			}
			write(l.lines[i].text, gap)
		}
		next = last
	}
	return b.String()
}

// find looks for whole lines of the page that together have the words of one.
func (l *lookup) find(key string) (first, last int, ok bool) {
	at := strings.Index(l.all.String(), key)
	if at < 0 || key == "" {
		return 0, 0, false
	}
	if first, ok = l.starts[at]; !ok {
		return 0, 0, false
	}
	if last, ok = l.starts[at+len(key)]; !ok && at+len(key) == l.all.Len() {
		last, ok = len(l.lines), true
	}
	return first, last, ok && last > first
}
