package api

import (
	"context"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// DisputeView is conflicts over one question.
type DisputeView struct {
	ID        claims.DisputeID  `json:"id"`
	Version   int64             `json:"version"`
	Question  string            `json:"question"`
	Positions []PositionView    `json:"positions"`
	Conflicts []ConflictView    `json:"conflicts" doc:"strongest first"`
	Counts    DisputeCountsView `json:"counts"`
	Coverage  claims.Coverage   `json:"coverage" doc:"of the articles involved"`
	CreatedAt time.Time         `json:"created_at"`
	UpdatedAt time.Time         `json:"updated_at"`
}

// PositionView is one answer to the question, and who gives it.
type PositionView struct {
	Label      string     `json:"label"`
	Statements []SideView `json:"statements"`
}

// DisputeCountsView says how far people are with a dispute.
type DisputeCountsView struct {
	Possible  int `json:"possible" doc:"not judged yet"`
	Judged    int `json:"judged"`
	Differing int `json:"differing"`
}

// dispute shows a dispute to a user.
func (o offsets) dispute(d claims.DisputeDetail, to claims.UserID) DisputeView {
	v := DisputeView{ID: d.ID, Version: d.Version, Question: d.Question, Positions: make([]PositionView, len(d.Positions)),
		Conflicts: viewAll(d.Details, func(c claims.ConflictDetail) ConflictView { return o.conflict(c, to) }),
		Coverage:  report.CoverageOf(d), CreatedAt: d.CreatedAt, UpdatedAt: d.UpdatedAt}
	for i, p := range d.Positions {
		v.Positions[i] = PositionView{Label: p.Label, Statements: []SideView{}}
		for _, ref := range p.Statements {
			if side, ok := d.Sides[ref.Statement]; ok {
				v.Positions[i].Statements = append(v.Positions[i].Statements, o.side(side))
			}
		}
	}
	for _, c := range d.Details {
		switch c.State {
		case claims.Judged:
			v.Counts.Judged++
		case claims.Differing:
			v.Counts.Differing++
		default:
			v.Counts.Possible++
		}
	}
	return v
}

type disputeOutput struct {
	ETag string `header:"ETag"`
	Body DisputeView
}

func (s *server) disputeRoutes() {
	get(s, "/disputes", "list-disputes", "Disputes: conflicts by question", func(ctx context.Context, in *Paged) (*pageOutput[DisputeView], error) {
		page, err := s.Archive.ListDisputes(ctx, in.query())
		if err != nil {
			return nil, err
		}
		at, me := offsets{}, userOf(ctx).ID
		return pageOf(page, func(d claims.DisputeDetail) DisputeView { return at.dispute(d, me) }), nil
	})
	get(s, "/disputes/{id}", "get-dispute", "One dispute", func(ctx context.Context, in *struct {
		ID claims.DisputeID `path:"id"`
	}) (*disputeOutput, error) {
		found, err := s.Archive.DisputeDetails(ctx, []claims.DisputeID{in.ID})
		if err != nil {
			return nil, err
		}
		return &disputeOutput{ETag: etag(found[0].Version), Body: offsets{}.dispute(found[0], userOf(ctx).ID)}, nil
	})
}
