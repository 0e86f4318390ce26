package store

import (
	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// withArticles puts each statement beside its article; articles are read once
// each.
func withArticles(tx *gorm.DB, rows []statementRow) ([]claims.Side, error) {
	ids := make([]claims.ArticleID, len(rows))
	for i, r := range rows {
		ids[i] = r.ArticleID
	}
	articles, err := loadArticles(tx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]claims.Side, len(rows))
	for i, r := range rows {
		out[i] = claims.Side{Statement: r.statement(), Article: articles[r.ArticleID]}
	}
	return out, nil
}

// loadSides gives the sides of those statements that there are, and where else
// their words stand.
func loadSides(tx *gorm.DB, ids []claims.StatementID) (map[claims.StatementID]claims.Side, error) {
	var rows []statementRow
	err := batches(distinct(ids), batch, func(some []claims.StatementID) error {
		var found []statementRow
		err := tx.Where("id in ?", stringsOf(some)).Find(&found).Error
		rows = append(rows, found...)
		return err
	})
	if err != nil {
		return nil, err
	}
	list, err := withArticles(tx, rows)
	if err != nil {
		return nil, err
	}
	also, err := appearances(tx, distinct(ids))
	out := make(map[claims.StatementID]claims.Side, len(list))
	for _, side := range list {
		side.Also = also[side.Statement.ID]
		out[side.Statement.ID] = side
	}
	return out, err
}

// loadArticles gives articles with their texts, each read once.
func loadArticles(tx *gorm.DB, ids []claims.ArticleID) (map[claims.ArticleID]claims.Article, error) {
	out := make(map[claims.ArticleID]claims.Article)
	err := batches(distinct(ids), batch, func(some []claims.ArticleID) error {
		var rows []articleRow
		err := selectArticles(tx, articleColumns+", articles.text").Where("articles.id in ?", stringsOf(some)).Find(&rows).Error
		for _, r := range rows {
			out[r.ID] = r.article()
		}
		return err
	})
	return out, err
}

// distinct leaves out repeats and keeps the order.
func distinct[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	out := make([]T, 0, len(list))
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
