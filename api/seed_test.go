package api

import (
	"context"
	"strings"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// The texts begin with characters of two, three and four bytes, so that
// offsets in bytes, UTF-16 and code points all differ.
const (
	heraldText = "Österreich … 😀\n\n“The bridge is safe,” said Ann Archer, the minister, on Monday.\n\nNobody was hurt."
	postText   = "Zürich – 🚧 news\n\nBo Brown, an engineer, denied that the bridge is safe.\n\nTraffic was light."
)

// story is what two articles on one event gave.
type story struct {
	herald, post claims.ArticleID
	says, denies claims.StatementID
	conflict     ConflictView
}

// fragment is where some words stand in a text.
func (w *world) fragment(text, words string) claims.Span {
	w.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		w.Fatalf("no %q in the text", words)
	}
	return claims.Span{Start: at, End: at + len(words)}
}

func (w *world) statement(a claims.ArticleID, id claims.StatementID, text, source, cue, content string, class claims.CueClass) claims.Statement {
	w.Helper()
	return claims.Statement{
		ID: id, Article: a, Type: claims.Indirect, Text: content, CueClass: class, Commitment: claims.Asserts,
		Source: []claims.Span{w.fragment(text, source)}, Cue: []claims.Span{w.fragment(text, cue)},
		Content: []claims.Span{w.fragment(text, content)},
		Speaker: claims.Speaker{Name: source, Kind: claims.Person},
	}
}

// paste hands an article in and gives its id.
func (w *world) paste(text, publisher string) claims.ArticleID {
	w.Helper()
	var job JobView
	w.must(202, request{as: w.ada, method: "POST", path: "/articles",
		body: asJSON(w.T, map[string]string{"text": text, "publisher": publisher, "date": "2026-11-23", "title": publisher + " on the bridge", "language": "en"})}, &job)
	return job.Article
}

// analyse stores what a run is to have found in the article whose job is due.
func (w *world) analyse(a claims.Analysis) {
	w.Helper()
	ctx, now := context.Background(), w.clock.Now()
	job, err := w.store.TakeJob(ctx, now, time.Minute)
	if err != nil {
		w.Fatal(err)
	}
	a.Article = job.Article
	a.Run = claims.Run{ID: claims.RunID(w.store.NewID()), Engine: "test", Settings: "{}", Models: "{}", At: now}
	if err := w.store.SaveAnalysis(ctx, job, a, now); err != nil {
		w.Fatal(err)
	}
}

// seed puts the story into the archive.
func (w *world) seed() story {
	w.Helper()
	s := story{says: "says", denies: "denies"}
	s.herald = w.paste(heraldText, "The Herald")
	w.analyse(claims.Analysis{
		Statements: []claims.Statement{w.statement(s.herald, s.says, heraldText, "Ann Archer", "said", "The bridge is safe", claims.CueSay)},
		Coverage:   claims.Coverage{Statements: 1},
	})
	s.post = w.paste(postText, "The Post")
	conflict := claims.Conflict{
		A: claims.Ref{Article: s.herald, Statement: s.says}, B: claims.Ref{Article: s.post, Statement: s.denies},
		Origin: claims.BySoftware, Kind: claims.Contradicts, Score: 0.84,
		Reasons: []claims.Reason{{Kind: claims.ReasonDenial, For: true,
			A: []claims.Span{w.fragment(heraldText, "safe")}, B: []claims.Span{w.fragment(postText, "denied")}}},
	}
	w.analyse(claims.Analysis{
		Statements: []claims.Statement{w.statement(s.post, s.denies, postText, "Bo Brown", "denied", "the bridge is safe", claims.CueDeny)},
		Conflicts:  []claims.Conflict{conflict},
		Disputes: []claims.Dispute{{Question: "Is the bridge safe?", Positions: []claims.Position{
			{Label: "It is safe", Statements: []claims.Ref{conflict.A}}, {Label: "It is not", Statements: []claims.Ref{conflict.B}}}}},
		Members:  [][]claims.Pair{{{A: s.says, B: s.denies}}},
		Coverage: claims.Coverage{Statements: 1, Compared: 1},
	})
	var page ConflictPageView
	w.must(200, request{as: w.ada, method: "GET", path: "/conflicts"}, &page)
	if len(page.Items) != 1 || page.Total != 1 {
		w.Fatalf("conflicts %+v", page)
	}
	s.conflict = page.Items[0]
	return s
}
