package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// jobTries is how many tries a job has before it is given up because each
// worker that took it vanished.
const jobTries = 5

type jobRow struct {
	ID           claims.JobID `gorm:"column:id;primaryKey"`
	Kind         claims.JobKind
	State        claims.JobState
	ArticleID    *string `gorm:"column:article_id"`
	Link         string
	Head         asJSON[claims.ArticleHead]
	By           claims.UserID `gorm:"column:by_user"`
	Attempt      int
	AttemptLimit int
	Stage        string
	Done         int
	Total        int
	Problem      *asJSON[claims.Problem]
	RunAt        stamp
	LeaseUntil   stamp
	Created      stamp `gorm:"column:created_at"`
	Updated      stamp `gorm:"column:updated_at"`
}

func (jobRow) TableName() string { return "jobs" }

func (r jobRow) job() claims.Job {
	j := claims.Job{
		ID: r.ID, Kind: r.Kind, State: r.State, Article: orEmpty[claims.ArticleID](r.ArticleID), Link: r.Link, Head: r.Head.V, By: r.By,
		Attempt: r.Attempt, Stage: r.Stage, Done: r.Done, Total: r.Total,
		RunAt: r.RunAt.time(), CreatedAt: r.Created.time(), UpdatedAt: r.Updated.time(),
	}
	if r.Problem != nil {
		j.Problem = &r.Problem.V
	}
	return j
}

// decides names the article whose state hangs on the job. An article that is
// to be compared in depth has been read and compared: it is ready, and stays so
// whatever becomes of the job.
func (r jobRow) decides() (claims.ArticleID, bool) {
	if r.ArticleID == nil || r.Kind == claims.DeepenJob {
		return "", false
	}
	return claims.ArticleID(*r.ArticleID), true
}

// insertJob queues a job that is due at once.
func (s *Store) insertJob(tx *gorm.DB, row jobRow, at time.Time) error {
	if row.ID == "" {
		row.ID = claims.JobID(s.newID())
	}
	return queueJob(tx, row, stampOf(at))
}

func queueJob(tx *gorm.DB, row jobRow, now stamp) error {
	row.State, row.AttemptLimit = claims.JobQueued, jobTries
	row.RunAt, row.Created, row.Updated = now, now, now
	return tx.Create(&row).Error
}

// jobRecord is a job as history shows one.
type jobRecord struct {
	Kind    claims.JobKind   `json:"kind"`
	Article claims.ArticleID `json:"article,omitempty"`
	Link    string           `json:"link,omitempty"`
}

// AddLink stores a job that will fetch the address and analyse what it finds.
func (s *Store) AddLink(ctx context.Context, act claims.Act, address string, head claims.ArticleHead) (claims.Job, error) {
	if err := claims.CheckURL("the link", address); err != nil {
		return claims.Job{}, err
	}
	if err := head.Check(); err != nil {
		return claims.Job{}, err
	}
	id, err := s.act(ctx, act, "link", func(tx *gorm.DB) (string, error) {
		row := jobRow{ID: claims.JobID(s.newID()), Kind: claims.CollectJob, Link: address, Head: asJSON[claims.ArticleHead]{head}, By: act.Actor}
		if err := s.insertJob(tx, row, act.At); err != nil {
			return "", err
		}
		return string(row.ID), record(tx, act, "job.create", "job", string(row.ID), nil, jobRecord{Kind: row.Kind, Link: address})
	})
	if err != nil {
		return claims.Job{}, err
	}
	return s.Job(ctx, claims.JobID(id))
}

// Job gives a job.
func (s *Store) Job(ctx context.Context, id claims.JobID) (claims.Job, error) {
	var job claims.Job
	err := s.view(ctx, func(tx *gorm.DB) error {
		row, err := loadJob(tx, id)
		job = row.job()
		return err
	})
	return job, err
}

func loadJob(tx *gorm.DB, id claims.JobID) (jobRow, error) {
	var row jobRow
	err := tx.Where("id = ?", id).Take(&row).Error
	return row, orNoSuch(err, "job", string(id))
}

// ListJobs gives jobs, newest first.
func (s *Store) ListJobs(ctx context.Context, q claims.Query) (claims.Page[claims.Job], error) {
	const list = "jobs"
	var page claims.Page[claims.Job]
	n, err := pageSize(q)
	if err != nil {
		return page, err
	}
	from, more, err := after[int64](list, q.Cursor)
	if err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		if more {
			tx = tx.Where("(created_at, id) < (?, ?)", from.Key, from.ID)
		}
		var rows []jobRow
		if err := tx.Order("created_at desc, id desc").Limit(n + 1).Find(&rows).Error; err != nil {
			return err
		}
		rows, page.Next = cut(rows, n, list, func(r jobRow) (int64, string) { return int64(r.Created), string(r.ID) })
		for _, r := range rows {
			page.Items = append(page.Items, r.job())
		}
		return nil
	})
	return page, err
}

// RetryJob queues a failed job again, with as many tries as a new one.
func (s *Store) RetryJob(ctx context.Context, act claims.Act, id claims.JobID) (claims.Job, error) {
	_, err := s.act(ctx, act, "retry", func(tx *gorm.DB) (string, error) {
		row, err := loadJob(forUpdate(tx), id)
		if err != nil {
			return "", err
		}
		if row.State != claims.JobFailed {
			return "", claims.Errorf(claims.Invalid, "job-not-failed", "the job %q is %s: only a failed one can be tried again", id, row.State)
		}
		err = tx.Model(&jobRow{}).Where("id = ?", id).Updates(map[string]any{
			"state": claims.JobQueued, "attempt_limit": row.Attempt + jobTries, "stage": "", "done": 0, "total": 0,
			"run_at": stampOf(act.At), "updated_at": stampOf(act.At),
		}).Error
		if err != nil {
			return "", err
		}
		if id, ok := row.decides(); ok {
			if err := setArticleState(tx, id, claims.ArticleWaiting, ""); err != nil {
				return "", err
			}
		}
		return string(id), record(tx, act, "job.retry", "job", string(id), nil, jobRecord{row.Kind, orEmpty[claims.ArticleID](row.ArticleID), row.Link})
	})
	if err != nil {
		return claims.Job{}, err
	}
	return s.Job(ctx, id)
}

func setArticleState(tx *gorm.DB, id claims.ArticleID, state claims.ArticleState, problem string) error {
	return tx.Model(&articleRow{}).Where("id = ?", id).Updates(map[string]any{
		"state": state, "problem": problem,
	}).Error
}
