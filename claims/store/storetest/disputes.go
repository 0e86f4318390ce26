package storetest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

var (
	// ignoreArticles leaves out the articles of sides, which each run changes.
	ignoreArticles = cmpopts.IgnoreFields(claims.Side{}, "Article")
	sortStrings    = cmpopts.SortSlices(func(a, b string) bool { return a < b })
)

// growing wants a dispute to keep its id while articles come in, the older
// one's where two grow together, and what people noted to stay with it.
func growing(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p, q := w.pair("older"), w.pair("newer")
	older, newer := p.conflict.Dispute, q.conflict.Dispute
	note := must(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Dispute: newer}}))(t)

	c := w.article("third", "Cem said both are wrong.")
	sc := said(t, c, "sc", "Cem", "both are wrong")
	x, y := between(p.sa, sc, 0.9), between(q.sb, sc, 0.8)
	together, members := dispute("what now?", x, y, between(p.sa, p.sb, 0.7), between(q.sa, q.sb, 0.7))
	w.run(c, claims.Analysis{Statements: []claims.Statement{sc}, Conflicts: []claims.Conflict{x, y},
		Disputes: []claims.Dispute{together}, Members: [][]claims.Pair{members}})
	all := must(s.DisputeDetails(w.ctx, nil))(t)
	if len(all) != 1 {
		t.Fatalf("%d disputes, want one", len(all))
	}
	d := all[0]
	w.same([]any{older, "what now?", 4, int64(2)}, []any{d.ID, d.Question, len(d.Details), d.Version}, "the dispute grown together")
	w.same(d.Conflicts, conflictIDs(d.Details), "conflicts and their details")
	if !slices.IsSortedFunc(d.Details, func(a, b claims.ConflictDetail) int { return cmpDescending(a.Score, b.Score) }) {
		t.Error("conflicts are not strongest first")
	}
	w.same(older, must(s.Annotation(w.ctx, note.ID))(t).Target.Dispute, "dispute of the annotation")
	w.refused(second(s.DisputeDetails(w.ctx, []claims.DisputeID{newer})), claims.NotFound, "no-such-dispute")

	// The third article no longer takes part: its statement leaves the positions.
	w.run(c, claims.Analysis{Statements: []claims.Statement{sc}})
	d = must(s.DisputeDetails(w.ctx, []claims.DisputeID{older}))(t)[0]
	for _, position := range d.Positions {
		for _, ref := range position.Statements {
			if ref.Statement == sc.ID {
				t.Errorf("position %q still names the statement", position.Label)
			}
		}
	}
	if len(d.Details) != 2 {
		t.Errorf("%d conflicts, want 2", len(d.Details))
	}

	// The two part again: the older id stays with the first, the other is new.
	d1, m1 := dispute("one", between(q.sa, q.sb, 0.7))
	d2, m2 := dispute("two", between(p.sa, p.sb, 0.7))
	w.run(q.b, claims.Analysis{Statements: []claims.Statement{q.sb}, Conflicts: []claims.Conflict{between(q.sa, q.sb, 0.7)},
		Disputes: []claims.Dispute{d1, d2}, Members: [][]claims.Pair{m1, m2}})
	w.same(older, w.conflictOf(q.sa.ID, q.sb.ID).Dispute, "the first part keeps the id")
	if other := w.conflictOf(p.sa.ID, p.sb.ID).Dispute; other == older || other == "" {
		t.Errorf("the second part is in %q", other)
	}
}

// emptied wants a dispute that people noted something on to outlive its
// conflicts, apart from the lists.
func emptied(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p := w.pair("Weser")
	id := p.conflict.Dispute
	must(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Dispute: id}}))(t)
	w.run(p.b, analysis([]claims.Statement{p.sb}))
	if n := len(must(s.ListDisputes(w.ctx, claims.Query{}))(t).Items); n != 0 {
		t.Errorf("%d disputes without conflicts are listed", n)
	}
	w.same(0, len(must(s.DisputeDetails(w.ctx, []claims.DisputeID{id}))(t)[0].Details), "conflicts of the emptied dispute")
}

// neighbours wants the conflicts of the disputes around some statements, but
// none that is about to be replaced.
func neighbours(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p, q := w.pair("Neckar"), w.pair("Mosel")
	around := func(article claims.ArticleID, ids ...claims.StatementID) []claims.ConflictID {
		t.Helper()
		var out []claims.ConflictID
		for _, c := range must(s.Neighbours(w.ctx, article, ids))(t) {
			out = append(out, c.ID)
		}
		return out
	}
	w.same([]claims.ConflictID{p.conflict.ID}, around("another", p.sa.ID, "none"), "of one statement")
	w.same([]claims.ConflictID{p.conflict.ID, q.conflict.ID}, around("another", p.sa.ID, q.sb.ID), "of two", cmpopts.SortSlices(func(a, b claims.ConflictID) bool { return a < b }))
	w.same([]claims.ConflictID(nil), around(p.b.ID, p.sa.ID), "about to be replaced")
	w.judge(w.ada, p.conflict.ID, claims.Agrees)
	w.same([]claims.ConflictID{p.conflict.ID}, around(p.b.ID, p.sa.ID), "touched")
	w.same([]claims.ConflictID(nil), around(p.b.ID), "of none")
	got := must(s.Neighbours(w.ctx, p.b.ID, []claims.StatementID{p.sb.ID}))(t)
	w.same(must(s.Conflict(w.ctx, p.conflict.ID))(t).Conflict, got[0], "the conflict", cmp.Options{})
	pair := []claims.Pair{{A: p.conflict.A.Statement, B: p.conflict.B.Statement}}
	w.same(pair, must(s.Paired(w.ctx, p.a.ID))(t), "pairs of an article")
	w.same(pair, must(s.Paired(w.ctx, p.b.ID))(t), "pairs of the other side's article")
}

func conflictIDs(details []claims.ConflictDetail) []claims.ConflictID {
	var out []claims.ConflictID
	for _, d := range details {
		out = append(out, d.ID)
	}
	return out
}

func cmpDescending(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}
