package collect

import (
	"encoding/json"
	"html"
	"strings"

	xhtml "golang.org/x/net/html"
)

// linked is what JSON-LD says about the article of a page.
type linked struct {
	headline, author, publisher, published, language, address, body string
}

const (
	maxLinked   = 2 << 20 // bytes of one script that are read
	linkedDepth = 12
)

// read takes one script of JSON-LD. What cannot be read is passed over.
func (l *linked) read(script string) {
	if len(script) > maxLinked {
		return
	}
	var value any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &value) == nil {
		l.walk(value, linkedDepth)
	}
}

// walk looks for articles, which may lie within lists and graphs.
func (l *linked) walk(value any, depth int) {
	if depth == 0 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			l.walk(item, depth-1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			l.take(v)
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			l.walk(v[key], depth-1)
		}
	}
}

// isArticle knows schema.org's Article and all that is named after it, and
// postings.
func isArticle(kind any) bool {
	for _, k := range texts(kind) {
		if strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report" {
			return true
		}
	}
	return false
}

func (l *linked) take(v map[string]any) {
	set(&l.headline, first(v["headline"]))
	set(&l.author, strings.Join(namesOf(v["author"]), ", "))
	set(&l.publisher, strings.Join(namesOf(v["publisher"]), ", "))
	set(&l.published, first(v["datePublished"]))
	set(&l.language, first(v["inLanguage"]))
	set(&l.address, first(v["url"]))
	set(&l.body, first(v["articleBody"]))
}

// texts gives the strings of a value that is one string or a list.
func texts(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{html.UnescapeString(v)}
	case []any:
		var out []string
		for _, item := range v {
			if s, ok := item.(string); ok {
				out = append(out, html.UnescapeString(s))
			}
		}
		return out
	}
	return nil
}

func first(value any) string {
	if t := texts(value); len(t) > 0 {
		return t[0]
	}
	return ""
}

// namesOf gives the names of people or organisations: strings, or objects
// with a name, one or several. Addresses that stand for names are left out.
func namesOf(value any) []string {
	items, ok := value.([]any)
	if !ok {
		items = []any{value}
	}
	var out []string
	for _, item := range items {
		if object, ok := item.(map[string]any); ok {
			item = object["name"]
		}
		if name := collapse(first(item)); name != "" && !strings.Contains(name, "://") && len(out) < 20 {
			out = append(out, name)
		}
	}
	return out
}

// articleBody gives the text of the article as JSON-LD has it, in lines.
func articleBody(in source, body string) []setLine {
	if strings.Contains(body, "<p") {
		if light, err := lighten(in, body); err == nil {
			if doc, err := xhtml.Parse(strings.NewReader(light)); err == nil {
				return linesOf(doc)
			}
		}
	}
	var out []setLine
	for l := range strings.Lines(body) {
		if text := collapse(l); text != "" {
			out = append(out, setLine{text, 2})
		}
	}
	return out
}
