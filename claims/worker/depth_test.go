package worker_test

import (
	"context"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/worker"
)

// gone is an archive whose articles went while their jobs waited.
type gone struct{ worker.Archive }

func (gone) Article(context.Context, claims.ArticleID) (claims.Article, error) {
	return claims.Article{}, claims.Errorf(claims.NotFound, "no-such-article", "there is no article here")
}

// A comparison in depth is no reason for trouble where its article went, and
// waits for every import.
func TestComparingInDepthComesLastAndEndsQuietly(t *testing.T) {
	b := newBench(t, nil)
	first := b.add(t, "The Courier", "2027-05-12", courier)
	job, err := b.TakeJob(t.Context(), b.now, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	waits := claims.Analysis{Run: claims.Run{At: b.now}, Article: first.ID, Coverage: claims.Coverage{Waiting: 2}}
	if err := b.SaveAnalysis(t.Context(), job, waits, b.now); err != nil {
		t.Fatal(err)
	}
	second := b.add(t, "The Observer", "2027-05-13", observer)
	ended, more, err := b.desk.Once(t.Context())
	if err != nil || !more || ended.Job.Kind != claims.AnalyseJob || ended.Job.Article != second.ID {
		t.Fatalf("first came %+v, %v", ended, err)
	}
	desk := worker.New(gone{b.Store}, nil, worker.Line{}, worker.Options{Now: func() time.Time { return b.now }})
	ended, more, err = desk.Once(t.Context())
	if err != nil || !more || ended.Err != nil || ended.Job.Kind != claims.DeepenJob || ended.Job.Article != first.ID {
		t.Fatalf("then came %+v, %v", ended, err)
	}
	if job, err = b.Job(t.Context(), ended.Job.ID); err != nil || job.State != claims.JobDone || job.Problem != nil {
		t.Errorf("the job is %+v, %v", job, err)
	}
}
