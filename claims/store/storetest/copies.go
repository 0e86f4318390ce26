package storetest

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// copies wants a passage that two articles carry to be known from both sides,
// as long as both runs find it.
func copies(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p := w.pair("Elbe")
	c := w.article("third", "Ann said that nine tanks crossed Elbe.")
	sc := said(t, c, "sc", "Ann", "nine tanks crossed Elbe")
	run := func(pairs ...claims.Pair) {
		t.Helper()
		w.run(c, claims.Analysis{Statements: []claims.Statement{sc}, Copies: pairs})
	}
	run(claims.Pair{A: sc.ID, B: p.sa.ID}, claims.Pair{A: p.sa.ID, B: sc.ID}, claims.Pair{A: sc.ID, B: "none"})
	here := must(s.Article(w.ctx, c.ID))(t)
	want := []claims.Appearance{{Ref: claims.Ref{Article: c.ID, Statement: sc.ID}, Publisher: here.Publisher, Title: here.Title, Date: here.Date, URL: here.URL}}
	detail := must(s.Conflict(w.ctx, p.conflict.ID))(t)
	w.same(want, detail.SideA.Also, "of the conflict's side")
	w.same([]claims.Appearance(nil), detail.SideB.Also, "of the other side")
	d := must(s.DisputeDetails(w.ctx, []claims.DisputeID{p.conflict.Dispute}))(t)[0]
	w.same(want, d.Sides[p.sa.ID].Also, "of the position")
	w.same(p.a.ID, must(s.Statement(w.ctx, sc.ID))(t).Also[0].Article, "seen from the copy")

	run(claims.Pair{A: sc.ID, B: p.sa.ID})
	w.same(1, len(must(s.Statement(w.ctx, p.sa.ID))(t).Also), "appearances after the same run again")
	run()
	w.same(0, len(must(s.Statement(w.ctx, p.sa.ID))(t).Also), "appearances after a run that finds none")
	run(claims.Pair{A: sc.ID, B: p.sa.ID})
	w.run(c, claims.Analysis{})
	w.same(0, len(must(s.Statement(w.ctx, p.sa.ID))(t).Also), "appearances of a statement that has gone")
}
