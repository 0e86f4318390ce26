package storetest

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func articles(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	if !must(s.Empty(w.ctx))(t) {
		t.Error("a new archive is not empty")
	}
	add := func(publisher, url, bytes string) (claims.Article, error) {
		a, _, err := s.AddArticle(w.ctx, w.act(w.ada.ID), claims.Article{
			Publisher: publisher, URL: url, Text: "text", Snapshot: claims.Snapshot{Bytes: []byte(bytes)},
		})
		return a, err
	}
	first := must(add("Times", "https://example.org/1", "bytes"))(t)
	if must(s.Empty(w.ctx))(t) {
		t.Error("an archive with an article is empty")
	}
	e := w.refused(second(add("Times", "https://example.org/1", "bytes")), claims.Exists, "article-exists")
	w.same(string(first.ID), e.Ref, "the article that is there")
	for _, other := range [][3]string{{"Post", "https://example.org/1", "bytes"}, {"Times", "https://example.org/2", "bytes"}, {"Times", "https://example.org/1", "other"}} {
		must(add(other[0], other[1], other[2]))(t)
	}

	outlet, title := "The Times", "A title"
	changed := must(s.UpdateArticle(w.ctx, w.act(w.ada.ID), first.ID, first.Version, claims.ArticlePatch{Publisher: &outlet, Title: &title}))(t)
	want := first
	want.Publisher, want.Title, want.Version = outlet, title, first.Version+1
	w.same(want, changed, "changed article")
	w.refused(second(s.UpdateArticle(w.ctx, w.act(w.ada.ID), first.ID, first.Version, claims.ArticlePatch{Title: &title})), claims.Stale, "stale-version")
	w.refused(second(s.UpdateArticle(w.ctx, w.act(w.ada.ID), "none", 1, claims.ArticlePatch{Title: &title})), claims.NotFound, "no-such-article")
	bad := "soon"
	w.refused(second(s.UpdateArticle(w.ctx, w.act(w.ada.ID), first.ID, changed.Version, claims.ArticlePatch{Date: &bad})), claims.Invalid, "bad-date")
	for _, publisher := range []string{"Times", "The Times"} { // as it came in, and as it is called now
		e := w.refused(second(add(publisher, "https://example.org/1", "bytes")), claims.Exists, "article-exists")
		w.same(string(first.ID), e.Ref, "the article that is there")
	}
	_, _, err := s.AddArticle(w.ctx, w.act(w.ada.ID), claims.Article{Text: "t", Snapshot: claims.Snapshot{Bytes: []byte("b"), SHA256: "beef"}})
	w.refused(err, claims.Invalid, "snapshot-digest")
	_, _, err = s.AddArticle(w.ctx, w.act(w.ada.ID), claims.Article{Text: "a\x00b"})
	w.refused(err, claims.Invalid, "nul-byte")
	w.refused(second(s.Snapshot(w.ctx, "none")), claims.NotFound, "no-such-article")
}

// newDate wants a changed date, and nothing else, to ask for another reading,
// once.
func newDate(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a := w.article("dated", "text")
	w.run(a, analysis(nil))
	queued := func() (n int) {
		for _, j := range must(s.ListJobs(w.ctx, claims.Query{}))(t).Items {
			if j.State == claims.JobQueued && j.Article == a.ID && j.Kind == claims.AnalyseJob {
				n++
			}
		}
		return n
	}
	for _, step := range []struct {
		name, title, date string
		want              int
	}{{"a title", "x", "", 0}, {"a date", "x", "2020-01-02", 1}, {"the same date", "y", "2020-01-02", 1}, {"another while one waits", "y", "2020-01-03", 1}} {
		now := must(s.Article(w.ctx, a.ID))(t)
		must(s.UpdateArticle(w.ctx, w.act(w.ada.ID), a.ID, now.Version, claims.ArticlePatch{Title: &step.title, Date: &step.date}))(t)
		if n := queued(); n != step.want {
			t.Errorf("after %s %d analyses are queued, want %d", step.name, n, step.want)
		}
	}
}
