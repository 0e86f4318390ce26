package api

import (
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/counterclaim/counterclaim/api/auth"
	"github.com/counterclaim/counterclaim/claims"
)

// TokenView is a key with which a program acts for its owner.
type TokenView struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	CreatedAt time.Time `json:"created_at"`
	ExpiresAt time.Time `json:"expires_at,omitzero" doc:"absent: never"`
	UsedAt    time.Time `json:"used_at,omitzero" doc:"when it was last used; absent: never yet"`
}

// NewTokenView is a token with its secret, which is shown this once.
type NewTokenView struct {
	TokenView
	Secret string `json:"secret" doc:"send it as Authorization: Bearer; it is not shown again"`
}

func viewToken(t claims.Token) TokenView {
	return TokenView{ID: t.ID, Name: t.Name, CreatedAt: t.CreatedAt, ExpiresAt: t.ExpiresAt, UsedAt: t.UsedAt}
}

type newTokenOutput struct{ Body NewTokenView }

func (s *server) tokenRoutes() {
	get(s, "/tokens", "list-tokens", "Your tokens", func(ctx context.Context, _ *struct{}) (*pageOutput[TokenView], error) {
		tokens, err := s.Archive.ListTokens(ctx, userOf(ctx).ID)
		if err != nil {
			return nil, err
		}
		return pageOf(claims.Page[claims.Token]{Items: tokens}, viewToken), nil
	})
	post(s, "/tokens", "create-token", "Make a token for a program", http.StatusCreated, s.createToken)
	remove(s, "/tokens/{id}", "delete-token", "Take a token back", s.deleteToken)
}

// createToken takes no Idempotency-Key: the secret of a first answer could not
// be given again, as only its hash is kept.
func (s *server) createToken(ctx context.Context, in *struct {
	Body struct {
		Name          string `json:"name" minLength:"1" maxLength:"200" doc:"what it is for"`
		ExpiresInDays int    `json:"expires_in_days,omitempty" minimum:"1" maximum:"3650" doc:"never when not given"`
	} `nameHint:"TokenInput"`
}) (*newTokenOutput, error) {
	secret, hash, err := auth.NewToken(s.Random)
	if err != nil {
		return nil, err
	}
	act := s.act(ctx)
	t := claims.Token{Name: in.Body.Name, User: act.Actor, CreatedAt: act.At}
	if in.Body.ExpiresInDays > 0 {
		t.ExpiresAt = act.At.AddDate(0, 0, in.Body.ExpiresInDays)
	}
	t, err = s.Archive.CreateToken(ctx, act, t, hash)
	if err != nil {
		return nil, err
	}
	return &newTokenOutput{NewTokenView{TokenView: viewToken(t), Secret: secret}}, nil
}

// deleteToken answers for a token of somebody else as for one that is not
// there, unless the role may delete it.
func (s *server) deleteToken(ctx context.Context, in *struct {
	ID string `path:"id"`
}) (*struct{}, error) {
	user := userOf(ctx)
	if !auth.May(user, auth.DeleteTokensOfOthers) {
		own, err := s.Archive.ListTokens(ctx, user.ID)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(own, func(t claims.Token) bool { return t.ID == in.ID }) {
			return nil, claims.Errorf(claims.NotFound, "no-token", "there is no token %q", in.ID)
		}
	}
	return nil, s.Archive.DeleteToken(ctx, s.act(ctx), in.ID)
}
