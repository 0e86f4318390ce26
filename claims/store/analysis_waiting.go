package store

import (
	"github.com/counterclaim/counterclaim/claims"
)

// waiting notes how many pairs of the article wait for a comparison in depth,
// and queues the job for them unless one is queued. A comparison in depth that
// leaves pairs queues no other one: what it could not do now it could not do
// again and again.
func (a saving) waiting(job jobRow, pairs int) error {
	if err := a.tx.Exec("delete from waiting where article_id = ?", a.article.ID).Error; err != nil || pairs == 0 {
		return err
	}
	if err := a.tx.Exec("insert into waiting (article_id, pairs) values (?, ?)", a.article.ID, pairs).Error; err != nil {
		return err
	}
	if job.Kind == claims.DeepenJob {
		return nil
	}
	var queued int64
	err := a.tx.Model(&jobRow{}).Where("article_id = ? and kind = ? and state = ?", a.article.ID, claims.DeepenJob, claims.JobQueued).
		Count(&queued).Error
	if err != nil || queued > 0 {
		return err
	}
	row := jobRow{ID: claims.JobID(a.newID()), Kind: claims.DeepenJob, ArticleID: optional(a.article.ID), By: job.By}
	return queueJob(a.tx, row, a.now)
}
