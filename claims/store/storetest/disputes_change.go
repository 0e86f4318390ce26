package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

var anyOrder = cmpopts.SortSlices(func(a, b claims.ConflictID) bool { return a < b })

// worded is a dispute's wording, as the engine gives it.
func worded(question string, c ...claims.ConflictDetail) claims.Dispute {
	d := claims.Dispute{Question: question}
	for _, detail := range c {
		d.Positions = append(d.Positions, claims.Position{Label: "yes", Statements: []claims.Ref{detail.A}}, claims.Position{Label: "no", Statements: []claims.Ref{detail.B}})
	}
	return d
}

// merging wants two disputes that a person put together to stay together,
// whatever later runs make of them.
func merging(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p, q := w.pair("Oder"), w.pair("Spree")
	into, from := p.conflict.Dispute, q.conflict.Dispute
	note := must(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Dispute: from}}))(t)

	d := must(s.MergeDisputes(w.ctx, w.act(w.ada.ID), into, from, worded("both?", p.conflict, q.conflict)))(t)
	w.same([]any{into, "both?", int64(2), 4}, []any{d.ID, d.Question, d.Version, len(d.Positions)}, "the merged dispute")
	w.same([]claims.ConflictID{p.conflict.ID, q.conflict.ID}, d.Conflicts, "its conflicts", anyOrder)
	for _, c := range d.Details {
		w.same([]any{true, into}, []any{c.Placed, c.Dispute}, "conflict of the merged dispute")
	}
	w.same(into, must(s.Annotation(w.ctx, note.ID))(t).Target.Dispute, "dispute of the annotation")
	w.refused(second(s.DisputeDetails(w.ctx, []claims.DisputeID{from})), claims.NotFound, "no-such-dispute")
	w.refused(second(s.MergeDisputes(w.ctx, w.act(w.ada.ID), into, into, claims.Dispute{})), claims.Invalid, "same-dispute")
	w.refused(second(s.MergeDisputes(w.ctx, w.act(w.ada.ID), into, from, claims.Dispute{})), claims.NotFound, "no-such-dispute")

	// A run sees two questions, and another one no conflict at all.
	w.run(q.b, analysis([]claims.Statement{q.sb}, between(q.sa, q.sb, 0.9)))
	w.same(into, w.conflictOf(q.sa.ID, q.sb.ID).Dispute, "after a run that sees two questions")
	w.run(p.b, analysis([]claims.Statement{p.sb}))
	w.same(into, w.conflictOf(p.sa.ID, p.sb.ID).Dispute, "after a run that sees no conflict")

	entry := must(s.History(w.ctx, claims.Query{}))(t).Items
	for _, e := range entry {
		if e.Action == "dispute.merge" {
			w.same([]any{w.ada.ID, string(into), "because"}, []any{e.Actor, e.ID, e.Reason}, "history")
			return
		}
	}
	t.Error("the history does not tell of the merge")
}

// splitting wants what a person took apart to stay apart, new conflicts to go
// to the part that they fit, and the way back to be open.
func splitting(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p, q := w.pair("Isar"), w.pair("Inn")
	id := must(s.MergeDisputes(w.ctx, w.act(w.ada.ID), p.conflict.Dispute, q.conflict.Dispute, worded("both?", p.conflict, q.conflict)))(t).ID
	leave := []claims.ConflictID{q.conflict.ID}

	for _, bad := range []struct {
		code  string
		moved []claims.ConflictID
	}{{"nothing-parted", nil}, {"nothing-parted", []claims.ConflictID{p.conflict.ID, q.conflict.ID}}, {"not-of-the-dispute", []claims.ConflictID{p.conflict.ID, "none"}}} {
		w.refused(second(s.SplitDispute(w.ctx, w.act(w.ada.ID), id, bad.moved, claims.Dispute{}, claims.Dispute{})), claims.Invalid, bad.code)
	}
	act := w.act(w.ada.ID)
	act.Key, act.Digest = "key", "digest"
	d := must(s.SplitDispute(w.ctx, act, id, leave, worded("left?", p.conflict), worded("parted?", q.conflict)))(t)
	w.same([]any{"parted?", leave}, []any{d.Question, d.Conflicts}, "the new dispute")
	w.same(d.ID, must(s.SplitDispute(w.ctx, act, id, leave, claims.Dispute{}, claims.Dispute{}))(t).ID, "the same request again")
	left := must(s.DisputeDetails(w.ctx, []claims.DisputeID{id}))(t)[0]
	w.same([]any{"left?", []claims.ConflictID{p.conflict.ID}, 2}, []any{left.Question, left.Conflicts, len(left.Positions)}, "what is left")

	// A run that sees one question, with a new conflict that fits the new part.
	c := w.article("third", "Cem said both are wrong.")
	sc := said(t, c, "sc", "Cem", "both are wrong")
	fresh := between(q.sa, sc, 0.9)
	together, members := dispute("one?", fresh, between(q.sa, q.sb, 0.7))
	other, others := dispute("other?", between(p.sa, p.sb, 0.7))
	w.run(c, claims.Analysis{Statements: []claims.Statement{sc}, Conflicts: []claims.Conflict{fresh},
		Disputes: []claims.Dispute{together, other}, Members: [][]claims.Pair{members, others}})
	w.same([]any{d.ID, d.ID, id}, []any{w.conflictOf(q.sa.ID, sc.ID).Dispute, w.conflictOf(q.sa.ID, q.sb.ID).Dispute, w.conflictOf(p.sa.ID, p.sb.ID).Dispute},
		"disputes of the new conflict, of the parted one and of the other")

	back := must(s.MergeDisputes(w.ctx, w.act(w.ben.ID), id, d.ID, worded("again?", p.conflict)))(t)
	w.same([]any{id, 3}, []any{back.ID, len(back.Details)}, "merged again")
}
