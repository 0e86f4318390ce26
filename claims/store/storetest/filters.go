package storetest

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// filters wants each filter of the conflicts to give what it names and no
// more, in the list and in the count.
func filters(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a := w.article("A", "Ann Ärmel said 100% of it_was true. Ann Ärmel said no tank came.")
	b := w.article("B", "Bob said 100 of it was false. BOB O'NEIL said tanks came.")
	s1, s2 := said(t, a, "s1", "Ann Ärmel", "100% of it_was true"), said(t, a, "s2", "Ann Ärmel", "no tank came")
	s3, s4 := said(t, b, "s3", "Bob", "100 of it was false"), said(t, b, "s4", "BOB O'NEIL", "tanks came")
	weak, fair, strong := between(s1, s3, 0.39), between(s2, s4, claims.FairFrom), between(s2, s3, claims.StrongFrom)
	fair.Kind = claims.DiffersInNumber
	w.run(a, analysis([]claims.Statement{s1, s2}))
	w.run(b, analysis([]claims.Statement{s3, s4}, weak, fair, strong))
	byHand := must(s.JoinByHand(w.ctx, w.act(w.ada.ID), s1.ID, s4.ID, claims.Comparison{Kind: claims.Unrelated, Score: 0.1}, "look", ""))(t)
	w13, w24, w23 := w.conflictOf("s1", "s3"), w.conflictOf("s2", "s4"), w.conflictOf("s2", "s3")
	w.judge(w.ada, w24.ID, claims.Agrees)
	w.judge(w.ben, w24.ID, claims.Contradicts)
	w.judge(w.ben, w23.ID, claims.Contradicts)

	c := func(list ...claims.ConflictDetail) []claims.ConflictID {
		out := []claims.ConflictID{}
		for _, d := range list {
			out = append(out, d.ID)
		}
		return out
	}
	for _, test := range []struct {
		name string
		q    claims.ConflictQuery
		want []claims.ConflictID
	}{
		{"all", claims.ConflictQuery{}, c(w23, w24, w13, byHand)},
		{"open", claims.ConflictQuery{State: claims.Open}, c(w13, byHand)},
		{"judged", claims.ConflictQuery{State: claims.Judged}, c(w23)},
		{"differing", claims.ConflictQuery{State: claims.Differing}, c(w24)},
		{"kind", claims.ConflictQuery{Kind: claims.DiffersInNumber}, c(w24)},
		{"weak", claims.ConflictQuery{Strength: claims.Weak}, c(w13, byHand)},
		{"fair", claims.ConflictQuery{Strength: claims.Fair}, c(w24)},
		{"strong", claims.ConflictQuery{Strength: claims.Strong}, c(w23)},
		{"no strength", claims.ConflictQuery{Strength: "enormous"}, c()},
		{"article", claims.ConflictQuery{Article: a.ID}, c(w23, w24, w13, byHand)},
		{"no article", claims.ConflictQuery{Article: "none"}, c()},
		{"dispute", claims.ConflictQuery{Dispute: w23.Dispute}, c(w23)},
		{"origin", claims.ConflictQuery{Origin: claims.ByPerson}, c(byHand)},
		{"by Ada", claims.ConflictQuery{By: w.ada.ID}, c(w24)},
		{"not by Ada", claims.ConflictQuery{NotBy: w.ada.ID}, c(w23, w13, byHand)},
		{"by Ben, not by Ada", claims.ConflictQuery{By: w.ben.ID, NotBy: w.ada.ID}, c(w23)},
		{"speaker in any case, beyond ASCII", claims.ConflictQuery{Speaker: "äRMEL"}, c(w23, w24, w13, byHand)},
		{"speaker with a quote", claims.ConflictQuery{Speaker: "o'neil"}, c(w24, byHand)},
		{"text", claims.ConflictQuery{Text: "TANK CAME"}, c(w23, w24)},
		{"a percent sign is itself", claims.ConflictQuery{Text: "100%"}, c(w13, byHand)},
		{"an underscore is itself", claims.ConflictQuery{Text: "it_was"}, c(w13, byHand)},
		{"a backslash is itself", claims.ConflictQuery{Text: `\`}, c()},
		{"both together", claims.ConflictQuery{State: claims.Open, Strength: claims.Weak, Text: "true", Origin: claims.BySoftware}, c(w13)},
	} {
		w.same(test.want, c(w.conflicts(test.q)...), test.name)
		if n := must(s.CountConflicts(w.ctx, test.q))(t); n != len(test.want) {
			t.Errorf("%s: counted %d, want %d", test.name, n, len(test.want))
		}
	}
	_, err := s.ListConflicts(w.ctx, claims.ConflictQuery{Text: strings.Repeat("x", claims.MaxField+1)})
	w.refused(err, claims.Invalid, "too-long")
	statementFilters(w)
}

func statementFilters(w *world) {
	w.Helper()
	for _, test := range []struct {
		name string
		q    claims.StatementQuery
		want int
	}{
		{"all", claims.StatementQuery{}, 4},
		{"speaker", claims.StatementQuery{Speaker: "bob"}, 2},
		{"text", claims.StatementQuery{Text: "100%"}, 1},
		{"article", claims.StatementQuery{Article: "none"}, 0},
	} {
		if got := must(w.s.ListStatements(w.ctx, test.q))(w.T).Items; len(got) != test.want {
			w.Errorf("%s: %d statements, want %d", test.name, len(got), test.want)
		}
	}
}

// hostile wants that no text from outside makes the store fail in a way that
// is not foreseen.
func hostile(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	for _, text := range []string{"\x00", "a\x00b", "\xff\xfe", "'; drop table users; --", "\u202e", strings.Repeat("ä", 100_000), "%", "\\"} {
		id := text
		for name, err := range map[string]error{
			"article":    second(s.Article(w.ctx, claims.ArticleID(id))),
			"statement":  second(s.Statement(w.ctx, claims.StatementID(id))),
			"conflict":   second(s.Conflict(w.ctx, claims.ConflictID(id))),
			"annotation": second(s.Annotation(w.ctx, claims.AnnotationID(id))),
			"job":        second(s.Job(w.ctx, claims.JobID(id))),
			"dispute":    second(s.DisputeDetails(w.ctx, []claims.DisputeID{claims.DisputeID(id)})),
			"session":    second(s.SessionUser(w.ctx, id, w.now())),
			"token":      second(s.TokenUser(w.ctx, id, w.now())),
			"conflicts":  second(s.ListConflicts(w.ctx, claims.ConflictQuery{Speaker: text, Text: text, State: claims.ConflictState(text)})),
			"statements": second(s.ListStatements(w.ctx, claims.StatementQuery{Speaker: text, Text: text})),
			"note":       second(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Tagging, Body: text, Target: claims.Target{Article: "none"}})),
			"key":        second(s.AddLink(w.ctx, claims.Act{Actor: w.ada.ID, At: w.now(), Key: text, Digest: text}, "https://example.org/"+name(text), claims.ArticleHead{})),
		} {
			if err != nil && claims.KindOf(err) == claims.Internal {
				t.Errorf("%s with %.20q: %v", name, text, err)
			}
		}
	}
	named, _, err := s.AddArticle(w.ctx, w.act(w.ada.ID), claims.Article{
		Text: "text", Snapshot: claims.Snapshot{From: "a\x00b\xff.txt", MediaType: "text/plain; charset=\xff"}})
	w.ok(err)
	w.same([]string{"a\uFFFDb\uFFFD.txt", "text/plain; charset=\uFFFD"}, []string{named.Snapshot.From, named.Snapshot.MediaType}, "a sender's names")
	if users := must(s.Users(w.ctx))(t); len(users) != 3 {
		t.Errorf("%d users", len(users))
	}
}

func second[T any](_ T, err error) error { return err }

func name(text string) string {
	if len(text) > 10 {
		return "long"
	}
	return ""
}
