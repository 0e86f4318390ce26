package api

import (
	"context"
	"net/http"
	"slices"
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
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     DisputeView
}

// DisputePath names a dispute in the address.
type DisputePath struct {
	ID claims.DisputeID `path:"id"`
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
	get(s, "/disputes/{id}", "get-dispute", "One dispute", func(ctx context.Context, in *DisputePath) (*disputeOutput, error) {
		found, err := s.Archive.DisputeDetails(ctx, []claims.DisputeID{in.ID})
		if err != nil {
			return nil, err
		}
		return viewDispute(ctx, found[0]), nil
	})
	post(s, "/disputes/{id}/merge", "merge-disputes", "Move all conflicts of another dispute into this one", http.StatusOK, s.mergeDisputes)
	post(s, "/disputes/{id}/split", "split-dispute", "Move some conflicts of a dispute into one of their own", http.StatusCreated, s.splitDispute)
}

func viewDispute(ctx context.Context, d claims.DisputeDetail) *disputeOutput {
	return &disputeOutput{ETag: etag(d.Version), Body: offsets{}.dispute(d, userOf(ctx).ID)}
}

// MergeInput names the dispute whose conflicts are moved. It is gone then.
type MergeInput struct {
	From   claims.DisputeID `json:"from"`
	Reason string           `json:"reason,omitempty" maxLength:"2000" doc:"why, for the history"`
}

func (s *server) mergeDisputes(ctx context.Context, in *struct {
	DisputePath
	Keyed
	Body MergeInput
}) (*disputeOutput, error) {
	both, err := s.Archive.DisputeDetails(ctx, []claims.DisputeID{in.ID, in.Body.From})
	if err != nil && (in.Key == "" || claims.KindOf(err) != claims.NotFound) { // a repeated request finds the one gone
		return nil, err
	}
	var all []claims.Conflict
	for _, d := range both {
		all = append(all, conflictsOf(d.Details)...)
	}
	asked, err := s.Asker.Ask(ctx, all)
	if err != nil {
		return nil, err
	}
	act := s.repeatable(ctx, in.Keyed)
	act.Reason = in.Body.Reason
	d, err := s.Archive.MergeDisputes(ctx, act, in.ID, in.Body.From, asked)
	if err != nil {
		return nil, err
	}
	return viewDispute(ctx, d), nil
}

// SplitInput names the conflicts that become a dispute of their own.
type SplitInput struct {
	Conflicts []claims.ConflictID `json:"conflicts" minItems:"1" maxItems:"500"`
	Reason    string              `json:"reason,omitempty" maxLength:"2000" doc:"why, for the history"`
}

func (s *server) splitDispute(ctx context.Context, in *struct {
	DisputePath
	Keyed
	Body SplitInput
}) (*disputeOutput, error) {
	found, err := s.Archive.DisputeDetails(ctx, []claims.DisputeID{in.ID})
	if err != nil {
		return nil, err
	}
	var stay, leave []claims.Conflict
	for _, c := range conflictsOf(found[0].Details) {
		if slices.Contains(in.Body.Conflicts, c.ID) {
			leave = append(leave, c)
		} else {
			stay = append(stay, c)
		}
	}
	left, err := s.Asker.Ask(ctx, stay)
	if err != nil {
		return nil, err
	}
	parted, err := s.Asker.Ask(ctx, leave)
	if err != nil {
		return nil, err
	}
	act := s.repeatable(ctx, in.Keyed)
	act.Reason = in.Body.Reason
	d, err := s.Archive.SplitDispute(ctx, act, in.ID, in.Body.Conflicts, left, parted)
	if err != nil {
		return nil, err
	}
	out := viewDispute(ctx, d)
	out.Location = "/api/v1/disputes/" + string(d.ID)
	return out, nil
}

func conflictsOf(details []claims.ConflictDetail) []claims.Conflict {
	out := make([]claims.Conflict, len(details))
	for i, c := range details {
		out[i] = c.Conflict
	}
	return out
}
