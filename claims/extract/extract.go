package extract

import (
	"sort"
	"strconv"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract/attribution"
)

// Options say what to look for.
type Options struct {
	Narration bool // also the article's own sentences, as statements of its publisher
}

// Statements finds the statements of an article. The document must be the
// reading of the article's text. They come in the order of their content,
// with the ids s1, s2, …; every span passes [claims.Span.Check].
func Statements(d *english.Document, a claims.Article, opts Options) []claims.Statement {
	ls, finds := gather(d)
	if m, err := attribution.Default(); err == nil {
		finds = settle(d, m, ls, finds)
	}
	actors := resolve(d, ls, finds)
	var out []claims.Statement
	for i, f := range finds {
		out = append(out, assemble(d, a, ls, finds, actors, i, f))
	}
	if opts.Narration {
		out = append(out, narration(d, a, ls, finds)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return before(out[i].Content, out[j].Content) })
	for i := range out {
		out[i].ID = claims.StatementID("s" + strconv.Itoa(i+1))
	}
	return out
}

// before orders contents: by start, the longer one first.
func before(a, b []claims.Span) bool {
	if a[0].Start != b[0].Start {
		return a[0].Start < b[0].Start
	}
	return claims.Hull(a).End > claims.Hull(b).End
}

// assemble makes the statement of a find.
func assemble(d *english.Document, a claims.Article, ls []line, finds []find, actors []*actor, i int, f find) claims.Statement {
	l := &ls[f.line]
	s := claims.Statement{
		Article: a.ID, Type: typeOf(d, f), Content: tidy(d.Text, f.content), CueClass: f.entry.class, Version: 1,
		Source: l.spans(f.source), Cue: l.spans(f.cue),
	}
	s.Text = claims.Join(d.Text, s.Content)
	if actors[i] != nil {
		s.Speaker = actors[i].speaker()
	} else {
		s.Speaker = claims.Speaker{Kind: claims.UnknownSpeaker, Name: nameOfSource(d.Text, s.Source)}
	}
	s.Commitment, s.CommitmentWords = commitment(d, l, f, s)
	s.SaidAt, s.About = times(d, a, l, f, s)
	s.Chain = chain(finds, actors, i)
	return s
}

func nameOfSource(text string, source []claims.Span) string {
	parts := make([]string, len(source))
	for i, s := range source {
		parts[i] = s.In(text)
	}
	return withoutArticle(strings.Join(parts, " "))
}

// spans gives a stretch as spans; empty where it is none.
func (l *line) spans(s stretch) []claims.Span {
	if s.empty() {
		return nil
	}
	return []claims.Span{l.span(s.first, s.last)}
}

// tidy puts fragments in order, and takes the stop off the last of them.
func tidy(text string, spans []claims.Span) []claims.Span {
	out := append([]claims.Span(nil), spans...)
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	out[len(out)-1] = trimStops(text, out[len(out)-1])
	return out
}

// typeOf tells direct, mixed and indirect statements apart.
func typeOf(d *english.Document, f find) claims.StatementType {
	if f.direct {
		return claims.Direct
	}
	for _, span := range f.content {
		for _, t := range d.TokensIn(span) {
			if t.Quotation >= 0 {
				return claims.Mixed
			}
		}
	}
	return claims.Indirect
}

// chain names who told whom, where a report stands within another's words.
func chain(finds []find, actors []*actor, i int) []string {
	const deepest = 4 // reports within reports
	var out []string
	for k := i; k >= 0 && len(out) < deepest; k = finds[k].within {
		if actors[k] != nil {
			out = append([]string{actors[k].name}, out...)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
