package api

import (
	"strings"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// SideView is one statement with its article, to be read in context.
type SideView struct {
	Statement claims.StatementView `json:"statement"`
	Article   SideArticleView      `json:"article"`
	Context   ContextView          `json:"context"`
	Also      []AppearanceView     `json:"also,omitempty" nullable:"false" doc:"other articles that carry the same words, as wire copy does"`
}

// AppearanceView is a statement of another article that is the same passage.
type AppearanceView struct {
	Article   claims.ArticleID   `json:"article"`
	Statement claims.StatementID `json:"statement"`
	Publisher string             `json:"publisher"`
	Title     string             `json:"title"`
	Date      string             `json:"date"`
	URL       string             `json:"url"`
}

// SideArticleView is what is shown of an article beside a statement.
type SideArticleView struct {
	ID        claims.ArticleID `json:"id"`
	Title     string           `json:"title"`
	Publisher string           `json:"publisher"`
	Date      string           `json:"date"`
	URL       string           `json:"url"`
	Author    string           `json:"author"`
	SHA256    string           `json:"sha256" doc:"of the bytes as received"`
}

// ContextView is the paragraph in which a statement stands, or the part of it
// around the statement where the paragraph is very long.
type ContextView struct {
	Start int    `json:"start" doc:"offset of the text in the article"`
	Text  string `json:"text"`
}

// offsets converts the offsets of the articles that one answer shows; each
// text is read once.
type offsets map[claims.ArticleID]*claims.Points

func (o offsets) of(a claims.Article) *claims.Points {
	p, ok := o[a.ID]
	if !ok {
		p = claims.NewPoints(a.Text)
		o[a.ID] = p
	}
	return p
}

func (o offsets) side(s claims.Side) SideView {
	points, a := o.of(s.Article), s.Article
	around := contextOf(a.Text, s.Statement)
	var also []AppearanceView
	for _, o := range s.Also {
		also = append(also, AppearanceView{o.Article, o.Statement, o.Publisher, o.Title, o.Date, o.URL})
	}
	return SideView{
		Also:      also,
		Statement: points.Statement(s.Statement),
		Article: SideArticleView{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Date: a.Date, URL: a.URL,
			Author: a.Author, SHA256: a.Snapshot.SHA256},
		Context: ContextView{Start: points.Offset(around.Start), Text: around.In(a.Text)},
	}
}

// contextReach is how many bytes of a paragraph are shown on either side of a
// statement: without a bound, a text without line ends would be sent whole
// with every statement in it.
const contextReach = 4000

// contextOf gives the paragraph around all fragments of a statement.
func contextOf(text string, s claims.Statement) claims.Span {
	fragments := append(append(append([]claims.Span{}, s.Source...), s.Cue...), s.Content...)
	hull := claims.Hull(fragments)
	around := claims.Paragraph(text, hull)
	if hull.Start-around.Start > contextReach {
		around.Start = wordAfter(text, hull.Start-contextReach, hull.Start)
	}
	if around.End-hull.End > contextReach {
		around.End = wordBefore(text, hull.End+contextReach, hull.End)
	}
	return around
}

// wordAfter gives the start of the first word between from and to, or of the
// first character where there is no space.
func wordAfter(text string, from, to int) int {
	for ; from < to && !utf8.RuneStart(text[from]); from++ {
	}
	if i := strings.IndexByte(text[from:to], ' '); i >= 0 {
		return from + i + 1
	}
	return from
}

// wordBefore gives the end of the last word between to and from.
func wordBefore(text string, from, to int) int {
	for ; from > to && !utf8.RuneStart(text[from]); from-- {
	}
	if i := strings.LastIndexByte(text[to:from], ' '); i >= 0 {
		return to + i
	}
	return from
}
