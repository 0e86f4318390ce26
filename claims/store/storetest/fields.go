package storetest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// fill gives every field of a value something of its own, so that one the
// store does not carry is missed when the value comes back. Spans lie within
// the first hundred bytes of a text.
func fill(v reflect.Value, name string, n *int) {
	*n++
	switch v.Interface().(type) {
	case claims.Span:
		start := *n % 50
		v.Set(reflect.ValueOf(claims.Span{Start: start, End: start + 2 + *n%7}))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2025, 1, 1, 0, 0, *n, 1000*(*n), time.UTC)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s ä€😀 %d", name, *n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Float64:
		v.SetFloat(1 / (float64(*n) + 1.3))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(uint64(*n % 256))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), name, n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name, n)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), v.Type().Field(i).Name, n)
		}
	default:
		panic("the test does not know how to fill a " + v.Kind().String())
	}
}

func filled[T any](t *testing.T) T {
	t.Helper()
	var v T
	n := 0
	fill(reflect.ValueOf(&v).Elem(), reflect.TypeFor[T]().Name(), &n)
	return v
}

// noZero fails where a field holds nothing: then the comparison would not
// show that it is carried.
func noZero(t *testing.T, v reflect.Value, path string, except ...string) {
	t.Helper()
	for _, e := range except {
		if path == e {
			return
		}
	}
	if v.IsZero() {
		t.Errorf("%s is empty, so this test does not show that it is kept", path)
	}
	if v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[time.Time]() && v.Type() != reflect.TypeFor[claims.Span]() {
		for i := range v.NumField() {
			noZero(t, v.Field(i), path+"."+v.Type().Field(i).Name, except...)
		}
	}
}

// fields carries one value of each sort through the store, every field of it
// filled, and wants it back unchanged.
func fields(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	article := filledArticle(w)
	statements, found := filledResults(w, article)
	other := w.article("other", strings.Repeat("other words ", 20))
	far := said(t, other, "far", "Far", "other words")
	w.run(other, analysis([]claims.Statement{far}))

	conflict := filled[claims.Conflict](t)
	conflict.A, conflict.B = claims.Ref{Article: article.ID, Statement: statements[0].ID}, claims.Ref{Article: other.ID, Statement: far.ID}
	conflict.Kind, conflict.Score = claims.DiffersInNumber, 0.83
	group := filled[claims.Dispute](t)
	group.Positions = []claims.Position{{Label: "one", Statements: []claims.Ref{conflict.A}}, {Label: "two", Statements: []claims.Ref{conflict.B}}}
	run := filled[claims.Run](t)
	coverage := filled[claims.Coverage](t)
	w.run(article, claims.Analysis{Run: run, Statements: statements, Claims: found, Conflicts: []claims.Conflict{conflict},
		Disputes: []claims.Dispute{group}, Members: [][]claims.Pair{{{A: conflict.B.Statement, B: conflict.A.Statement}}}, Coverage: coverage})

	article.State, article.Coverage = claims.ArticleReady, coverage
	keptArticle(w, article)
	keptStatements(w, statements, found)
	kept := keptConflict(w, conflict, run)
	keptDispute(w, group, kept)
	keptEngineNow(w, article, statements, found, kept)
	keptByPeople(w, article, kept)
	keptJob(w)
}

func filledArticle(w *world) claims.Article {
	a := filled[claims.Article](w.T)
	a.URL, a.Date, a.Text = "https://example.org/a?b=ä", "2024-05-06T07:08:09Z", strings.Repeat("0123456789", 20)
	a.Snapshot.SHA256 = "" // the store works it out
	stored, job, err := w.s.AddArticle(w.ctx, w.act(w.ada.ID), a)
	w.ok(err)
	if len(stored.Snapshot.SHA256) != 64 || stored.Snapshot.Size != int64(len(a.Snapshot.Bytes)) {
		w.Fatalf("snapshot %+v", stored.Snapshot)
	}
	if stored.ID == "" || stored.ID == a.ID {
		w.Fatalf("the archive gave the id %q for the reader's %q", stored.ID, a.ID)
	}
	want := a
	want.ID, want.State, want.Problem, want.Coverage, want.Version = stored.ID, claims.ArticleWaiting, "", claims.Coverage{}, 1
	want.Snapshot = stored.Snapshot
	want.Snapshot.MediaType, want.Snapshot.From, want.Snapshot.ReceivedAt = a.Snapshot.MediaType, a.Snapshot.From, a.Snapshot.ReceivedAt
	w.same(want, stored, "article as added")
	if job.Article != stored.ID || job.Kind != claims.AnalyseJob || job.State != claims.JobQueued || job.By != w.ada.ID {
		w.Fatalf("job %+v", job)
	}
	snapshot := must(w.s.Snapshot(w.ctx, stored.ID))(w.T)
	want.Snapshot.Bytes = a.Snapshot.Bytes
	w.same(want.Snapshot, snapshot, "snapshot")
	noZero(w.T, reflect.ValueOf(snapshot), "Snapshot")
	return stored
}

