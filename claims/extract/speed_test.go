package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/english/parser"
	"github.com/counterclaim/counterclaim/claims/english/tagger"
	"github.com/counterclaim/counterclaim/claims/extract"
	"github.com/counterclaim/counterclaim/claims/extract/attribution"
)

// articles gives the texts of the sample articles.
func articles(b *testing.B) []string {
	b.Helper()
	paths, err := filepath.Glob("../../cmd/counterclaim/sample/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no sample articles: %v", err)
	}
	var out []string
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, string(raw))
	}
	return out
}

// BenchmarkWords gives the words a second from raw text to statements with
// speakers, and of their two halves beside it.
func BenchmarkWords(b *testing.B) {
	texts := articles(b)
	words := 0
	var read []*english.Document
	for _, text := range texts {
		words += len(strings.Fields(text))
		read = append(read, english.Analyse(text))
	}
	run := func(name string, one func(i int)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range texts {
					one(i)
				}
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
	statements := func(d *english.Document, text string) {
		extract.Statements(d, claims.Article{Text: text}, extract.Options{})
	}
	run("text to document", func(i int) { english.Analyse(texts[i]) })
	run("document to statements", func(i int) { statements(read[i], texts[i]) })
	run("text to statements", func(i int) { statements(english.Analyse(texts[i]), texts[i]) })
}

// BenchmarkModels gives the time and memory it takes to read each model, which
// the program does once.
func BenchmarkModels(b *testing.B) {
	for _, model := range []struct {
		name, path string
		read       func([]byte) error
	}{
		{"tagger", "../english/tagger/tagger.model", func(data []byte) error { _, err := tagger.Read(data); return err }},
		{"parser", "../english/parser/parser.model", func(data []byte) error { _, err := parser.Read(data); return err }},
		{"attribution", "attribution/attribution.model", func(data []byte) error { _, err := attribution.Read(data); return err }},
	} {
		data, err := os.ReadFile(model.path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(model.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := model.read(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
