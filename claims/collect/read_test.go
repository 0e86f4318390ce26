package collect

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

func read(t *testing.T, name, mediaType, data string, head claims.ArticleHead) (claims.Article, error) {
	t.Helper()
	return New(Options{}).Read(t.Context(), name, mediaType, []byte(data), head, testTime)
}

// utf16Bytes writes a text as UTF-16 with a byte-order mark.
func utf16Bytes(text string, little bool) string {
	var b strings.Builder
	for _, u := range append([]uint16{0xFEFF}, utf16.Encode([]rune(text))...) {
		hi, lo := byte(u>>8), byte(u)
		if little {
			hi, lo = lo, hi
		}
		b.WriteByte(hi)
		b.WriteByte(lo)
	}
	return b.String()
}

func TestReadKeepsText(t *testing.T) {
	// Every kind of line end, marks of direction, joiners, spaces at the ends.
	text := "\n  The plant was \u202Eclosed\u202C.\r\n\tNobody\u00a0was hurt.\r“Yes”,\u2028he said. 👩\u200d🚒 e\u0301 \uFEFF \u00ad\n\n "
	for _, tt := range []struct{ name, file, mediaType, data string }{
		{"text", "a.txt", "", text},
		{"capital ending", "A.TXT", "", text},
		{"Markdown", "a.md", "", text},
		{"pasted", "", "", text},
		{"by media type", "", "text/plain; charset=utf-8", text},
		{"mark of UTF-8", "a.txt", "", "\uFEFF" + text},
		{"UTF-16, little end first", "a.txt", "", utf16Bytes(text, true)},
		{"UTF-16, big end first", "a.txt", "", utf16Bytes(text, false)},
		{"page in a text file", "a.txt", "", text + "<p>x</p>"},
		{"mark wins over charset", "a.txt", "text/plain; charset=windows-1252", "\uFEFF" + text},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := read(t, tt.file, tt.mediaType, tt.data, claims.ArticleHead{})
			if err != nil {
				t.Fatal(err)
			}
			if want := text + strings.TrimPrefix(strings.TrimPrefix(tt.data, "\uFEFF"), text); !strings.HasPrefix(tt.name, "UTF-16") && a.Text != want {
				t.Errorf("text changed: %q, want %q", a.Text, want)
			}
			if strings.HasPrefix(tt.name, "UTF-16") && a.Text != text {
				t.Errorf("text changed: %q", a.Text)
			}
			if string(a.Snapshot.Bytes) != tt.data {
				t.Errorf("snapshot is not what came in: %q", a.Snapshot.Bytes)
			}
		})
	}
}

func TestReadArticle(t *testing.T) {
	data := "The plant was closed, the minister said on Monday."
	a, err := read(t, `C:\news\folder/plant.v2.txt`, "text/plain; charset=utf-8", data, claims.ArticleHead{Title: "T"})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(data))
	want := claims.Article{
		ID: "plant.v2", Title: "T", Language: "en", Text: data, State: claims.ArticleWaiting,
		Snapshot: claims.Snapshot{
			SHA256: hex.EncodeToString(sum[:]), Bytes: []byte(data), Size: int64(len(data)),
			MediaType: "text/plain; charset=utf-8", From: "plant.v2.txt", ReceivedAt: testTime,
		},
	}
	if d := cmp.Diff(want, a); d != "" {
		t.Error(d)
	}
}

func TestReadCharset(t *testing.T) {
	a, err := read(t, "a.txt", "text/plain; charset=windows-1252", "The caf\xe9 \x93closed\x94.", claims.ArticleHead{})
	if err != nil || a.Text != "The café “closed”." {
		t.Errorf("%q, %v", a.Text, err)
	}
}

