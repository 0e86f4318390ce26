package extract

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// times resolves when the statement was made, from a date beside its cue, and
// the time it speaks about, from the first date in its content.
func times(d *english.Document, a claims.Article, l *line, f find, s claims.Statement) (said, about string) {
	for _, span := range s.Content {
		for _, date := range d.DatesIn(span) {
			if about = date.Resolve(a.Date); about != "" {
				break
			}
		}
		if about != "" {
			break
		}
	}
	if f.carried || len(s.Cue) == 0 || len(l.units) == 0 {
		return "", about
	}
	best, distance := "", 0
	for _, date := range d.DatesIn(l.span(0, len(l.units))) {
		if inside(date, s.Content) || l.quotedSpan(date.Span) {
			continue
		}
		away := gap(date.Span, s.Cue[0])
		if iso := date.Resolve(a.Date); iso != "" && (best == "" || away < distance) {
			best, distance = iso, away
		}
	}
	return best, about
}

func inside(date english.Date, spans []claims.Span) bool {
	for _, s := range spans {
		if s.Overlaps(date.Span) {
			return true
		}
	}
	return false
}

// quotedSpan says whether a stretch stands within quotation marks.
func (l *line) quotedSpan(s claims.Span) bool {
	tokens := l.doc.TokensIn(s)
	return len(tokens) > 0 && tokens[0].Quotation >= 0
}

// gap is how many bytes lie between two stretches.
func gap(a, b claims.Span) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(0, b.Start-a.End)
}
