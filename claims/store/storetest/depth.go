package storetest

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// depth wants an analysis that leaves pairs for later to queue one job for
// them, which comes after everything else and never queues another.
func depth(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a := w.article("A", "Ann said it rained.")
	results := analysis([]claims.Statement{said(t, a, "s1", "Ann", "it rained")})
	results.Coverage.Waiting = 3
	w.run(a, results)
	w.same([]any{claims.ArticleReady, 3}, []any{w.read(a).State, w.read(a).Coverage.Waiting}, "article whose pairs wait")
	w.same(3, must(s.Coverage(w.ctx))(t).Waiting, "pairs that wait in the archive")
	first := w.queued(claims.DeepenJob)
	w.same([]any{1, a.ID, w.owner.ID}, []any{len(first), first[0].Article, first[0].By}, "queued for the waiting pairs")

	w.newDate(a)
	w.same(1, len(w.queued(claims.AnalyseJob)), "a new date asks for an analysis, whatever else waits")
	b := w.article("B", "Bob said it was dry.")
	again, other := w.take(), w.take()
	w.same([]any{claims.AnalyseJob, a.ID, claims.AnalyseJob, b.ID}, []any{again.Kind, again.Article, other.Kind, other.Article}, "what is taken before a comparison in depth")
	results.Article = a.ID
	w.ok(s.SaveAnalysis(w.ctx, again, results, w.now()))
	w.same(first, w.queued(claims.DeepenJob), "one is queued already")
	w.ok(s.FailJob(w.ctx, other, claims.Problem{Code: "x"}, w.now(), time.Time{}))

	deep := w.take()
	w.same([]any{first[0].ID, claims.DeepenJob}, []any{deep.ID, deep.Kind}, "taken last")
	results.Coverage.Waiting, results.Run.ID = 1, ""
	w.ok(s.SaveAnalysis(w.ctx, deep, results, w.now()))
	w.same([]any{1, 0}, []any{w.read(a).Coverage.Waiting, len(w.queued(claims.DeepenJob))}, "a comparison in depth that leaves some queues no other")
	w.same("article.deepen", historyOf(w)[0].Action, "the newest row")
	var after struct{ Coverage claims.Coverage }
	w.ok(json.Unmarshal(historyOf(w)[0].After, &after))
	w.same(results.Coverage, after.Coverage, "coverage in history")

	results.Coverage.Waiting = 0
	w.run(a, results)
	w.same([]any{0, 0}, []any{w.read(a).Coverage.Waiting, must(s.Coverage(w.ctx))(t).Waiting}, "nothing waits")
	w.same(0, len(w.queued(claims.DeepenJob)), "queued when nothing waits")
}

// depthFails wants an article to stay ready when its comparison in depth fails
// or ends without anything to do.
func depthFails(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a := w.article("A", "Ann said it rained.")
	results := analysis(nil)
	results.Coverage.Waiting = 3
	w.run(a, results)
	deep := w.take()
	w.ok(s.FailJob(w.ctx, deep, claims.Problem{Code: "x", Detail: "no"}, w.now(), time.Time{}))
	w.same([]any{claims.ArticleReady, ""}, []any{w.read(a).State, w.read(a).Problem}, "article of a comparison in depth that failed")
	must(s.RetryJob(w.ctx, w.act(w.ada.ID), deep.ID))(t)
	w.same(claims.ArticleReady, w.read(a).State, "its article when it is tried again")
	old := deep
	deep = w.take()
	w.refused(s.EndJob(w.ctx, old, w.now()), claims.Stale, "lease-lost")
	w.ok(s.EndJob(w.ctx, deep, w.now()))
	ended := must(s.Job(w.ctx, deep.ID))(t)
	w.same([]any{claims.JobDone, (*claims.Problem)(nil), claims.ArticleReady}, []any{ended.State, ended.Problem, w.read(a).State}, "job with nothing to do")

	must(s.RetryJob(w.ctx, w.act(w.ada.ID), w.vanish(a).ID))(t)
	w.same(claims.ArticleReady, w.read(a).State, "its article when all workers vanished")
}

