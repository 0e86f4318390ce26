package collect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// invisible are characters that show nothing and cut words in two: soft
// hyphen, zero-width space, word joiner, byte-order mark. The joiners of
// emoji and of Persian, and marks of direction, mean something and are none.
func invisible(r rune) bool {
	return r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// blank says whether a text shows nothing at all.
func blank(text string) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Cc) {
			return false
		}
	}
	return true
}

// collapse makes one space of every run of white space, trims the ends, and
// drops what is invisible or a control character. All other code points stay.
func collapse(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case invisible(r) || unicode.IsControl(r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// squeeze drops all white space and all that is invisible, so that the same
// words compare equal however they are set.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || invisible(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// tidyField makes a title or a name that was found fit for one line.
func tidyField(s string) string {
	if !utf8.ValidString(s) {
		return ""
	}
	return collapse(s)
}
