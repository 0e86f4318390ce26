package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// TakeJob gives the oldest job that is due and leases it until now+lease:
// queued ones, and running ones whose lease has run out. Comparisons in depth
// come after everything else, however old they are. NotFound when there is no
// job. Two workers never get the same one. A job whose worker vanished at its
// last try is failed instead.
func (s *Store) TakeJob(ctx context.Context, now time.Time, lease time.Duration) (claims.Job, error) {
	none := claims.Errorf(claims.NotFound, "no-job-due", "no job is due")
	// Idle workers ask often: looking first spares them the lock of the writer.
	due, err := s.jobDue(ctx, now)
	if err != nil {
		return claims.Job{}, err
	}
	if !due {
		return claims.Job{}, none
	}
	var row jobRow
	err = s.leased(ctx, func(tx *gorm.DB) error {
		if err := failVanished(tx, now); err != nil {
			return err
		}
		return tx.Raw(s.takeStatement(), stampOf(now.Add(lease)), stampOf(now), stampOf(now), stampOf(now)).Scan(&row).Error
	})
	if err == nil && row.ID == "" { // another worker was faster, or all that was due was given up
		err = none
	}
	return row.job(), err
}

// leased is change without its lock: taking a job, its signs of life and its
// failure touch only the job's row and must not wait for a run being stored.
func (s *Store) leased(ctx context.Context, do func(tx *gorm.DB) error) error {
	ctx, cancel := context.WithTimeout(ctx, waitLimit)
	defer cancel()
	return plain(s.write.WithContext(ctx).Transaction(do))
}

const isDue = `((state = 'queued' and run_at <= ?) or (state = 'running' and lease_until <= ?))`

func (s *Store) jobDue(ctx context.Context, now time.Time) (bool, error) {
	var due bool
	err := s.view(ctx, func(tx *gorm.DB) error {
		return tx.Raw("select exists (select 1 from jobs where "+isDue+")", stampOf(now), stampOf(now)).Scan(&due).Error
	})
	return due, err
}

// takeStatement takes one job in one statement, so that no second worker can
// come between finding and taking it.
func (s *Store) takeStatement() string {
	skip := ""
	if s.kind == postgresDatabase {
		skip = " for update skip locked"
	}
	return `update jobs set state = 'running', attempt = attempt + 1, lease_until = ?, updated_at = ?, stage = '', done = 0, total = 0
		where id = (select id from jobs where ` + isDue + ` order by kind = 'deepen', run_at, id limit 1` + skip + `) returning *`
}

// failVanished gives up jobs whose worker vanished at the last try they had.
func failVanished(tx *gorm.DB, now time.Time) error {
	var rows []jobRow
	err := tx.Where("state = 'running' and lease_until <= ? and attempt >= attempt_limit", stampOf(now)).Find(&rows).Error
	if err != nil {
		return err
	}
	problem := claims.Problem{Code: "worker-vanished", Detail: "The program stopped in the middle of this job at every try, so it was given up."}
	for _, row := range rows {
		if err := endJob(tx, row, problem, now); err != nil {
			return err
		}
	}
	return nil
}

// endJob ends a job for good as failed, unless somebody else was faster.
func endJob(tx *gorm.DB, row jobRow, p claims.Problem, now time.Time) error {
	p.Code, p.Detail, p.Ref = storable(p.Code), storable(p.Detail), storable(p.Ref)
	ended := tx.Model(&jobRow{}).Where("id = ? and attempt = ? and state = 'running'", row.ID, row.Attempt).
		Updates(map[string]any{"state": claims.JobFailed, "problem": asJSON[claims.Problem]{p}, "updated_at": stampOf(now)})
	id, decides := row.decides()
	if ended.Error != nil || ended.RowsAffected == 0 || !decides {
		return ended.Error
	}
	return setArticleState(tx, id, claims.ArticleFailed, p.Detail)
}

