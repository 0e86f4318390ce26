package storetest

import (
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func reviews(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	id := w.pair("Oder").conflict.ID
	state := func(state claims.ConflictState, judgement claims.Label, reviews int) {
		t.Helper()
		c := must(s.Conflict(w.ctx, id))(t)
		w.same([]any{state, judgement, reviews}, []any{c.State, c.Judgement, len(c.Reviews)}, "state, judgement and reviews")
	}
	version := func() int64 { return must(s.Conflict(w.ctx, id))(t).Version }

	state(claims.Open, "", 0)
	before := version()
	first := w.judge(w.ada, id, claims.Contradicts)
	state(claims.Judged, claims.Contradicts, 1)
	if version() <= before {
		t.Error("the conflict's version did not grow with a review")
	}
	e := w.refused(second(s.CreateReview(w.ctx, w.act(w.ada.ID), claims.Review{Conflict: id, Judgement: claims.Agrees})), claims.Stale, "review-exists")
	w.same(string(id), e.Ref, "what the error is about")
	w.judge(w.ben, id, claims.Agrees)
	state(claims.Differing, "", 2)

	change := claims.Review{Conflict: id, Judgement: claims.Updated, Sureness: claims.Low, Note: "seen again"}
	w.refused(second(s.UpdateReview(w.ctx, w.act(w.ada.ID), change, first.Version+7)), claims.Stale, "stale-version")
	state(claims.Differing, "", 2)
	changed := must(s.UpdateReview(w.ctx, w.act(w.ada.ID), change, first.Version))(t)
	w.same(claims.Review{Conflict: id, Reviewer: w.ada.ID, Name: "Ada", Judgement: claims.Updated, Sureness: claims.Low, Note: "seen again",
		Version: changed.Version, CreatedAt: first.CreatedAt, UpdatedAt: w.clock}, changed, "changed review")
	state(claims.Judged, claims.Updated, 2)
	w.refused(second(s.UpdateReview(w.ctx, w.act(w.ada.ID), change, first.Version)), claims.Stale, "stale-version")

	w.refused(s.DeleteReview(w.ctx, w.act(w.ada.ID), id, first.Version), claims.Stale, "stale-version")
	w.ok(s.DeleteReview(w.ctx, w.act(w.ada.ID), id, changed.Version))
	state(claims.Judged, claims.Agrees, 1)
	w.refused(s.DeleteReview(w.ctx, w.act(w.ada.ID), id, changed.Version), claims.NotFound, "no-such-review")
	again := w.judge(w.ada, id, claims.Agrees)
	if again.Version <= changed.Version {
		t.Errorf("version %d came back after %d: a page that shows the deleted review could overwrite the new one", again.Version, changed.Version)
	}
	w.refused(second(s.CreateReview(w.ctx, w.act(w.ada.ID), claims.Review{Conflict: "none", Judgement: claims.Agrees})), claims.NotFound, "no-such-conflict")
	w.refused(second(s.CreateReview(w.ctx, w.act("nobody"), claims.Review{Conflict: id, Judgement: claims.Agrees})), claims.NotFound, "no-such-user")
	w.refused(second(s.CreateReview(w.ctx, w.act(w.ada.ID), claims.Review{Conflict: id, Judgement: "perhaps"})), claims.Invalid, "unknown-judgement")
}

func annotations(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	p := w.pair("Elbe")
	add := func(target claims.Target) (claims.Annotation, error) {
		return s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Commenting, Body: "hm", Target: target})
	}
	onWords := must(add(claims.Target{Article: p.a.ID, Words: &claims.Span{Start: 0, End: 3}, Exact: "Ann"}))(t)
	w.same(" said that nine tanks crossed El", onWords.Target.Suffix, "characters after the words")
	onArticle, onStatement := must(add(claims.Target{Article: p.a.ID}))(t), must(add(claims.Target{Statement: p.sa.ID}))(t)
	onConflict, onDispute := must(add(claims.Target{Conflict: p.conflict.ID}))(t), must(add(claims.Target{Dispute: p.conflict.Dispute}))(t)

	w.refused(second(add(claims.Target{Article: p.a.ID, Words: &claims.Span{Start: 0, End: 3}, Exact: "Bob"})), claims.Invalid, "quote-mismatch")
	w.refused(second(add(claims.Target{Article: p.a.ID, Words: &claims.Span{Start: 0, End: 3000}})), claims.Invalid, "span-outside")
	w.refused(second(add(claims.Target{Article: "none"})), claims.NotFound, "no-such-article")
	w.refused(second(add(claims.Target{Statement: "none"})), claims.NotFound, "no-such-statement")
	w.refused(second(add(claims.Target{Conflict: "none"})), claims.NotFound, "no-such-conflict")
	w.refused(second(add(claims.Target{Dispute: "none"})), claims.NotFound, "no-such-dispute")
	w.refused(second(add(claims.Target{})), claims.Invalid, "one-target")

	for _, test := range []struct {
		name string
		q    claims.AnnotationQuery
		want []claims.Annotation
	}{
		{"all, oldest first", claims.AnnotationQuery{}, []claims.Annotation{onWords, onArticle, onStatement, onConflict, onDispute}},
		{"of an article and its statements", claims.AnnotationQuery{Article: p.a.ID}, []claims.Annotation{onWords, onArticle, onStatement}},
		{"of a statement", claims.AnnotationQuery{Statement: p.sa.ID}, []claims.Annotation{onStatement}},
		{"of a conflict", claims.AnnotationQuery{Conflict: p.conflict.ID}, []claims.Annotation{onConflict}},
		{"of a dispute", claims.AnnotationQuery{Dispute: p.conflict.Dispute}, []claims.Annotation{onDispute}},
		{"of another article", claims.AnnotationQuery{Article: p.b.ID}, nil},
	} {
		w.same(test.want, must(s.ListAnnotations(w.ctx, test.q))(t).Items, test.name)
	}

	changed := must(s.UpdateAnnotation(w.ctx, w.act(w.ada.ID), onWords.ID, 1, "now I see"))(t)
	w.same([]any{"now I see", int64(2), w.clock}, []any{changed.Body, changed.Version, changed.UpdatedAt}, "changed annotation")
	w.refused(second(s.UpdateAnnotation(w.ctx, w.act(w.ada.ID), onWords.ID, 1, "late")), claims.Stale, "stale-version")
	w.refused(second(s.UpdateAnnotation(w.ctx, w.act(w.ada.ID), onWords.ID, 2, "")), claims.Invalid, "empty-body")
	w.refused(s.DeleteAnnotation(w.ctx, w.act(w.ada.ID), onWords.ID, 1), claims.Stale, "stale-version")
	w.ok(s.DeleteAnnotation(w.ctx, w.act(w.ada.ID), onWords.ID, 2))
	w.refused(s.DeleteAnnotation(w.ctx, w.act(w.ada.ID), onWords.ID, 2), claims.NotFound, "no-such-annotation")
}

