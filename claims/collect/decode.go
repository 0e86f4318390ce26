package collect

import (
	"bytes"
	"encoding/binary"
	"mime"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/counterclaim/counterclaim/claims"
)

var utf8BOM = []byte("\xEF\xBB\xBF")

// decodeText gives the bytes of a text as a string of valid UTF-8 without
// NUL. A byte-order mark says how they are written and is dropped; else the
// declared charset does; else they must be UTF-8.
func decodeText(label, mediaType string, data []byte) (string, error) {
	if text, ok, err := decodeUTF16(label, data); ok || err != nil {
		return text, err
	}
	if err := checkBinary(label, data); err != nil {
		return "", err
	}
	if rest, ok := bytes.CutPrefix(data, utf8BOM); ok {
		return checkedUTF8(label, rest, len(utf8BOM))
	}
	declared := charsetOf(mediaType)
	if declared == "" {
		return checkedUTF8(label, data, 0)
	}
	enc, name := charset.Lookup(declared)
	if enc == nil {
		return "", claims.Errorf(claims.Unsupported, "charset-unsupported", "%s: the charset %q is not known", label, declared).
			WithHint("Save it as UTF-8")
	}
	if name == "utf-8" {
		return checkedUTF8(label, data, 0)
	}
	decoded, err := enc.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) {
		return "", claims.Errorf(claims.Invalid, "bad-charset", "%s is not written in its declared charset %s", label, name).
			WithHint("Save it as UTF-8")
	}
	return checkedUTF8(label, decoded, 0)
}

func charsetOf(mediaType string) string {
	_, params, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return ""
	}
	return params["charset"]
}

// checkedUTF8 refuses what is not UTF-8 or holds a NUL; skipped is how many
// bytes of the file stand before data.
func checkedUTF8(label string, data []byte, skipped int) (string, error) {
	if at := firstBadByte(data); at >= 0 {
		return "", notUTF8(label, at+skipped)
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return "", claims.Errorf(claims.Invalid, "nul-byte", "%s holds a NUL character at byte %d", label, at+skipped).
			WithHint("If it is UTF-16 or a format of its own, save it as plain text in UTF-8")
	}
	return string(data), nil
}

func notUTF8(label string, at int) error {
	return claims.Errorf(claims.Invalid, "not-utf8", "%s is not valid UTF-8: see byte %d", label, at).
		WithHint("Save it as UTF-8")
}

// firstBadByte gives the offset of the first byte that is no UTF-8, or -1.
func firstBadByte(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return -1
}

// decodeUTF16 decodes bytes that open with a UTF-16 byte-order mark; ok is
// false for all others. Halves of a pair that stand alone are refused, not
// replaced.
func decodeUTF16(label string, data []byte) (text string, ok bool, err error) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		return "", false, nil
	}
	var b strings.Builder
	b.Grow(len(data))
	for i := 2; i < len(data); i += 2 {
		r, width := utf16At(data[i:], order)
		switch {
		case width == 0:
			return "", true, claims.Errorf(claims.Invalid, "not-utf16", "%s is not valid UTF-16: see byte %d", label, i).
				WithHint("Save it as UTF-8")
		case r == 0:
			return "", true, claims.Errorf(claims.Invalid, "nul-byte", "%s holds a NUL character at byte %d", label, i)
		}
		b.WriteRune(r)
		i += width - 2
	}
	return b.String(), true, nil
}

// utf16At gives the first character and how many bytes it takes; 0 bytes for
// a cut or single half.
func utf16At(data []byte, order binary.ByteOrder) (rune, int) {
	if len(data) < 2 {
		return 0, 0
	}
	r := rune(order.Uint16(data))
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(data) < 4 {
		return 0, 0
	}
	if r = utf16.DecodeRune(r, rune(order.Uint16(data[2:]))); r == unicode.ReplacementChar {
		return 0, 0
	}
	return r, 4
}

// magic are the first bytes of formats that people hand in by mistake.
var magic = []struct{ prefix, name string }{
	{"%PDF-", "a PDF file"}, {"PK\x03\x04", "a ZIP, DOCX or ODT file"}, {"PK\x05\x06", "a ZIP file"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office file"}, {`{\rtf`, "an RTF file"},
	{"\x89PNG\r\n", "a PNG picture"}, {"\xFF\xD8\xFF", "a JPEG picture"}, {"GIF87a", "a GIF picture"}, {"GIF89a", "a GIF picture"},
	{"II*\x00", "a TIFF picture"}, {"MM\x00*", "a TIFF picture"},
	{"ID3\x03", "a sound"}, {"ID3\x04", "a sound"}, {"OggS\x00", "a sound or film"}, {"\x1A\x45\xDF\xA3", "a film"},
	{"\x1F\x8B", "a gzip file"}, {"BZh91AY", "a bzip2 file"}, {"\xFD7zXZ\x00", "an xz file"}, {"7z\xBC\xAF", "a 7z file"},
	{"\x28\xB5\x2F\xFD", "a zstd file"}, {"Rar!\x1A", "a RAR file"}, {"\x7FELF", "a program"}, {"\x00asm", "a program"},
	{"\xCA\xFE\xBA\xBE", "a program"}, {"SQLite format 3\x00", "a database"}, {"%!PS", "a PostScript file"},
}

// checkBinary refuses bytes that are no text in any charset: known formats by
// their first bytes, others by their control characters.
func checkBinary(label string, data []byte) error {
	what := ""
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			what = m.name
			break
		}
	}
	if what == "" && !manyControls(data) {
		return nil
	}
	if what == "" {
		what = "a binary file"
	}
	return claims.Errorf(claims.Unsupported, "binary-file", "%s is %s, not text", label, what).WithHint(formatsRead)
}

// manyControls says whether more than one byte in fifty is a control
// character that no text has. NUL is left out: it has an error of its own.
func manyControls(data []byte) bool {
	data = data[:min(len(data), 64<<10)]
	n := 0
	for _, c := range data {
		if c > 0 && c < 0x20 && !strings.ContainsRune("\b\t\n\v\f\r\x1A\x1B", rune(c)) || c == 0x7F {
			n++
		}
	}
	return n > 1 && n*50 > len(data)
}
