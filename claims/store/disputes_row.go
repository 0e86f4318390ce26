package store

import (
	"github.com/counterclaim/counterclaim/claims"
)

type disputeRow struct {
	ID        claims.DisputeID `gorm:"column:id;primaryKey"`
	Version   int64
	Created   stamp `gorm:"column:created_at"`
	Updated   stamp `gorm:"column:updated_at"`
	Question  string
	Positions asJSON[[]positionShape]
}

func (disputeRow) TableName() string { return "disputes" }

// positionShape is how a position is written down.
type positionShape struct {
	Label      string       `json:"label"`
	Statements []claims.Ref `json:"statements"`
}

func positionShapesOf(positions []claims.Position) []positionShape {
	out := make([]positionShape, len(positions))
	for i, p := range positions {
		out[i] = positionShape(p)
	}
	return out
}

func (r disputeRow) dispute() claims.Dispute {
	d := claims.Dispute{ID: r.ID, Version: r.Version, Question: r.Question, CreatedAt: r.Created.time(), UpdatedAt: r.Updated.time()}
	for _, p := range r.Positions.V {
		d.Positions = append(d.Positions, claims.Position(p))
	}
	return d
}

// keptPositions leaves out statements, and positions that nobody holds then.
func keptPositions(positions []claims.Position, keep func(claims.Ref) bool) []claims.Position {
	var out []claims.Position
	for _, p := range positions {
		left := claims.Position{Label: p.Label}
		for _, ref := range p.Statements {
			if keep(ref) {
				left.Statements = append(left.Statements, ref)
			}
		}
		if len(left.Statements) > 0 {
			out = append(out, left)
		}
	}
	return out
}