func signIn(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	start := w.now()
	w.ok(s.CreateSignIn(w.ctx, w.owner.ID, "link", start, start.Add(time.Minute)))
	w.ok(s.CreateSignIn(w.ctx, w.owner.ID, "late", start, start.Add(time.Minute)))
	w.refused(second(s.UseSignIn(w.ctx, "late", start.Add(time.Minute))), claims.Unauthenticated, "bad-sign-in")
	w.same(w.owner, must(s.UseSignIn(w.ctx, "link", start.Add(time.Second)))(t), "user of the link")
	w.refused(second(s.UseSignIn(w.ctx, "link", start.Add(2*time.Second))), claims.Unauthenticated, "bad-sign-in")
	w.refused(s.CreateSignIn(w.ctx, "nobody", "x", start, start.Add(time.Minute)), claims.NotFound, "no-such-user")

	w.ok(s.CreateSession(w.ctx, w.ada.ID, "session", start, start.Add(time.Hour)))
	w.same(w.ada, must(s.SessionUser(w.ctx, "session", start.Add(59*time.Minute)))(t), "user of the session")
	w.refused(second(s.SessionUser(w.ctx, "session", start.Add(time.Hour))), claims.Unauthenticated, "no-session")
	w.ok(s.DeleteSession(w.ctx, "session"))
	w.ok(s.DeleteSession(w.ctx, "session"))
	w.refused(second(s.SessionUser(w.ctx, "session", start)), claims.Unauthenticated, "no-session")

	w.refused(second(s.CreateToken(w.ctx, w.act(w.ada.ID), claims.Token{}, "unnamed")), claims.Invalid, "empty-name")
	token := must(s.CreateToken(w.ctx, w.act(w.ada.ID), claims.Token{Name: "script", ExpiresAt: start.Add(24 * time.Hour)}, "secret"))(t)
	w.same(w.ada, must(s.TokenUser(w.ctx, "secret", start.Add(time.Hour)))(t), "user of the token")
	list := must(s.ListTokens(w.ctx, w.ada.ID))(t)
	w.same(start.Add(time.Hour), list[0].UsedAt, "last use of the token")
	w.refused(second(s.TokenUser(w.ctx, "secret", start.Add(24*time.Hour))), claims.Unauthenticated, "bad-token")
	w.refused(second(s.TokenUser(w.ctx, "other", start)), claims.Unauthenticated, "bad-token")
	w.refused(s.DeleteToken(w.ctx, w.act(w.ben.ID), token.ID), claims.NotFound, "no-such-token")
	w.ok(s.DeleteToken(w.ctx, w.act(w.owner.ID), token.ID))
	w.refused(second(s.TokenUser(w.ctx, "secret", start)), claims.Unauthenticated, "bad-token")

	w.same(w.ada, must(s.EnsureUser(w.ctx, w.act(""), "Ada", claims.Reviewer))(t), "user that is there")
	raised := must(s.EnsureUser(w.ctx, w.act(""), "Ada", claims.Owner))(t)
	w.same([]any{w.ada.ID, claims.Owner}, []any{raised.ID, raised.Role}, "user with another role")
	w.refused(second(s.EnsureUser(w.ctx, w.act(""), "Eve", "god")), claims.Invalid, "unknown-role")
	users := must(s.Users(w.ctx))(t)
	w.same([]string{"Ada", "Ben", "owner"}, []string{users[0].Name, users[1].Name, users[2].Name}, "users by name")
}
