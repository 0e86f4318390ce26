package storetest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func joins(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a, b := w.article("A", "Ann said it rained."), w.article("B", "Bob said it was dry. Cem said it snowed.")
	date := func(a claims.Article, date string) {
		must(s.UpdateArticle(w.ctx, w.act(w.ada.ID), a.ID, a.Version, claims.ArticlePatch{Date: &date}))(t)
	}
	sa, sb, sc := said(t, a, "1", "Ann", "it rained"), said(t, b, "2", "Bob", "it was dry"), said(t, b, "3", "", "it snowed")
	date(a, "2020-02-02")
	date(b, "2020-02-01")
	w.run(a, analysis([]claims.Statement{sa}))
	w.run(b, analysis([]claims.Statement{sb, sc}))
	told := claims.Comparison{Relation: claims.RelationNeutral, Kind: claims.Agrees, Score: 0.2,
		Reasons: []claims.Reason{{Kind: claims.ReasonTime, A: sa.Content, B: sb.Content}}}

	c := must(s.JoinByHand(w.ctx, w.act(w.ada.ID), sa.ID, sb.ID, told, "a note", ""))(t)
	w.same([]any{sb.ID, sa.ID}, []any{c.A.Statement, c.B.Statement}, "the one published first comes first")
	w.same([]claims.Reason{{Kind: claims.ReasonTime, A: sb.Content, B: sa.Content}}, c.Reasons, "reasons change sides with their statements")
	w.same([]any{claims.ByPerson, claims.Open, "a note", claims.Agrees, 0.2}, []any{c.Origin, c.State, c.Note, c.Kind, c.Score}, "conflict")
	d := must(s.DisputeDetails(w.ctx, []claims.DisputeID{c.Dispute}))(t)[0]
	w.same([]claims.Position{{Label: "Ann", Statements: []claims.Ref{c.B}}, {Label: "Bob", Statements: []claims.Ref{c.A}}}, d.Positions, "positions",
		sortPositions)
	for _, part := range []string{"Ann", "Bob", "it rained", "it was dry"} {
		if !strings.Contains(d.Question, part) {
			t.Errorf("the question %q lacks %q", d.Question, part)
		}
	}

	for _, ids := range [][2]claims.StatementID{{sa.ID, sb.ID}, {sb.ID, sa.ID}} {
		e := w.refused(second(s.JoinByHand(w.ctx, w.act(w.ben.ID), ids[0], ids[1], told, "", "")), claims.Exists, "already-joined")
		w.same(string(c.ID), e.Ref, "the conflict that is there")
	}
	w.refused(second(s.JoinByHand(w.ctx, w.act(w.ben.ID), sa.ID, sa.ID, told, "", "")), claims.Invalid, "same-statement")
	w.refused(second(s.JoinByHand(w.ctx, w.act(w.ben.ID), sa.ID, "none", told, "", "")), claims.NotFound, "no-such-statement")

	more := must(s.JoinByHand(w.ctx, w.act(w.ben.ID), sc.ID, sa.ID, told, "", ""))(t)
	w.same(c.Dispute, more.Dispute, "a conflict of a statement that is in a dispute joins it")
	d = must(s.DisputeDetails(w.ctx, nil))(t)[0]
	w.same([]any{int64(2), 3, 2}, []any{d.Version, len(d.Positions), len(d.Details)}, "the grown dispute")
}

// sortPositions lets positions come in any order.
var sortPositions = cmpopts.SortSlices(func(a, b claims.Position) bool { return a.Label < b.Label })
