package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// longWord is how many bytes a word may have before its letters are no longer
// folded: no English word is as long, and copies of it would cost memory.
const longWord = 200

// tokenise fills in the tokens: one pass over the text, each step of which
// moves forward.
func (d *Document) tokenise() {
	const usual = 5 // bytes a token takes in English
	s := scanner{text: d.Text, tokens: make([]Token, 0, min(len(d.Text)/usual+1, MaxTokens))}
	for s.at < len(s.text) && len(s.tokens) < MaxTokens {
		s.next()
	}
	d.Tokens, d.Read = s.tokens, s.at
}

// scanner cuts a text into tokens.
type scanner struct {
	text   string
	at     int
	tokens []Token
}

func (s *scanner) next() {
	r, w := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case isBlank(r):
		s.at += w
	case isWordRune(r):
		s.word()
	case r == '@' && s.wordAt(s.at+w), r == '#' && s.wordAt(s.at+w) && !s.digitAt(s.at+w):
		s.handle(w)
	case r == '\'' || r == '’' || r == '‘':
		s.apostrophe(r, w)
	default:
		s.mark(r, w)
	}
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == softHyphen || isBidi(r) || (r < ' ')
}

// isBidi says whether the rune only steers the direction of writing.
func isBidi(r rune) bool {
	return r == '\u200E' || r == '\u200F' || (r >= '\u202A' && r <= '\u202E') || (r >= '\u2066' && r <= '\u2069')
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func (s *scanner) wordAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[min(i, len(s.text)):])
	return i < len(s.text) && isWordRune(r)
}

func (s *scanner) emit(end int) {
	if end <= s.at {
		return
	}
	text := s.text[s.at:end]
	s.tokens = append(s.tokens, Token{Span: claims.Span{Start: s.at, End: end}, Text: text, Lower: fold(text), Quotation: -1})
	s.at = end
}

// softHyphen shows where a word may be broken, and is no part of it.
const softHyphen = '\u00AD'

var straight = strings.NewReplacer("’", "'", "‘", "'", string(softHyphen), "")

// fold gives small letters and straight apostrophes, without soft hyphens.
func fold(word string) string {
	if len(word) > longWord {
		return word
	}
	low := strings.ToLower(word)
	for i := 0; i < len(low); i++ {
		if low[i] >= utf8.RuneSelf {
			return straight.Replace(low)
		}
	}
	return low
}

// mark takes a punctuation mark, or a run of the same one.
func (s *scanner) mark(r rune, w int) {
	end := s.at + w
	if strings.ContainsRune(".-–—*=_!?~", r) || (r == '`') {
		for end < len(s.text) {
			next, nw := utf8.DecodeRuneInString(s.text[end:])
			if next != r && !((r == '!' || r == '?') && (next == '!' || next == '?')) {
				break
			}
			end += nw
		}
	}
	s.emit(end)
}

// handle takes "@name" or "#topic".
func (s *scanner) handle(w int) {
	end := s.at + w
	for s.wordAt(end) || (end < len(s.text) && s.text[end] == '_') {
		_, n := utf8.DecodeRuneInString(s.text[end:])
		end += n
	}
	s.emit(end)
}

// apostrophe takes an apostrophe that does not stand within a word: the
// clipped "'em", "'n'" and "'90s", which programs often write with an opening
// mark; two of them as a double quotation mark, else a mark.
func (s *scanner) apostrophe(r rune, w int) {
	end := s.at + w
	switch n := clipped(s.text[end:]); {
	case n > 0 && (s.at == 0 || !s.wordBefore()):
		end += n
	case strings.HasPrefix(s.text[end:], string(r)):
		end += w
	}
	s.emit(end)
}

func (s *scanner) wordBefore() bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	return isWordRune(r)
}

// clipped gives the length of a word that is written with an apostrophe at its
// beginning, or 0.
func clipped(rest string) int {
	for _, word := range [...]string{"em", "til", "cause", "tis", "twas", "n'", "n’"} {
		if len(rest) >= len(word) && strings.EqualFold(rest[:len(word)], word) && !startsWithWord(rest[len(word):]) {
			return len(word)
		}
	}
	if len(rest) >= 3 && isDigit(rest[0]) && isDigit(rest[1]) && rest[2] == 's' && !startsWithWord(rest[3:]) {
		return 3
	}
	return 0
}

func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && isWordRune(r)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// word takes a word with the marks that belong to it, and splits off the
// clitics: "didn't" gives "did" and "n't".
func (s *scanner) word() {
	if end := s.address(); end > s.at {
		s.emit(end)
		return
	}
	if isDigit(s.text[s.at]) && s.numeral() {
		return
	}
	end := s.wordEnd()
	if end < len(s.text) && s.text[end] == '.' && s.keepsStop(end) {
		end++
	}
	if cut := clitic(s.text[s.at:end]); cut > 0 {
		s.emit(s.at + cut)
	}
	s.emit(end)
}

