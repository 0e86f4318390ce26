package api

import (
	"context"
	"net/http"

	"github.com/counterclaim/counterclaim/claims"
)

// HealthView says that the server answers.
type HealthView struct {
	Status  string `json:"status" enum:"ok"`
	Version string `json:"version,omitempty" doc:"of the program"`
}

type healthOutput struct{ Body HealthView }

func (s *server) healthRoutes() {
	register(s, operation("get-health", http.MethodGet, "/healthz", "about", "Whether the server answers"),
		func(context.Context, *struct{}) (*healthOutput, error) {
			return &healthOutput{HealthView{Status: "ok", Version: s.Version}}, nil
		})
	register(s, operation("get-readiness", http.MethodGet, "/readyz", "about", "Whether the database answers too"),
		func(ctx context.Context, _ *struct{}) (*healthOutput, error) {
			if err := s.Archive.Ping(ctx); err != nil {
				s.Log.ErrorContext(ctx, "not ready", "error", err)
				return nil, claims.Errorf(claims.Busy, "not-ready", "the database does not answer: %w", err)
			}
			return &healthOutput{HealthView{Status: "ok"}}, nil
		})
}
