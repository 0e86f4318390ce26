package report

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// Text in a Markdown report comes from articles and from people. It is written
// so that CommonMark and GitHub's dialect show it as the characters it
// consists of: no markup, no HTML, no links. (GitHub's dialect still makes an
// e-mail address a mailto link; nothing that keeps the text verbatim stops it.)

// alwaysEscaped are the characters that mean something anywhere in a line.
const alwaysEscaped = "\\`*_[]<>#|~&$!@{}"

// lineStart are further ones that mean something where a line begins.
const lineStart = "-+="

// escapeLine escapes one line of text that follows other words.
func escapeLine(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			b.WriteRune(r)
		case r == '\t':
			b.WriteByte(' ')
		case strings.ContainsRune(alwaysEscaped, r), r == ':' && strings.HasPrefix(s[i:], "://"), r == '.' && endsInWWW(s[:i]):
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r):
			// shown as nothing anywhere, and some viewers stop at one
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func endsInWWW(s string) bool {
	return len(s) >= 3 && strings.EqualFold(s[len(s)-3:], "www")
}

// escapeStart also escapes what would make a line that begins with the text a
// list, a heading or a block of code.
func escapeStart(s string) string {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if s == "" {
		return ""
	}
	if strings.ContainsRune(lineStart, rune(s[0])) {
		return `\` + escapeLine(s)
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		return s[:digits] + `\` + string(s[digits]) + escapeLine(s[digits+1:])
	}
	return escapeLine(s)
}

// inline writes text of any number of lines into one, kept apart from the
// direction of the words around it.
func inline(s string) string {
	return isolate(escapeLine(strings.Join(strings.Fields(s), " ")))
}

// lines cuts text at its line ends, whichever they are.
func lines(s string) []string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	return strings.Split(s, "\n")
}

// paragraphText writes text of several lines under an indent or a quotation
// mark: blank lines are dropped, each other line keeps its end.
func paragraphText(s, indent string) string {
	var kept []string
	for _, line := range lines(s) {
		if t := escapeStart(line); t != "" {
			kept = append(kept, isolate(t))
		}
	}
	return strings.Join(kept, "\\\n"+indent)
}

// mdLink writes a link; an address that is none leaves the words alone.
func mdLink(words, address string) string {
	if claims.CheckURL("url", address) != nil {
		return words
	}
	u, err := url.Parse(address)
	if err != nil {
		return words
	}
	fragment := "" // kept as it is: parsing it would undo the encoding of a text directive
	if i := strings.IndexByte(address, '#'); i >= 0 {
		fragment, u.Fragment, u.RawFragment = address[i:], "", ""
	}
	target := strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `\`, "%5C").Replace(u.String() + asciiOnly(fragment))
	return "[" + words + "](" + target + ")"
}

// asciiOnly percent-encodes what cannot stand in an address.
func asciiOnly(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
			continue
		}
		b.WriteString(percent(s[i]))
	}
	return b.String()
}

// marked writes a stretch of text between delimiters. Where CommonMark would
// not take the delimiters for emphasis, because of the characters around
// them, HTML tags say the same.
func marked(text, delimiter, tag string, before, after rune) string {
	core := strings.TrimSpace(text)
	if core == "" {
		return text
	}
	i := strings.Index(text, core)
	lead, trail := text[:i], text[i+len(core):]
	if lead != "" {
		before = ' '
	}
	if trail != "" {
		after = ' '
	}
	escaped := escapeLine(core)
	first, _ := utf8.DecodeRuneInString(escaped)
	last, _ := utf8.DecodeLastRuneInString(escaped)
	if flanks(before, first) && flanks(after, last) {
		return lead + delimiter + escaped + delimiter + trail
	}
	return lead + "<" + tag + ">" + escaped + "</" + tag + ">" + trail
}

// flanks says whether a delimiter between an outer and an inner character
// counts (CommonMark 0.31, "left-flanking delimiter run"), on the safe side
// for underscores too.
func flanks(outer, inner rune) bool {
	switch {
	case outer == 0 || unicode.IsSpace(outer):
		return true
	case unicode.IsPunct(outer) || unicode.IsSymbol(outer):
		return !unicode.IsPunct(inner) && !unicode.IsSymbol(inner)
	}
	return false
}