func filledResults(w *world, a claims.Article) ([]claims.Statement, []claims.Claim) {
	var statements []claims.Statement
	var found []claims.Claim
	for _, id := range []claims.StatementID{"st-1", "st-2"} {
		s := filled[claims.Statement](w.T)
		s.ID, s.Article, s.Version = id, a.ID, 1
		noZero(w.T, reflect.ValueOf(s), "Statement")
		s.Speaker.ID = "" // the store's own to give
		c := filled[claims.Claim](w.T)
		c.Statement, c.Article = id, a.ID
		noZero(w.T, reflect.ValueOf(c), "Claim")
		noZero(w.T, reflect.ValueOf(c.Terms[0]), "Term")
		noZero(w.T, reflect.ValueOf(c.Keys[0]), "Key")
		statements, found = append(statements, s), append(found, c)
	}
	return statements, found
}

func keptArticle(w *world, want claims.Article) {
	got := must(w.s.Article(w.ctx, want.ID))(w.T)
	w.same(want, got, "article once read")
	noZero(w.T, reflect.ValueOf(got), "Article", "Article.Problem", "Article.Snapshot.Bytes")
}

func keptStatements(w *world, statements []claims.Statement, found []claims.Claim) {
	w.same(statements, must(w.s.StatementsOf(w.ctx, statements[0].Article))(w.T), "statements of the article")
	side := must(w.s.Statement(w.ctx, "st-2"))(w.T)
	w.same(statements[1], side.Statement, "statement")
	w.same(must(w.s.Article(w.ctx, side.Article.ID))(w.T), side.Article, "article of the statement")
	w.same(found, must(w.s.ClaimsOf(w.ctx, []claims.StatementID{"st-1", "none", "st-2"}))(w.T), "claims")
}

func keptConflict(w *world, c claims.Conflict, run claims.Run) claims.ConflictDetail {
	got := w.conflictOf(c.A.Statement, c.B.Statement)
	want := c
	want.ID, want.Version, want.Origin, want.State, want.Judgement, want.Note = got.ID, 1, claims.BySoftware, claims.Open, "", ""
	want.Placed = false // which people do
	want.Dispute, want.Run, want.EngineNow, want.CreatedAt, want.UpdatedAt = got.Dispute, run.ID, nil, w.clock, w.clock
	w.same(want, got.Conflict, "conflict")
	noZero(w.T, reflect.ValueOf(got.Conflict), "Conflict", "Conflict.Note", "Conflict.Placed", "Conflict.Judgement", "Conflict.EngineNow")
	return got
}

func keptDispute(w *world, d claims.Dispute, c claims.ConflictDetail) {
	got := must(w.s.DisputeDetails(w.ctx, []claims.DisputeID{c.Dispute}))(w.T)[0]
	want := d
	want.ID, want.Version, want.Conflicts, want.CreatedAt, want.UpdatedAt = c.Dispute, 1, []claims.ConflictID{c.ID}, w.clock, w.clock
	w.same(want, got.Dispute, "dispute")
	noZero(w.T, reflect.ValueOf(got.Dispute), "Dispute")
	w.same([]claims.ConflictDetail{c}, got.Details, "conflicts of the dispute")
	w.same(map[claims.StatementID]claims.Side{c.A.Statement: c.SideA, c.B.Statement: c.SideB}, got.Sides, "sides of the dispute")
}

// keptEngineNow judges the conflict and lets another run see it differently.
func keptEngineNow(w *world, a claims.Article, statements []claims.Statement, found []claims.Claim, c claims.ConflictDetail) {
	w.judge(w.ada, c.ID, claims.Agrees)
	now := filled[claims.Conflict](w.T)
	now.A, now.B, now.Kind, now.Score = c.A, c.B, claims.Contradicts, 0.61
	w.run(a, analysisWithClaims(statements, found, now))
	got := must(w.s.Conflict(w.ctx, c.ID))(w.T)
	w.same(&claims.Comparison{Relation: claims.RelationConflict, Kind: claims.Contradicts, Score: 0.61, Reasons: now.Reasons,
		Probabilities: claims.Probabilities{Conflict: 0.61, Neutral: 1 - 0.61}}, got.EngineNow, "what the engine says now")
	noZero(w.T, reflect.ValueOf(*got.EngineNow), "EngineNow", "EngineNow.Probabilities.Agree")
}

