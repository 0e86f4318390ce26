package extract

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// narration gives the article's own sentences as statements of its publisher:
// those with a verb, that report nobody's words and ask nothing.
func narration(d *english.Document, a claims.Article, ls []line, finds []find) []claims.Statement {
	reports := map[int]bool{}
	for _, f := range finds {
		reports[f.line] = true
	}
	var out []claims.Statement
	for i := range ls {
		l := &ls[i]
		if reports[i] || l.heading || l.asks() || l.onlyQuotes() || !l.hasFinite(0, len(l.units)) || len(l.units) < 4 {
			continue
		}
		part := stretch{l.dateline(), len(l.units)}
		content, _ := l.fragments([]stretch{part})
		if len(content) == 0 {
			continue
		}
		s := claims.Statement{
			Article: a.ID, Type: claims.Narration, Content: content, Text: claims.Join(d.Text, content), CueClass: claims.CueSay,
			Commitment: claims.Asserts, Speaker: claims.Speaker{Name: a.Publisher, Kind: claims.Organisation}, Version: 1,
		}
		_, s.About = times(d, a, l, find{}, s)
		out = append(out, s)
	}
	return out
}

// asks says whether the line ends with a question mark of its own.
func (l *line) asks() bool { return len(l.units) > 0 && l.units[len(l.units)-1].is("?") }
