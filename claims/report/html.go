package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"github.com/counterclaim/counterclaim/claims"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// writeHTML writes one page that needs nothing else: no script, no font, no
// picture, no request. Text is put in by html/template, which keeps it text;
// addresses come from [address], which lets only http and https through.
func writeHTML(w io.Writer, r Report) error {
	page, err := template.New("page").Funcs(pageFuncs()).Parse(`{{define "style"}}` + pageCSS + `{{end}}` + pageHTML)
	if err != nil {
		return fmt.Errorf("the page's template: %w", err)
	}
	return page.Execute(w, r)
}

func pageFuncs() template.FuncMap {
	return template.FuncMap{
		"balance":    balance,
		"inc":        func(i int) int { return i + 1 },
		"question":   question,
		"heading":    func(s Section) string { return s.Heading() },
		"title":      heading,
		"imprint":    imprint,
		"snapshot":   snapshotWords,
		"href":       func(a claims.Article) string { return address(a.URL) },
		"evidence":   evidence,
		"label":      LabelWords,
		"motivation": motivationWords,
		"byline":     byline,
		"sign":       sign,
	}
}

// evidence is the address that an annotation links to, if it is one.
func evidence(a claims.Annotation) string {
	if a.Motivation != claims.Linking {
		return ""
	}
	return address(a.Body)
}

// sign stands before a verdict, so that it does not hang on colour.
func sign(s Section) string {
	switch s {
	case SectionJudged:
		return "≠"
	case SectionNotKnown:
		return "∅"
	case SectionDiffering:
		return "⇄"
	}
	return "?"
}
