package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract"
)

// checkStatements reports what no statement may have, whatever the text.
func checkStatements(t *testing.T, text string, all []claims.Statement) {
	t.Helper()
	for _, s := range all {
		if len(s.Content) == 0 {
			t.Fatalf("%s has no content", s.ID)
		}
		if s.Text != claims.Join(text, s.Content) {
			t.Fatalf("%s: text is not the joined content", s.ID)
		}
		if s.Speaker.Kind == "" || s.CueClass == "" || s.Commitment == "" {
			t.Fatalf("%s lacks a speaker's kind, a class or a commitment: %+v", s.ID, s)
		}
		for _, list := range [][]claims.Span{s.Source, s.Cue, s.Content, s.CommitmentWords} {
			for i, span := range list {
				if err := span.Check(text); err != nil {
					t.Fatalf("%s: %v", s.ID, err)
				}
				if i > 0 && span.Start < list[i-1].Start {
					t.Fatalf("%s: fragments are out of order", s.ID)
				}
			}
		}
	}
}

func FuzzStatements(f *testing.F) {
	for _, seed := range []string{
		"“A,” said X. “B.”\n\n“C", "X told Y that \"Z said 'no'\", and W denied it.", "According to , said", "said said said", "“", ":", "X: Y", "Ä said “ü”, ß.\r\n\xff",
		"a, who said, b, who said, c said that that that", "SAY: \"no\" - \"yes\" “- he said", "Mr. al-X-Y, of the of, said when asked",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		for _, narration := range []bool{false, true} {
			checkStatements(t, text, read(text, "2031-03-05", extract.Options{Narration: narration}))
		}
	})
}

// hostile are texts that slow a careless reader down.
var hostile = []struct {
	name string
	text func(bytes int) string
}{
	{"no full stop", fill("he said that the bridge was safe and ")},
	{"only cues", fill("said ")},
	{"commas", fill("a, ")},
	{"who", fill("who said, ")},
	{"quotation marks", fill("“ ")},
	{"straight marks", fill("\" a")},
	{"quotations", fill("“a b c.” ")},
	{"names", fill("Anna Olin, Karl Lind, ")},
	{"different names", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString("A" + strings.Repeat("b", i%37) + string(rune('a'+i%23)) + " Olin" + string(rune('a'+i%19)) + " said so. The chief said it. ")
		}
		return b.String()
	}},
	{"paragraphs", fill("“We go on.\n\n")},
	{"one word", fill("x")},
	{"colons", fill("Olin: ")},
	{"dates", fill("on Friday, May 3, ")},
	{"nested quotations", fill("“a said ‘b said ")},
	{"one statement again and again", fill("Olin said the bridge was safe. ")},
	{"pronouns", fill("He said she knew that they had told him. ")},
	{"quoted paragraphs", fill("Olin said: “We go on.”\n“And on.”\n")},
}

func fill(part string) func(int) string {
	return func(n int) string { return strings.Repeat(part, n/len(part)+1)[:n] }
}

func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			text := strings.ToValidUTF8(h.text(50_000), "")
			checkStatements(t, text, read(text, "2031-03-05", extract.Options{Narration: true}))
		})
	}
}

// BenchmarkHostile shows whether the time grows with the length alone: each
// size is twice the one before.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, kilobytes := range []int{256, 512, 1024} {
			text := strings.ToValidUTF8(h.text(kilobytes<<10), "")
			b.Run(fmt.Sprintf("%s/%dkB", h.name, kilobytes), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					extract.Statements(english.Analyse(text), claims.Article{Text: text}, extract.Options{})
				}
			})
		}
	}
}
