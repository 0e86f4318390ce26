package report

import "github.com/counterclaim/counterclaim/claims"

// view turns a report into its JSON shape; it counts the characters of each
// article once.
type view struct {
	points map[claims.ArticleID]*claims.Points
}

func viewOf(r Report) jsonReport {
	v := view{points: make(map[claims.ArticleID]*claims.Points)}
	for _, s := range r.Sources {
		v.points[s.Article.ID] = claims.NewPoints(s.Article.Text)
	}
	return jsonReport{
		Format: "counterclaim-report", Version: jsonVersion,
		Title: r.Title, Made: r.Made, Program: r.Version, Unreviewed: r.Unreviewed, Summary: r.Summary(),
		Coverage: r.Coverage, Counts: r.Counts,
		Articles:  each(r.Sources, v.article),
		Disputes:  each(r.Disputes, v.dispute),
		Suggested: each(r.Suggested, v.dispute),
		SetAside:  each(r.SetAside, v.dispute),
	}
}

// each gives a list that is never nil, so that JSON shows an empty one.
func each[T, U any](in []T, f func(T) U) []U {
	out := make([]U, len(in))
	for i, x := range in {
		out[i] = f(x)
	}
	return out
}

func (v view) article(s Source) jsonArticle {
	a := s.Article
	return jsonArticle{
		ID: a.ID, Title: a.Title, Author: a.Author, Publisher: a.Publisher, Date: a.Date, URL: a.URL, Language: a.Language,
		Snapshot: jsonSnapshot{a.Snapshot.SHA256, a.Snapshot.Size, a.Snapshot.MediaType, a.Snapshot.From, a.Snapshot.ReceivedAt},
		Notes:    each(s.Notes, v.note),
	}
}

func (v view) dispute(d Dispute) jsonDispute {
	out := jsonDispute{ID: d.ID, Question: d.Question, Positions: each(d.Positions, v.position), Conflicts: []jsonPair{}, Notes: each(d.Notes, v.note)}
	for _, g := range d.Groups {
		out.Conflicts = append(out.Conflicts, each(g.Pairs, v.pair)...)
	}
	return out
}

func (v view) position(p Position) jsonPosition {
	return jsonPosition{p.Label, each(p.Statements, func(s Side) claims.Ref {
		return claims.Ref{Article: s.Article.ID, Statement: s.Statement.ID}
	})}
}

func (v view) pair(p Pair) jsonPair {
	out := jsonPair{
		ID: p.ID, Section: p.Section, State: p.State, Judgement: p.Judgement, Origin: p.Origin,
		Kind: p.Kind, Score: p.Score, Strength: claims.StrengthOf(p.Score), Shallow: p.NotInDepth(), Run: p.Run, Note: p.Note, Reversal: p.Reversal,
		A: v.side(p.SideA), B: v.side(p.SideB),
		Reasons: []jsonReason{}, Reviews: each(p.Reviews, reviewView), Notes: each(p.Notes, v.note),
	}
	if n := p.EngineNow; n != nil {
		out.EngineNow = &jsonComparison{n.Relation, n.Kind, n.Score, claims.StrengthOf(n.Score)}
	}
	for _, list := range [][]Reason{p.For, p.Against} {
		for _, r := range list {
			views := claims.ViewReasons(v.points[p.SideA.Article.ID], v.points[p.SideB.Article.ID], []claims.Reason{r.Reason})
			out.Reasons = append(out.Reasons, jsonReason{views[0], r.Sentence()})
		}
	}
	return out
}

func (v view) side(s Side) jsonSide {
	p := v.points[s.Article.ID]
	out := jsonSide{Article: s.Article.ID, Statement: p.Statement(s.Statement), Link: s.Link, Notes: each(s.Notes, v.note)}
	for _, a := range s.Also {
		out.Also = append(out.Also, jsonAppearance(a))
	}
	if s.Context.Span.Len() > 0 {
		out.Context = &jsonContext{p.Offset(s.Context.Span.Start), s.Context.Text(), s.Context.CutBefore, s.Context.CutAfter}
	}
	return out
}

func reviewView(r claims.Review) jsonReview {
	return jsonReview{jsonPerson{r.Reviewer, r.Name}, r.Judgement, r.Sureness, r.Note, r.CreatedAt, r.UpdatedAt}
}

func (v view) note(a claims.Annotation) jsonNote {
	t := a.Target
	out := jsonNote{
		ID: a.ID, Motivation: a.Motivation, Body: a.Body, Author: jsonPerson{a.Author, a.Name},
		CreatedAt: a.CreatedAt, UpdatedAt: a.UpdatedAt,
		Target: jsonTarget{Article: t.Article, Statement: t.Statement, Conflict: t.Conflict, Dispute: t.Dispute, Exact: t.Exact},
	}
	if p := v.points[t.Article]; p != nil && t.Words != nil {
		s := p.Span(*t.Words)
		out.Target.Start, out.Target.End = &s[0], &s[1]
	}
	return out
}
