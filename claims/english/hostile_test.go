package english_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// checkDocument reports what no reading may have, whatever the text.
func checkDocument(t *testing.T, d *english.Document) {
	t.Helper()
	end := 0
	for i, tok := range d.Tokens {
		if err := tok.Span.Check(d.Text); err != nil {
			t.Fatalf("token %d: %v", i, err)
		}
		if tok.Span.Start < end || tok.Text != tok.Span.In(d.Text) || tok.Tag == "" {
			t.Fatalf("token %d overlaps, lacks its text or a tag: %+v", i, tok)
		}
		s := d.Sentences[tok.Sentence]
		if i < s.First || i >= s.Last {
			t.Fatalf("token %d is not in its sentence", i)
		}
		if tok.Quotation >= len(d.Quotations) || tok.Quotation >= 0 && !d.Quotations[tok.Quotation].Span.Contains(tok.Span) {
			t.Fatalf("token %d is not in its quotation", i)
		}
		end = tok.Span.End
	}
	var spans []claims.Span
	for _, s := range d.Sentences {
		spans = append(spans, s.Span)
	}
	for _, q := range d.Quotations {
		spans = append(spans, q.Span, q.Inner)
		if !q.Span.Contains(q.Inner) {
			t.Fatalf("quotation %+v: inner lies outside", q)
		}
	}
	for _, n := range d.Names {
		spans = append(spans, n.Span)
	}
	for _, q := range d.Quantities {
		spans = append(spans, q.Span)
	}
	for _, x := range d.Dates {
		spans = append(spans, x.Span)
		x.Resolve("2014-12-03")
	}
	for _, s := range spans {
		if err := s.Check(d.Text); err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	for _, seed := range []string{"", "“A” 'b' said J. Olin-X, 3.5m on Aug. 8.\r\n\r\n'90s", "\"\"\"\"“”‘’", "a.b.c. U.S.A @x #y", "al-", "-al-X of the", "$1 or", "since", "' a", "’ s’ b", "‘", "\u00ad", "“a “b ‘c' d” e", "\u2028\u00a0\ufeff1,"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkDocument(t, english.Analyse(strings.ToValidUTF8(text, "\ufffd")))
	})
}

var hostile = []struct{ name, part string }{
	{"no full stop", "the bridge and "}, {"only stops", "."}, {"stops apart", ". "}, {"double marks", "\""}, {"opening marks", "“"}, {"marks before words", "“a "},
	{"single marks", "'a "}, {"curled single marks", "‘a "}, {"possessives", "s' "}, {"one word", "x"}, {"one number", "1"}, {"numbers", "two hundred "}, {"bounded numbers", "more than 5 "},
	{"names", "Olin "}, {"name with of", "University of "}, {"particles", "al-"}, {"dates", "from May to "}, {"line ends", "a\n"}, {"blank lines", "\n\n \n"}, {"initials", "A."}, {"addresses", "http://"},
	{"brackets", "("}, {"capital quotes", "“A. "},
}

func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			checkDocument(t, english.Analyse(strings.Repeat(h.part, 50_000/len(h.part))))
		})
	}
}

func TestTokenLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("reads four megabytes")
	}
	d := english.Analyse(strings.Repeat("a ", english.MaxTokens+10))
	if len(d.Tokens) != english.MaxTokens || d.Read >= len(d.Text) {
		t.Errorf("%d tokens, %d bytes of %d read", len(d.Tokens), d.Read, len(d.Text))
	}
}

// generators make texts of about so many bytes that news would never hold:
// what is quadratic anywhere shows in one of them.
var generators = []struct {
	name string
	make func(bytes int) string
}{
	{"quotations in one paragraph", repeat("“We go,” he said. ")},
	{"unclosed quotations", repeat("“We go. ")},
	{"nested quotations", repeat("“We ‘go \"now ")},
	{"speakers", numbered("Ada Olin%d said the bridge is safe. ")},
	{"identical claims", repeat("The bridge is safe. ")},
	{"pronouns", repeat("he said she told him that they ")},
	{"one word", repeat("x")},
	{"no full stop", repeat("the bridge in the town is safe and ")},
	{"single marks", repeat("'a s' ")},
	{"numbers", repeat("two hundred 5,000 to ")},
	{"names", repeat("University of Olin ")},
	{"dates", repeat("from late May to Monday and ")},
	{"blank lines", repeat("a\n\n \n")},
	{"initials", repeat("A. B.C. ")},
	{"addresses", repeat("a.b.c-d_e.")},
}

func repeat(part string) func(int) string {
	return func(bytes int) string { return strings.Repeat(part, bytes/len(part)) }
}

func numbered(part string) func(int) string {
	return func(bytes int) string {
		var b strings.Builder
		for i := 0; b.Len() < bytes; i++ {
			fmt.Fprintf(&b, part, i)
		}
		return b.String()
	}
}

// BenchmarkHostile shows by its sizes whether the time grows with the length
// alone: a doubling may take 2.6 times as long at most.
func BenchmarkHostile(b *testing.B) {
	for _, g := range generators {
		for _, size := range []int{256, 512, 1024} {
			b.Run(fmt.Sprintf("%s/%dKB", g.name, size), func(b *testing.B) { analyse(b, g.make(size<<10)) })
		}
	}
}

// BenchmarkTenMegabytes reads one paragraph of ten megabytes.
func BenchmarkTenMegabytes(b *testing.B) {
	analyse(b, repeat("the bridge in the town is safe and ")(10<<20))
}

func analyse(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		english.Analyse(text)
	}
}
