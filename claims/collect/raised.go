package collect

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// settleRaised keeps raised figures from running into the number before them,
// as 40 with note 3 would read 403: marks of notes, which are links, go; other
// raised figures become the characters that Unicode has for them.
func settleRaised(doc *html.Node) {
	var raised []*html.Node
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Sup {
			raised = append(raised, n)
		}
	}
	for _, n := range raised {
		text, linked := raisedText(n)
		text = strings.Trim(text, "[]() \u00a0\n")
		if text == "" || strings.Trim(text, "0123456789") != "" {
			continue
		}
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
		if !linked {
			n.AppendChild(&html.Node{Type: html.TextNode, Data: superscript.Replace(text)})
		}
	}
}

var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// raisedText gives the text of a short raised element, and whether it links
// somewhere or lies within a link.
func raisedText(n *html.Node) (text string, linked bool) {
	linked = n.Parent != nil && n.Parent.DataAtom == atom.A
	for c := range n.Descendants() {
		if c.DataAtom == atom.A {
			linked = true
		}
		if c.Type == html.TextNode {
			text += c.Data
		}
		if len(text) > 20 {
			return text, linked
		}
	}
	return text, linked
}
