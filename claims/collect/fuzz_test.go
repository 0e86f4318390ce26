package collect

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// checkRead reads any bytes: either an error that a person may read, or an
// article that keeps the rules of the vocabulary.
func checkRead(t *testing.T, name string, data []byte) (claims.Article, bool) {
	t.Helper()
	a, err := New(Options{}).Read(t.Context(), name, "", data, claims.ArticleHead{Language: "en"}, testTime)
	if err != nil {
		var e *claims.Error
		if !errors.As(err, &e) || e.Kind == claims.Internal || e.Code == "" || !utf8.ValidString(e.Error()) {
			t.Fatalf("no error for a person: %#v", err)
		}
		if e.Code == "page-unreadable" {
			t.Fatalf("a library panics: %v", e.Err)
		}
		return a, false
	}
	if !utf8.ValidString(a.Text) || strings.ContainsRune(a.Text, 0) || blank(a.Text) {
		t.Fatalf("text %q", a.Text)
	}
	if err := headOf(a).Check(); err != nil {
		t.Fatalf("head %+v: %v", headOf(a), err)
	}
	if string(a.Snapshot.Bytes) != string(data) && name != "a.jsonl" {
		t.Fatal("the snapshot is not what came in")
	}
	return a, true
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"Plant closes\n\nBy Jane Doe\n3 March 2024\n\nPARIS, March 3, 2024 (AFP) - It is closed.\n\n(Daily Star with AP)\n© 2024 Daily Star",
		"---\ntitle: [a, 'b\nauthor:\n - x\n---\n# y *z* #\n===\n", "\uFEFFa\r\nb\rc", utf16Bytes("a🚒", true), "By  and , , \n\n|", "\xff\xfe\x00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.txt", "a.md"} {
			a, ok := checkRead(t, name, data)
			isUTF16 := len(data) > 1 && data[0]^data[1] == 1 && data[0] >= 0xFE
			if ok && !isUTF16 && a.Text != strings.TrimPrefix(string(data), "\uFEFF") {
				t.Fatalf("the text changed: %q", a.Text)
			}
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, name := range []string{"harbour", "bridge"} {
		data, err := os.ReadFile("testdata/" + name + ".html")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(story))
	f.Add([]byte("<table><p><svg><b><title><!--<script><li>x<br><br><td>y<pre>\n\n<a><plaintext>"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, "a.html", data) })
}

func FuzzJSONL(f *testing.F) {
	for _, s := range []string{
		`{"id":1,"text":"a \ud83d\ude92 b","author":["x"],"date":null}`, "{\"text\":\"a\"}\n{\"text\":\"\\u0000\"}", `{"text":"\\ud83d"}`, "\uFEFF\n{}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, ok := checkRead(t, "a.jsonl", data)
		if ok && strings.ContainsRune(a.Text, utf8.RuneError) && !strings.ContainsRune(string(data), utf8.RuneError) &&
			!strings.Contains(strings.ToLower(string(data)), `\ufffd`) {
			t.Fatalf("half a character was replaced without a word: %q", data)
		}
	})
}

func FuzzCheckLink(f *testing.F) {
	for _, s := range []string{"http://0x7f.1/", "https://news.example.org:443/a#b", "http://[::ffff:127.0.0.1%25a]/", "http://①②⑦.0.0.1"} {
		f.Add(s)
	}
	r := New(Options{})
	f.Fuzz(func(t *testing.T, link string) {
		if err := r.CheckLink(link); err != nil {
			_ = code(t, err)
		}
	})
}
