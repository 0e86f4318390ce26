package api

import (
	"context"
	"net/http"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// ComparisonView is what the engine says of two statements, for and against.
type ComparisonView struct {
	Relation      claims.Relation      `json:"relation"`
	Kind          claims.Label         `json:"kind"`
	Score         float64              `json:"score" doc:"the probability of conflict"`
	Strength      claims.Strength      `json:"strength"`
	Probabilities claims.Probabilities `json:"probabilities"`
	Reasons       []claims.ReasonView  `json:"reasons" doc:"a and b are offsets into the articles of the two sides"`
	A             SideView             `json:"a"`
	B             SideView             `json:"b"`
	Conflict      claims.ConflictID    `json:"conflict,omitempty" doc:"present when the two are joined already"`
}

// PairInput names two statements.
type PairInput struct {
	A claims.StatementID `json:"a" minLength:"1" maxLength:"100"`
	B claims.StatementID `json:"b" minLength:"1" maxLength:"100"`
}

type comparisonOutput struct{ Body ComparisonView }

func (s *server) comparisonRoutes() {
	post(s, "/comparisons", "compare", "Compare any two statements: what speaks for a conflict, and what against",
		http.StatusOK, func(ctx context.Context, in *struct{ Body PairInput }) (*comparisonOutput, error) {
			a, b, said, err := s.compare(ctx, in.Body)
			if err != nil {
				return nil, err
			}
			joined, err := s.joined(ctx, a, b)
			if err != nil {
				return nil, err
			}
			at := offsets{}
			return &comparisonOutput{ComparisonView{
				Relation: said.Relation, Kind: said.Kind, Score: said.Score, Strength: claims.StrengthOf(said.Score),
				Probabilities: said.Probabilities,
				Reasons:       claims.ViewReasons(at.of(a.Article), at.of(b.Article), said.Reasons),
				A:             at.side(a), B: at.side(b), Conflict: joined,
			}}, nil
		})
}

// compare asks the engine about two statements of the archive.
func (s *server) compare(ctx context.Context, in PairInput) (a, b claims.Side, said claims.Comparison, err error) {
	if in.A == in.B {
		return a, b, said, claims.Errorf(claims.Invalid, "same-statement", "a statement is not compared with itself").
			WithHint("Choose two different statements")
	}
	if a, err = s.Archive.Statement(ctx, in.A); err != nil {
		return a, b, said, err
	}
	if b, err = s.Archive.Statement(ctx, in.B); err != nil {
		return a, b, said, err
	}
	done, err := s.slots.take(ctx)
	if err != nil {
		return a, b, said, err
	}
	defer done()
	said, err = s.Comparer.Compare(ctx, in.A, in.B)
	return a, b, said, err
}

// joined gives the conflict between two statements, or "" where there is none.
func (s *server) joined(ctx context.Context, a, b claims.Side) (claims.ConflictID, error) {
	// The words narrow the list to few; a part of them does, and is not too long
	// to be looked for.
	words := firstRunes(a.Statement.Text, 100)
	all, err := everyPage(func(q claims.Query) (claims.Page[claims.ConflictDetail], error) {
		return s.Archive.ListConflicts(ctx, claims.ConflictQuery{Query: q, Article: a.Article.ID, Text: words})
	})
	if err != nil {
		return "", err
	}
	for _, c := range all {
		if sameTwo(c.A.Statement, c.B.Statement, a.Statement.ID, b.Statement.ID) {
			return c.ID, nil
		}
	}
	return "", nil
}

// sameTwo says whether a and b are c and d in either order.
func sameTwo(a, b, c, d claims.StatementID) bool { return a == c && b == d || a == d && b == c }

// firstRunes gives the first n characters of a text, or all of a shorter one.
func firstRunes(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}
