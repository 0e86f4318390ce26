package store

import (
	"github.com/counterclaim/counterclaim/claims"
)

// checkAnalysis refuses results that do not fit their article: what is stored
// is shown by cutting the text at these offsets.
func checkAnalysis(article claims.Article, r claims.Analysis) error {
	known := make(map[claims.StatementID]bool, len(r.Statements))
	for _, s := range r.Statements {
		if s.ID == "" || known[s.ID] || s.Article != article.ID || len(s.Content) == 0 {
			return badAnalysis("statement %q has no id of its own, no content or another article", s.ID)
		}
		known[s.ID] = true
		for _, list := range [][]claims.Span{s.Source, s.Cue, s.Content, s.CommitmentWords} {
			for _, span := range list {
				if err := span.Check(article.Text); err != nil {
					return badAnalysis("statement %q: %w", s.ID, err)
				}
			}
		}
	}
	for _, c := range r.Claims {
		if !known[c.Statement] || c.Article != article.ID {
			return badAnalysis("a claim belongs to no statement of the article: %q", c.Statement)
		}
	}
	if len(r.Members) != len(r.Disputes) {
		return badAnalysis("%d disputes have %d lists of members", len(r.Disputes), len(r.Members))
	}
	return checkConflicts(article, known, r.Conflicts)
}

func checkConflicts(article claims.Article, known map[claims.StatementID]bool, conflicts []claims.Conflict) error {
	pairs := make(map[claims.Pair]bool, len(conflicts))
	for _, c := range conflicts {
		pair := pairOf(c.A.Statement, c.B.Statement)
		if pairs[pair] || pair.A == pair.B {
			return badAnalysis("conflict %q with %q stands there twice or with itself", pair.A, pair.B)
		}
		pairs[pair] = true
		if c.A.Article != article.ID && c.B.Article != article.ID {
			return badAnalysis("conflict %q with %q has no side in the article", pair.A, pair.B)
		}
		for _, ref := range []claims.Ref{c.A, c.B} {
			if ref.Article == article.ID && !known[ref.Statement] {
				return badAnalysis("a conflict has a side that is no statement of the article: %q", ref.Statement)
			}
		}
		if !(c.Score >= 0 && c.Score <= 1) {
			return badAnalysis("conflict %q with %q has the score %v", pair.A, pair.B, c.Score)
		}
		if err := checkReasons(article, c); err != nil {
			return err
		}
	}
	return nil
}

func checkReasons(article claims.Article, c claims.Conflict) error {
	for _, r := range c.Reasons {
		for _, side := range []struct {
			ref   claims.Ref
			spans []claims.Span
		}{{c.A, r.A}, {c.B, r.B}} {
			for _, span := range side.spans {
				if span.Start < 0 || span.Start >= span.End || (side.ref.Article == article.ID && span.Check(article.Text) != nil) {
					return badAnalysis("reason %q of a conflict with %q rests on words outside the text: %v", r.Kind, side.ref.Statement, span)
				}
			}
		}
	}
	return nil
}

// badAnalysis is a fault of the program, not of its user: it is logged.
func badAnalysis(format string, args ...any) error {
	return claims.Errorf(claims.Internal, "bad-analysis", "results that cannot be stored: "+format, args...)
}

// pairOf names two statements whichever comes first.
func pairOf(a, b claims.StatementID) claims.Pair {
	return claims.Pair{A: min(a, b), B: max(a, b)}
}
