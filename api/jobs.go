package api

import (
	"context"
	"net/http"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// JobView is work in progress: one article on its way into the archive, or what
// is still to be compared of one that is there.
type JobView struct {
	ID        claims.JobID     `json:"id"`
	Kind      claims.JobKind   `json:"kind" doc:"collect: fetch a link, then analyse; analyse: find statements and compare; deepen: compare in depth what an analysis left, after all other jobs"`
	State     claims.JobState  `json:"state"`
	Article   claims.ArticleID `json:"article,omitempty" doc:"absent until a link has been read"`
	Link      string           `json:"link,omitempty"`
	Attempt   int              `json:"attempt" doc:"1 for the first try"`
	Stage     string           `json:"stage" doc:"what is being done, for people"`
	Done      int              `json:"done" doc:"of total, within the stage"`
	Total     int              `json:"total"`
	Problem   *JobProblemView  `json:"problem,omitempty" doc:"why it failed, or why the last try did"`
	CreatedAt time.Time        `json:"created_at"`
	UpdatedAt time.Time        `json:"updated_at"`
}

// JobProblemView is why a job failed.
type JobProblemView struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
	Ref    string `json:"ref,omitempty" doc:"id of the thing that the problem is about"`
}

func viewJob(j claims.Job) JobView {
	v := JobView{ID: j.ID, Kind: j.Kind, State: j.State, Article: j.Article, Link: j.Link, Attempt: j.Attempt,
		Stage: j.Stage, Done: j.Done, Total: j.Total, CreatedAt: j.CreatedAt, UpdatedAt: j.UpdatedAt}
	if p := j.Problem; p != nil {
		v.Problem = &JobProblemView{Code: p.Code, Detail: p.Detail, Ref: p.Ref}
	}
	return v
}

// JobPath names a job in the address.
type JobPath struct {
	ID claims.JobID `path:"id"`
}

type jobOutput struct {
	Location string `header:"Location"`
	Body     JobView
}

func (s *server) jobRoutes() {
	get(s, "/jobs", "list-jobs", "Jobs, newest first", func(ctx context.Context, in *Paged) (*pageOutput[JobView], error) {
		page, err := s.Archive.ListJobs(ctx, in.query())
		if err != nil {
			return nil, err
		}
		return pageOf(page, viewJob), nil
	})
	get(s, "/jobs/{id}", "get-job", "How far a job is", func(ctx context.Context, in *JobPath) (*jobOutput, error) {
		j, err := s.Archive.Job(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &jobOutput{Body: viewJob(j)}, nil
	})
	post(s, "/jobs/{id}/retry", "retry-job", "Try a failed job again", http.StatusAccepted, func(ctx context.Context, in *struct {
		JobPath
		Keyed
	}) (*jobOutput, error) {
		j, err := s.Archive.RetryJob(ctx, s.repeatable(ctx, in.Keyed), in.ID)
		if err != nil {
			return nil, err
		}
		return &jobOutput{Location: "/api/v1/jobs/" + string(j.ID), Body: viewJob(j)}, nil
	})
}
