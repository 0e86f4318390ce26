package report

import (
	"strings"
	"testing"
)

func TestEscapeStart(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "He denied it.", "He denied it."},
		{"emphasis", "*not* __this__", `\*not\* \_\_this\_\_`},
		{"link", "[a](http://x.y)", `\[a\](http\://x.y)`},
		{"picture", "![a](b)", `\!\[a\](b)`},
		{"bare address", "see https://x.y and www.x.y", `see https\://x.y and www\.x.y`},
		{"markup", "<b>&amp;</b>", `\<b\>\&amp;\</b\>`},
		{"code", "`rm`", "\\`rm\\`"},
		{"table", "a|b", `a\|b`},
		{"mathematics", "$x$", `\$x\$`},
		{"backslash", `a\*b`, `a\\\*b`},
		{"heading", "# one", `\# one`},
		{"underlined heading", "===", `\===`},
		{"rule", "---", `\---`},
		{"list", "- one", `\- one`},
		{"plus list", "+ one", `\+ one`},
		{"numbered list", "12. one", `12\. one`},
		{"numbered list with bracket", "1) one", `1\) one`},
		{"a number", "12 people", "12 people"},
		{"quotation", "> one", `\> one`},
		{"indented code", "\t    code", "code"},
		{"no-break space before a list", "\u00a0- x", `\- x`},
		{"control characters", "a\x00\x1bb", "ab"},
		{"tab", "a\tb", "a b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := escapeStart(tt.in); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestMarkLine(t *testing.T) {
	said := func(s string) Piece { return Piece{Text: s, Quoted: true} }
	clash := func(s string) Piece { return Piece{Text: s, Quoted: true, Clash: true} }
	around := func(s string) Piece { return Piece{Text: s} }
	tests := []struct {
		name string
		in   []Piece
		want string
	}{
		{"all three", []Piece{around("He said "), said("it did "), clash("not"), said(" fall"), around(".")}, "He said _it did_ **not** _fall_."},
		{"white space stays outside", []Piece{clash(" not "), around("x")}, "**not** x"},
		{"alike ones are joined", []Piece{clash("not"), clash(" one"), around("!")}, `**not one**\!`},
		{"within a word", []Piece{around("un"), clash("hurt"), around("able")}, "un<strong>hurt</strong>able"},
		{"punctuation against a letter", []Piece{around("a"), clash("“b”"), around("c")}, "a<strong>“b”</strong>c"},
		{"touching", []Piece{said("it "), clash("fell"), said(", he")}, "_it_ **fell**, _he_"},
		{"a quotation mark between", []Piece{said("was “"), clash("bad"), said("”")}, "_was_ “**bad**”"},
		{"line begins like a list", []Piece{around(" "), around("- x "), clash("y")}, `\- x **y**`},
		{"markup within", []Piece{clash("<b>")}, `**\<b\>**`},
		{"nothing but white space", []Piece{said(" "), around("\t")}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := markLine(tt.in); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestBlockQuoteKeepsLines(t *testing.T) {
	c := Context{CutBefore: true, CutAfter: true, Pieces: []Piece{{Text: "one\r\n\r\n"}, {Text: "two\nthree", Quoted: true}}}
	const want = "> \\[…\\] one\\\n> _two_\\\n> _three_ \\[…\\]"
	if got := blockQuote(c); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMarkdownLinksOnlyToPages(t *testing.T) {
	tests := []struct{ name, address, want string }{
		{"page", "https://x.y/a?b=c", "[w](https://x.y/a?b=c)"},
		{"brackets", "https://x.y/a_(b)", "[w](https://x.y/a_%28b%29)"},
		{"space and markup", "https://x.y/a b<c>", "[w](https://x.y/a%20b%3Cc%3E)"},
		{"text directive", "https://x.y/#:~:text=a%2C%20b,c", "[w](https://x.y/#:~:text=a%2C%20b,c)"},
		{"letters", "https://x.y/ü#é", "[w](https://x.y/%C3%BC#%C3%A9)"},
		{"script", "javascript:alert(1)", "w"},
		{"none", "", "w"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mdLink("w", tt.address); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestIsolate(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"left to right", "Müller 🚢 12", "Müller 🚢 12"},
		{"arabic", "ليلى", "\u2068ليلى\u2069"},
		{"hebrew", "שלום", "\u2068שלום\u2069"},
		{"override", "a\u202eb", "\u2068a\u202eb\u2069"},
		{"closes what it did not open", "a\u2069b", "\u2068\u2068a\u2069b\u2069"},
		{"opens without closing", "a\u2067b", "\u2068a\u2067b\u2069\u2069"},
		{"balanced", "\u2067a\u2069", "\u2068\u2067a\u2069\u2069"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := isolate(tt.in); got != tt.want {
				t.Errorf("got %+q, want %+q", got, tt.want)
			}
			if stray, open := unbalanced(balance(tt.in)); stray != 0 || open != 0 {
				t.Errorf("balance leaves %d and %d", stray, open)
			}
		})
	}
}

func TestDateWords(t *testing.T) {
	for in, want := range map[string]string{
		"2014-12-03": "3 December 2014", "2014-12": "December 2014", "2014": "2014", "2014-10/2014-11": "October 2014 to November 2014",
		"2014-12-03T09:05:00Z": "3 December 2014, 09:05 UTC", "": "", "soon": "soon", strings.Repeat("2014/", 4): "2014/2014/2014/2014/",
	} {
		if got := dateWords(in); got != want {
			t.Errorf("dateWords(%q) = %q, want %q", in, got, want)
		}
	}
}
