package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/counterclaim/counterclaim/claims"
)

// ArticleHeadView is an article without its text.
type ArticleHeadView struct {
	ID         claims.ArticleID    `json:"id"`
	Title      string              `json:"title"`
	Author     string              `json:"author"`
	Publisher  string              `json:"publisher"`
	URL        string              `json:"url" doc:"http or https, or empty"`
	Date       string              `json:"date" doc:"of publication: a day, or RFC 3339 with the time, or empty"`
	Language   string              `json:"language" doc:"BCP 47"`
	State      claims.ArticleState `json:"state"`
	Problem    string              `json:"problem,omitempty" doc:"why reading failed"`
	Coverage   claims.Coverage     `json:"coverage"`
	Snapshot   SnapshotView        `json:"snapshot"`
	Statements int                 `json:"statements" doc:"how many"`
	Conflicts  int                 `json:"conflicts" doc:"how many possible conflicts and conflicts have a side here"`
	CreatedAt  time.Time           `json:"created_at"`
	Version    int64               `json:"version"`
}

// SnapshotView says what was received, without the bytes.
type SnapshotView struct {
	SHA256     string    `json:"sha256"`
	Size       int64     `json:"size" doc:"in bytes"`
	MediaType  string    `json:"media_type"`
	From       string    `json:"from" doc:"the address or file name it came from; empty for pasted text"`
	ReceivedAt time.Time `json:"received_at"`
}

// ArticleView is an article with its text.
type ArticleView struct {
	ArticleHeadView
	Text    string   `json:"text" doc:"clean text; all offsets point into it"`
	Missing []string `json:"missing" enum:"publisher,date,url" doc:"what is not known, and should be asked for"`
}

func viewHead(a claims.ArticleSummary) ArticleHeadView {
	return ArticleHeadView{
		ID: a.ID, Title: a.Title, Author: a.Author, Publisher: a.Publisher, URL: a.URL, Date: a.Date, Language: a.Language,
		State: a.State, Problem: a.Problem, Coverage: a.Coverage,
		Snapshot: SnapshotView{SHA256: a.Snapshot.SHA256, Size: a.Snapshot.Size, MediaType: a.Snapshot.MediaType,
			From: a.Snapshot.From, ReceivedAt: a.Snapshot.ReceivedAt},
		Statements: a.Statements, Conflicts: a.Conflicts, CreatedAt: a.CreatedAt, Version: a.Version,
	}
}

func missing(a claims.Article) []string {
	names := []string{}
	for _, f := range []struct{ name, value string }{{"publisher", a.Publisher}, {"date", a.Date}, {"url", a.URL}} {
		if f.value == "" {
			names = append(names, f.name)
		}
	}
	return names
}

// ArticlePath names an article in the address.
type ArticlePath struct {
	ID claims.ArticleID `path:"id"`
}

type articleOutput struct {
	ETag string `header:"ETag"`
	Body ArticleView
}

// ArticlePatchInput changes what is known about an article; what is absent
// stays as it is. The fields are those of [claims.ArticlePatch], in its order.
type ArticlePatchInput struct {
	Title     *string `json:"title,omitempty"`
	Author    *string `json:"author,omitempty"`
	Publisher *string `json:"publisher,omitempty"`
	URL       *string `json:"url,omitempty"`
	Date      *string `json:"date,omitempty"`
}

func (s *server) articleRoutes() {
	get(s, "/articles", "list-articles", "List articles, newest first", func(ctx context.Context, in *Paged) (*pageOutput[ArticleHeadView], error) {
		page, err := s.Archive.ListArticles(ctx, in.query())
		if err != nil {
			return nil, err
		}
		return pageOf(page, viewHead), nil
	})
	get(s, "/articles/{id}", "get-article", "One article with its text", func(ctx context.Context, in *ArticlePath) (*articleOutput, error) {
		a, err := s.Archive.Article(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return s.showArticle(ctx, a)
	})
	patch(s, "/articles/{id}", "update-article", "Change what is known about an article", s.updateArticle)
	get(s, "/articles/{id}/statements", "list-article-statements", "All statements of an article, by start", s.articleStatements)
	s.snapshotRoute()
}

func (s *server) showArticle(ctx context.Context, a claims.Article) (*articleOutput, error) {
	conflicts, err := s.Archive.CountConflicts(ctx, claims.ConflictQuery{Article: a.ID})
	if err != nil {
		return nil, err
	}
	head := viewHead(claims.ArticleSummary{Article: a, Statements: a.Coverage.Statements, Conflicts: conflicts})
	return &articleOutput{ETag: etag(a.Version), Body: ArticleView{ArticleHeadView: head, Text: a.Text, Missing: missing(a)}}, nil
}

func (s *server) updateArticle(ctx context.Context, in *struct {
	ArticlePath
	Seen
	Body ArticlePatchInput
}) (*articleOutput, error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	p := claims.ArticlePatch(in.Body)
	if p == (claims.ArticlePatch{}) {
		return nil, claims.Errorf(claims.Invalid, "nothing-given", "nothing is to be changed").
			WithHint("Give title, publisher, date, url or author")
	}
	if err := headOf(p).Check(); err != nil {
		return nil, err
	}
	a, err := s.Archive.UpdateArticle(ctx, s.act(ctx), in.ID, version, p)
	if err != nil {
		return nil, err
	}
	return s.showArticle(ctx, a)
}

// headOf gives the changed fields as a head, so that the same rules hold.
func headOf(p claims.ArticlePatch) claims.ArticleHead {
	value := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	return claims.ArticleHead{Title: value(p.Title), Author: value(p.Author), Publisher: value(p.Publisher),
		URL: value(p.URL), Date: value(p.Date)}
}

func (s *server) articleStatements(ctx context.Context, in *struct {
	ArticlePath
	Paged
}) (*pageOutput[claims.StatementView], error) {
	if _, err := s.Archive.Article(ctx, in.ID); err != nil {
		return nil, err
	}
	page, err := s.Archive.ListStatements(ctx, claims.StatementQuery{Query: in.query(), Article: in.ID})
	if err != nil {
		return nil, err
	}
	at := offsets{}
	return pageOf(page, func(side claims.Side) claims.StatementView { return at.of(side.Article).Statement(side.Statement) }), nil
}

// fileOutput is a document that is handed out as a file.
type fileOutput struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Policy      string `header:"Content-Security-Policy"`
	Body        []byte
}

func (s *server) snapshotRoute() {
	op := v1(http.MethodGet, "/articles/{id}/snapshot", "get-snapshot", "The bytes of an article as received", http.StatusOK)
	op.Responses["200"] = fileResponse("The file, to be saved", "application/octet-stream")
	register(s, op, func(ctx context.Context, in *ArticlePath) (*fileOutput, error) {
		snapshot, err := s.Archive.Snapshot(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &fileOutput{
			ContentType: safeType(snapshot.MediaType), Body: snapshot.Bytes, Policy: documentPolicy,
			Disposition: attachment(snapshotName(snapshot, in.ID)),
		}, nil
	})
}

func fileResponse(description string, mediaTypes ...string) *huma.Response {
	r := &huma.Response{Description: description, Content: map[string]*huma.MediaType{}}
	for _, t := range mediaTypes {
		r.Content[t] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
	}
	return r
}
