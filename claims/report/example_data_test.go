package report_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
)

// An invented event, told by two outlets, and everything that breaks reports:
// an Arabic name, emoji, markup, a formula, characters that turn the direction
// of text round.

const courierText = `Ferry Halcyon runs aground off Port Ansel 🚢

The ferry Halcyon ran aground on Monday morning with 140 people on board.

The operator, Ansel Lines, said that nobody was hurt and that “all passengers were ashore within 40 minutes.” Its safety chief, ليلى حداد, said the crew had not been warned of the shoal.

Divers saw no leak, she added. <script>alert("courier")</script>`

const meridianText = "Ferry passengers treated after grounding\r\n\r\n" +
	"At least 6 passengers of the Halcyon were treated for injuries, the county’s health director, Tomás Ferreira, said on Tuesday.\r\n\r\n" +
	"The coastguard said it had warned the crew of the shoal twice by radio. *Not* [a link](javascript:alert(1)) | =cmd\r\n\r\n" +
	"“They waited almost three hours,” said Ferreira \u202eesrever\u202c of the passengers. He said divers would look again."

var made = time.Date(2026, 3, 6, 9, 30, 0, 0, time.UTC)

func article(id claims.ArticleID, title, publisher, url, date, text string) claims.Article {
	sum := sha256.Sum256([]byte(text))
	return claims.Article{
		ID: id, Title: title, Publisher: publisher, URL: url, Date: date, Language: "en", Text: text, State: claims.ArticleReady,
		Snapshot: claims.Snapshot{SHA256: hex.EncodeToString(sum[:]), Size: int64(len(text)), MediaType: "text/plain; charset=utf-8", From: url, ReceivedAt: made.Add(-48 * time.Hour)},
	}
}

func courier() claims.Article {
	a := article("a1", "Ferry aground: all safe 🚢 <script>alert(1)</script>", "Ansel Courier", "https://courier.example/ferry?id=7&p=1", "2026-03-02", courierText)
	a.Author = "R. Dell"
	return a
}

func meridian() claims.Article {
	return article("a2", "Passengers *treated* after grounding", "The \u202eMeridian", "https://meridian.example/news#top", "2026-03-03", meridianText)
}

// at finds words in a text.
func at(text, words string) claims.Span {
	i := strings.Index(text, words)
	if i < 0 {
		panic("the example does not hold " + words)
	}
	return claims.Span{Start: i, End: i + len(words)}
}

func statement(id claims.StatementID, a claims.Article, who claims.Speaker, source, cue string, content ...string) claims.Side {
	s := claims.Statement{
		ID: id, Article: a.ID, Type: claims.Indirect, Speaker: who, CueClass: claims.CueSay, Commitment: claims.Asserts,
		Source: []claims.Span{at(a.Text, source)}, Cue: []claims.Span{at(a.Text, cue)}, SaidAt: a.Date,
	}
	for _, c := range content {
		s.Content = append(s.Content, at(a.Text, c))
	}
	s.Text = claims.Join(a.Text, s.Content)
	return claims.Side{Statement: s, Article: a}
}

var (
	ansel    = claims.Speaker{Name: "Ansel Lines", Kind: claims.Organisation, Role: "operator"}
	haddad   = claims.Speaker{Name: "ليلى حداد", Kind: claims.Person, Role: "safety chief"}
	ferreira = claims.Speaker{Name: "Tomás Ferreira", Kind: claims.Person, Role: "the county’s health director"}
	guard    = claims.Speaker{Name: "the coastguard", Kind: claims.Organisation}
)

func hurt() claims.Side {
	return statement("s1", courier(), ansel, "Ansel Lines", "said that", "nobody was hurt")
}
func treated() claims.Side {
	return statement("s5", meridian(), ferreira, "Tomás Ferreira", "said on", "At least 6 passengers of the Halcyon were treated for injuries")
}
func ashore() claims.Side {
	return statement("s2", courier(), ansel, "Ansel Lines", "said that", "all passengers were ashore within 40 minutes")
}
func waited() claims.Side {
	return statement("s7", meridian(), ferreira, "Ferreira", "said Ferreira", "They waited almost three hours", "of the passengers")
}
func unwarned() claims.Side {
	s := statement("s3", courier(), haddad, "ليلى حداد", "said the crew", "the crew had not been warned of the shoal")
	s.Statement.Commitment = claims.Denies
	return s
}
func warned() claims.Side {
	return statement("s6", meridian(), guard, "The coastguard", "said it", "it had warned the crew of the shoal twice by radio")
}
func noLeak() claims.Side {
	return statement("s4", courier(), haddad, "she", "added", "Divers saw no leak")
}
func lookAgain() claims.Side {
	return statement("s8", meridian(), ferreira, "He", "He said", "divers would look again")
}

func conflict(id claims.ConflictID, a, b claims.Side, kind claims.Label, score float64, reasons []claims.Reason, reviews ...claims.Review) claims.ConflictDetail {
	c := claims.ConflictDetail{SideA: a, SideB: b, Reviews: reviews}
	c.ID, c.Origin, c.Kind, c.Score, c.Reasons, c.State, c.Run = id, claims.BySoftware, kind, score, reasons, claims.Open, "run-1"
	c.A = claims.Ref{Article: a.Article.ID, Statement: a.Statement.ID}
	c.B = claims.Ref{Article: b.Article.ID, Statement: b.Statement.ID}
	return c
}

