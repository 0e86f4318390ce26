package collect

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

func cancelledContext(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	cancel()
	return ctx, cancel
}

func TestReadLines(t *testing.T) {
	second := `{"id":42,"text":"It is \ud83d\ude92 closed.\r\nHe \"said\" so.","author":["Jane Doe","John Roe"],"date":null,"extra":{"a":[1]}}`
	in := "\uFEFF" + `{"id":"a","text":"The plant is closed.","title":"T","date":"2014-12-03","publisher":"P","url":"https://p.example/"}` + "\n\n" +
		second + "\r\n" +
		`{"text":"No id here, only a text."}`
	var got []claims.Article
	for a, err := range New(Options{}).ReadLines(t.Context(), "dir/news.jsonl", strings.NewReader(in), claims.ArticleHead{}, testTime) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, a)
	}
	if len(got) != 3 {
		t.Fatalf("%d articles", len(got))
	}
	want := claims.ArticleHead{Title: "T", Publisher: "P", URL: "https://p.example/", Date: "2014-12-03"}
	if d := cmp.Diff(want, headOf(got[0])); d != "" || got[0].ID != "a" {
		t.Errorf("%s: %s", got[0].ID, d)
	}
	if got[1].ID != "42" || got[1].Text != "It is 🚒 closed.\r\nHe \"said\" so." || got[1].Author != "Jane Doe, John Roe" {
		t.Errorf("%+v", got[1])
	}
	if s := got[1].Snapshot; string(s.Bytes) != second || s.From != "news.jsonl" || s.MediaType != "application/json" {
		t.Errorf("snapshot %+v", s)
	}
	if got[2].ID != "news-4" {
		t.Errorf("id %q", got[2].ID)
	}
}

func TestReadLinesErrors(t *testing.T) {
	good := `{"id":"good","text":"The plant is closed."}`
	for _, tt := range []struct{ name, line, code string }{
		{"no JSON", `The plant is closed.`, "bad-line"},
		{"cut", `{"text":"The pl`, "bad-line"},
		{"more than an object", `{"text":"a"} {"text":"b"}`, "bad-line"},
		{"a list", `[1]`, "bad-line"},
		{"text is an object", `{"text":{}}`, "bad-line"},
		{"no text", `{"id":"a"}`, "bad-line"},
		{"null text", `{"text":null}`, "bad-line"},
		{"blank text", `{"text":" \n\u200b"}`, "no-text"},
		{"not UTF-8", "{\"text\":\"caf\xe9\"}", "not-utf8"},
		{"first half alone", `{"text":"a \ud83d b"}`, "not-utf8"},
		{"second half alone", `{"text":"a \ude92"}`, "not-utf8"},
		{"halves turned round", `{"text":"\ude92\ud83d"}`, "not-utf8"},
		{"first half twice", `{"text":"\ud83d\ud83d\ude92"}`, "not-utf8"},
		{"NUL", `{"text":"a\u0000b"}`, "nul-byte"},
		{"bad date", `{"text":"a","date":"yesterday"}`, "bad-date"},
		{"bad address", `{"text":"a","url":"javascript:alert(1)"}`, "bad-address"},
		{"French", `{"text":"` + frenchText + `"}`, "language-unsupported"},
		{"too long", `{"text":"` + strings.Repeat("a", 2000) + `"}`, "too-large"},
		{"too deep", `{"text":"a","x":` + strings.Repeat("[", 900) + strings.Repeat("]", 900) + `}`, "too-large"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := good + "\n" + tt.line + "\n" + good
			r := New(Options{MaxSource: 1500})
			var seen []string
			for a, err := range r.ReadLines(t.Context(), "news.jsonl", strings.NewReader(in), claims.ArticleHead{}, testTime) {
				if err == nil {
					seen = append(seen, string(a.ID))
					continue
				}
				seen = append(seen, code(t, err))
				if !strings.Contains(err.Error(), "news.jsonl, line 2: ") {
					t.Errorf("the line is not named: %v", err)
				}
			}
			if d := cmp.Diff([]string{"good", tt.code, "good"}, seen); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestReadLinesTaken(t *testing.T) {
	for _, line := range []string{
		`{"text":"a \\ud83d b"}`, `{"text":"\u00e9\u2028"}`, `{"text":"\ud83d\ude92\ud83d\ude92"}`,
		`{"language":"en","text":"` + frenchText + `"}`,
	} {
		if _, err := read(t, "a.jsonl", "", line, claims.ArticleHead{}); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func TestReadLinesLong(t *testing.T) {
	// Longer than any buffer on the way, and within the limit.
	text := strings.Repeat("The plant is closed. ", 20_000)
	a, err := read(t, "a.jsonl", "", `{"text":"`+text+`"}`, claims.ArticleHead{})
	if err != nil || a.Text != text {
		t.Errorf("%d bytes, %v", len(a.Text), err)
	}
}

func TestReadLinesBroken(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"id":"a","text":"b"}`+"\n"), iotest.ErrReader(errors.New("disk")))
	var seen []string
	for a, err := range New(Options{}).ReadLines(t.Context(), "", in, claims.ArticleHead{}, testTime) {
		if err == nil {
			seen = append(seen, string(a.ID))
		} else {
			seen = append(seen, code(t, err))
		}
	}
	if d := cmp.Diff([]string{"a", "unreadable-file"}, seen); d != "" {
		t.Error(d)
	}
	ctx, cancel := cancelledContext(t.Context())
	defer cancel()
	n := 0
	for _, err := range New(Options{}).ReadLines(ctx, "", strings.NewReader("{}\n{}\n"), claims.ArticleHead{}, testTime) {
		if n++; !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	}
	if n != 1 {
		t.Errorf("%d errors after the end", n)
	}
}

func TestReadOneLine(t *testing.T) {
	a, err := read(t, "plant.jsonl", "", "\n\n"+`{"text":"The plant is closed."}`+"\n", claims.ArticleHead{})
	if err != nil || a.ID != "plant" {
		t.Errorf("%q, %v", a.ID, err)
	}
	two := `{"text":"a"}` + "\n" + `{"text":"b"}`
	if _, err := read(t, "plant.jsonl", "", two, claims.ArticleHead{}); code(t, err) != "several-articles" || !strings.Contains(err.Error(), "counterclaim import") {
		t.Errorf("%v", err)
	}
}
