package collect

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

const lead = "The minister said on Monday that the plant in the north of the country was closed and that nobody was hurt, " +
	"while the union disputed both and asked for an inquiry.\n\n“It is open,” a spokeswoman said.\n"

func TestTextHead(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       claims.ArticleHead
	}{
		{"nothing known", lead, claims.ArticleHead{}},
		{"title", "Minister says plant is closed\n\n" + lead, claims.ArticleHead{Title: "Minister says plant is closed"}},
		{"title with Windows line ends", "Is the plant closed?\r\n\r\n" + lead, claims.ArticleHead{Title: "Is the plant closed?"}},
		{"first line is a sentence", "The plant is closed.\n\n" + lead, claims.ArticleHead{}},
		{"first line is speech", "“The plant is closed”\n\n" + lead, claims.ArticleHead{}},
		{"first line runs on", "The plant, once the pride\nof the north, is closed\n\n" + lead, claims.ArticleHead{}},
		{"no story after it", "Minister says plant is closed\n", claims.ArticleHead{}},
		{"title, author, date", "Plant closes in the north\n\nBy Jane de la Cruz and John O’Neil\n3 March 2024, 10:15 GMT\n\n" + lead,
			claims.ArticleHead{Title: "Plant closes in the north", Author: "Jane de la Cruz, John O’Neil", Date: "2024-03-03"}},
		{"bars", "By Jane Doe, Reuters | Published: Sunday, March 3rd, 2024\n\n" + lead, claims.ArticleHead{Author: "Jane Doe", Date: "2024-03-03"}},
		{"by somebody who is nobody", "By Staff Writer\n\nBy Associated Press\n\n" + lead, claims.ArticleHead{}},
		{"by a time", "By Monday Morning\n\n" + lead, claims.ArticleHead{}},
		{"byline deep in the story", lead + lead + "By Jane Doe\n" + lead + lead + lead + lead, claims.ArticleHead{}},
		{"credits at the end", lead + "\n(Daily Star with AFP and AP)\n\nDate created : 2014-12-03\n", claims.ArticleHead{Publisher: "Daily Star", Date: "2014-12-03"}},
		{"remark in brackets at the end", lead + "\n(The minister met with reporters)", claims.ArticleHead{}},
		{"reporting by", lead + "\n(Reporting by Jane Doe and John Roe in Paris; Editing by Max Moe)", claims.ArticleHead{Author: "Jane Doe, John Roe"}},
		{"copyright", lead + "\n© 2024 Daily Star. All rights reserved.", claims.ArticleHead{Publisher: "Daily Star"}},
		{"copyright in a story", lead + "\nCopyright Agency wins case", claims.ArticleHead{}},
		{"dateline", "BRUSSELS, March 10 (Reuters) - " + lead, claims.ArticleHead{Publisher: "Reuters"}},
		{"dateline with a year", "BRUSSELS, Belgium, March 10, 2024 (AP) — " + lead, claims.ArticleHead{Publisher: "AP", Date: "2024-03-10"}},
		{"dateline without agency", "BRUSSELS — " + lead, claims.ArticleHead{}},
		{"credit wins over dateline", "PARIS (AFP) - " + lead + "\n(Daily Star with AFP)", claims.ArticleHead{Publisher: "Daily Star"}},
		{"date of a change", lead + "\nLast updated: 2024-03-04", claims.ArticleHead{}},
		{"date that is two dates", "Published 03/04/2024\n\n" + lead, claims.ArticleHead{}},
		{"date that is none", "Published 31 February 2024\n\n" + lead, claims.ArticleHead{}},
		{"date with its time", "Published 2024-03-04T23:30:00-05:00\n\n" + lead, claims.ArticleHead{Date: "2024-03-04T23:30:00-05:00"}},
		{"date with nobody's time", "Published 2024-03-04T23:30:00\n\n" + lead, claims.ArticleHead{Date: "2024-03-04"}},
		{"published as a verb", "Published works are at risk\n\n" + lead, claims.ArticleHead{Title: "Published works are at risk"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := read(t, "a.txt", "", tt.text, claims.ArticleHead{})
			if err != nil || a.Text != tt.text {
				t.Fatalf("text %q, %v", a.Text, err)
			}
			if d := cmp.Diff(tt.want, headOf(a)); d != "" {
				t.Error(d)
			}
		})
	}
}

func headOf(a claims.Article) claims.ArticleHead {
	return claims.ArticleHead{Title: a.Title, Author: a.Author, Publisher: a.Publisher, URL: a.URL, Date: a.Date}
}

func TestGivenWins(t *testing.T) {
	given := claims.ArticleHead{Title: "T", Author: "A", Publisher: "P", URL: "https://p.example/", Date: "2020-01-01", Language: "en"}
	want := given
	want.Language = ""
	for name, data := range map[string]string{
		"a.txt":   "Plant closes in the north\n\nBy Jane Doe\n3 March 2024\n\n" + lead + "© 2024 Daily Star",
		"a.md":    "---\ntitle: Plant\nauthor: Jane Doe\npublisher: Daily Star\nurl: https://d.example/\ndate: 2024-03-03\n---\n" + lead,
		"a.jsonl": `{"title":"Plant","author":"Jane Doe","publisher":"Daily Star","url":"https://d.example/","date":"2024-03-03","text":"It is closed."}`,
	} {
		a, err := read(t, name, "", data, given)
		if d := cmp.Diff(want, headOf(a)); d != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, d)
		}
	}
}

func TestMarkdownHead(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       claims.ArticleHead
	}{
		{"front matter", "---\ntitle: \"Plant: closed\"\nauthors: [Jane Doe, 'John Roe']\npublisher: Daily Star # paper\ndate: 2024-03-03T10:00:00Z\n" +
			"link: https://d.example/p\nlayout: post\n---\n\n# Another heading\n\n" + lead,
			claims.ArticleHead{Title: "Plant: closed", Author: "Jane Doe, John Roe", Publisher: "Daily Star", Date: "2024-03-03T10:00:00Z", URL: "https://d.example/p"}},
		{"list of authors", "---\nauthor:\n  - Jane Doe\n  - John Roe\ntags:\n  - x\n---\n" + lead, claims.ArticleHead{Author: "Jane Doe, John Roe"}},
		{"Windows line ends", "---\r\ntitle: Plant closed\r\n---\r\n" + lead, claims.ArticleHead{Title: "Plant closed"}},
		{"never closed", "---\ntitle: Plant\n\n" + lead, claims.ArticleHead{}},
		{"bad address", "---\nurl: javascript:alert(1)\n---\n" + lead, claims.ArticleHead{}},
		{"heading", "# The *plant* closed #\n\n**By Jane Doe**\n\n*3 March 2024*\n\n" + lead,
			claims.ArticleHead{Title: "The plant closed", Author: "Jane Doe", Date: "2024-03-03"}},
		{"underlined heading", "Plant closed in the north\n=====\n\n" + lead, claims.ArticleHead{Title: "Plant closed in the north"}},
		{"lower heading", "## Background\n\n" + lead, claims.ArticleHead{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := read(t, "a.md", "", tt.text, claims.ArticleHead{})
			if err != nil || a.Text != tt.text {
				t.Fatalf("text %q, %v", a.Text, err)
			}
			if d := cmp.Diff(tt.want, headOf(a)); d != "" {
				t.Error(d)
			}
		})
	}
}
