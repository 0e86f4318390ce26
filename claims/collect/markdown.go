package collect

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// markdownHead reads off what a Markdown text shows about itself: its front
// matter, else its first heading, else what a plain text would show.
func markdownHead(text string) claims.ArticleHead {
	front, body := frontMatter(text)
	h := front
	set(&h.Title, heading(body))
	plain := textHead(unmarked(body))
	if h.Title == "" {
		h.Title = plain.Title
	}
	set(&h.Author, plain.Author)
	set(&h.Publisher, plain.Publisher)
	set(&h.Date, plain.Date)
	return h
}

// frontMatter reads the block between two lines of hyphens at the top. It
// knows keys with one value, and lists of authors; all else in it is passed
// over. body is the text after the block, or all of it where there is none.
func frontMatter(text string) (h claims.ArticleHead, body string) {
	lines := normalLines.Replace(cut(text, 64<<10))
	rest, ok := strings.CutPrefix(lines, "---\n")
	if !ok {
		return h, text
	}
	key := ""
	for line := range strings.Lines(rest) {
		rest = rest[len(line):]
		line = strings.TrimRight(line, " \t\n")
		if line == "---" || line == "..." {
			return h, rest
		}
		if item, ok := strings.CutPrefix(strings.TrimSpace(line), "- "); ok {
			addKey(&h, key, item)
			continue
		}
		k, value, ok := strings.Cut(line, ":")
		if ok && strings.TrimSpace(k) == k {
			key = strings.ToLower(k)
			addKey(&h, key, value)
		}
	}
	return claims.ArticleHead{}, text // never closed: no front matter
}

func addKey(h *claims.ArticleHead, key, value string) {
	value = scalar(value)
	switch key {
	case "title", "headline":
		set(&h.Title, value)
	case "author", "authors", "by":
		if h.Author != "" && value != "" {
			value = h.Author + ", " + value
		}
		if value != "" {
			h.Author = value
		}
	case "publisher", "publication", "outlet", "site", "site_name", "sitename":
		set(&h.Publisher, value)
	case "date", "published", "pubdate", "date_published", "datepublished":
		if date, rest, ok := parseDate(value); ok && onlyTime.MatchString(rest) {
			set(&h.Date, date)
		}
	case "url", "link", "canonical", "canonical_url", "source_url":
		set(&h.URL, value)
	case "language", "lang":
		set(&h.Language, value)
	}
}

// scalar gives a plain value without its quotation marks; a list in brackets
// becomes one with commas; what starts another form of YAML gives nothing.
func scalar(value string) string {
	value = strings.TrimSpace(value)
	if inner, ok := strings.CutPrefix(value, "["); ok {
		parts := strings.Split(strings.TrimSuffix(inner, "]"), ",")
		for i, p := range parts {
			parts[i] = scalar(p)
		}
		return strings.Join(parts, ", ")
	}
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') {
		if end := strings.IndexByte(value[1:], value[0]); end >= 0 {
			return value[1 : end+1]
		}
	}
	if i := strings.Index(value, " #"); i >= 0 {
		value = strings.TrimSpace(value[:i])
	}
	if value == "" || strings.ContainsAny(value[:1], "{&*!|>%@`#") {
		return ""
	}
	return value
}

// heading gives the first block of the text where it is a heading of the
// first level.
func heading(body string) string {
	first := firstRows(body)
	if len(first) == 0 {
		return ""
	}
	if t, ok := strings.CutPrefix(first[0].text, "# "); ok {
		return unmarked(strings.TrimSpace(strings.TrimRight(t, "# ")))
	}
	if len(first) > 1 && !first[0].alone && len(first[1].text) >= 3 && strings.Trim(first[1].text, "=") == "" {
		return unmarked(first[0].text)
	}
	return ""
}

// marks are what Markdown sets around words for emphasis.
var marks = strings.NewReplacer("**", "", "__", "", "*", "", "_", "")

// unmarked drops marks of emphasis, for reading off names and dates; the
// article's own text keeps them.
func unmarked(text string) string { return marks.Replace(text) }
