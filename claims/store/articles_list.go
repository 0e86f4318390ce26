package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// ListArticles gives articles, newest first, with the numbers of their
// statements and conflicts.
func (s *Store) ListArticles(ctx context.Context, q claims.Query) (claims.Page[claims.ArticleSummary], error) {
	const list = "articles"
	var page claims.Page[claims.ArticleSummary]
	n, err := pageSize(q)
	if err != nil {
		return page, err
	}
	from, more, err := after[int64](list, q.Cursor)
	if err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		found := selectArticles(tx, articleColumns)
		if more {
			found = found.Where("(articles.created_at, articles.id) < (?, ?)", from.Key, from.ID)
		}
		var rows []articleRow
		if err := found.Order("articles.created_at desc, articles.id desc").Limit(n + 1).Find(&rows).Error; err != nil {
			return err
		}
		rows, page.Next = cut(rows, n, list, func(r articleRow) (int64, string) { return int64(r.Created), string(r.ID) })
		page.Items, err = summaries(tx, rows)
		return err
	})
	return page, err
}

// summaries counts, for all articles of a page at once.
func summaries(tx *gorm.DB, rows []articleRow) ([]claims.ArticleSummary, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = string(r.ID)
	}
	statements, err := countBy(tx, `select article_id as id, count(*) as n from statements
		where article_id in ? and not retired group by article_id`, ids)
	if err != nil {
		return nil, err
	}
	conflicts, err := countBy(tx, `select id, count(*) as n from (
			select a_article as id from conflicts where a_article in ?
			union all
			select b_article as id from conflicts where b_article in ? and b_article <> a_article
		) as sides group by id`, ids, ids)
	if err != nil {
		return nil, err
	}
	out := make([]claims.ArticleSummary, len(rows))
	for i, r := range rows {
		out[i] = claims.ArticleSummary{Article: r.article(), Statements: statements[string(r.ID)], Conflicts: conflicts[string(r.ID)]}
	}
	return out, nil
}

func countBy(tx *gorm.DB, query string, args ...any) (map[string]int, error) {
	var counts []struct {
		ID string `gorm:"column:id"`
		N  int
	}
	err := tx.Raw(query, args...).Scan(&counts).Error
	out := make(map[string]int, len(counts))
	for _, c := range counts {
		out[c.ID] = c.N
	}
	return out, err
}

// Coverage sums up what was compared over all articles.
func (s *Store) Coverage(ctx context.Context) (claims.Coverage, error) {
	var sum claims.Coverage
	err := s.view(ctx, func(tx *gorm.DB) error {
		return tx.Raw(`select coalesce(sum(statements), 0) as statements, coalesce(sum(compared), 0) as compared,
			coalesce(sum(not_compared), 0) as not_compared,
			(select coalesce(sum(pairs), 0) from waiting) as waiting from articles`).Scan(&sum).Error
	})
	return sum, err
}
