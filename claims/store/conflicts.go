package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

type conflictRow struct {
	ID         claims.ConflictID `gorm:"column:id;primaryKey"`
	Version    int64
	Created    stamp `gorm:"column:created_at"`
	Updated    stamp `gorm:"column:updated_at"`
	AArticle   claims.ArticleID
	AStatement claims.StatementID
	BArticle   claims.ArticleID
	BStatement claims.StatementID
	Low        claims.StatementID
	High       claims.StatementID
	Origin     claims.Origin
	Kind       claims.Label
	Score      float64
	Shallow    bool
	Reasons    asJSON[[]reasonShape]
	Note       string
	DisputeID  *string `gorm:"column:dispute_id"`
	Placed     bool
	RunID      *string `gorm:"column:run_id"`
	State      claims.ConflictState
	Judgement  claims.Label
	EngineNow  *asJSON[comparisonShape]
}

func (conflictRow) TableName() string { return "conflicts" }

// reasonShape and comparisonShape are how reasons are written down; spans are
// in bytes.
type reasonShape struct {
	Kind   claims.ReasonKind `json:"kind"`
	For    bool              `json:"for"`
	A      spans             `json:"a"`
	B      spans             `json:"b"`
	Values []string          `json:"values,omitempty"`
}

type comparisonShape struct {
	Relation      claims.Relation      `json:"relation"`
	Kind          claims.Label         `json:"kind"`
	Score         float64              `json:"score"`
	Probabilities claims.Probabilities `json:"probabilities"`
	Reasons       []reasonShape        `json:"reasons"`
}

func reasonShapesOf(reasons []claims.Reason) []reasonShape {
	out := make([]reasonShape, len(reasons))
	for i, r := range reasons {
		out[i] = reasonShape{r.Kind, r.For, spansOf(r.A), spansOf(r.B), r.Values}
	}
	return out
}

func reasonsOf(shapes []reasonShape) []claims.Reason {
	var out []claims.Reason
	for _, r := range shapes {
		out = append(out, claims.Reason{Kind: r.Kind, For: r.For, A: r.A.spans(), B: r.B.spans(), Values: r.Values})
	}
	return out
}

func comparisonShapeOf(c claims.Comparison) *asJSON[comparisonShape] {
	return &asJSON[comparisonShape]{comparisonShape{c.Relation, c.Kind, c.Score, c.Probabilities, reasonShapesOf(c.Reasons)}}
}

func conflictRowOf(c claims.Conflict) conflictRow {
	r := conflictRow{
		ID: c.ID, Version: 1, Created: stampOf(c.CreatedAt), Updated: stampOf(c.UpdatedAt),
		AArticle: c.A.Article, AStatement: c.A.Statement, BArticle: c.B.Article, BStatement: c.B.Statement,
		Low: min(c.A.Statement, c.B.Statement), High: max(c.A.Statement, c.B.Statement),
		Origin: c.Origin, Kind: c.Kind, Score: c.Score, Shallow: c.Shallow, Reasons: asJSON[[]reasonShape]{reasonShapesOf(c.Reasons)}, Note: c.Note,
		DisputeID: optional(c.Dispute), Placed: c.Placed, RunID: optional(c.Run), State: c.State, Judgement: c.Judgement,
	}
	if c.EngineNow != nil {
		r.EngineNow = comparisonShapeOf(*c.EngineNow)
	}
	return r
}

func (r conflictRow) conflict() claims.Conflict {
	c := claims.Conflict{
		ID: r.ID, Version: r.Version, A: claims.Ref{Article: r.AArticle, Statement: r.AStatement}, B: claims.Ref{Article: r.BArticle, Statement: r.BStatement},
		Origin: r.Origin, Kind: r.Kind, Score: r.Score, Shallow: r.Shallow, Reasons: reasonsOf(r.Reasons.V), Note: r.Note,
		Dispute: orEmpty[claims.DisputeID](r.DisputeID), Placed: r.Placed, Run: orEmpty[claims.RunID](r.RunID), State: r.State, Judgement: r.Judgement,
		CreatedAt: r.Created.time(), UpdatedAt: r.Updated.time(),
	}
	if r.EngineNow != nil {
		n := r.EngineNow.V
		c.EngineNow = &claims.Comparison{Relation: n.Relation, Kind: n.Kind, Score: n.Score, Probabilities: n.Probabilities, Reasons: reasonsOf(n.Reasons)}
	}
	return c
}

// touchedConflict is true of a conflict that people have done something with:
// joined it, judged it, annotated it or put it into a dispute. What a run finds
// never changes it.
const touchedConflict = `(conflicts.origin = 'person' or conflicts.placed
	or exists (select 1 from reviews where reviews.conflict_id = conflicts.id)
	or exists (select 1 from annotations where annotations.conflict_id = conflicts.id))`

// Conflict gives a conflict with all that is needed to judge it.
func (s *Store) Conflict(ctx context.Context, id claims.ConflictID) (claims.ConflictDetail, error) {
	var detail claims.ConflictDetail
	err := s.view(ctx, func(tx *gorm.DB) error {
		row, err := loadConflict(tx, id)
		if err != nil {
			return err
		}
		details, err := loadDetails(tx, []conflictRow{row})
		if err == nil {
			detail = details[0]
		}
		return err
	})
	return detail, err
}

func loadConflict(tx *gorm.DB, id claims.ConflictID) (conflictRow, error) {
	var row conflictRow
	err := tx.Where("id = ?", id).Take(&row).Error
	return row, orNoSuch(err, "conflict", string(id))
}

// loadDetails puts conflicts beside their statements, articles and reviews,
// with one question each for all of them.
func loadDetails(tx *gorm.DB, rows []conflictRow) ([]claims.ConflictDetail, error) {
	statements := make([]claims.StatementID, 0, 2*len(rows))
	ids := make([]claims.ConflictID, len(rows))
	for i, r := range rows {
		statements = append(statements, r.AStatement, r.BStatement)
		ids[i] = r.ID
	}
	sides, err := loadSides(tx, statements)
	if err != nil {
		return nil, err
	}
	reviews, err := loadReviews(tx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]claims.ConflictDetail, len(rows))
	for i, r := range rows {
		out[i] = claims.ConflictDetail{Conflict: r.conflict(), SideA: sides[r.AStatement], SideB: sides[r.BStatement], Reviews: reviews[r.ID]}
	}
	return out, nil
}
