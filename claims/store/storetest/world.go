package storetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// world is a store with people in it, and a clock that goes on by a second
// whenever it is asked.
type world struct {
	*testing.T
	ctx             context.Context
	s               *store.Store
	clock           time.Time
	owner, ada, ben claims.User
}

func newWorld(t *testing.T, s *store.Store) *world {
	w := &world{T: t, ctx: t.Context(), s: s, clock: time.Date(2026, 3, 1, 9, 0, 0, 123456000, time.UTC)}
	w.owner = must(s.EnsureUser(w.ctx, w.act(""), "owner", claims.Owner))(t)
	w.ada = must(s.EnsureUser(w.ctx, w.act(w.owner.ID), "Ada", claims.Reviewer))(t)
	w.ben = must(s.EnsureUser(w.ctx, w.act(w.owner.ID), "Ben", claims.Reviewer))(t)
	return w
}

func (w *world) now() time.Time {
	w.clock = w.clock.Add(time.Second)
	return w.clock
}

func (w *world) act(actor claims.UserID) claims.Act {
	return claims.Act{Actor: actor, At: w.now(), Reason: "because"}
}

// must gives a value, or fails the test.
func must[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func (w *world) ok(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// refused wants an error of a kind and a code.
func (w *world) refused(err error, kind claims.Kind, code string) *claims.Error {
	w.Helper()
	var e *claims.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Code != code {
		w.Fatalf("got the error %v (%s), want one of kind %s, code %s", err, claims.KindOf(err), kind, code)
	}
	return e
}

func (w *world) same(want, got any, what string, opts ...cmp.Option) {
	w.Helper()
	if diff := cmp.Diff(want, got, opts...); diff != "" {
		w.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// article adds an article whose text is the given lines.
func (w *world) article(title string, lines ...string) claims.Article {
	w.Helper()
	text := strings.Join(lines, "\n")
	a, _, err := w.s.AddArticle(w.ctx, w.act(w.owner.ID), claims.Article{
		Title: title, Publisher: "Outlet of " + title, Text: text, Snapshot: claims.Snapshot{Bytes: []byte(title + text), MediaType: "text/plain"},
	})
	w.ok(err)
	return a
}

// said is a statement of an article whose content is the words, which must
// stand in the text; "Name: words" is how the lines read.
func said(t *testing.T, a claims.Article, id, speaker, words string) claims.Statement {
	t.Helper()
	start := strings.Index(a.Text, words)
	if start < 0 {
		t.Fatalf("%q does not stand in %q", words, a.Text)
	}
	return claims.Statement{
		ID: claims.StatementID(id), Article: a.ID, Type: claims.Indirect, Content: []claims.Span{{Start: start, End: start + len(words)}}, Text: words,
		Speaker: claims.Speaker{Name: speaker, Kind: claims.Person}, CueClass: claims.CueSay, Commitment: claims.Asserts,
	}
}

// run stores an analysis of an article under the job that is due for it, or
// under one made for it.
func (w *world) run(a claims.Article, r claims.Analysis) {
	w.Helper()
	w.ok(w.tryRun(a, r))
}

func (w *world) tryRun(a claims.Article, r claims.Analysis) error {
	w.Helper()
	job := w.jobFor(a)
	r.Article = a.ID
	if r.Run.Engine == "" {
		r.Run = claims.Run{Engine: "test", Settings: "{}", Models: "{}", At: w.clock}
	}
	return w.s.SaveAnalysis(w.ctx, job, r, w.now())
}

// jobFor takes jobs until it has the article's, and lets go of the others.
func (w *world) jobFor(a claims.Article) claims.Job {
	w.Helper()
	var others []claims.Job
	defer func() {
		for _, job := range others {
			w.ok(w.s.FailJob(w.ctx, job, claims.Problem{Code: "later"}, w.now(), w.clock))
		}
	}()
	for {
		job, err := w.s.TakeJob(w.ctx, w.now(), time.Minute)
		switch {
		case claims.KindOf(err) == claims.NotFound: // it was read before: a new date asks for another reading
			w.newDate(a)
		case err != nil:
			w.Fatal(err)
		case job.Article == a.ID:
			return job
		default:
			others = append(others, job)
		}
	}
}

// newDate gives an article another date, which asks for another reading.
func (w *world) newDate(a claims.Article) {
	w.Helper()
	now := must(w.s.Article(w.ctx, a.ID))(w.T)
	date := fmt.Sprintf("2001-01-%02d", 1+now.Version%28)
	must(w.s.UpdateArticle(w.ctx, w.act(w.owner.ID), a.ID, now.Version, claims.ArticlePatch{Date: &date}))(w.T)
}

// between is a conflict of the engine's between two statements.
func between(a, b claims.Statement, score float64) claims.Conflict {
	return claims.Conflict{
		A: claims.Ref{Article: a.Article, Statement: a.ID}, B: claims.Ref{Article: b.Article, Statement: b.ID},
		Kind: claims.Contradicts, Score: score,
		Reasons: []claims.Reason{{Kind: claims.ReasonNegation, For: true, A: a.Content, B: b.Content, Values: []string{"not"}}},
	}
}

// dispute is one that holds the conflicts, with a position for each side.
func dispute(question string, conflicts ...claims.Conflict) (claims.Dispute, []claims.Pair) {
	d := claims.Dispute{Question: question, Positions: []claims.Position{{Label: "yes"}, {Label: "no"}}}
	var pairs []claims.Pair
	for _, c := range conflicts {
		d.Positions[0].Statements = append(d.Positions[0].Statements, c.A)
		d.Positions[1].Statements = append(d.Positions[1].Statements, c.B)
		pairs = append(pairs, claims.Pair{A: c.A.Statement, B: c.B.Statement})
	}
	return d, pairs
}

// analysis is one with statements and conflicts, each conflict in a dispute
// of its own.
func analysis(statements []claims.Statement, conflicts ...claims.Conflict) claims.Analysis {
	r := claims.Analysis{Statements: statements, Conflicts: conflicts, Coverage: claims.Coverage{Statements: len(statements), Compared: 1}}
	for i, c := range conflicts {
		d, pairs := dispute(fmt.Sprintf("question %d", i+1), c)
		r.Disputes, r.Members = append(r.Disputes, d), append(r.Members, pairs)
	}
	return r
}

// pair is two articles with a statement each and one conflict between them.
type pair struct {
	a, b     claims.Article
	sa, sb   claims.Statement
	conflict claims.ConflictDetail
}

func (w *world) pair(name string) pair {
	w.Helper()
	p := pair{a: w.article(name+" A", "Ann said that nine tanks crossed "+name+"."), b: w.article(name+" B", "Bob said no tank crossed "+name+".")}
	p.sa, p.sb = said(w.T, p.a, name+"-a", "Ann", "nine tanks crossed "+name), said(w.T, p.b, name+"-b", "Bob", "no tank crossed "+name)
	w.run(p.a, analysis([]claims.Statement{p.sa}))
	w.run(p.b, analysis([]claims.Statement{p.sb}, between(p.sa, p.sb, 0.7)))
	p.conflict = w.conflictOf(p.sa.ID, p.sb.ID)
	return p
}

// conflictOf gives the conflict between two statements.
func (w *world) conflictOf(a, b claims.StatementID) claims.ConflictDetail {
	w.Helper()
	for _, c := range w.conflicts(claims.ConflictQuery{}) {
		if (c.A.Statement == a && c.B.Statement == b) || (c.A.Statement == b && c.B.Statement == a) {
			return c
		}
	}
	w.Fatalf("no conflict between %s and %s", a, b)
	return claims.ConflictDetail{}
}

func (w *world) conflicts(q claims.ConflictQuery) []claims.ConflictDetail {
	w.Helper()
	q.Limit = 200
	return must(w.s.ListConflicts(w.ctx, q))(w.T).Items
}

func (w *world) judge(user claims.User, id claims.ConflictID, judgement claims.Label) claims.Review {
	w.Helper()
	return must(w.s.CreateReview(w.ctx, w.act(user.ID), claims.Review{Conflict: id, Judgement: judgement}))(w.T)
}
