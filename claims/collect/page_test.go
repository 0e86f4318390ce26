package collect

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestPageGolden(t *testing.T) {
	for _, name := range []string{"harbour", "bridge"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + name + ".html")
			if err != nil {
				t.Fatal(err)
			}
			a, err := read(t, name+".html", "", string(data), claims.ArticleHead{})
			if err != nil {
				t.Fatal(err)
			}
			head, err := json.MarshalIndent(headOf(a), "", " ")
			if err != nil {
				t.Fatal(err)
			}
			got := string(head) + "\nlanguage " + a.Language + "\n\n" + a.Text + "\n"
			golden := "testdata/" + name + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

// repeat writes something n times, with its number.
func repeat(n int, form string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, form, i)
	}
	return b.String()
}

func TestPageHostile(t *testing.T) {
	sentence := "<p>The plant was closed on Monday, the minister said, and nobody was hurt in number %d.</p>"
	inStory := func(s string) string { return strings.Replace(story, "</article>", s+"</article>", 1) }
	for _, tt := range []struct{ name, page, code string }{
		{"nested deeply", inStory(strings.Repeat("<div>", 100_000)), "page-too-complex"},
		{"nested within bounds", inStory(strings.Repeat("<div>", 400) + "x"), ""},
		{"too many elements", inStory(repeat(maxElements+1, "<br id=%d>")), "page-too-complex"},
		// Without lightening, this makes a tree of three million elements.
		{"formatting left open", inStory(repeat(400, "<b id=%d>") + repeat(8_000, "<p>x%d")), ""},
		{"formatting put together again", inStory(repeat(400, "<<i>b id=%d>") + repeat(4_000, "<p>x%d")), ""},
		{"comments put together again", inStory(repeat(400, "<<!-- -->b id=%d>") + repeat(4_000, "<p>x%d")), ""},
		{"many attributes", inStory("<p " + repeat(40_000, " a%d=1") + ">x</p>"), ""},
		{"the same attribute", inStory("<p " + strings.Repeat(" a=1", 100_000) + ">x</p>"), ""},
		{"tags never closed", inStory(strings.Repeat("<", 500_000)), ""},
		{"comment never closed", inStory("<!--" + strings.Repeat("-", 500_000)), ""},
		{"entities", inStory("<p>" + strings.Repeat("&lt;&amp;&#x110000;", 20_000)), ""},
		{"nested JSON-LD", inStory(`<script type="application/ld+json">` + strings.Repeat("[", 200_000) + "</script>"), ""},
		{"much text in many paragraphs", inStory("<p>" + strings.Repeat("word ", 1<<19) + repeat(8000, sentence)), "page-too-complex"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := read(t, "a.html", "", tt.page, claims.ArticleHead{Language: "en"})
			if got := code(t, err); got != tt.code {
				t.Errorf("code %q, want %q: %v", got, tt.code, err)
			}
			if err == nil && !strings.Contains(a.Text, "The minister said on Monday") {
				t.Errorf("the story is lost: %.200q", a.Text)
			}
		})
	}
}

func TestPagePanic(t *testing.T) {
	_, err := safely(source{}, func() (found, error) { panic("secret") })
	if code(t, err) != "page-unreadable" || strings.Contains(err.Error(), "secret") {
		t.Errorf("a panic came out as %v", err)
	}
}

// A page that takes too long is given up, and keeps its place until it ends.
func TestPageTime(t *testing.T) {
	r := New(Options{PageTime: time.Nanosecond, Pages: 1})
	r.pages <- struct{}{}
	if _, err := r.Read(t.Context(), "a.html", "", []byte(story), claims.ArticleHead{}, testTime); code(t, err) != "busy" {
		t.Errorf("no place free: %v", err)
	}
	<-r.pages
	slow := strings.Replace(story, "</article>", repeat(5000, "<p>x %d</p>")+"</article>", 1)
	_, err := r.Read(t.Context(), "a.html", "", []byte(slow), claims.ArticleHead{}, testTime)
	if got := code(t, err); got != "page-too-complex" && got != "busy" {
		t.Errorf("too slow: %v", err)
	}
}

func TestPageStrayByte(t *testing.T) {
	page := strings.Replace(story, "<head>", "<head><meta charset=utf-8><meta name=description content='caf\xe9'>", 1)
	if a, err := read(t, "a.html", "", page, claims.ArticleHead{}); err != nil || strings.Contains(a.Text, "\uFFFD") {
		t.Errorf("a stray byte outside the text: %q, %v", a.Text, err)
	}
}

func TestPageBodyInScript(t *testing.T) {
	body := `The minister said on Monday that the plant was closed.\n\nThe union said that it was still open, and that two people had been hurt.`
	page := `<html lang=en><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Plant","articleBody":"` + body +
		`"}</script></head><body><div id=app></div></body></html>`
	a, err := read(t, "a.html", "", page, claims.ArticleHead{})
	if want := strings.ReplaceAll(body, `\n`, "\n"); err != nil || a.Text != want {
		t.Errorf("%q, %v, want %q", a.Text, err, want)
	}
}

func TestMetaPublisher(t *testing.T) {
	for _, tt := range []struct{ name, meta, want string }{
		{"site name", `<meta property="og:site_name" content="Daily Star">`, "Daily Star"},
		{"slogan", `<meta property="og:site_name" content="Daily Star | News">`, "Daily Star"},
		{"only an address", `<meta property="og:site_name" content="www.star.example">`, ""},
		{"account on another site", `<meta property="article:publisher" content="https://social.example/star">`, ""},
		{"handle", `<meta name="publisher" content="@star">`, ""},
		{"only the host", ``, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := source{page: "https://www.star.example/plant", format: formatHTML}
			f, err := New(Options{}).readPage(t.Context(), in, []byte(strings.Replace(story, "<head>", "<head>"+tt.meta, 1)))
			if err != nil || f.head.Publisher != tt.want {
				t.Errorf("%q, want %q, %v", f.head.Publisher, tt.want, err)
			}
		})
	}
}

func TestReadPageCancelled(t *testing.T) {
	ctx := t.Context()
	r := New(Options{Pages: 1})
	r.pages <- struct{}{}
	ctx, cancel := cancelledContext(ctx)
	defer cancel()
	_, err := r.readPage(ctx, source{format: formatHTML}, []byte(story))
	if !errors.Is(err, ctx.Err()) {
		t.Errorf("%v", err)
	}
}
