package worker_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/collect"
	"github.com/counterclaim/counterclaim/claims/store"
	"github.com/counterclaim/counterclaim/claims/worker"
)

const courier = `The mayor of Halvern, Agnes Holt, said four workers were injured in the fire.

“The fire alarm worked,” Holt told reporters on Wednesday.`

const observer = `The dockers' union said nine workers were injured in the fire in Halvern.

“The fire alarm did not work,” said Tomas Reyk, a docker.`

var start = time.Date(2027, 5, 13, 8, 0, 0, 0, time.UTC)

// bench is an archive with a worker and one user.
type bench struct {
	*store.Store
	desk *worker.Worker
	user claims.User
	now  time.Time
}

func newBench(t testing.TB, fetcher worker.Fetcher) *bench {
	t.Helper()
	return newLineBench(t, fetcher, worker.Line{Engine: "test"})
}

func newLineBench(t testing.TB, fetcher worker.Fetcher, line worker.Line) *bench {
	t.Helper()
	archive, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = archive.Close() })
	b := &bench{Store: archive, now: start}
	b.desk = worker.New(archive, fetcher, line, worker.Options{Now: func() time.Time { return b.now }})
	if b.user, err = archive.EnsureUser(t.Context(), claims.Act{At: start}, "owner", claims.Owner); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bench) act() claims.Act { return claims.Act{Actor: b.user.ID, At: b.now} }

func (b *bench) add(t testing.TB, publisher, date, text string) claims.Article {
	t.Helper()
	read, err := collect.New(collect.Options{}).Read(t.Context(), "", "", []byte(text),
		claims.ArticleHead{Publisher: publisher, Date: date, Language: "en"}, b.now)
	if err != nil {
		t.Fatal(err)
	}
	article, _, err := b.AddArticle(t.Context(), b.act(), read)
	if err != nil {
		t.Fatal(err)
	}
	return article
}

