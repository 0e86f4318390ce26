package storetest

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func jobs(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	w.refused(second(s.TakeJob(w.ctx, w.now(), time.Minute)), claims.NotFound, "no-job-due")
	a, b := w.article("A", "a"), w.article("B", "b")
	first := must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	w.same([]any{a.ID, 1, claims.JobRunning}, []any{first.Article, first.Attempt, first.State}, "the oldest job comes first")
	must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	w.refused(second(s.TakeJob(w.ctx, w.now(), time.Minute)), claims.NotFound, "no-job-due")

	w.clock = w.clock.Add(40 * time.Second)
	first.Stage, first.Done, first.Total = "comparing", 3, 9
	w.ok(s.Progress(w.ctx, first, w.now(), time.Minute))
	shown := must(s.Job(w.ctx, first.ID))(t)
	w.same([]any{"comparing", 3, 9}, []any{shown.Stage, shown.Done, shown.Total}, "progress")
	w.clock = w.clock.Add(40 * time.Second)
	lost := must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	w.same([]any{b.ID, 2}, []any{lost.Article, lost.Attempt}, "the job without a sign of life is taken again, the other one is not")

	w.clock = w.clock.Add(2 * time.Minute)
	second2 := must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	w.same([]any{first.ID, 2}, []any{second2.ID, second2.Attempt}, "its lease ran out")
	w.refused(s.Progress(w.ctx, first, w.now(), time.Minute), claims.Stale, "lease-lost")
	w.refused(s.FailJob(w.ctx, first, claims.Problem{Code: "x"}, w.now(), time.Time{}), claims.Stale, "lease-lost")
	w.refused(s.SaveAnalysis(w.ctx, first, claims.Analysis{Article: a.ID}, w.now()), claims.Stale, "lease-lost")

	later := w.now().Add(time.Hour)
	w.ok(s.FailJob(w.ctx, second2, claims.Problem{Code: "unreachable", Detail: "no\x00answer\xff"}, w.now(), later))
	waiting := must(s.Job(w.ctx, first.ID))(t)
	w.same([]any{claims.JobQueued, "unreachable", "no\uFFFDanswer\uFFFD", later}, []any{waiting.State, waiting.Problem.Code, waiting.Problem.Detail, waiting.RunAt}, "job that is tried later")
	w.clock = later
	third := must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	for third.ID != first.ID { // the other job's lease ran out, too
		third = must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	}
	w.ok(s.FailJob(w.ctx, third, claims.Problem{Code: "bad", Detail: "no statements"}, w.now(), time.Time{}))
	failed := must(s.Article(w.ctx, a.ID))(t)
	w.same([]any{claims.ArticleFailed, "no statements"}, []any{failed.State, failed.Problem}, "article of a failed job")

	again := must(s.RetryJob(w.ctx, w.act(w.ada.ID), first.ID))(t)
	w.same([]any{claims.JobQueued, 3}, []any{again.State, again.Attempt}, "job tried again")
	w.same(claims.ArticleWaiting, must(s.Article(w.ctx, a.ID))(t).State, "its article")
	w.refused(second(s.RetryJob(w.ctx, w.act(w.ada.ID), first.ID)), claims.Invalid, "job-not-failed")
	w.refused(second(s.RetryJob(w.ctx, w.act(w.ada.ID), "none")), claims.NotFound, "no-such-job")
	w.run(a, analysis(nil))
	done := must(s.Job(w.ctx, first.ID))(t)
	w.same([]any{claims.JobDone, (*claims.Problem)(nil)}, []any{done.State, done.Problem}, "job that was done")
}

// vanishing wants a job that each worker dies of to be given up in the end.
func vanishing(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a := w.article("poison", "text")
	tries := 0
	for ; tries < 20; tries++ {
		_, err := s.TakeJob(w.ctx, w.now(), time.Minute)
		if claims.KindOf(err) == claims.NotFound {
			break
		}
		w.ok(err)
		w.clock = w.clock.Add(time.Hour)
	}
	job := must(s.ListJobs(w.ctx, claims.Query{}))(t).Items[0]
	w.same([]any{5, 5, claims.JobFailed, "worker-vanished"}, []any{tries, job.Attempt, job.State, job.Problem.Code}, "poisonous job")
	if got := must(s.Article(w.ctx, a.ID))(t); got.State != claims.ArticleFailed || got.Problem == "" {
		t.Errorf("its article is %s, %q", got.State, got.Problem)
	}
	must(s.RetryJob(w.ctx, w.act(w.ada.ID), job.ID))(t)
	must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
}

// takers wants many workers at once to get each job once.
func takers(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	const all, workers = 60, 8
	for i := range all {
		w.article(fmt.Sprint("article ", i), "text")
	}
	var mu sync.Mutex
	taken := map[claims.JobID]int{}
	var group sync.WaitGroup
	now := w.now()
	for range workers {
		group.Go(func() {
			for {
				job, err := s.TakeJob(w.ctx, now, time.Minute)
				if claims.KindOf(err) == claims.NotFound {
					return
				}
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				taken[job.ID]++
				mu.Unlock()
			}
		})
	}
	group.Wait()
	if len(taken) != all {
		t.Errorf("%d of %d jobs were taken", len(taken), all)
	}
	for id, n := range taken {
		if n != 1 {
			t.Errorf("job %s was taken %d times", id, n)
		}
	}
}

func collecting(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	link := must(s.AddLink(w.ctx, w.act(w.ada.ID), "https://example.org/a", claims.ArticleHead{Title: "given"}))(t)
	w.refused(second(s.AddLink(w.ctx, w.act(w.ada.ID), "javascript:alert(1)", claims.ArticleHead{})), claims.Invalid, "bad-address")
	job := must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	w.same([]any{link.ID, "https://example.org/a", "given"}, []any{job.ID, job.Link, job.Head.Title}, "job of the link")
	found := claims.Article{URL: "https://example.org/a", Text: "Ann said it rained.", Snapshot: claims.Snapshot{Bytes: []byte("<p>")}}
	a := must(s.SaveCollected(w.ctx, job, found, w.now()))(t)
	w.same(a, must(s.SaveCollected(w.ctx, job, found, w.now()))(t), "collected a second time")
	w.same(a.ID, must(s.Job(w.ctx, job.ID))(t).Article, "article of the job")
	w.ok(s.SaveAnalysis(w.ctx, job, claims.Analysis{Article: a.ID, Statements: []claims.Statement{said(t, a, "s", "Ann", "it rained")}}, w.now()))

	must(s.AddLink(w.ctx, w.act(w.ada.ID), "https://example.org/a", claims.ArticleHead{}))(t)
	again := must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
	e := w.refused(second(s.SaveCollected(w.ctx, again, found, w.now())), claims.Exists, "article-exists")
	w.same(string(a.ID), e.Ref, "the article that is there")
	w.refused(s.SaveAnalysis(w.ctx, again, claims.Analysis{Article: a.ID}, w.now()), claims.Internal, "bad-analysis")
}
