package api

import (
	"context"
	"net/http"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/review"
)

// ConflictView is a possible conflict, or one that people judged, with all
// that is needed to judge it.
type ConflictView struct {
	ID        claims.ConflictID    `json:"id"`
	Version   int64                `json:"version"`
	Origin    claims.Origin        `json:"origin" doc:"who put the two together"`
	Kind      claims.Label         `json:"kind" doc:"what the engine says"`
	Score     float64              `json:"score" doc:"the probability of conflict, as the engine sees it"`
	Strength  claims.Strength      `json:"strength" doc:"the score in a word"`
	Shallow   bool                 `json:"not_in_depth,omitempty" doc:"compared by its words alone so far: the comparison in depth is still to come"`
	Reasons   []claims.ReasonView  `json:"reasons" doc:"a and b are offsets into the articles of the two sides"`
	Note      string               `json:"note,omitempty" doc:"of the person who joined the two"`
	Dispute   claims.DisputeID     `json:"dispute,omitempty"`
	Placed    bool                 `json:"placed,omitempty" doc:"a person put it into its dispute: no run takes it out"`
	Reversal  bool                 `json:"same_speaker,omitempty" doc:"one speaker stands on both sides"`
	State     claims.ConflictState `json:"state"`
	Judgement claims.Label         `json:"judgement,omitempty" doc:"settled by people; absent while open or differing, and while you have not reviewed it yourself"`
	EngineNow *EngineNowView       `json:"engine_now,omitempty" doc:"what a later run says, where that differs"`
	A         SideView             `json:"a"`
	B         SideView             `json:"b"`
	Reviews   ReviewsView          `json:"reviews"`
	Run       claims.RunID         `json:"run,omitempty"`
	CreatedAt time.Time            `json:"created_at"`
	UpdatedAt time.Time            `json:"updated_at"`
}

// EngineNowView is what a later run of the engine says.
type EngineNowView struct {
	Relation claims.Relation `json:"relation"`
	Kind     claims.Label    `json:"kind"`
	Score    float64         `json:"score"`
	Strength claims.Strength `json:"strength"`
}

// ConflictPageView is one page of conflicts.
type ConflictPageView struct {
	Items []ConflictView `json:"items"`
	Next  string         `json:"next,omitempty" doc:"cursor of the next page; absent on the last"`
	Total int            `json:"total" doc:"how many there are on all pages"`
}

// conflict shows a conflict to a user.
func (o offsets) conflict(c claims.ConflictDetail, to claims.UserID) ConflictView {
	v := ConflictView{
		ID: c.ID, Version: c.Version, Origin: c.Origin, Kind: c.Kind, Score: c.Score, Strength: claims.StrengthOf(c.Score), Shallow: c.NotInDepth(),
		Reasons: claims.ViewReasons(o.of(c.SideA.Article), o.of(c.SideB.Article), c.Reasons),
		Note:    c.Note, Dispute: c.Dispute, Placed: c.Placed, Reversal: c.Reversal(), State: c.State,
		A: o.side(c.SideA), B: o.side(c.SideB), Reviews: viewReviews(c.Reviews, to),
		Run: c.Run, CreatedAt: c.CreatedAt, UpdatedAt: c.UpdatedAt,
	}
	if !review.Visible(c.Reviews, to).Blind {
		v.Judgement = c.Judgement
	}
	if now := c.EngineNow; now != nil {
		v.EngineNow = &EngineNowView{Relation: now.Relation, Kind: now.Kind, Score: now.Score, Strength: claims.StrengthOf(now.Score)}
	}
	return v
}

// ConflictPath names a conflict in the address.
type ConflictPath struct {
	ID claims.ConflictID `path:"id"`
}

type conflictOutput struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     ConflictView
}

type conflictFilter struct {
	Paged
	State    claims.ConflictState `query:"state"`
	Kind     claims.Label         `query:"kind" doc:"what the engine says"`
	Strength claims.Strength      `query:"strength"`
	Article  claims.ArticleID     `query:"article" doc:"one side is in this article"`
	Dispute  claims.DisputeID     `query:"dispute"`
	Speaker  string               `query:"speaker" maxLength:"500" doc:"part of a speaker's name, any case"`
	Text     string               `query:"q" maxLength:"500" doc:"part of either statement's words, any case"`
	Origin   claims.Origin        `query:"origin"`
	Mine     string               `query:"mine" enum:"todo,done" doc:"those you have not reviewed yet, or those you have"`
}

func (f conflictFilter) query(me claims.UserID) claims.ConflictQuery {
	q := claims.ConflictQuery{Query: f.Paged.query(), State: f.State, Kind: f.Kind, Strength: f.Strength, Article: f.Article,
		Dispute: f.Dispute, Speaker: f.Speaker, Text: f.Text, Origin: f.Origin}
	switch f.Mine {
	case "todo":
		q.NotBy = me
	case "done":
		q.By = me
	}
	return q
}

func (s *server) conflictRoutes() {
	get(s, "/conflicts", "list-conflicts", "Possible conflicts and conflicts, strongest first", s.listConflicts)
	get(s, "/conflicts/{id}", "get-conflict", "One possible conflict", func(ctx context.Context, in *ConflictPath) (*conflictOutput, error) {
		c, err := s.Archive.Conflict(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &conflictOutput{ETag: etag(c.Version), Body: offsets{}.conflict(c, userOf(ctx).ID)}, nil
	})
	post(s, "/conflicts", "join-statements", "Join two statements by hand", http.StatusCreated, s.join)
}

type conflictPageOutput struct{ Body ConflictPageView }

func (s *server) listConflicts(ctx context.Context, in *conflictFilter) (*conflictPageOutput, error) {
	me := userOf(ctx).ID
	q := in.query(me)
	page, err := s.Archive.ListConflicts(ctx, q)
	if err != nil {
		return nil, err
	}
	total, err := s.Archive.CountConflicts(ctx, q)
	if err != nil {
		return nil, err
	}
	at := offsets{}
	items := viewAll(page.Items, func(c claims.ConflictDetail) ConflictView { return at.conflict(c, me) })
	return &conflictPageOutput{ConflictPageView{Items: items, Next: page.Next, Total: total}}, nil
}

func refOf(side claims.Side) claims.Ref {
	return claims.Ref{Article: side.Article.ID, Statement: side.Statement.ID}
}

// JoinInput names two statements that somebody wants to see side by side.
type JoinInput struct {
	PairInput
	Note string `json:"note,omitempty" maxLength:"20000" doc:"why"`
}

func (s *server) join(ctx context.Context, in *struct {
	Keyed
	Body JoinInput
}) (*conflictOutput, error) {
	if err := claims.CheckText("note", in.Body.Note, claims.MaxNote); err != nil {
		return nil, err
	}
	a, b, said, err := s.compare(ctx, in.Body.PairInput)
	if err != nil {
		return nil, err
	}
	asked, err := s.Asker.Ask(ctx, []claims.Conflict{{A: refOf(a), B: refOf(b), Kind: said.Kind, Score: said.Score, Reasons: said.Reasons}})
	if err != nil {
		return nil, err
	}
	c, err := s.Archive.JoinByHand(ctx, s.repeatable(ctx, in.Keyed), in.Body.A, in.Body.B, said, in.Body.Note, asked.Question)
	if err != nil {
		return nil, err
	}
	return &conflictOutput{ETag: etag(c.Version), Location: "/api/v1/conflicts/" + string(c.ID),
		Body: offsets{}.conflict(c, userOf(ctx).ID)}, nil
}
