package api

import (
	"context"
	"net/http"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// AnnotationView is a comment, tag, question, evidence link or correction.
type AnnotationView struct {
	ID         claims.AnnotationID  `json:"id"`
	Version    int64                `json:"version"`
	Motivation claims.Motivation    `json:"motivation"`
	Body       string               `json:"body" doc:"plain text; for linking an http or https address"`
	Target     AnnotationTargetView `json:"target"`
	Author     PersonView           `json:"author"`
	CreatedAt  time.Time            `json:"created_at"`
	UpdatedAt  time.Time            `json:"updated_at"`
}

// AnnotationTargetView is what an annotation is about: words of an article, a
// whole article, a statement, a conflict or a dispute.
type AnnotationTargetView struct {
	Article   claims.ArticleID   `json:"article,omitempty"`
	Statement claims.StatementID `json:"statement,omitempty"`
	Conflict  claims.ConflictID  `json:"conflict,omitempty"`
	Dispute   claims.DisputeID   `json:"dispute,omitempty"`
	Start     *int               `json:"start,omitempty" doc:"offset of the words in the article's text"`
	End       *int               `json:"end,omitempty" doc:"exclusive"`
	Exact     string             `json:"exact,omitempty" doc:"the words"`
	Prefix    string             `json:"prefix,omitempty" doc:"up to 32 characters before them"`
	Suffix    string             `json:"suffix,omitempty" doc:"up to 32 characters after them"`
}

type annotationOutput struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     AnnotationView
}

// AnnotationPath names an annotation in the address.
type AnnotationPath struct {
	ID claims.AnnotationID `path:"id"`
}

func (s *server) annotationRoutes() {
	post(s, "/annotations", "create-annotation", "Annotate words, an article, a statement, a conflict or a dispute",
		http.StatusCreated, s.createAnnotation)
	get(s, "/annotations", "list-annotations", "Annotations, oldest first", s.listAnnotations)
	get(s, "/annotations/{id}", "get-annotation", "One annotation", func(ctx context.Context, in *AnnotationPath) (*annotationOutput, error) {
		a, err := s.Archive.Annotation(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return s.showAnnotation(ctx, a)
	})
	patch(s, "/annotations/{id}", "update-annotation", "Change the body of an annotation", s.updateAnnotation)
	remove(s, "/annotations/{id}", "delete-annotation", "Delete an annotation", func(ctx context.Context, in *struct {
		AnnotationPath
		Seen
	}) (*struct{}, error) {
		version, err := in.version()
		if err != nil {
			return nil, err
		}
		if err := s.mayChange(ctx, in.ID); err != nil {
			return nil, err
		}
		return nil, s.Archive.DeleteAnnotation(ctx, s.act(ctx), in.ID, version)
	})
}

func (s *server) showAnnotation(ctx context.Context, a claims.Annotation) (*annotationOutput, error) {
	v, err := s.viewAnnotation(ctx, offsets{}, a)
	if err != nil {
		return nil, err
	}
	return &annotationOutput{ETag: etag(a.Version), Body: v}, nil
}

// viewAnnotation shows an annotation; the text of its article is read for the
// offsets, once per answer.
func (s *server) viewAnnotation(ctx context.Context, at offsets, a claims.Annotation) (AnnotationView, error) {
	t := a.Target
	v := AnnotationView{ID: a.ID, Version: a.Version, Motivation: a.Motivation, Body: a.Body,
		Target: AnnotationTargetView{Article: t.Article, Statement: t.Statement, Conflict: t.Conflict, Dispute: t.Dispute,
			Exact: t.Exact, Prefix: t.Prefix, Suffix: t.Suffix},
		Author: PersonView{ID: a.Author, Name: a.Name}, CreatedAt: a.CreatedAt, UpdatedAt: a.UpdatedAt}
	if t.Words == nil {
		return v, nil
	}
	points, ok := at[t.Article]
	if !ok {
		article, err := s.Archive.Article(ctx, t.Article)
		if err != nil {
			return v, err
		}
		points = at.of(article)
	}
	words := points.Span(*t.Words)
	v.Target.Start, v.Target.End = &words[0], &words[1]
	return v, nil
}

func (s *server) listAnnotations(ctx context.Context, in *struct {
	Paged
	Article   claims.ArticleID   `query:"article" doc:"also gives those on its statements"`
	Statement claims.StatementID `query:"statement"`
	Conflict  claims.ConflictID  `query:"conflict"`
	Dispute   claims.DisputeID   `query:"dispute"`
}) (*pageOutput[AnnotationView], error) {
	page, err := s.Archive.ListAnnotations(ctx, claims.AnnotationQuery{
		Query: in.query(), Article: in.Article, Statement: in.Statement, Conflict: in.Conflict, Dispute: in.Dispute})
	if err != nil {
		return nil, err
	}
	at, out := offsets{}, &pageOutput[AnnotationView]{PageView[AnnotationView]{Items: []AnnotationView{}, Next: page.Next}}
	for _, a := range page.Items {
		v, err := s.viewAnnotation(ctx, at, a)
		if err != nil {
			return nil, err
		}
		out.Body.Items = append(out.Body.Items, v)
	}
	return out, nil
}

func (s *server) updateAnnotation(ctx context.Context, in *struct {
	AnnotationPath
	Seen
	Body struct {
		Body string `json:"body" maxLength:"20000"`
	} `nameHint:"AnnotationPatch"`
}) (*annotationOutput, error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	a, err := s.Archive.Annotation(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	if err := s.ownAnnotation(ctx, a); err != nil {
		return nil, err
	}
	a.Body = in.Body.Body
	if err := a.Check(); err != nil {
		return nil, err
	}
	if a, err = s.Archive.UpdateAnnotation(ctx, s.act(ctx), in.ID, version, a.Body); err != nil {
		return nil, err
	}
	return s.showAnnotation(ctx, a)
}
