package collect

import (
	"bytes"
	"mime"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// format is a way in which articles are written down.
type format int

const (
	formatText format = iota
	formatMarkdown
	formatHTML
	formatLines // JSON, one article a line
)

// formatsRead is what messages say about the formats.
const formatsRead = "Formats that are read: .txt, .md, .html and .jsonl"

func formatOfEnding(ending string) (format, bool) {
	switch ending {
	case ".txt", ".text":
		return formatText, true
	case ".md", ".markdown":
		return formatMarkdown, true
	case ".html", ".htm", ".xhtml":
		return formatHTML, true
	case ".jsonl", ".ndjson":
		return formatLines, true
	}
	return 0, false
}

func formatOfMediaType(mediaType string) (format, bool) {
	t, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return 0, false
	}
	switch t {
	case "text/plain":
		return formatText, true
	case "text/markdown", "text/x-markdown":
		return formatMarkdown, true
	case "text/html", "application/xhtml+xml":
		return formatHTML, true
	case "application/jsonl", "application/x-ndjson", "application/json-lines":
		return formatLines, true
	}
	return 0, false
}

// mediaType gives the declared type where it says the same as the format,
// as it may name the charset, and the format's own type otherwise.
func (f format) mediaType(declared string) string {
	if g, ok := formatOfMediaType(declared); ok && g == f {
		return declared
	}
	return [...]string{"text/plain", "text/markdown", "text/html", "application/json"}[f]
}

// formatOf decides how to read a file; see [Reader.Read].
func formatOf(name, mediaType string, data []byte) (format, error) {
	if ending := endingOf(name); ending != "" {
		if f, ok := formatOfEnding(ending); ok {
			return f, nil
		}
		return 0, claims.Errorf(claims.Unsupported, "format-unsupported", "%s: the format %s is not read", name, ending).
			WithHint(formatsRead)
	}
	if f, ok := formatOfMediaType(mediaType); ok {
		return f, nil
	}
	if name == "" {
		return formatText, nil
	}
	return sniff(data), nil
}

// ending is a dot and a few letters: "talks.2014" or "v1.2" have none.
var ending = regexp.MustCompile(`\.[A-Za-z]{1,8}[0-9]?$`)

func endingOf(name string) string { return strings.ToLower(ending.FindString(name)) }

var (
	pageStart = regexp.MustCompile(`(?i)^<(?:!--|(?:!doctype\s+html|\?xml|html|head|body|article|main|div|p|h1|title|meta)[\s>/])`)
	lineStart = regexp.MustCompile(`^\{\s*["}]`)
)

// sniff tells the format by the first bytes: a tag starts a page, a brace
// with a quoted key starts lines of JSON, all else is text.
func sniff(data []byte) format {
	head := data[:min(len(data), 4096)]
	head = bytes.TrimLeftFunc(bytes.TrimPrefix(head, utf8BOM), unicode.IsSpace)
	switch {
	case pageStart.Match(head):
		return formatHTML
	case lineStart.Match(head):
		return formatLines
	}
	return formatText
}

// baseName drops the folders, whichever slash they are written with.
func baseName(name string) string {
	name = strings.ToValidUTF8(name, "\uFFFD")
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	if utf8.RuneCountInString(name) > 200 {
		name = string([]rune(name)[:200])
	}
	return name
}

// fileID is the file's name without its ending.
func fileID(base string) string {
	id := strings.TrimSuffix(base, path.Ext(base))
	if endingOf(base) == "" {
		id = base
	}
	if id == "" {
		return "text"
	}
	return id
}
