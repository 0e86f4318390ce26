package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Fetcher fetches a link; collect's reader is one.
type Fetcher interface {
	Fetch(ctx context.Context, address string, head claims.ArticleHead, now time.Time) (claims.Article, error)
}

// Options are the settings of a worker. A zero value means the default.
type Options struct {
	Lanes    int           // jobs at the same time; 1
	Poll     time.Duration // how often an idle lane looks for work; 250 ms
	Lease    time.Duration // how long a job is kept from other workers without a sign of life; 20 s
	Limit    time.Duration // how long one try of a job may take; 10 minutes
	Attempts int           // tries of a job before it is given up; 4
	Now      func() time.Time
	Log      *slog.Logger
}

// Worker takes jobs from an archive and does them. Make one with [New].
type Worker struct {
	archive Archive
	fetcher Fetcher
	line    Line
	options Options
}

// New makes a worker for an archive.
func New(archive Archive, fetcher Fetcher, line Line, options Options) *Worker {
	options.Lanes = max(options.Lanes, 1)
	if options.Poll <= 0 {
		options.Poll = 250 * time.Millisecond
	}
	if options.Lease <= 0 {
		options.Lease = 20 * time.Second
	}
	if options.Limit <= 0 {
		options.Limit = 10 * time.Minute
	}
	if options.Attempts <= 0 {
		options.Attempts = 4
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	return &Worker{archive, fetcher, line, options}
}

// Run does jobs until the context ends, then waits for those in hand, which
// end at once: what they had not stored is done again after the next start.
func (w *Worker) Run(ctx context.Context) {
	var lanes sync.WaitGroup
	for range w.options.Lanes {
		lanes.Go(func() {
			for ctx.Err() == nil {
				var more bool
				err := safely(func() (err error) {
					_, more, err = w.Once(ctx)
					return err
				})
				if err != nil || !more {
					sleep(ctx, w.options.Poll)
				}
			}
		})
	}
	lanes.Wait()
}

// Drain does jobs until none is due, for a command that wants an empty queue.
func (w *Worker) Drain(ctx context.Context) error {
	for {
		if _, more, err := w.Once(ctx); err != nil || !more {
			return err
		}
	}
}

// Outcome is how one try of a job ended; Err is nil when the job is done.
type Outcome struct {
	Job claims.Job
	Err error
}

// Once takes one job and does it; it says whether there was one, and how it
// ended. A job that fails is no error of Once: its failure is stored with it.
func (w *Worker) Once(ctx context.Context) (ended Outcome, more bool, err error) {
	if err := ctx.Err(); err != nil {
		return ended, false, err
	}
	var job claims.Job
	err = safely(func() error {
		job, err = w.archive.TakeJob(ctx, w.options.Now(), w.options.Lease)
		return err
	})
	if claims.KindOf(err) == claims.NotFound {
		return ended, false, nil
	}
	if err != nil {
		if ctx.Err() == nil {
			w.options.Log.Error("taking a job", "error", err)
		}
		return ended, false, err
	}
	err = w.try(ctx, &job)
	return Outcome{job, err}, true, nil
}

// try does a job once, stores how it ended, and gives why it failed.
func (w *Worker) try(ctx context.Context, job *claims.Job) error {
	limited, cancel := context.WithTimeout(ctx, w.options.Limit)
	defer cancel()
	progress := w.progress(limited, cancel, job)
	err := safely(func() error { return w.do(limited, job, progress) })
	progress.stop()
	switch {
	case err == nil:
		w.options.Log.Info("job done", "job", job.ID, "article", job.Article)
	case ctx.Err() != nil, claims.KindOf(err) == claims.Stale:
		// The program is stopping, or another worker has the job now: its lease
		// runs out and it is taken again.
		w.options.Log.Info("job left", "job", job.ID, "reason", err)
	default:
		w.fail(ctx, *job, err)
	}
	return err
}

func (w *Worker) do(ctx context.Context, job *claims.Job, p *progress) error {
	if job.Kind == claims.CollectJob && job.Article == "" {
		p.report("fetching", 0, 1)
		found, err := w.fetcher.Fetch(ctx, job.Link, job.Head, w.options.Now())
		if err != nil {
			return err
		}
		stored, err := w.archive.SaveCollected(ctx, *job, found, w.options.Now())
		if err != nil {
			return err
		}
		job.Article = stored.ID
	}
	deep := job.Kind == claims.DeepenJob
	article, err := w.archive.Article(ctx, job.Article)
	if deep && claims.KindOf(err) == claims.NotFound { // it went while the job waited: there is nothing to compare
		p.stop()
		return w.archive.EndJob(ctx, *job, w.options.Now())
	}
	if err != nil {
		return err
	}
	analysis, err := w.analyse(ctx, article, deep, p)
	if err != nil {
		return err
	}
	p.report("storing", 0, 1)
	p.stop()
	return w.archive.SaveAnalysis(ctx, *job, analysis, w.options.Now())
}

// fail stores why a try failed. Trouble that may pass is tried again later,
// twice as long after each try; the rest, and the last try, are final.
func (w *Worker) fail(ctx context.Context, job claims.Job, cause error) {
	var retryAt time.Time
	now := w.options.Now()
	if mayPass(cause) && job.Attempt < w.options.Attempts {
		retryAt = now.Add(time.Duration(1<<min(job.Attempt, 8)) * time.Second)
	}
	w.options.Log.Error("job failed", "job", job.ID, "attempt", job.Attempt, "retry_at", retryAt, "error", cause)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := w.archive.FailJob(ctx, job, *claims.ProblemOf(cause), now, retryAt); err != nil {
		w.options.Log.Error("storing why a job failed", "job", job.ID, "error", err)
	}
}

func mayPass(err error) bool {
	switch claims.KindOf(err) {
	case claims.Busy, claims.Unreachable, claims.Full, claims.Internal:
		return true
	}
	return errors.Is(err, context.DeadlineExceeded)
}

// safely turns a panic into an error, so that one poisonous article ends its
// own job and nothing else.
func safely(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return do()
}

func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
