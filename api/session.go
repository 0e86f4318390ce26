package api

import (
	"context"
	"net/http"

	"github.com/counterclaim/counterclaim/claims"
)

// UserView is a person who works with the archive.
type UserView struct {
	ID   claims.UserID `json:"id"`
	Name string        `json:"name"`
	Role claims.Role   `json:"role"`
}

// SessionView says who is signed in.
type SessionView struct {
	User UserView `json:"user"`
}

// PersonView names a person beside what he or she did.
type PersonView struct {
	ID   claims.UserID `json:"id"`
	Name string        `json:"name"`
}

func viewSession(u claims.User) SessionView {
	return SessionView{UserView{ID: u.ID, Name: u.Name, Role: u.Role}}
}

type sessionOutput struct {
	SetCookie string `header:"Set-Cookie"`
	Body      SessionView
}

type signOutOutput struct {
	SetCookie string `header:"Set-Cookie"`
}

func (s *server) sessionRoutes() {
	post(s, "/session", "sign-in", "Sign in with the token of a sign-in link", http.StatusOK, s.signIn)
	get(s, "/session", "get-session", "Who is signed in", func(ctx context.Context, _ *struct{}) (*sessionOutput, error) {
		return &sessionOutput{Body: viewSession(userOf(ctx))}, nil
	})
	remove(s, "/session", "sign-out", "Sign out", func(ctx context.Context, _ *struct{}) (*signOutOutput, error) {
		cookie, err := s.gate.SignOut(visitOf(ctx).request.WithContext(ctx))
		if err != nil {
			return nil, err
		}
		s.Log.InfoContext(ctx, "signed out", "request", visitOf(ctx).id, "user", string(userOf(ctx).ID))
		return &signOutOutput{cookie.String()}, nil
	})
}

func (s *server) signIn(ctx context.Context, in *struct {
	Body struct {
		Token string `json:"token" minLength:"1" maxLength:"200" doc:"the last part of the sign-in link"`
	} `nameHint:"SignIn"`
}) (*sessionOutput, error) {
	v := visitOf(ctx)
	user, cookie, err := s.gate.SignIn(v.request.WithContext(ctx), in.Body.Token)
	if err != nil {
		s.Log.WarnContext(ctx, "sign-in failed", "request", v.id, "from", v.request.RemoteAddr, "kind", string(claims.KindOf(err)))
		return nil, err
	}
	s.Log.InfoContext(ctx, "signed in", "request", v.id, "from", v.request.RemoteAddr, "user", string(user.ID))
	return &sessionOutput{SetCookie: cookie.String(), Body: viewSession(user)}, nil
}
