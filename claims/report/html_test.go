package report_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// page is what the HTML report consists of, read back by a strict reader.
type page struct {
	tags  map[string]int
	attrs map[string][]string // "a href" to its values
	text  string
	marks []string // texts of the mark elements within quotations
}

// readPage reads the document as XML would, after making its void elements
// whole: unbalanced or unescaped markup fails.
func readPage(t *testing.T, doc string) page {
	t.Helper()
	doc = regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(doc, "")
	doc = regexp.MustCompile(`(<meta[^>]*)>`).ReplaceAllString(doc, "$1/>")
	dec := xml.NewDecoder(strings.NewReader(doc))
	dec.Entity = xml.HTMLEntity
	p := page{tags: make(map[string]int), attrs: make(map[string][]string)}
	var open []string
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return p
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			p.tags[token.Name.Local]++
			open = append(open, token.Name.Local)
			for _, a := range token.Attr {
				key := token.Name.Local + " " + a.Name.Local
				p.attrs[key] = append(p.attrs[key], a.Value)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			p.text += string(token)
			if n := len(open); n > 0 && open[n-1] == "mark" {
				p.marks = append(p.marks, string(token))
			}
		case xml.Comment:
			t.Errorf("a comment: %s", token)
		}
	}
}

// hostile is what an article, a reviewer or an annotation may hold.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `javascript:alert(1)`, `</style><script>`, `<!-- `, `]]>`, `{{.Title}}`, `&lt;b&gt;`, "\u202e\u2069\u2067", "a\x00b",
}

func hostileReport(s string) report.Report {
	who := claims.Speaker{Name: s, Role: s, Aliases: []string{s}}
	text := "He said it fell " + s + " and that was all.\nNext."
	a := article("a1", s, s, s, s, text)
	a.Author, a.Language, a.Snapshot.From, a.Snapshot.SHA256 = s, s, s, s
	side := claims.Side{Article: a, Statement: claims.Statement{
		ID: "s1", Speaker: who, Cue: []claims.Span{at(text, "said")}, Content: []claims.Span{at(text, "it fell"), at(text, s)}, SaidAt: s, About: s, Chain: []string{s}, Commitment: claims.Commitment(s),
	}}
	c := judged(conflict("c1", side, side, claims.Label(s), 0.5, []claims.Reason{{Kind: claims.ReasonKind(s), For: true, A: []claims.Span{at(text, s)}, Values: []string{s, s}}},
		claims.Review{Name: s, Judgement: claims.Label(s), Sureness: claims.Sureness(s), Note: s}), claims.Judged, claims.Contradicts)
	c.Note, c.Run = s, claims.RunID(s)
	d := claims.DisputeDetail{Dispute: claims.Dispute{ID: "d1", Question: s, Positions: []claims.Position{{Label: s, Statements: refs(side)}}}, Details: []claims.ConflictDetail{c}}
	notes := []claims.Annotation{
		note("n1", claims.Linking, s, claims.Target{Conflict: "c1"}),
		note("n2", claims.Motivation(s), s, claims.Target{Statement: "s1", Exact: s}),
	}
	return report.Assemble([]claims.DisputeDetail{d}, notes, claims.Coverage{}, report.Options{Made: made, Version: s, Title: s})
}

func TestHTMLShowsHostileTextAsText(t *testing.T) {
	plain := readPage(t, string(written(t, report.HTML, hostileReport("word"))))
	for _, s := range hostile {
		t.Run(s, func(t *testing.T) {
			p := readPage(t, strings.ReplaceAll(string(written(t, report.HTML, hostileReport(s))), "\x00", ""))
			for tag, n := range p.tags {
				if n != plain.tags[tag] {
					t.Errorf("%d <%s>, with harmless text %d", n, tag, plain.tags[tag])
				}
			}
			for key, values := range p.attrs {
				for _, v := range values {
					if name := strings.Fields(key)[1]; strings.HasPrefix(name, "on") || (name == "href" || name == "src" || name == "cite") && !strings.HasPrefix(v, "#") {
						t.Errorf("%s=%q", key, v)
					}
				}
			}
			if want := strings.TrimSpace(strings.ReplaceAll(s, "\x00", "")); !strings.Contains(p.text, want) {
				t.Errorf("%q is not shown as text", want)
			}
		})
	}
}

func TestHTMLNeedsNothingElse(t *testing.T) {
	doc := string(written(t, report.HTML, assembled(t, nil)))
	p := readPage(t, doc)
	for _, tag := range []string{"script", "link", "img", "iframe", "object", "form", "base"} {
		if p.tags[tag] > 0 {
			t.Errorf("the page holds <%s>", tag)
		}
	}
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindString(doc)
	for _, no := range []string{"url(", "@import", "expression("} {
		if strings.Contains(style, no) {
			t.Errorf("the style sheet holds %s", no)
		}
	}
	for _, want := range []string{"@media print", "size:A4", "prefers-color-scheme:dark", "break-inside:avoid"} {
		if !strings.Contains(style, want) {
			t.Errorf("the style sheet lacks %s", want)
		}
	}
	for _, href := range p.attrs["a href"] {
		if !strings.HasPrefix(href, "https://") && !strings.HasPrefix(href, "#") {
			t.Errorf("href %q", href)
		}
	}
	for _, landmark := range []string{"header", "nav", "main", "footer"} {
		if p.tags[landmark] == 0 {
			t.Errorf("no <%s>", landmark)
		}
	}
	if got := p.attrs["html lang"]; len(got) != 1 || got[0] != "en" {
		t.Errorf("lang = %v", got)
	}
}

// Links within the page lead somewhere, and nothing has the same id twice.
func TestHTMLAnchors(t *testing.T) {
	p := readPage(t, string(written(t, report.HTML, assembled(t, nil))))
	ids := make(map[string]bool)
	for key, values := range p.attrs {
		if strings.HasSuffix(key, " id") {
			for _, id := range values {
				if ids[id] {
					t.Errorf("id %s twice", id)
				}
				ids[id] = true
			}
		}
	}
	for _, href := range p.attrs["a href"] {
		if name, ok := strings.CutPrefix(href, "#"); ok && !ids[name] {
			t.Errorf("%s leads nowhere", href)
		}
	}
}

// Headings go down one level at a time.
func TestHTMLHeadings(t *testing.T) {
	last := 0
	for _, m := range regexp.MustCompile(`<h([1-6])[ >]`).FindAllStringSubmatch(string(written(t, report.HTML, assembled(t, nil))), -1) {
		level := int(m[1][0] - '0')
		if level > last+1 {
			t.Errorf("h%d follows h%d", level, last)
		}
		last = level
	}
}

func TestHTMLMarksWhatClashes(t *testing.T) {
	p := readPage(t, string(written(t, report.HTML, assembled(t, nil))))
	got := strings.Join(p.marks, "|")
	const want = "marked|nobody|hurt|At least 6|treated for injuries|40 minutes|almost three hours|not been warned|warned"
	if got != want {
		t.Errorf("marked: %s, want %s", got, want)
	}
}
