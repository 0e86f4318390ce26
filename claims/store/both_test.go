package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
	"github.com/counterclaim/counterclaim/claims/store/storetest"
)

// These need a look inside the store, and hold for both databases.

func TestHistoryOnlyGrows(t *testing.T) { historyOnlyGrows(t, open(t, newPath(t))) }
func TestQuestions(t *testing.T)        { questions(t, open(t, newPath(t))) }
func TestDown(t *testing.T)             { down(t, newPath(t)) }
func TestOlder(t *testing.T)            { older(t, newPath(t)) }

// older wants an archive from before there were comparisons in depth to be
// brought up to date with everything in it, and to go back likewise.
func older(t *testing.T, url string) {
	s := open(t, url)
	if err := addArticles(s, 0, 2); err != nil {
		t.Fatal(err)
	}
	before, err := s.ListJobs(t.Context(), claims.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.DownTo(t.Context(), 3); err != nil {
			t.Fatal(err)
		}
		if err := s.Exec("update jobs set kind = 'deepen'"); err == nil {
			t.Error("the older archive takes a kind of job that it does not know")
		}
		s = open(t, url)
		after, err := s.ListJobs(t.Context(), claims.Query{})
		if diff := cmp.Diff(before, after); err != nil || diff != "" {
			t.Fatalf("jobs (-want +got): %s, %v", diff, err)
		}
		if err := s.Exec("insert into waiting (article_id, pairs) values (?, 7)", string(before.Items[0].Article)); err != nil {
			t.Fatal(err)
		}
		if a, err := s.Article(t.Context(), before.Items[0].Article); err != nil || a.Coverage.Waiting != 7 {
			t.Errorf("coverage %+v, %v", a.Coverage, err)
		}
	}
}

// down wants the tables to go away and come back.
func down(t *testing.T, url string) {
	s := open(t, url)
	if err := s.Down(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Users(t.Context()); err == nil {
		t.Error("the tables are still there")
	}
	if users, err := open(t, url).Users(t.Context()); err != nil || len(users) != 0 {
		t.Errorf("%d users, %v", len(users), err)
	}
}

// historyOnlyGrows wants the database itself to refuse a change of the past.
func historyOnlyGrows(t *testing.T, s *store.Store) {
	if _, err := s.EnsureUser(t.Context(), claims.Act{At: time.Unix(1e9, 0)}, "Ada", claims.Owner); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"update history set actor = 'somebody else'", "delete from history", "delete from history where seq = 1", "update history set reason = reason"} {
		if err := s.Exec(statement); err == nil {
			t.Errorf("%q was done", statement)
		}
	}
	page, err := s.History(t.Context(), claims.Query{})
	if err != nil || len(page.Items) != 1 || page.Items[0].Action != "user.create" {
		t.Errorf("history is %+v, %v", page.Items, err)
	}
}

// questions wants a page of many conflicts to take as many questions to the
// database as a page of one.
func questions(t *testing.T, s *store.Store) {
	ctx, at := t.Context(), time.Unix(1e9, 0)
	user, err := s.EnsureUser(ctx, claims.Act{At: at}, "Ada", claims.Owner)
	if err != nil {
		t.Fatal(err)
	}
	var before claims.StatementID
	for i := range 30 {
		a, _, err := s.AddArticle(ctx, claims.Act{Actor: user.ID, At: at}, claims.Article{Text: "it rained", Snapshot: claims.Snapshot{Bytes: fmt.Append(nil, i)}})
		if err != nil {
			t.Fatal(err)
		}
		job, err := s.TakeJob(ctx, at, time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		id := claims.StatementID(fmt.Sprint("s", i))
		st := claims.Statement{ID: id, Article: a.ID, Content: []claims.Span{{Start: 0, End: 2}}, Text: "it"}
		if err := s.SaveAnalysis(ctx, job, claims.Analysis{Article: a.ID, Statements: []claims.Statement{st}}, at); err != nil {
			t.Fatal(err)
		}
		if before != "" {
			c, err := s.JoinByHand(ctx, claims.Act{Actor: user.ID, At: at}, before, id, claims.Comparison{Kind: claims.Agrees}, "", "")
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.CreateReview(ctx, claims.Act{Actor: user.ID, At: at}, claims.Review{Conflict: c.ID, Judgement: claims.Agrees}); err != nil {
				t.Fatal(err)
			}
		}
		before = id
	}
	asked := s.CountQuestions()
	count := func(limit int) int {
		*asked = 0
		page, err := s.ListConflicts(ctx, claims.ConflictQuery{Query: claims.Query{Limit: limit}})
		if err != nil || len(page.Items) != limit || len(page.Items[0].Reviews) != 1 || page.Items[0].SideA.Article.Text == "" {
			t.Fatalf("%d items, %v", len(page.Items), err)
		}
		return *asked
	}
	if one, many := count(1), count(29); one != many || one == 0 {
		t.Errorf("a page of 1 took %d questions, one of 29 took %d", one, many)
	}
}

// refusesUnsafe wants a server that could lose what it acknowledged, and a
// schema full of something else, to be refused.
func refusesUnsafe(t *testing.T, server *storetest.Postgres) {
	url := server.Database(t)
	s := open(t, url)
	if err := s.Exec("alter role counterclaim set synchronous_commit = off"); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), url, store.Options{})
	refused(t, err, claims.Unsupported, "unsafe-database")
	if err := s.Exec("alter role counterclaim reset synchronous_commit"); err != nil {
		t.Fatal(err)
	}
	if err := s.Exec("create schema other; create table other.novels (text text)"); err != nil {
		t.Fatal(err)
	}
	_, err = store.Open(t.Context(), server.Schema("other"), store.Options{})
	refused(t, err, claims.Invalid, "foreign-database")
	_, err = store.Open(t.Context(), "postgres:///none?host=/nowhere&user=x", store.Options{})
	if kind := claims.KindOf(err); kind != claims.Busy && kind != claims.Invalid {
		t.Errorf("a server that is not there: %v (%s)", err, kind)
	}
}
