package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// UpdateArticle changes what is known about an article. A changed date also
// queues a new analysis, as the times spoken about hang on it.
func (s *Store) UpdateArticle(ctx context.Context, act claims.Act, id claims.ArticleID, version int64, p claims.ArticlePatch) (claims.Article, error) {
	_, err := s.act(ctx, act, "article-update", func(tx *gorm.DB) (string, error) {
		var before articleRow
		if err := forUpdate(tx).Omit("text", "size", "waiting").Where("id = ?", id).Take(&before).Error; err != nil {
			return "", orNoSuch(err, "article", string(id))
		}
		if err := checkVersion("article", string(id), before.Version, version); err != nil {
			return "", err
		}
		now, err := patched(before, p)
		if err != nil {
			return "", err
		}
		err = tx.Model(&articleRow{}).Where("id = ?", id).Updates(map[string]any{
			"title": now.Title, "author": now.Author, "publisher": now.Publisher, "url": now.URL, "date": now.Date, "version": version + 1,
		}).Error
		if err != nil {
			return "", err
		}
		if now.Date != before.Date {
			if err := s.analyseAgain(tx, act, id); err != nil {
				return "", err
			}
		}
		return string(id), record(tx, act, "article.update", "article", string(id), before.record(), now.record())
	})
	if err != nil {
		return claims.Article{}, err
	}
	return s.Article(ctx, id)
}

func patched(row articleRow, p claims.ArticlePatch) (articleRow, error) {
	for _, field := range []struct {
		to   *string
		from *string
	}{{&row.Title, p.Title}, {&row.Author, p.Author}, {&row.Publisher, p.Publisher}, {&row.URL, p.URL}, {&row.Date, p.Date}} {
		if field.from != nil {
			*field.to = *field.from
		}
	}
	head := claims.ArticleHead{Title: row.Title, Author: row.Author, Publisher: row.Publisher, URL: row.URL, Date: row.Date}
	return row, head.Check()
}

// analyseAgain queues an analysis, unless one is waiting already. A comparison
// in depth that waits is none: it comes last and may be far off.
func (s *Store) analyseAgain(tx *gorm.DB, act claims.Act, id claims.ArticleID) error {
	var waiting int64
	err := tx.Model(&jobRow{}).Where("article_id = ? and state = ? and kind <> ?", id, claims.JobQueued, claims.DeepenJob).Count(&waiting).Error
	if err != nil || waiting > 0 {
		return err
	}
	return s.insertJob(tx, jobRow{Kind: claims.AnalyseJob, ArticleID: optional(id), By: act.Actor}, act.At)
}
