package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// ListConflicts gives possible conflicts, strongest first, then by id.
func (s *Store) ListConflicts(ctx context.Context, q claims.ConflictQuery) (claims.Page[claims.ConflictDetail], error) {
	const list = "conflicts"
	var page claims.Page[claims.ConflictDetail]
	n, err := pageSize(q.Query)
	if err != nil {
		return page, err
	}
	from, more, err := after[float64](list, q.Cursor)
	if err != nil {
		return page, err
	}
	if err := checkParts(q.Speaker, q.Text); err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		found := narrowConflicts(tx, q)
		if more {
			found = found.Where("(score < ? or (score = ? and id > ?))", from.Key, from.Key, from.ID)
		}
		var rows []conflictRow
		if err := found.Order("score desc, id").Limit(n + 1).Find(&rows).Error; err != nil {
			return err
		}
		rows, page.Next = cut(rows, n, list, func(r conflictRow) (float64, string) { return r.Score, string(r.ID) })
		page.Items, err = loadDetails(tx, rows)
		return err
	})
	return page, err
}

// CountConflicts says how many conflicts all pages of the list hold together.
func (s *Store) CountConflicts(ctx context.Context, q claims.ConflictQuery) (int, error) {
	if err := checkParts(q.Speaker, q.Text); err != nil {
		return 0, err
	}
	var n int64
	err := s.view(ctx, func(tx *gorm.DB) error {
		return narrowConflicts(tx.Model(&conflictRow{}), q).Count(&n).Error
	})
	return int(n), err
}

func narrowConflicts(tx *gorm.DB, q claims.ConflictQuery) *gorm.DB {
	for _, equal := range []struct{ column, value string }{
		{"state", string(q.State)}, {"kind", string(q.Kind)}, {"origin", string(q.Origin)}, {"dispute_id", string(q.Dispute)},
	} {
		if equal.value != "" {
			tx = tx.Where("conflicts."+equal.column+" = ?", equal.value)
		}
	}
	if q.Article != "" {
		tx = tx.Where("(a_article = ? or b_article = ?)", q.Article, q.Article)
	}
	if q.By != "" {
		tx = tx.Where("exists (select 1 from reviews where reviews.conflict_id = conflicts.id and reviewer_id = ?)", q.By)
	}
	if q.NotBy != "" {
		tx = tx.Where("not exists (select 1 from reviews where reviews.conflict_id = conflicts.id and reviewer_id = ?)", q.NotBy)
	}
	if q.Speaker != "" {
		tx = tx.Where(sideLike("speaker_search"), containing(q.Speaker))
	}
	if q.Text != "" {
		tx = tx.Where(sideLike("text_search"), containing(q.Text))
	}
	return narrowStrength(tx, q.Strength)
}

func sideLike(column string) string {
	return `exists (select 1 from statements where statements.id in (conflicts.a_statement, conflicts.b_statement) and statements.` +
		column + ` like ? escape '\')`
}

// narrowStrength keeps to the bounds of [claims.StrengthOf]. A strength that
// is none finds nothing.
func narrowStrength(tx *gorm.DB, strength claims.Strength) *gorm.DB {
	switch strength {
	case "":
		return tx
	case claims.Weak:
		return tx.Where("score < ?", claims.FairFrom)
	case claims.Fair:
		return tx.Where("score >= ? and score < ?", claims.FairFrom, claims.StrongFrom)
	case claims.Strong:
		return tx.Where("score >= ?", claims.StrongFrom)
	}
	return tx.Where("1 = 0")
}
