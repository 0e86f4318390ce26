package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
)

// fragmentWords is how many words at each end name a longer quotation.
const fragmentWords = 5

// deepLink gives an address that opens the article at the statement's words,
// in browsers that know URL text fragments (WICG, "URL Fragment Text
// Directives"); others open the page. Empty when the article has no plain
// http or https address.
func deepLink(s claims.Side) string {
	page := address(s.Article.URL)
	if page == "" {
		return ""
	}
	if i := strings.Index(page, ":~:"); i >= 0 {
		page = strings.TrimSuffix(page[:i], "#")
	}
	content := merge(s.Article.Text, s.Statement.Content)
	directive := textDirective(claims.Hull(content).In(s.Article.Text))
	switch {
	case directive == "":
		return page
	case strings.Contains(page, "#"):
		return page + ":~:" + directive
	}
	return page + "#:~:" + directive
}

// address gives back a plain http or https address, and nothing for any other.
func address(s string) string {
	if claims.CheckURL("url", s) != nil {
		return ""
	}
	return s
}

// textDirective names words by all of them, or by their first and last ones:
// "text=start,end".
func textDirective(quotation string) string {
	words := strings.FieldsFunc(quotation, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
	switch n := len(words); {
	case n == 0:
		return ""
	case n <= 2*fragmentWords:
		return "text=" + encode(words)
	default:
		return "text=" + encode(words[:fragmentWords]) + "," + encode(words[n-fragmentWords:])
	}
}

// encode percent-encodes everything but ASCII letters and digits, thereby also
// the dash, comma and ampersand that mean something in a text directive.
func encode(words []string) string {
	var b strings.Builder
	for _, c := range []byte(strings.Join(words, " ")) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
			b.WriteByte(c)
			continue
		}
		b.WriteString(percent(c))
	}
	return b.String()
}

func percent(c byte) string { return fmt.Sprintf("%%%02X", c) }
