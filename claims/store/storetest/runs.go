package storetest

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// untouched wants a run to replace what nobody touched: what is found again
// keeps its id, what is not goes.
func untouched(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a, b := w.article("A", "Ann said it rained. Ann said it snowed."), w.article("B", "Bob said it was dry.")
	s1, s2, s3 := said(t, a, "s1", "Ann", "it rained"), said(t, a, "s2", "Ann", "it snowed"), said(t, b, "s3", "Bob", "it was dry")
	claim := func(st claims.Statement) claims.Claim {
		return claims.Claim{Article: st.Article, Statement: st.ID, Text: st.Text, Keys: []claims.Key{{Text: "weather", Weight: 1}}}
	}
	w.run(a, analysisWithClaims([]claims.Statement{s1, s2}, []claims.Claim{claim(s1), claim(s2)}))
	w.run(b, analysisWithClaims([]claims.Statement{s3}, []claims.Claim{claim(s3)}, between(s1, s3, 0.7), between(s2, s3, 0.6)))
	c1 := w.conflictOf("s1", "s3")

	w.run(b, analysisWithClaims([]claims.Statement{s3}, []claims.Claim{claim(s3)}, between(s1, s3, 0.7), between(s2, s3, 0.6)))
	w.same(c1, w.conflictOf("s1", "s3"), "a run that finds the same changes nothing", ignoreArticles)

	s1.Speaker.Name = "Ann Arbor"
	w.run(a, analysisWithClaims([]claims.Statement{s1}, []claims.Claim{claim(s1)}, between(s3, s1, 0.9)))
	all := w.conflicts(claims.ConflictQuery{})
	if len(all) != 1 || all[0].ID != c1.ID || all[0].Version <= c1.Version || all[0].Score != 0.9 || all[0].A.Statement != "s3" {
		t.Errorf("conflicts after the second run: %+v", all)
	}
	got := must(s.StatementsOf(w.ctx, a.ID))(t)
	if len(got) != 1 || got[0].Speaker.Name != "Ann Arbor" || got[0].Version != 2 {
		t.Errorf("statements after the second run: %+v", got)
	}
	w.refused(second(s.Statement(w.ctx, "s2")), claims.NotFound, "no-such-statement")
	w.same([]claims.StatementID{"s1"}, refs(nearTo(w, s, claim(s3), 10)), "claims left in the index")
	disputes := must(s.DisputeDetails(w.ctx, nil))(t)
	if len(disputes) != 1 || disputes[0].ID != c1.Dispute || len(disputes[0].Details) != 1 {
		t.Errorf("disputes after the second run: %+v", disputes)
	}
	w.run(a, analysis(nil))
	if n := must(s.CountConflicts(w.ctx, claims.ConflictQuery{}))(t); n != 0 {
		t.Errorf("%d conflicts after a run that found nothing", n)
	}
	if n := len(must(s.ListDisputes(w.ctx, claims.Query{}))(t).Items); n != 0 {
		t.Errorf("%d disputes are left without a conflict", n)
	}
}

// touched wants a run to leave what people did as they saw it.
func touched(t *testing.T, s *store.Store) {
	for name, touch := range map[string]func(w *world, p pair){
		"judged": func(w *world, p pair) { w.judge(w.ada, p.conflict.ID, claims.Contradicts) },
		"annotated": func(w *world, p pair) {
			must(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Conflict: p.conflict.ID}}))(w.T)
		},
	} {
		t.Run(name, func(t *testing.T) { touchedBy(t, s, name, touch) })
	}
}

func touchedBy(t *testing.T, s *store.Store, name string, touch func(w *world, p pair)) {
	w := newWorld(t, s)
	p := w.pair(name)
	touch(w, p)
	seen := must(s.Conflict(w.ctx, p.conflict.ID))(t)

	changed := p.sb
	changed.Speaker.Name, changed.Content = "Somebody else", []claims.Span{{Start: 0, End: 3}}
	changed.Text = changed.Content[0].In(p.b.Text)
	w.run(p.b, analysis([]claims.Statement{changed}, between(changed, p.sa, 0.95)))
	now := must(s.Conflict(w.ctx, p.conflict.ID))(t)
	w.same(seen.SideB.Statement, now.SideB.Statement, "words and speaker as seen")
	w.same([]any{seen.Kind, seen.Score, seen.Reasons, seen.A, seen.B, seen.State, seen.Judgement}, []any{now.Kind, now.Score, now.Reasons, now.A, now.B, now.State, now.Judgement}, "conflict as seen")
	if now.EngineNow == nil || now.EngineNow.Score != 0.95 || now.Version <= seen.Version {
		t.Fatalf("the engine now says %+v", now.EngineNow)
	}
	w.same(p.sa.Content, now.EngineNow.Reasons[0].A, "the engine's reasons are turned to the sides as seen")

	w.run(p.b, analysis([]claims.Statement{p.sb}, between(p.sa, p.sb, 0.7)))
	if now := must(s.Conflict(w.ctx, p.conflict.ID))(t); now.EngineNow != nil {
		t.Errorf("the engine says what was seen, yet now says %+v", now.EngineNow)
	}

	w.run(p.b, analysis(nil))
	now = must(s.Conflict(w.ctx, p.conflict.ID))(t)
	if now.EngineNow == nil || now.EngineNow.Relation != claims.RelationNeutral {
		t.Fatalf("the engine no longer finds it, and now says %+v", now.EngineNow)
	}
	w.same(seen.SideB.Statement.Text, now.SideB.Statement.Text, "the words are still there")
	if n := len(must(s.ListStatements(w.ctx, claims.StatementQuery{Article: p.b.ID}))(t).Items); n != 0 {
		t.Errorf("the statement that is no longer found is still listed")
	}
	w.same(seen.Dispute, now.Dispute, "dispute")

	w.run(p.b, analysis([]claims.Statement{p.sb}, between(p.sa, p.sb, 0.7)))
	now = must(s.Conflict(w.ctx, p.conflict.ID))(t)
	if now.EngineNow != nil || len(must(s.ListStatements(w.ctx, claims.StatementQuery{Article: p.b.ID}))(t).Items) != 1 {
		t.Errorf("found again: %+v", now.EngineNow)
	}
}