// Progress stores stage, done and total of a job and renews its lease. It
// fails with Stale when the lease was lost to another worker.
func (s *Store) Progress(ctx context.Context, j claims.Job, now time.Time, lease time.Duration) error {
	return s.leased(ctx, func(tx *gorm.DB) error {
		renewed := tx.Model(&jobRow{}).Where("id = ? and attempt = ? and state = 'running'", j.ID, j.Attempt).Updates(map[string]any{
			"stage": storable(j.Stage), "done": j.Done, "total": j.Total, "lease_until": stampOf(now.Add(lease)), "updated_at": stampOf(now),
		})
		if renewed.Error == nil && renewed.RowsAffected == 0 {
			return leaseLost(j.ID)
		}
		return renewed.Error
	})
}

func leaseLost(id claims.JobID) error {
	return claims.Errorf(claims.Stale, "lease-lost", "the job %q is in other hands or has ended", id)
}

// held gives the row of a job that the caller still holds, kept from others
// until the transaction ends.
func held(tx *gorm.DB, j claims.Job) (jobRow, error) {
	row, err := loadJob(forUpdate(tx), j.ID)
	if err == nil && (row.Attempt != j.Attempt || row.State != claims.JobRunning) {
		err = leaseLost(j.ID)
	}
	return row, err
}

// EndJob ends a job as done that has nothing left to do.
func (s *Store) EndJob(ctx context.Context, j claims.Job, now time.Time) error {
	return s.leased(ctx, func(tx *gorm.DB) error {
		row, err := held(tx, j)
		if err != nil {
			return err
		}
		return doneJob(tx, row.ID, stampOf(now))
	})
}

func doneJob(tx *gorm.DB, id claims.JobID, now stamp) error {
	return tx.Model(&jobRow{}).Where("id = ?", id).
		Updates(map[string]any{"state": claims.JobDone, "problem": nil, "updated_at": now}).Error
}

// FailJob ends this try and keeps why. With retryAt the job is queued for that
// time; a zero retryAt ends it for good, and its article is failed, unless it
// was only to be compared in depth.
func (s *Store) FailJob(ctx context.Context, j claims.Job, p claims.Problem, now, retryAt time.Time) error {
	return s.leased(ctx, func(tx *gorm.DB) error {
		row, err := held(tx, j)
		if err != nil {
			return err
		}
		if retryAt.IsZero() {
			return endJob(tx, row, p, now)
		}
		p.Code, p.Detail, p.Ref = storable(p.Code), storable(p.Detail), storable(p.Ref)
		return tx.Model(&jobRow{}).Where("id = ?", j.ID).Updates(map[string]any{
			"state": claims.JobQueued, "problem": asJSON[claims.Problem]{p}, "run_at": stampOf(retryAt), "updated_at": stampOf(now),
		}).Error
	})
}

// SaveCollected stores the article that a link gave and ties it to the job. A
// job that has an article already keeps that one.
func (s *Store) SaveCollected(ctx context.Context, j claims.Job, a claims.Article, now time.Time) (claims.Article, error) {
	if err := checkArticle(&a); err != nil {
		return claims.Article{}, err
	}
	var id claims.ArticleID
	err := s.change(ctx, func(tx *gorm.DB) error {
		row, err := held(tx, j)
		if err != nil {
			return err
		}
		if id = orEmpty[claims.ArticleID](row.ArticleID); id != "" {
			return nil
		}
		if id, err = s.insertArticle(tx, claims.Act{Actor: row.By, At: now}, a); err != nil {
			return err
		}
		return tx.Model(&jobRow{}).Where("id = ?", j.ID).Updates(map[string]any{"article_id": string(id), "updated_at": stampOf(now)}).Error
	})
	if duplicated(err) {
		err = s.view(ctx, func(tx *gorm.DB) error { return refuseKnown(tx, a) })
	}
	if err != nil {
		return claims.Article{}, err
	}
	return s.Article(ctx, id)
}
