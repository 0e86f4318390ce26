package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// ListDisputes gives disputes, the one with the strongest conflict first. A
// dispute without conflicts, kept because of an annotation, is not listed.
func (s *Store) ListDisputes(ctx context.Context, q claims.Query) (claims.Page[claims.DisputeDetail], error) {
	const list = "disputes"
	var page claims.Page[claims.DisputeDetail]
	n, err := pageSize(q)
	if err != nil {
		return page, err
	}
	from, more, err := after[float64](list, q.Cursor)
	if err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		found := rankDisputes(tx)
		if more {
			found = found.Having("(max(score) < ? or (max(score) = ? and dispute_id > ?))", from.Key, from.Key, from.ID)
		}
		var ranked []rankedDispute
		if err := found.Limit(n + 1).Scan(&ranked).Error; err != nil {
			return err
		}
		ranked, page.Next = cut(ranked, n, list, func(r rankedDispute) (float64, string) { return r.Top, string(r.ID) })
		page.Items, err = loadDisputes(tx, ranked)
		return err
	})
	return page, err
}

type rankedDispute struct {
	ID  claims.DisputeID `gorm:"column:id"`
	Top float64
}

func rankDisputes(tx *gorm.DB) *gorm.DB {
	return tx.Table("conflicts").Select("dispute_id as id, max(score) as top").Where("dispute_id is not null").
		Group("dispute_id").Order("max(score) desc, dispute_id")
}

// DisputeDetails gives the named disputes in the order asked for, or all,
// strongest first, for none named.
func (s *Store) DisputeDetails(ctx context.Context, ids []claims.DisputeID) ([]claims.DisputeDetail, error) {
	var out []claims.DisputeDetail
	err := s.view(ctx, func(tx *gorm.DB) error {
		ranked := make([]rankedDispute, 0, len(ids))
		for _, id := range distinct(ids) {
			ranked = append(ranked, rankedDispute{ID: id})
		}
		if len(ids) == 0 {
			if err := rankDisputes(tx).Scan(&ranked).Error; err != nil {
				return err
			}
		}
		var err error
		out, err = loadDisputes(tx, ranked)
		return err
	})
	return out, err
}

// loadDisputes gives disputes with all that belongs to them, with a fixed
// number of questions for all of them together.
func loadDisputes(tx *gorm.DB, ranked []rankedDispute) ([]claims.DisputeDetail, error) {
	ids := make([]claims.DisputeID, len(ranked))
	for i, r := range ranked {
		ids[i] = r.ID
	}
	disputes, err := disputeRows(tx, ids)
	if err != nil {
		return nil, err
	}
	conflicts, err := conflictsOf(tx, ids)
	if err != nil {
		return nil, err
	}
	details, err := loadDetails(tx, conflicts)
	if err != nil {
		return nil, err
	}
	members := map[claims.DisputeID][]claims.ConflictDetail{}
	for _, d := range details {
		members[d.Dispute] = append(members[d.Dispute], d)
	}
	sides, err := positionSides(tx, disputes)
	if err != nil {
		return nil, err
	}
	out := make([]claims.DisputeDetail, 0, len(ids))
	for _, id := range ids {
		row, ok := disputes[id]
		if !ok {
			return nil, noSuch("dispute", string(id))
		}
		out = append(out, disputeDetail(row.dispute(), members[id], sides))
	}
	return out, nil
}

func disputeDetail(d claims.Dispute, details []claims.ConflictDetail, sides map[claims.StatementID]claims.Side) claims.DisputeDetail {
	for _, c := range details {
		d.Conflicts = append(d.Conflicts, c.ID)
	}
	out := claims.DisputeDetail{Dispute: d, Details: details, Sides: map[claims.StatementID]claims.Side{}}
	out.Positions = keptPositions(d.Positions, func(ref claims.Ref) bool {
		side, ok := sides[ref.Statement]
		if ok {
			out.Sides[ref.Statement] = side
		}
		return ok
	})
	return out
}

func disputeRows(tx *gorm.DB, ids []claims.DisputeID) (map[claims.DisputeID]disputeRow, error) {
	out := make(map[claims.DisputeID]disputeRow, len(ids))
	err := batches(ids, batch, func(some []claims.DisputeID) error {
		var rows []disputeRow
		err := tx.Where("id in ?", stringsOf(some)).Find(&rows).Error
		for _, r := range rows {
			out[r.ID] = r
		}
		return err
	})
	return out, err
}

// conflictsOf gives the conflicts of disputes, strongest first in each.
func conflictsOf(tx *gorm.DB, ids []claims.DisputeID) ([]conflictRow, error) {
	var out []conflictRow
	err := batches(ids, batch, func(some []claims.DisputeID) error {
		var rows []conflictRow
		err := tx.Where("dispute_id in ?", stringsOf(some)).Order("score desc, id").Find(&rows).Error
		out = append(out, rows...)
		return err
	})
	return out, err
}

func positionSides(tx *gorm.DB, disputes map[claims.DisputeID]disputeRow) (map[claims.StatementID]claims.Side, error) {
	var ids []claims.StatementID
	for _, d := range disputes {
		for _, p := range d.Positions.V {
			for _, ref := range p.Statements {
				ids = append(ids, ref.Statement)
			}
		}
	}
	return loadSides(tx, ids)
}
