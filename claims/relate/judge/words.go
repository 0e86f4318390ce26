package judge

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/counterclaim/counterclaim/claims"
)

// splitter takes a text apart into words as BERT's uncased tokeniser does:
// control characters fall away, letters lose case and accents, punctuation
// marks and ideographs are words of their own. One pass, whatever the text.
type splitter struct {
	take func(word []byte, span claims.Span) bool // false ends the work

	word  []byte
	runes int // of the word, counted on when the word is too long to keep
	span  claims.Span
	done  bool
}

// split hands each word, without case and accents, to take, with the bytes of
// the text it comes from. The word is only lent. A word of more than maxWord
// characters is handed over empty. When take gives false, the rest is left.
func split(text string, take func(word []byte, span claims.Span) bool) {
	s := splitter{take: take, word: make([]byte, 0, 64)}
	for at := 0; at < len(text) && !s.done; {
		r, size := utf8.DecodeRuneInString(text[at:])
		s.read(r, claims.Span{Start: at, End: at + size})
		at += size
	}
	s.end()
}

func (s *splitter) read(r rune, at claims.Span) {
	switch {
	case r == 0 || r == utf8.RuneError || isControl(r) || unicode.Is(unicode.Mn, r):
	case unicode.IsSpace(r):
		s.end()
	case r < utf8.RuneSelf:
		s.add(unicode.ToLower(r), at)
	case isIdeograph(r):
		s.end()
		s.addBare(r, at)
		s.end()
	default:
		s.addBare(r, at)
	}
}

// addBare adds a character without its accents: it is decomposed, and what
// stands above or below a letter is left out.
func (s *splitter) addBare(r rune, at claims.Span) {
	var room [32]byte
	var encoded [utf8.UTFMax]byte
	parts := norm.NFD.Append(room[:0], encoded[:utf8.EncodeRune(encoded[:], r)]...)
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		if parts = parts[size:]; !unicode.Is(unicode.Mn, part) {
			s.add(unicode.ToLower(part), at)
		}
	}
}

func (s *splitter) add(r rune, at claims.Span) {
	mark := isPunctuation(r)
	if mark {
		s.end()
	}
	if s.runes == 0 {
		s.span.Start = at.Start
	}
	s.span.End = at.End
	if s.runes++; s.runes <= maxWord {
		s.word = utf8.AppendRune(s.word, r)
	}
	if mark {
		s.end()
	}
}

// end hands over the word there is.
func (s *splitter) end() {
	if s.runes == 0 || s.done {
		return
	}
	word := s.word
	if s.runes > maxWord {
		word = nil
	}
	s.done = !s.take(word, s.span)
	s.word, s.runes = s.word[:0], 0
}

// isControl knows control and format characters and those of private use. The
// ones that have no meaning yet stay, as unknown words.
func isControl(r rune) bool {
	if r < utf8.RuneSelf {
		return (r < ' ' || r == 0x7f) && r != '\t' && r != '\n' && r != '\r'
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co)
}

// isPunctuation counts every ASCII character that is no letter, digit or
// blank, also those that Unicode calls symbols, such as "$" and "+".
func isPunctuation(r rune) bool {
	if r < utf8.RuneSelf {
		return r > ' ' && r < 0x7f && !(r >= '0' && r <= '9') && !(r >= 'a' && r <= 'z') && !(r >= 'A' && r <= 'Z')
	}
	return unicode.Is(unicode.P, r)
}

// isIdeograph knows the blocks that BERT's tokeniser names, and no others.
func isIdeograph(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x2A6DF ||
		r >= 0x2A700 && r <= 0x2B73F || r >= 0x2B740 && r <= 0x2B81F || r >= 0x2B820 && r <= 0x2CEAF ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x2F800 && r <= 0x2FA1F
}
