package worker

import (
	"context"
	"sync"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// progress tells the archive how far a job is, and that its worker lives.
type progress struct {
	mu      sync.Mutex
	job     claims.Job
	store   func(claims.Job) error
	stopped chan struct{}
	ended   chan struct{}
	once    sync.Once
}

// progress starts the signs of life for a job: three in each lease. If the
// lease is lost, the job's context is cancelled.
func (w *Worker) progress(ctx context.Context, cancel context.CancelFunc, job *claims.Job) *progress {
	p := &progress{job: *job, stopped: make(chan struct{}), ended: make(chan struct{})}
	p.store = func(j claims.Job) error {
		return w.archive.Progress(ctx, j, w.options.Now(), w.options.Lease)
	}
	go func() {
		defer close(p.ended)
		ticks := time.NewTicker(w.options.Lease / 3)
		defer ticks.Stop()
		for {
			select {
			case <-p.stopped:
				return
			case <-ctx.Done():
				return
			case <-ticks.C:
			}
			if err := safely(p.beat); claims.KindOf(err) == claims.Stale {
				w.options.Log.Warn("lost a job to another worker", "job", job.ID)
				cancel()
				return
			}
		}
	}()
	return p
}

// report notes the stage and how much of it is done, and stores it.
func (p *progress) report(stage string, done, total int) {
	p.mu.Lock()
	p.job.Stage, p.job.Done, p.job.Total = stage, done, total
	p.mu.Unlock()
	// A sign of progress that cannot be stored is no reason to stop; a lost
	// lease is found by the next beat and by the store itself.
	_ = p.beat()
}

func (p *progress) beat() error {
	p.mu.Lock()
	job := p.job
	p.mu.Unlock()
	return p.store(job)
}

// stop ends the signs of life and waits until none is under way.
func (p *progress) stop() {
	p.once.Do(func() { close(p.stopped) })
	<-p.ended
}
