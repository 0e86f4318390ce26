package store

import (
	"fmt"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// copyRow says that two statements are one passage that two articles carry.
type copyRow struct {
	Low  claims.StatementID `gorm:"primaryKey"`
	High claims.StatementID `gorm:"primaryKey"`
}

func (copyRow) TableName() string { return "copies" }

// copies replaces what is known of passages of the article that stand in others
// too. Statements that have gone meanwhile are passed over.
func (a saving) copies(found []claims.Pair) error {
	const own = "(select id from statements where article_id = ?)"
	err := a.tx.Where("low in "+own+" or high in "+own, a.article.ID, a.article.ID).Delete(&copyRow{}).Error
	if err != nil {
		return err
	}
	var ids []claims.StatementID
	for _, p := range found {
		ids = append(ids, p.A, p.B)
	}
	there, err := existing(a.tx, ids)
	if err != nil {
		return err
	}
	var rows []copyRow
	for _, p := range found {
		if p = pairOf(p.A, p.B); p.A != p.B && there[p.A] && there[p.B] {
			rows = append(rows, copyRow{p.A, p.B})
		}
	}
	return batches(distinct(rows), batch, func(some []copyRow) error { return a.tx.Create(&some).Error })
}

func existing(tx *gorm.DB, ids []claims.StatementID) (map[claims.StatementID]bool, error) {
	there := map[claims.StatementID]bool{}
	err := batches(distinct(ids), batch, func(some []claims.StatementID) error {
		var found []claims.StatementID
		err := tx.Model(&statementRow{}).Where("id in ?", stringsOf(some)).Pluck("id", &found).Error
		for _, id := range found {
			there[id] = true
		}
		return err
	})
	return there, err
}

// appearances gives for statements where else their words stand, by date.
func appearances(tx *gorm.DB, ids []claims.StatementID) (map[claims.StatementID][]claims.Appearance, error) {
	out := map[claims.StatementID][]claims.Appearance{}
	type row struct {
		Other                       claims.StatementID
		Statement                   claims.StatementID
		Article                     claims.ArticleID
		Publisher, Title, Date, URL string
	}
	const query = `select copies.%s as other, statements.id as statement, articles.id as article,
			articles.publisher as publisher, articles.title as title, articles.date as date, articles.url as url
		from copies join statements on statements.id = copies.%s join articles on articles.id = statements.article_id
		where copies.%s in ? and not statements.retired order by articles.date, statements.id`
	for _, columns := range [][2]string{{"low", "high"}, {"high", "low"}} {
		err := batches(ids, batch, func(some []claims.StatementID) error {
			var rows []row
			err := tx.Raw(fmt.Sprintf(query, columns[0], columns[1], columns[0]), stringsOf(some)).Scan(&rows).Error
			for _, r := range rows {
				out[r.Other] = append(out[r.Other], claims.Appearance{Ref: claims.Ref{Article: r.Article, Statement: r.Statement},
					Publisher: r.Publisher, Title: r.Title, Date: r.Date, URL: r.URL})
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