func analysisWithClaims(statements []claims.Statement, found []claims.Claim, conflicts ...claims.Conflict) claims.Analysis {
	r := analysis(statements, conflicts...)
	r.Claims = found
	return r
}

func keptByPeople(w *world, a claims.Article, c claims.ConflictDetail) {
	r := filled[claims.Review](w.T)
	r.Conflict, r.Reviewer, r.Name, r.Judgement, r.Sureness = c.ID, w.ben.ID, "Ben", claims.Updated, claims.High
	got := must(w.s.CreateReview(w.ctx, w.act(w.ben.ID), r))(w.T)
	r.Version, r.CreatedAt, r.UpdatedAt = got.Version, w.clock, w.clock
	w.same(r, got, "review")
	noZero(w.T, reflect.ValueOf(got), "Review")

	n := filled[claims.Annotation](w.T)
	n.Motivation, n.Author, n.Name = claims.Editing, w.ben.ID, "Ben"
	n.Target = claims.Target{Article: a.ID, Words: &claims.Span{Start: 40, End: 45}}
	note := must(w.s.CreateAnnotation(w.ctx, w.act(w.ben.ID), n))(w.T)
	n.Version, n.CreatedAt, n.UpdatedAt = 1, w.clock, w.clock
	n.Target.Exact, n.Target.Prefix, n.Target.Suffix = "01234", a.Text[8:40], a.Text[45:77]
	w.same(n, note, "annotation")
	noZero(w.T, reflect.ValueOf(note), "Annotation", "Annotation.Target.Statement", "Annotation.Target.Conflict", "Annotation.Target.Dispute")
	for _, target := range []claims.Target{{Statement: c.A.Statement}, {Conflict: c.ID}, {Dispute: c.Dispute}} {
		n.ID, n.Target = "", target
		w.same(target, must(w.s.CreateAnnotation(w.ctx, w.act(w.ben.ID), n))(w.T).Target, "target")
	}

	token := filled[claims.Token](w.T)
	token.User = w.ben.ID
	w.same(token, must(w.s.CreateToken(w.ctx, w.act(w.ben.ID), token, "hash"))(w.T), "token")
	w.same([]claims.Token{token}, must(w.s.ListTokens(w.ctx, w.ben.ID))(w.T), "tokens")
	user := must(w.s.User(w.ctx, w.ben.ID))(w.T)
	w.same(w.ben, user, "user")
	noZero(w.T, reflect.ValueOf(user), "User")
}

func keptJob(w *world) {
	head := filled[claims.ArticleHead](w.T)
	head.URL, head.Date = "https://example.org/", "2024-05-06"
	job := must(w.s.AddLink(w.ctx, w.act(w.ada.ID), "https://example.org/x", head))(w.T)
	taken := must(w.s.TakeJob(w.ctx, w.now(), time.Minute))(w.T)
	want := claims.Job{ID: job.ID, Kind: claims.CollectJob, State: claims.JobRunning, Link: "https://example.org/x", Head: head, By: w.ada.ID,
		Attempt: 1, RunAt: job.RunAt, CreatedAt: job.CreatedAt, UpdatedAt: w.clock}
	w.same(want, taken, "job as taken")
	stored := must(w.s.SaveCollected(w.ctx, taken, claims.Article{Text: "collected", Snapshot: claims.Snapshot{Bytes: []byte("c")}}, w.now()))(w.T)
	want.Article, want.Stage, want.Done, want.Total = stored.ID, "comparing", 2, 3
	w.ok(w.s.Progress(w.ctx, want, w.now(), time.Minute))
	want.Problem, want.State = &claims.Problem{Code: "code", Detail: "detail", Ref: "ref"}, claims.JobFailed
	w.ok(w.s.FailJob(w.ctx, want, *want.Problem, w.now(), time.Time{}))
	want.UpdatedAt = w.clock
	got := must(w.s.Job(w.ctx, job.ID))(w.T)
	w.same(want, got, "job as failed")
	noZero(w.T, reflect.ValueOf(got), "Job")
}
