package api

import (
	"context"

	"github.com/counterclaim/counterclaim/claims"
)

// StatsView says how much there is.
type StatsView struct {
	Articles   int               `json:"articles"`
	Statements int               `json:"statements"`
	Conflicts  ConflictStatsView `json:"conflicts"`
	Coverage   claims.Coverage   `json:"coverage" doc:"of all articles"`
}

// ConflictStatsView counts conflicts by state.
type ConflictStatsView struct {
	Open      int `json:"open"`
	Judged    int `json:"judged"`
	Differing int `json:"differing"`
}

type statsOutput struct{ Body StatsView }

func (s *server) statsRoutes() {
	get(s, "/stats", "get-stats", "How much there is", func(ctx context.Context, _ *struct{}) (*statsOutput, error) {
		coverage, err := s.Archive.Coverage(ctx)
		if err != nil {
			return nil, err
		}
		v := StatsView{Statements: coverage.Statements, Coverage: coverage}
		for state, into := range map[claims.ConflictState]*int{
			claims.Open: &v.Conflicts.Open, claims.Judged: &v.Conflicts.Judged, claims.Differing: &v.Conflicts.Differing} {
			if *into, err = s.Archive.CountConflicts(ctx, claims.ConflictQuery{State: state}); err != nil {
				return nil, err
			}
		}
		v.Articles, err = s.countArticles(ctx)
		if err != nil {
			return nil, err
		}
		return &statsOutput{v}, nil
	})
}

// countArticles counts through the list.
func (s *server) countArticles(ctx context.Context) (int, error) {
	all, err := everyPage(func(q claims.Query) (claims.Page[claims.ArticleSummary], error) {
		return s.Archive.ListArticles(ctx, q)
	})
	return len(all), err
}
