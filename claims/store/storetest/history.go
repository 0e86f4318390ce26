package storetest

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// history wants one row for every act of a person and one for the results of
// a job, with who, when, why, and what was before and after.
func history(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p := w.pair("Saale")
	rows := historyOf(w)
	w.same("article.analyse", rows[0].Action, "the newest row")
	if rows[0].Run == "" || rows[0].Actor != "" {
		t.Errorf("a machine's row names run %q and actor %q", rows[0].Run, rows[0].Actor)
	}
	var results struct {
		Statements, Conflicts int
		SHA256                string
	}
	w.ok(json.Unmarshal(rows[0].After, &results))
	if results.Statements != 1 || results.Conflicts != 1 || len(results.SHA256) != 64 {
		t.Errorf("a job's results: %s", rows[0].After)
	}

	r := w.judge(w.ada, p.conflict.ID, claims.Agrees)
	note := must(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Tagging, Body: "one", Target: claims.Target{Article: p.a.ID}}))(t)
	token := must(s.CreateToken(w.ctx, w.act(w.ada.ID), claims.Token{Name: "t"}, "h"))(t)
	title := "new"
	for _, test := range []struct {
		action, subject, id string
		before, after       bool
		do                  func(act claims.Act) error
	}{
		{"review.update", "conflict", string(p.conflict.ID), true, true, func(act claims.Act) error {
			changed, err := s.UpdateReview(w.ctx, act, claims.Review{Conflict: p.conflict.ID, Judgement: claims.Updated}, r.Version)
			r = changed
			return err
		}},
		{"review.delete", "conflict", string(p.conflict.ID), true, false, func(act claims.Act) error { return s.DeleteReview(w.ctx, act, p.conflict.ID, r.Version) }},
		{"review.create", "conflict", string(p.conflict.ID), false, true, func(act claims.Act) error {
			return second(s.CreateReview(w.ctx, act, claims.Review{Conflict: p.conflict.ID, Judgement: claims.Updated}))
		}},
		{"annotation.update", "annotation", string(note.ID), true, true, func(act claims.Act) error {
			return second(s.UpdateAnnotation(w.ctx, act, note.ID, 1, "two"))
		}},
		{"annotation.delete", "annotation", string(note.ID), true, false, func(act claims.Act) error { return s.DeleteAnnotation(w.ctx, act, note.ID, 2) }},
		{"article.update", "article", string(p.a.ID), true, true, func(act claims.Act) error {
			a := must(s.Article(w.ctx, p.a.ID))(t)
			return second(s.UpdateArticle(w.ctx, act, p.a.ID, a.Version, claims.ArticlePatch{Title: &title}))
		}},
		{"token.delete", "token", token.ID, true, false, func(act claims.Act) error { return s.DeleteToken(w.ctx, act, token.ID) }},
	} {
		n := len(historyOf(w))
		act := w.act(w.ada.ID)
		w.ok(test.do(act))
		rows := historyOf(w)
		if len(rows) != n+1 {
			t.Errorf("%s wrote %d rows", test.action, len(rows)-n)
		}
		w.same([]any{test.action, test.subject, test.id, w.ada.ID, act.At, "because", test.before, test.after},
			[]any{rows[0].Action, rows[0].Subject, rows[0].ID, rows[0].Actor, rows[0].At, rows[0].Reason, rows[0].Before != nil, rows[0].After != nil}, "row of "+test.action)
	}

	// What is refused leaves no row.
	n := len(historyOf(w))
	w.refused(second(s.UpdateArticle(w.ctx, w.act(w.ada.ID), p.a.ID, 999, claims.ArticlePatch{Title: &title})), claims.Stale, "stale-version")
	w.refused(second(s.CreateReview(w.ctx, w.act(w.ada.ID), claims.Review{Conflict: p.conflict.ID, Judgement: claims.Agrees})), claims.Stale, "review-exists")
	if len(historyOf(w)) != n {
		t.Error("a refused act wrote history")
	}
	must(s.AddLink(w.ctx, claims.Act{At: w.now()}, "https://example.org/", claims.ArticleHead{}))(t)
	must(s.TakeJob(w.ctx, w.now(), time.Minute))(t)
}
