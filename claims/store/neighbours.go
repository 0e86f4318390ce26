package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// Neighbours gives all conflicts of the disputes that hold any of these
// statements, strongest first, apart from conflicts with a side in the given
// article that nobody has touched: those are about to be replaced.
func (s *Store) Neighbours(ctx context.Context, article claims.ArticleID, statements []claims.StatementID) ([]claims.Conflict, error) {
	var out []claims.Conflict
	err := s.view(ctx, func(tx *gorm.DB) error {
		disputes, err := disputesHolding(tx, statements)
		if err != nil {
			return err
		}
		return batches(disputes, batch, func(some []string) error {
			var rows []conflictRow
			err := tx.Where("dispute_id in ?", some).
				Where("((a_article <> ? and b_article <> ?) or "+touchedConflict+")", article, article).
				Order("score desc, id").Find(&rows).Error
			for _, r := range rows {
				out = append(out, r.conflict())
			}
			return err
		})
	})
	return out, err
}

// Paired gives the statements that conflicts of the article set against each
// other, as the last run left them.
func (s *Store) Paired(ctx context.Context, article claims.ArticleID) ([]claims.Pair, error) {
	var out []claims.Pair
	err := s.view(ctx, func(tx *gorm.DB) error {
		return tx.Raw("select a_statement as a, b_statement as b from conflicts where a_article = ? or b_article = ? order by id", article, article).Scan(&out).Error
	})
	return out, err
}

func disputesHolding(tx *gorm.DB, statements []claims.StatementID) ([]string, error) {
	var out []string
	err := batches(distinct(statements), batch, func(some []claims.StatementID) error {
		ids := stringsOf(some)
		var found []string
		err := tx.Raw(`select dispute_id from conflicts where dispute_id is not null and a_statement in ?
			union select dispute_id from conflicts where dispute_id is not null and b_statement in ?`, ids, ids).Scan(&found).Error
		out = append(out, found...)
		return err
	})
	return distinct(out), err
}
