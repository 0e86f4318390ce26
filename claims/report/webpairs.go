package report

import (
	"encoding/base64"
	"encoding/hex"
	"net/url"
	"time"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// web makes annotations; it counts the characters of each article once.
type web struct {
	articles   map[claims.ArticleID]claims.Article
	points     map[claims.ArticleID]*claims.Points
	statements map[claims.StatementID]Side
	generator  *webAgent
	seen       map[claims.AnnotationID]bool
}

func newWeb(r Report) web {
	m := web{
		articles: make(map[claims.ArticleID]claims.Article), points: make(map[claims.ArticleID]*claims.Points),
		statements: make(map[claims.StatementID]Side), seen: make(map[claims.AnnotationID]bool),
		generator: &webAgent{Type: "Software", Name: joinKnown(" ", "Counterclaim", r.Version)},
	}
	for _, s := range r.Sources {
		m.articles[s.Article.ID], m.points[s.Article.ID] = s.Article, claims.NewPoints(s.Article.Text)
	}
	for _, p := range r.Pairs() {
		m.statements[p.A.Statement], m.statements[p.B.Statement] = p.SideA, p.SideB
	}
	return m
}

func (m web) items(r Report) []webAnnotation {
	out := []webAnnotation{}
	for d, p := range r.Pairs() {
		out = append(out, m.pair(p))
		for _, list := range [][]claims.Annotation{p.Notes, p.SideA.Notes, p.SideB.Notes, d.Notes} {
			out = append(out, m.notes(list)...)
		}
	}
	for _, s := range r.Sources {
		out = append(out, m.notes(s.Notes)...)
	}
	return out
}

func (m web) pair(p Pair) webAnnotation {
	a := webAnnotation{
		ID: urn("conflict", string(p.ID)), Type: "Annotation", Motivation: "linking", Generator: m.generator,
		Created: when(p.CreatedAt), Modified: when(p.UpdatedAt),
		Target: []*webTarget{m.side(p.SideA), m.side(p.SideB)},
		Body:   []webBody{text("classifying", string(p.Section), nil)},
	}
	if p.Judgement != "" {
		a.Body = append(a.Body, text("classifying", string(p.Judgement), nil))
	}
	for _, list := range [][]Reason{p.For, p.Against} {
		for _, reason := range list {
			a.Body = append(a.Body, text("describing", reason.Sentence(), m.generator))
		}
	}
	for _, r := range p.Reviews {
		a.Body = append(a.Body, text("assessing", joinKnown(": ", LabelWords(r.Judgement), r.Note), person(r.Reviewer, r.Name)))
	}
	return a
}

func (m web) side(s Side) *webTarget {
	content := merge(s.Article.Text, s.Statement.Content)
	if len(content) == 0 {
		return m.whole(s.Article.ID)
	}
	return m.words(s.Article.ID, claims.Hull(content))
}

// words names a stretch of an article by its words and by its place.
func (m web) words(id claims.ArticleID, s claims.Span) *webTarget {
	t := m.whole(id)
	a, p := m.articles[id], m.points[id]
	if p == nil || s.Check(a.Text) != nil {
		return t
	}
	at := p.Span(s)
	prefix, suffix := around(a.Text, s)
	t.Type, t.Source, t.ID = "SpecificResource", t.ID, ""
	t.Selector = []webSelector{
		{Type: "TextQuoteSelector", Exact: s.In(a.Text), Prefix: prefix, Suffix: suffix},
		{Type: "TextPositionSelector", Start: &at[0], End: &at[1]},
	}
	t.State = snapshotState(a.Snapshot)
	return t
}

// whole names an article by its address, or by its id where it has none.
func (m web) whole(id claims.ArticleID) *webTarget {
	if page := address(m.articles[id].URL); page != "" {
		return &webTarget{ID: page}
	}
	return &webTarget{ID: urn("article", string(id))}
}

// snapshotState names the snapshot by its hash, as RFC 6920 writes one.
func snapshotState(s claims.Snapshot) *webState {
	sum, err := hex.DecodeString(s.SHA256)
	if err != nil || len(sum) == 0 {
		return nil
	}
	out := &webState{Type: "TimeState", Cached: "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(sum)}
	if !s.ReceivedAt.IsZero() {
		out.SourceDate = s.ReceivedAt.UTC().Format(time.RFC3339)
	}
	return out
}

// around gives up to 32 characters on both sides of a span.
func around(text string, s claims.Span) (before, after string) {
	start, end := s.Start, s.End
	for range 32 {
		_, n := utf8.DecodeLastRuneInString(text[:start])
		_, k := utf8.DecodeRuneInString(text[end:])
		start, end = start-n, end+k
	}
	return text[start:s.Start], text[s.End:end]
}

func (m web) notes(list []claims.Annotation) []webAnnotation {
	var out []webAnnotation
	for _, a := range list {
		if !m.seen[a.ID] {
			m.seen[a.ID] = true
			out = append(out, m.note(a))
		}
	}
	return out
}

func (m web) note(a claims.Annotation) webAnnotation {
	out := webAnnotation{
		ID: urn("annotation", string(a.ID)), Type: "Annotation", Motivation: string(a.Motivation), Creator: person(a.Author, a.Name), Generator: m.generator,
		Created: when(a.CreatedAt), Modified: when(a.UpdatedAt), Target: []*webTarget{m.target(a.Target)},
	}
	switch page := evidence(a); {
	case page != "":
		out.Body = []webBody{{ID: page}}
	case a.Body != "":
		out.Body = []webBody{text("", a.Body, nil)}
	}
	return out
}

func (m web) target(t claims.Target) *webTarget {
	switch {
	case t.Statement != "":
		return m.side(m.statements[t.Statement])
	case t.Conflict != "":
		return &webTarget{ID: urn("conflict", string(t.Conflict))}
	case t.Dispute != "":
		return &webTarget{ID: urn("dispute", string(t.Dispute))}
	case t.Words != nil:
		return m.words(t.Article, *t.Words)
	}
	return m.whole(t.Article)
}

func text(purpose, value string, by *webAgent) webBody {
	return webBody{Type: "TextualBody", Purpose: purpose, Value: value, Format: "text/plain", Creator: by}
}

func person(id claims.UserID, name string) *webAgent {
	return &webAgent{ID: urn("user", string(id)), Type: "Person", Name: byline(name, id)}
}

func urn(kind, id string) string { return "urn:counterclaim:" + kind + ":" + url.PathEscape(id) }

func when(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}