// prefixes stay with their word although a hyphen follows, as in the
// treebanks: "non-profit", but "well-known" is three tokens.
var prefixes = set(`anti co cross e ex mid mini multi non over post pre pro re semi sub`)

// wordEnd finds where the word that begins here ends, without a full stop at
// its end.
func (s *scanner) wordEnd() int {
	end := s.at
	for end < len(s.text) {
		r, w := utf8.DecodeRuneInString(s.text[end:])
		switch {
		case isWordRune(r):
		case r == '\'' || r == '’' || r == '&' || r == '_' || r == '@' || r == softHyphen:
			if !s.wordAt(end + w) {
				return end
			}
		case r == ',' || r == ':':
			if !isDigit(s.text[end-1]) || !s.digitAt(end+w) {
				return end
			}
		case r == '.':
			if !s.innerStop(end) {
				return end
			}
		case r == '-':
			if !s.prefixed(end) {
				return end
			}
		default:
			return end
		}
		end += w
	}
	return end
}

// prefixed says whether what was read before the hyphen is a prefix of the
// word behind it.
func (s *scanner) prefixed(hyphen int) bool {
	const longest = 5 // bytes of a prefix
	if hyphen-s.at > longest || !prefixes[strings.ToLower(s.text[s.at:hyphen])] {
		return false
	}
	r, w := utf8.DecodeRuneInString(s.text[hyphen+1:])
	if r == utf8.RuneError {
		return false
	}
	return unicode.IsLetter(r) && s.wordAt(hyphen+1+w) || isDigit(byte(r)) && fold(s.text[s.at:hyphen]) == "mid"
}

func (s *scanner) digitAt(i int) bool { return i < len(s.text) && isDigit(s.text[i]) }

// innerStop says whether a full stop within a word belongs to it: "3.5",
// "U.S.", "example.com", but not "end.The".
func (s *scanner) innerStop(at int) bool {
	if isDigit(s.text[at-1]) && s.digitAt(at+1) {
		return true
	}
	if !s.wordAt(at + 1) {
		return false
	}
	next, w := utf8.DecodeRuneInString(s.text[at+1:])
	after, _ := utf8.DecodeRuneInString(s.text[at+1+w:])
	single := at-s.at == 1 || s.text[max(s.at, at-2)] == '.' || s.text[s.at:at] == "Ph"
	return unicode.IsLower(next) || (single && !unicode.IsLower(after))
}

// address finds the end of a web or mail address that begins here, or 0.
func (s *scanner) address() int {
	rest := s.text[s.at:]
	if end := mailEnd(rest); end > 0 {
		return s.at + end
	}
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return 0
	}
	end := s.at
	for end < len(s.text) {
		r, w := utf8.DecodeRuneInString(s.text[end:])
		if isBlank(r) || strings.ContainsRune("<>\"“”‘’", r) {
			break
		}
		end += w
	}
	return s.at + len(strings.TrimRight(s.text[s.at:end], ".,;:!?)]}'"))
}

// mailEnd gives the length of a mail address that begins the text, or 0.
func mailEnd(text string) int {
	const longest = 64 // bytes before the sign, and for each part behind it
	at := addressRun(text, longest)
	if at == 0 || at == len(text) || text[at] != '@' {
		return 0
	}
	end := at + 1 + addressRun(text[at+1:], longest)
	host := strings.TrimRight(text[at+1:end], ".-_")
	if !strings.Contains(host, ".") {
		return 0
	}
	return at + 1 + len(host)
}

// addressRun counts the bytes at the beginning that may stand in a mail
// address, at most so many.
func addressRun(text string, most int) int {
	n := 0
	for n < len(text) && n < most {
		c := text[n]
		if !isDigit(c) && !(c|0x20 >= 'a' && c|0x20 <= 'z') && c != '.' && c != '-' && c != '_' {
			break
		}
		n++
	}
	return n
}

// clitics are the endings that are words of their own.
var clitics = [...]string{"n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m"}

// runTogether are words that were two: where the second one begins.
var runTogether = map[string]int{"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3}

// clitic gives where a word is to be cut: before "n't", "'s", "'re" and their
// like; 0 where it is not.
func clitic(word string) int {
	if len(word) > longWord {
		return 0
	}
	low := strings.ToLower(word)
	if len(low) != len(word) {
		return 0
	}
	if end := low[max(0, len(low)-len("’re")):]; !strings.Contains(end, "'") && !strings.Contains(end, "’") {
		return runTogether[low]
	}
	for _, tail := range clitics {
		if len(low) > len(tail) && strings.HasSuffix(low, tail) {
			return len(low) - len(tail)
		}
	}
	return 0
}
