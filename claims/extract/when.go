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
			if ahead(d, span, date) {
				about = date.ResolveAhead(a.Date)
			} else {
				about = date.Resolve(a.Date)
			}
			if about != "" {
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
		if inside(date, s.Content) || l.quotedSpan(date.Span) || l.verbBetween(date.Span, s.Cue) {
			continue
		}
		away := gap(date.Span, s.Cue[0])
		if iso := date.Resolve(a.Date); iso != "" && (best == "" || away < distance) {
			best, distance = iso, away
		}
	}
	return best, about
}

// ahead says whether the last verb before a date, or the first one behind it,
// speaks of what is to come.
func ahead(d *english.Document, content claims.Span, date english.Date) bool {
	future := false
	for _, t := range d.TokensIn(content) {
		if t.Tag != english.Aux && t.Tag != english.Verb {
			continue
		}
		if t.Span.Start > date.Span.Start {
			return future || t.Tag == english.Aux && modals[t.Lemma]
		}
		if t.Tag == english.Aux {
			future = modals[t.Lemma]
		}
	}
	return future
}

// modals are auxiliaries that speak of what is to come.
var modals = map[string]bool{"will": true, "would": true, "shall": true, "should": true, "may": true, "might": true, "can": true, "could": true, "must": true}

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

// verbBetween says whether another verb stands between a date and the cue: it
// then dates that verb.
func (l *line) verbBetween(date claims.Span, cue []claims.Span) bool {
	between := claims.Span{Start: min(date.End, cue[0].End), End: max(date.Start, cue[0].Start)}
	for _, t := range l.doc.TokensIn(between) {
		if t.Text == ";" {
			return true
		}
		if t.Quotation < 0 && (t.Tag == english.Aux || t.Tag == english.Verb && !t.Span.Overlaps(cue[0])) && !cue[0].Overlaps(t.Span) {
			return true
		}
	}
	return false
}

// gap is how many bytes lie between two stretches.
func gap(a, b claims.Span) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(0, b.Start-a.End)
}
