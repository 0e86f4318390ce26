package storetest

import (
	"sync"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// once wants a request repeated under its key to have one effect and one
// answer, for every act that makes something.
func once(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p, q := w.pair("Rhine"), w.pair("Main")
	for _, test := range []struct {
		name string
		do   func(act claims.Act) (id string, err error)
	}{
		{"article", func(act claims.Act) (string, error) {
			a, j, err := s.AddArticle(w.ctx, act, claims.Article{Text: "t", Snapshot: claims.Snapshot{Bytes: []byte("b")}})
			return string(a.ID) + string(j.ID), err
		}},
		{"link", func(act claims.Act) (string, error) {
			j, err := s.AddLink(w.ctx, act, "https://example.org/", claims.ArticleHead{})
			return string(j.ID), err
		}},
		{"conflict", func(act claims.Act) (string, error) {
			c, err := s.JoinByHand(w.ctx, act, p.sa.ID, q.sb.ID, claims.Comparison{Kind: claims.Agrees}, "", "")
			return string(c.ID), err
		}},
		{"annotation", func(act claims.Act) (string, error) {
			a, err := s.CreateAnnotation(w.ctx, act, claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Article: p.a.ID}})
			return string(a.ID), err
		}},
		{"review", func(act claims.Act) (string, error) {
			r, err := s.CreateReview(w.ctx, act, claims.Review{Conflict: p.conflict.ID, Judgement: claims.Agrees})
			return string(r.Conflict) + r.CreatedAt.String(), err
		}},
		{"token", func(act claims.Act) (string, error) {
			k, err := s.CreateToken(w.ctx, act, claims.Token{Name: "t"}, "hash of "+string(act.Actor))
			return k.ID, err
		}},
	} {
		act := w.act(w.ada.ID)
		act.Key, act.Digest = "key of "+test.name, "digest"
		first := must(test.do(act))(t)
		before := historyOf(w)
		act.At = w.now()
		w.same(first, must(test.do(act))(t), test.name+" a second time")
		w.same(before, historyOf(w), "history after "+test.name+" a second time")
		act.Digest = "another"
		w.refused(second(test.do(act)), claims.Invalid, "key-reused")
		act.Actor, act.Digest = w.ben.ID, "digest"
		if again, err := test.do(act); err == nil && again == first {
			t.Errorf("%s: another person's request under the same key gave the first one's result", test.name)
		}
	}
	act := w.act(w.ada.ID)
	act.Key, act.Digest = "key of link", "digest"
	w.refused(second(s.CreateAnnotation(w.ctx, act, claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Article: p.a.ID}})), claims.Invalid, "key-reused")
}

// onceAtOnce wants the same of requests that come in at the same moment.
func onceAtOnce(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	act := w.act(w.ada.ID)
	act.Key, act.Digest = "key", "digest"
	got := make([]claims.JobID, 8)
	var group sync.WaitGroup
	for i := range got {
		group.Go(func() {
			j, err := s.AddLink(w.ctx, act, "https://example.org/", claims.ArticleHead{})
			if err != nil {
				t.Error(err)
			}
			got[i] = j.ID
		})
	}
	group.Wait()
	for _, id := range got {
		w.same(got[0], id, "job of the same request")
	}
	if n := len(must(s.ListJobs(w.ctx, claims.Query{}))(t).Items); n != 1 {
		t.Errorf("%d jobs", n)
	}
	// A failed act does not spend its key.
	act.Key = "other"
	w.refused(second(s.CreateAnnotation(w.ctx, act, claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Article: "none"}})), claims.NotFound, "no-such-article")
	must(s.AddLink(w.ctx, act, "https://example.org/", claims.ArticleHead{}))(t)
}

func historyOf(w *world) []claims.HistoryEntry {
	w.Helper()
	return must(w.s.History(w.ctx, claims.Query{Limit: 200}))(w.T).Items
}
