package report

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// The characters that open and close an isolated stretch of text (Unicode
// Standard Annex 9).
const (
	firstStrongIsolate = '\u2068'
	popIsolate         = '\u2069'
)

// isolate keeps the direction of a text to itself, for documents that cannot
// say so by markup. Isolates that the text opens are closed, and ones that it
// closes without having opened them get an opening. Text that reads from left
// to right only is left alone.
func isolate(s string) string {
	if !needsIsolation(s) {
		return s
	}
	stray, open := unbalanced(s)
	return strings.Repeat(string(firstStrongIsolate), stray+1) + s + strings.Repeat(string(popIsolate), open+1)
}

// balance is isolate for text that markup isolates: it only adds what keeps
// the text from closing that.
func balance(s string) string {
	stray, open := unbalanced(s)
	return strings.Repeat(string(firstStrongIsolate), stray) + s + strings.Repeat(string(popIsolate), open)
}

func isolated(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = isolate(s)
	}
	return out
}

func needsIsolation(s string) bool {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.LRO, bidi.RLO, bidi.LRE, bidi.RLE, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			return true
		}
	}
	return false
}

// unbalanced counts isolates that a text closes without opening, and opens
// without closing.
func unbalanced(s string) (stray, open int) {
	for _, r := range s {
		switch {
		case r >= '\u2066' && r <= firstStrongIsolate:
			open++
		case r == popIsolate && open > 0:
			open--
		case r == popIsolate:
			stray++
		}
	}
	return stray, open
}