func TestReadRefuses(t *testing.T) {
	long := strings.Repeat("The plant was closed. ", claims.MaxText/22+1)
	for _, tt := range []struct {
		name, file, mediaType, data, code string
		kind                              claims.Kind
	}{
		{"empty", "a.txt", "", "", "empty-file", claims.Invalid},
		{"empty paste", "", "", "", "empty-file", claims.Invalid},
		{"empty page", "a.html", "", "", "empty-file", claims.Invalid},
		{"empty lines", "a.jsonl", "", "\n \r\n", "empty-file", claims.Invalid},
		{"too large", "a.txt", "", strings.Repeat("a", claims.MaxSource+1), "too-large", claims.TooLarge},
		{"text too long", "a.txt", "", long, "too-large", claims.TooLarge},
		{"PDF in a text file", "a.txt", "", "%PDF-1.7\nabc", "binary-file", claims.Unsupported},
		{"DOCX in a page", "a.html", "", "PK\x03\x04abc", "binary-file", claims.Unsupported},
		{"picture, pasted", "", "", "\x89PNG\r\n\x1a\n", "binary-file", claims.Unsupported},
		{"unknown binary", "a.txt", "", "ab\x01\x02\x03\x04cd\x05\x06", "binary-file", claims.Unsupported},
		{"PDF", "a.pdf", "", "%PDF-1.7", "format-unsupported", claims.Unsupported},
		{"DOCX", "a.DOCX", "", "PK\x03\x04", "format-unsupported", claims.Unsupported},
		{"unknown ending", "a.xyz", "", "text", "format-unsupported", claims.Unsupported},
		{"not UTF-8", "a.txt", "", "The caf\xe9 closed.", "not-utf8", claims.Invalid},
		{"cut UTF-8", "a.md", "", "The caf\xc3", "not-utf8", claims.Invalid},
		{"surrogate in UTF-8", "a.txt", "", "a\xed\xa0\x80b", "not-utf8", claims.Invalid},
		{"not UTF-8 in a page's text", "a.html", "text/html; charset=utf-8", strings.Replace(story, "nobody", "n\xffbody", 1), "not-utf8", claims.Invalid},
		{"half a character in UTF-16", "a.txt", "", "\xff\xfea\x00\x00\xd8b\x00", "not-utf16", claims.Invalid},
		{"odd UTF-16", "a.txt", "", "\xff\xfea\x00b", "not-utf16", claims.Invalid},
		{"NUL", "a.txt", "", "The plant\x00 closed.", "nul-byte", claims.Invalid},
		{"NUL in UTF-16", "a.txt", "", "\xff\xfea\x00\x00\x00", "nul-byte", claims.Invalid},
		{"UTF-16 without a mark", "a.txt", "", "T\x00h\x00e\x00", "nul-byte", claims.Invalid},
		{"NUL in a page", "a.html", "", strings.Replace(story, "nobody", "no\x00body", 1), "nul-byte", claims.Invalid},
		{"white space", "a.txt", "", " \n\t\u00a0\u200b\ufeff\r\n", "no-text", claims.Invalid},
		{"only a mark", "a.txt", "", "\uFEFF", "no-text", claims.Invalid},
		{"page without text", "a.html", "", "<html><body><script>var a = 'The plant'</script></body></html>", "no-text", claims.Invalid},
		{"unknown charset", "a.txt", "text/plain; charset=klingon", "abc", "charset-unsupported", claims.Unsupported},
		{"not in its charset", "a.txt", "text/plain; charset=shift_jis", "abc \x81", "bad-charset", claims.Invalid},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.file, tt.mediaType, tt.data, claims.ArticleHead{})
			if got := code(t, err); got != tt.code || claims.KindOf(err) != tt.kind {
				t.Errorf("code %q, kind %q, want %q, %q: %v", got, claims.KindOf(err), tt.code, tt.kind, err)
			}
		})
	}
	if _, err := read(t, "a.txt", "", "abc def\xff", claims.ArticleHead{}); !strings.Contains(err.Error(), "byte 7") {
		t.Errorf("the message does not say where: %v", err)
	}
	if _, err := read(t, "a.txt", "", "abc", claims.ArticleHead{Date: "yesterday"}); code(t, err) != "bad-date" {
		t.Errorf("a bad date was taken: %v", err)
	}
	var e *claims.Error
	if _, err := read(t, "a.pdf", "", "%PDF", claims.ArticleHead{}); !errors.As(err, &e) || !strings.Contains(e.Hint, ".jsonl") {
		t.Errorf("the hint does not say which formats are read: %v", err)
	}
}

func TestSniff(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		want       format
	}{
		{"page", "\uFEFF\n <!DOCTYPE html><html>", formatHTML},
		{"fragment", "<p class=x>Hello", formatHTML},
		{"xml page", `<?xml version="1.0"?><html/>`, formatHTML},
		{"lines", ` {"text":"x"}`, formatLines},
		{"lines, spaced", "{ \"text\": 1", formatLines},
		{"brace in text", "{Editor's note: this", formatText},
		{"angle in text", "<3 is what she wrote", formatText},
		{"preformatted", "<plant> closed", formatText},
		{"text", "The plant", formatText},
		{"nothing", "", formatText},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := sniff([]byte(tt.data)); got != tt.want {
				t.Errorf("%d, want %d", got, tt.want)
			}
		})
	}
}