// vanish lets every worker die of the article's comparison in depth.
func (w *world) vanish(a claims.Article) claims.Job {
	w.newDate(a)
	results := analysis(nil)
	results.Coverage.Waiting = 1
	w.run(a, results)
	for {
		job, err := w.s.TakeJob(w.ctx, w.now(), time.Minute)
		if claims.KindOf(err) == claims.NotFound {
			return must(w.s.ListJobs(w.ctx, claims.Query{Limit: 1}))(w.T).Items[0]
		}
		w.ok(err)
		w.same(claims.DeepenJob, job.Kind, "the only job")
		w.clock = w.clock.Add(time.Hour)
	}
}

// shallow wants a conflict that a comparison in depth no longer holds for one
// to go, unless people touched it: then it stays as they saw it, and is marked
// as compared in depth meanwhile.
func shallow(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a, b := w.article("A", "Ann said it rained."), w.article("B", "Bob said it was dry, Bob said it was calm, Bob said it was hot, Bob said it was late.")
	rained := said(t, a, "a", "Ann", "it rained")
	var statements []claims.Statement
	var found []claims.Conflict
	for _, words := range []string{"it was dry", "it was calm", "it was hot", "it was late"} {
		st := said(t, b, words, "Bob", words)
		c := between(rained, st, 0.5)
		c.Shallow = true
		statements, found = append(statements, st), append(found, c)
	}
	w.run(a, analysis([]claims.Statement{rained}))
	results := analysis(statements, found...)
	results.Coverage.Waiting = 4
	w.run(b, results)
	stays, goes, judged, same := w.conflictOf("a", "it was dry"), w.conflictOf("a", "it was calm"), w.conflictOf("a", "it was hot"), w.conflictOf("a", "it was late")
	if !stays.NotInDepth() || !judged.NotInDepth() {
		t.Errorf("not marked as shallow: %+v", stays)
	}
	w.judge(w.ada, judged.ID, claims.Contradicts)
	w.judge(w.ada, same.ID, claims.Contradicts)

	deep := []claims.Conflict{between(rained, statements[0], 0.9), between(rained, statements[3], 0.5)}
	w.run(b, analysis(statements, deep...))
	now := w.conflictOf("a", "it was dry")
	w.same([]any{stays.ID, 0.9, false, false}, []any{now.ID, now.Score, now.Shallow, now.NotInDepth()}, "found in depth, too")
	w.refused(second(s.Conflict(w.ctx, goes.ID)), claims.NotFound, "no-such-conflict")
	kept := must(s.Conflict(w.ctx, judged.ID))(t)
	w.same([]any{0.5, true, false, claims.RelationNeutral}, []any{kept.Score, kept.Shallow, kept.NotInDepth(), kept.EngineNow.Relation}, "judged, and not found in depth")
	kept = must(s.Conflict(w.ctx, same.ID))(t)
	if kept.EngineNow == nil || kept.NotInDepth() {
		t.Errorf("judged, and the same in depth: the engine now says %+v", kept.EngineNow)
	}
	rows := historyOf(w)
	var before, after struct{ Conflicts int }
	w.same([]any{"article.deepen", string(b.ID)}, []any{rows[0].Action, rows[0].ID}, "row of the run in depth")
	w.ok(json.Unmarshal(rows[0].After, &after))
	for _, row := range rows[1:] {
		if row.Action == "article.analyse" && row.ID == string(b.ID) {
			w.ok(json.Unmarshal(row.After, &before))
		}
	}
	w.same([]any{4, 2}, []any{before.Conflicts, after.Conflicts}, "what history keeps of both runs")
}

func (w *world) read(a claims.Article) claims.Article {
	w.Helper()
	return must(w.s.Article(w.ctx, a.ID))(w.T)
}

func (w *world) take() claims.Job {
	w.Helper()
	return must(w.s.TakeJob(w.ctx, w.now(), time.Minute))(w.T)
}

// queued gives the jobs of a kind that wait.
func (w *world) queued(kind claims.JobKind) []claims.Job {
	w.Helper()
	var out []claims.Job
	for _, job := range must(w.s.ListJobs(w.ctx, claims.Query{Limit: 200}))(w.T).Items {
		if job.Kind == kind && job.State == claims.JobQueued {
			out = append(out, job)
		}
	}
	return out
}
