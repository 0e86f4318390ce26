package extract

import (
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// dateAround gives the date that a word belongs to.
func (l *line) dateAround(u unit) (english.Date, bool) {
	dates := l.doc.Dates
	i := sort.Search(len(dates), func(i int) bool { return dates[i].Span.End > u.word.Span.Start })
	if i < len(dates) && dates[i].Span.Contains(u.word.Span) {
		return dates[i], true
	}
	return english.Date{}, false
}

// nameAround gives the name that a word belongs to, title included.
func (l *line) nameAround(u unit) (english.Name, bool) {
	names := l.doc.Names
	i := sort.Search(len(names), func(i int) bool { return names[i].Span.End > u.word.Span.Start })
	if i < len(names) && names[i].Span.Start-titleLength(names[i]) <= u.word.Span.Start {
		return names[i], true
	}
	return english.Name{}, false
}

// titleLength is how many bytes before a name its title begins.
func titleLength(n english.Name) int {
	if n.Title == "" {
		return 0
	}
	return len(n.Title) + 1
}

// wordSet makes a set of the words in the text.
func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