func judged(c claims.ConflictDetail, state claims.ConflictState, l claims.Label) claims.ConflictDetail {
	c.State, c.Judgement = state, l
	return c
}

func by(name string, l claims.Label, sureness claims.Sureness, note string) claims.Review {
	return claims.Review{Reviewer: claims.UserID(strings.ToLower(name)), Name: name, Judgement: l, Sureness: sureness, Note: note, CreatedAt: made.Add(-time.Hour), UpdatedAt: made.Add(-time.Hour), Version: 1}
}

// example is two disputes with a pair of each sort.
func example() []claims.DisputeDetail {
	c, m := courier().Text, meridian().Text
	number := []claims.Reason{
		{Kind: claims.ReasonNumber, For: true, A: []claims.Span{at(c, "nobody")}, B: []claims.Span{at(m, "At least 6")}, Values: []string{"0", "at least 6"}},
		{Kind: claims.ReasonAntonym, For: true, A: []claims.Span{at(c, "hurt")}, B: []claims.Span{at(m, "treated for injuries")}},
		{Kind: claims.ReasonUpdate, A: []claims.Span{}, B: []claims.Span{at(m, "on Tuesday")}, Values: []string{"2026-03-02", "2026-03-03"}},
	}
	negation := []claims.Reason{{Kind: claims.ReasonNegation, For: true, A: []claims.Span{at(c, "not been warned")}, B: []claims.Span{at(m, "warned")}}}
	time := []claims.Reason{{Kind: claims.ReasonNumber, For: true, A: []claims.Span{at(c, "40 minutes")}, B: []claims.Span{at(m, "almost three hours")}, Values: []string{"40 minutes", "almost 3 hours"}}}
	people := claims.DisputeDetail{
		Dispute: claims.Dispute{ID: "d1", Question: "Was anybody hurt, and how long did it take?", Positions: []claims.Position{
			{Label: "Nobody was hurt; ashore within 40 minutes", Statements: refs(hurt(), ashore())},
			{Label: "At least 6 were treated; they waited for hours", Statements: refs(treated(), waited())},
		}},
		Details: []claims.ConflictDetail{
			judged(conflict("c1", hurt(), treated(), claims.DiffersInNumber, 0.91, number,
				by("Ann", claims.Contradicts, claims.High, "=cmd|' /C calc'!A0\nThe *operator* speaks of passengers too."), by("Bo", claims.Contradicts, "", "")), claims.Judged, claims.Contradicts),
			judged(conflict("c2", ashore(), waited(), claims.DiffersInNumber, 0.64, time,
				by("Ann", claims.DiffersInNumber, claims.Medium, ""), by("Bo", claims.DifferentTimePlaceScope, claims.Low, "They may mean the wait for a doctor.")), claims.Differing, ""),
			judged(conflict("c4", noLeak(), lookAgain(), claims.Contradicts, 0.41, nil, by("Bo", claims.Unrelated, "", "A plan, not a finding.")), claims.Judged, claims.Unrelated),
		},
	}
	crew := claims.DisputeDetail{
		Dispute: claims.Dispute{ID: "d2", Question: "Was the crew warned of the shoal?", Positions: []claims.Position{
			{Label: "It was not", Statements: refs(unwarned())}, {Label: "It was, twice", Statements: refs(warned())},
		}},
		Details: []claims.ConflictDetail{conflict("c3", unwarned(), warned(), claims.Contradicts, 0.88, negation)},
	}
	return []claims.DisputeDetail{people, crew}
}

func refs(sides ...claims.Side) []claims.Ref {
	out := make([]claims.Ref, len(sides))
	for i, s := range sides {
		out[i] = claims.Ref{Article: s.Article.ID, Statement: s.Statement.ID}
	}
	return out
}

func note(id claims.AnnotationID, m claims.Motivation, body string, t claims.Target) claims.Annotation {
	return claims.Annotation{ID: id, Version: 1, Motivation: m, Body: body, Target: t, Author: "ann", Name: "Ann", CreatedAt: made.Add(-30 * time.Minute), UpdatedAt: made.Add(-30 * time.Minute)}
}

func words(a claims.Article, exact string) claims.Target {
	s := at(a.Text, exact)
	return claims.Target{Article: a.ID, Words: &s, Exact: exact}
}

func exampleNotes() []claims.Annotation {
	return []claims.Annotation{
		note("n1", claims.Commenting, "Asked the operator on 5 March; no answer yet.", claims.Target{Conflict: "c1"}),
		note("n2", claims.Tagging, "+safety at sea", claims.Target{Dispute: "d1"}),
		note("n3", claims.Linking, "https://county.example/bulletin/12", claims.Target{Statement: "s5"}),
		note("n4", claims.Questioning, "Whose count?\nThe ferry’s list had 138 names. <b>bold?</b>", words(courier(), "140 people on board")),
		note("n5", claims.Highlighting, "", words(meridian(), "treated for injuries")),
		note("n6", claims.Editing, "The outlet corrected its headline.", claims.Target{Article: "a2"}),
		note("n7", claims.Commenting, "Nothing to do with this report.", claims.Target{Conflict: "c999"}),
	}
}

func assembled(t testing.TB, change func(*report.Options)) report.Report {
	t.Helper()
	opts := report.Options{IncludeUnreviewed: true, Made: made, Version: "1.0.0"}
	if change != nil {
		change(&opts)
	}
	return report.Assemble(example(), exampleNotes(), claims.Coverage{Statements: 8, Compared: 16, NotCompared: 1}, opts)
}
