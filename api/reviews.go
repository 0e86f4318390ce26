package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/review"
)

// ReviewView is one reviewer's judgement.
type ReviewView struct {
	Conflict  claims.ConflictID `json:"conflict"`
	Reviewer  PersonView        `json:"reviewer"`
	Judgement claims.Label      `json:"judgement"`
	Sureness  claims.Sureness   `json:"sureness,omitempty"`
	Note      string            `json:"note,omitempty"`
	Version   int64             `json:"version"`
	CreatedAt time.Time         `json:"created_at"`
	UpdatedAt time.Time         `json:"updated_at"`
}

// ReviewsView is what a reviewer gets to see of the reviews of a conflict:
// before his or her own, how many there are, so that nobody is led by others;
// afterwards all.
type ReviewsView struct {
	Count int          `json:"count"`
	Mine  *ReviewView  `json:"mine,omitempty"`
	Items []ReviewView `json:"items,omitempty" doc:"all reviews, oldest first; absent until you have given yours"`
}

func viewReview(r claims.Review) ReviewView {
	return ReviewView{Conflict: r.Conflict, Reviewer: PersonView{ID: r.Reviewer, Name: r.Name}, Judgement: r.Judgement,
		Sureness: r.Sureness, Note: r.Note, Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt}
}

func viewReviews(all []claims.Review, to claims.UserID) ReviewsView {
	seen := review.Visible(all, to)
	v := ReviewsView{Count: seen.Count, Items: viewAll(seen.All, viewReview)}
	if seen.Mine != nil {
		mine := viewReview(*seen.Mine)
		v.Mine = &mine
	}
	return v
}

// ReviewInput is a judgement as it is handed in.
type ReviewInput struct {
	Judgement claims.Label    `json:"judgement"`
	Sureness  claims.Sureness `json:"sureness,omitempty"`
	Note      string          `json:"note,omitempty" maxLength:"20000"`
}

type reviewOutput struct {
	Status int
	ETag   string `header:"ETag"`
	Body   ReviewView
}

type reviewsOutput struct{ Body ReviewsView }

func (s *server) reviewRoutes() {
	get(s, "/conflicts/{id}/reviews", "list-reviews", "The reviews of a conflict, as far as you may see them yet",
		func(ctx context.Context, in *ConflictPath) (*reviewsOutput, error) {
			c, err := s.Archive.Conflict(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return &reviewsOutput{viewReviews(c.Reviews, userOf(ctx).ID)}, nil
		})
	op := v1(http.MethodPut, "/conflicts/{id}/reviews/me", "put-review", "Judge a possible conflict, or change your judgement", http.StatusOK)
	op.Responses["201"] = &huma.Response{Description: "The first judgement was stored", Content: map[string]*huma.MediaType{
		"application/json": {Schema: &huma.Schema{Ref: schemaPrefix + "Review"}}}}
	register(s, op, s.putReview)
	remove(s, "/conflicts/{id}/reviews/me", "delete-review", "Take your judgement back", func(ctx context.Context, in *struct {
		ConflictPath
		Seen
	}) (*struct{}, error) {
		version, err := in.version()
		if err != nil {
			return nil, err
		}
		return nil, s.Archive.DeleteReview(ctx, s.act(ctx), in.ID, version)
	})
}

func (s *server) putReview(ctx context.Context, in *struct {
	ConflictPath
	Seen
	IfNoneMatch string `header:"If-None-Match" doc:"* to give a first judgement"`
	Body        ReviewInput
}) (*reviewOutput, error) {
	act := s.act(ctx)
	r := claims.Review{Conflict: in.ID, Reviewer: act.Actor, Name: userOf(ctx).Name, Judgement: in.Body.Judgement,
		Sureness: in.Body.Sureness, Note: in.Body.Note}
	if err := r.Check(); err != nil {
		return nil, err
	}
	if in.IfNoneMatch != "" {
		return s.createReview(ctx, act, r, in.IfNoneMatch, in.IfMatch)
	}
	version, err := in.version()
	if err != nil {
		return nil, orHint(err, `Send If-None-Match: * for a first judgement, If-Match: "<version>" to change yours`)
	}
	if r, err = s.Archive.UpdateReview(ctx, act, r, version); err != nil {
		return nil, err
	}
	return &reviewOutput{Status: http.StatusOK, ETag: etag(r.Version), Body: viewReview(r)}, nil
}

// createReview gives a first judgement; a second one is a failed precondition.
func (s *server) createReview(ctx context.Context, act claims.Act, r claims.Review, noneMatch, match string) (*reviewOutput, error) {
	if noneMatch != "*" || match != "" {
		return nil, claims.Errorf(claims.Malformed, "bad-etag", "either If-None-Match: * or If-Match is meant, and nothing else")
	}
	created, err := s.Archive.CreateReview(ctx, act, r)
	if claims.KindOf(err) == claims.Exists {
		return nil, claims.Errorf(claims.Stale, "review-exists", "you have judged this one already: %w", err).
			WithHint("Read it again, then change your judgement with If-Match").WithRef(string(r.Conflict))
	}
	if err != nil {
		return nil, err
	}
	return &reviewOutput{Status: http.StatusCreated, ETag: etag(created.Version), Body: viewReview(created)}, nil
}