func (b *bench) drain(t testing.TB) {
	t.Helper()
	if err := b.desk.Drain(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func (b *bench) conflicts(t *testing.T) []claims.ConflictDetail {
	t.Helper()
	page, err := b.ListConflicts(t.Context(), claims.ConflictQuery{})
	if err != nil {
		t.Fatal(err)
	}
	return page.Items
}

func TestTwoArticlesGiveADisputeAcross(t *testing.T) {
	b := newBench(t, nil)
	one := b.add(t, "The Courier", "2027-05-12", courier)
	other := b.add(t, "The Observer", "2027-05-13", observer)
	b.drain(t)
	found := b.conflicts(t)
	if len(found) == 0 {
		t.Fatal("no possible conflict between the two articles")
	}
	for _, c := range found {
		if c.A.Article != one.ID || c.B.Article != other.ID {
			t.Errorf("conflict between %s and %s: the earlier article should be side A", c.A.Article, c.B.Article)
		}
		if c.Dispute == "" || len(c.Reasons) == 0 || c.Run == "" {
			t.Errorf("conflict without dispute, reason or run: %+v", c.Conflict)
		}
		for _, r := range c.Reasons {
			for _, s := range r.A {
				if err := s.Check(c.SideA.Article.Text); err != nil {
					t.Errorf("reason %s: %v", r.Kind, err)
				}
			}
		}
	}
	article, err := b.Article(t.Context(), one.ID)
	if err != nil || article.State != claims.ArticleReady || article.Coverage.Statements == 0 {
		t.Errorf("article is %s with coverage %+v, error %v", article.State, article.Coverage, err)
	}
}

// A second run after a corrected date keeps ids, and what a person did.
func TestASecondRunKeepsWhatPeopleDid(t *testing.T) {
	b := newBench(t, nil)
	b.add(t, "The Courier", "2027-05-12", courier)
	other := b.add(t, "The Observer", "2027-05-13", observer)
	b.drain(t)
	before := b.conflicts(t)
	review := claims.Review{Conflict: before[0].ID, Judgement: claims.Contradicts, Note: "checked"}
	if _, err := b.CreateReview(t.Context(), b.act(), review); err != nil {
		t.Fatal(err)
	}
	date := "2027-05-14"
	article, err := b.Article(t.Context(), other.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.UpdateArticle(t.Context(), b.act(), other.ID, article.Version, claims.ArticlePatch{Date: &date}); err != nil {
		t.Fatal(err)
	}
	b.drain(t)
	after, err := b.Conflict(t.Context(), before[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if after.State != claims.Judged || len(after.Reviews) != 1 || after.Reviews[0].Note != "checked" {
		t.Errorf("after the second run: state %s, reviews %+v", after.State, after.Reviews)
	}
	if after.A != before[0].A || after.B != before[0].B || after.Run != before[0].Run {
		t.Errorf("a judged conflict changed: %+v to %+v", before[0].Conflict, after.Conflict)
	}
	if again := b.conflicts(t); len(again) != len(before) {
		t.Errorf("%d possible conflicts after the second run, %d before", len(again), len(before))
	}
}

// scripted answers each fetch with the next of its outcomes.
type scripted struct {
	outcomes []func() (claims.Article, error)
	asked    int
}

func (s *scripted) Fetch(_ context.Context, _ string, _ claims.ArticleHead, _ time.Time) (claims.Article, error) {
	s.asked++
	return s.outcomes[min(s.asked, len(s.outcomes))-1]()
}

func page() (claims.Article, error) {
	return collect.New(collect.Options{}).Read(context.Background(), "", "", []byte(courier), claims.ArticleHead{Language: "en", URL: "https://courier.example/fire"}, start)
}

func TestALinkIsTriedAgainWhenTheTroubleMayPass(t *testing.T) {
	unreachable := func() (claims.Article, error) {
		return claims.Article{}, claims.Errorf(claims.Unreachable, "page-status", "the page answered 503")
	}
	inside := func() (claims.Article, error) {
		return claims.Article{}, claims.Errorf(claims.Forbidden, "inside-network", "the address is inside the network")
	}
	poison := func() (claims.Article, error) { panic("poison") }
	tests := []struct {
		name     string
		outcomes []func() (claims.Article, error)
		state    claims.JobState
		code     string
		asked    int
	}{
		{"comes back", []func() (claims.Article, error){unreachable, page}, claims.JobDone, "", 2},
		{"stays away", []func() (claims.Article, error){unreachable}, claims.JobFailed, "page-status", 4},
		{"is not allowed", []func() (claims.Article, error){inside}, claims.JobFailed, "inside-network", 1},
		{"panics", []func() (claims.Article, error){poison}, claims.JobFailed, "internal", 4},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fetcher := &scripted{outcomes: test.outcomes}
			b := newBench(t, fetcher)
			job, err := b.AddLink(t.Context(), b.act(), "https://courier.example/fire", claims.ArticleHead{})
			if err != nil {
				t.Fatal(err)
			}
			for range 6 {
				b.drain(t)
				b.now = b.now.Add(10 * time.Minute)
			}
			job, err = b.Job(t.Context(), job.ID)
			if err != nil {
				t.Fatal(err)
			}
			if job.State != test.state || fetcher.asked != test.asked {
				t.Errorf("state %s after %d fetches, want %s after %d; problem %+v", job.State, fetcher.asked, test.state, test.asked, job.Problem)
			}
			if test.code != "" && (job.Problem == nil || job.Problem.Code != test.code || strings.Contains(job.Problem.Detail, "poison")) {
				t.Errorf("problem %+v, want code %s", job.Problem, test.code)
			}
			if test.state == claims.JobDone && job.Article == "" {
				t.Error("a done job names no article")
			}
		})
	}
}

// One article that cannot be read blocks nobody behind it.
func TestAFailedJobBlocksNobody(t *testing.T) {
	b := newBench(t, &scripted{outcomes: []func() (claims.Article, error){func() (claims.Article, error) { panic("poison") }}})
	if _, err := b.AddLink(t.Context(), b.act(), "https://courier.example/fire", claims.ArticleHead{}); err != nil {
		t.Fatal(err)
	}
	article := b.add(t, "The Observer", "2027-05-13", observer)
	b.drain(t)
	if got, err := b.Article(t.Context(), article.ID); err != nil || got.State != claims.ArticleReady {
		t.Errorf("the article behind is %s, error %v", got.State, err)
	}
}

func TestRelateRefusesTwoArticlesWithOneID(t *testing.T) {
	a := claims.Article{ID: "a", Text: courier}
	_, err := worker.Line{}.Relate(t.Context(), []claims.Article{a, a})
	if claims.KindOf(err) != claims.Invalid {
		t.Errorf("error %v", err)
	}
}