// byHand wants a conflict that a person joined to outlive runs that never
// heard of it, and an annotated statement likewise.
func byHand(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p, q := w.pair("Spree"), w.pair("Havel")
	joined := must(s.JoinByHand(w.ctx, w.act(w.ada.ID), p.sa.ID, q.sb.ID, claims.Comparison{Kind: claims.Contradicts, Score: 0.4}, "", ""))(t)
	must(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Tagging, Body: "x", Target: claims.Target{Statement: p.sb.ID}}))(t)
	for _, a := range []claims.Article{p.a, p.b, q.a, q.b} {
		w.run(a, analysis(nil))
	}
	all := w.conflicts(claims.ConflictQuery{})
	if len(all) != 1 || all[0].ID != joined.ID {
		t.Fatalf("conflicts: %+v", all)
	}
	if all[0].EngineNow != nil {
		t.Errorf("the engine never saw a conflict here, and now says %+v", all[0].EngineNow)
	}
	w.same([]string{p.sa.Text, q.sb.Text}, []string{all[0].SideA.Statement.Text, all[0].SideB.Statement.Text}, "sides", sortStrings)
	must(s.Statement(w.ctx, p.sb.ID))(t)
	w.refused(second(s.Statement(w.ctx, q.sa.ID)), claims.NotFound, "no-such-statement")
	if left := must(s.ClaimsOf(w.ctx, []claims.StatementID{p.sa.ID}))(t); len(left) != 0 {
		t.Errorf("a statement that is no longer found still puts forward %+v", left)
	}
}

// atOnce lets a person judge a conflict in the moment in which a run no longer
// finds it: either the judgement came first and stays, with its conflict, or
// it is refused because the conflict is gone. It is never lost.
func atOnce(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	for i := range 12 {
		p := w.pair(fmt.Sprint("Inn ", i))
		job, act, now := w.jobFor(p.b), w.act(w.ada.ID), w.now()
		var group sync.WaitGroup
		var judged, ran error
		group.Go(func() {
			_, judged = s.CreateReview(w.ctx, act, claims.Review{Conflict: p.conflict.ID, Judgement: claims.Agrees})
		})
		group.Go(func() {
			ran = s.SaveAnalysis(w.ctx, job, claims.Analysis{Article: p.b.ID, Statements: []claims.Statement{p.sb}}, now)
		})
		group.Wait()
		w.ok(ran)
		c, err := s.Conflict(w.ctx, p.conflict.ID)
		if judged == nil {
			w.ok(err)
			w.same([]any{1, claims.Judged}, []any{len(c.Reviews), c.State}, "the judgement that was taken")
			continue
		}
		w.refused(judged, claims.NotFound, "no-such-conflict")
		w.refused(err, claims.NotFound, "no-such-conflict")
	}
}

// refusedResults wants results that do not fit their article to change
// nothing.
func refusedResults(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p := w.pair("Isar")
	before := w.conflicts(claims.ConflictQuery{})
	good := func() claims.Analysis { return analysis([]claims.Statement{p.sb}, between(p.sa, p.sb, 0.5)) }
	for _, test := range []struct {
		name  string
		spoil func(r *claims.Analysis)
		kind  claims.Kind
	}{
		{"a span outside the text", func(r *claims.Analysis) { r.Statements[0].Content = []claims.Span{{Start: 0, End: 1 << 20}} }, claims.Internal},
		{"a statement without content", func(r *claims.Analysis) { r.Statements[0].Content = nil }, claims.Internal},
		{"a statement of another article", func(r *claims.Analysis) { r.Statements[0].Article = p.a.ID }, claims.Internal},
		{"the same conflict twice", func(r *claims.Analysis) { r.Conflicts = append(r.Conflicts, between(p.sb, p.sa, 0.6)) }, claims.Internal},
		{"a score above one", func(r *claims.Analysis) { r.Conflicts[0].Score = 1.5 }, claims.Internal},
		{"a reason outside the text", func(r *claims.Analysis) { r.Conflicts[0].Reasons[0].B = []claims.Span{{Start: 5, End: 1 << 20}} }, claims.Internal},
		{"a claim of no statement", func(r *claims.Analysis) { r.Claims = []claims.Claim{{Article: p.b.ID, Statement: "none"}} }, claims.Internal},
		{"a statement elsewhere that has gone", func(r *claims.Analysis) { r.Conflicts[0].A.Statement = "gone" }, claims.Busy},
	} {
		r := good()
		test.spoil(&r)
		if err := w.tryRun(p.b, r); claims.KindOf(err) != test.kind {
			t.Errorf("%s: got %v (%s), want kind %s", test.name, err, claims.KindOf(err), test.kind)
		}
		w.clock = w.clock.Add(time.Hour)
		w.same(before, w.conflicts(claims.ConflictQuery{}), "conflicts after "+test.name, ignoreArticles)
	}
	w.run(p.b, good())
}
