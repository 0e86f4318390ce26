package collect

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// How far into a text title, author and date are looked for, and how far from
// its end credits are.
const (
	headBytes = 8 << 10
	tailBytes = 4 << 10
	headLines = 6
	tailLines = 6
)

// readText reads plain text and Markdown. The text stays as it is; what it
// shows about itself is read off, cautiously: empty is better than wrong.
func readText(in source, data []byte) (found, error) {
	text, err := decodeText(in.label(), in.mediaType, data)
	if err != nil {
		return found{}, err
	}
	f := found{text: text}
	if in.format == formatMarkdown {
		f.head = markdownHead(text)
	} else {
		f.head = textHead(text)
	}
	if in.page != "" {
		f.head.URL = in.page
	}
	return f, nil
}

// row is one line of a text that is not blank.
type row struct {
	text  string // trimmed
	alone bool   // a blank line, or the end, follows
}

// rows splits a text into its lines that are not blank.
func rows(text string) []row {
	var out []row
	for line := range strings.Lines(normalLines.Replace(text)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, row{text: line})
		} else if len(out) > 0 {
			out[len(out)-1].alone = true
		}
	}
	return out
}

// normalLines makes one kind of line end of the three.
var normalLines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func firstRows(text string) []row {
	all := rows(cut(text, headBytes))
	return all[:min(len(all), headLines)]
}

func lastRows(text string) []row {
	if n := len(text) - tailBytes; n > 0 {
		for n < len(text) && !utf8.RuneStart(text[n]) {
			n++
		}
		text = text[n:]
	}
	all := rows(text)
	if len(all) > 0 {
		all[len(all)-1].alone = true
	}
	return all[max(0, len(all)-tailLines):]
}

// textHead reads off what a plain text shows about itself.
func textHead(text string) claims.ArticleHead {
	first := firstRows(text)
	var h claims.ArticleHead
	if len(first) > 1 && looksLikeTitle(first[0]) {
		h.Title = first[0].text
	}
	lead := ""
	for _, r := range first {
		if r.text == h.Title {
			continue
		}
		if storyBegins(r.text) {
			lead = r.text // what follows is no head
			break
		}
		readHeadRow(&h, r.text)
	}
	for _, r := range lastRows(text) {
		if utf8.RuneCountInString(r.text) <= 200 {
			readTailRow(&h, r.text)
		}
	}
	readDateline(&h, lead)
	return h
}

// looksLikeTitle says whether a text's first line is its title: short, by
// itself, without the full stop of a sentence.
func looksLikeTitle(r row) bool {
	n := utf8.RuneCountInString(r.text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(r.text, `"'“‘`))
	bare := strings.TrimRight(r.text, `"'”’)`)
	last, _ := utf8.DecodeLastRuneInString(bare)
	var h claims.ArticleHead
	readHeadRow(&h, r.text)
	return r.alone && n >= 10 && n <= 150 && strings.Contains(r.text, " ") &&
		(unicode.IsUpper(first) || unicode.IsDigit(first)) && !strings.ContainsRune(".,;:…", last) &&
		!quotation(r.text) && !dateline.MatchString(r.text) && !byOrDate.MatchString(r.text) && h == claims.ArticleHead{}
}

// byOrDate is how a line starts that is no title even where no name or date
// could be read off it.
var byOrDate = regexp.MustCompile(`^(?i:by |(?:published|posted|updated|created|date)\b[^\pL]*(?:on |at )?[\d:])`)

// storyBegins says whether a line is the first of the story: a long one, a
// sentence, or one with a dateline.
func storyBegins(line string) bool {
	return utf8.RuneCountInString(line) > 120 || dateline.MatchString(line) ||
		strings.HasSuffix(line, ".") && len(strings.Fields(line)) >= 8
}

// quotation says whether a line is speech from end to end.
func quotation(s string) bool {
	return strings.HasPrefix(s, `"`) && strings.HasSuffix(s, `"`) || strings.HasPrefix(s, "“") && strings.HasSuffix(s, "”")
}

var segments = regexp.MustCompile(`\s+[|•·]\s+`)

// readHeadRow reads "By …", "Published …" and a bare date off one line near
// the top; several may share a line, with bars between them.
func readHeadRow(h *claims.ArticleHead, line string) {
	for _, s := range segments.Split(line, 6) {
		set(&h.Author, byline(s))
		set(&h.Date, labelledDate(s))
		if date, rest, ok := parseDate(s); ok && onlyTime.MatchString(rest) {
			set(&h.Date, date)
		}
		set(&h.Publisher, labelledPublisher(s))
	}
}

// readTailRow reads credits, a labelled date and a copyright line off one
// line near the end.
func readTailRow(h *claims.ArticleHead, line string) {
	for _, s := range segments.Split(line, 6) {
		set(&h.Author, reportingBy(s))
		set(&h.Date, labelledDate(s))
		set(&h.Publisher, labelledPublisher(s))
		set(&h.Publisher, creditPublisher(s))
	}
}

// set keeps the first value that was found.
func set(to *string, value string) {
	if *to == "" {
		*to = value
	}
}
