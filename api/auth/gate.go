package auth

import (
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// People is what the gate needs of the store. Secrets go in as hashes.
type People interface {
	UseSignIn(ctx context.Context, hash string, now time.Time) (claims.User, error)
	CreateSession(ctx context.Context, user claims.UserID, hash string, now, expires time.Time) error
	SessionUser(ctx context.Context, hash string, now time.Time) (claims.User, error)
	DeleteSession(ctx context.Context, hash string) error
	TokenUser(ctx context.Context, hash string, now time.Time) (claims.User, error)
}

// SessionAge is how long a session lasts, used or not.
const SessionAge = 30 * 24 * time.Hour

// Config is what a gate is made of.
type Config struct {
	People People
	Now    func() time.Time
	Random io.Reader
	Secure bool // cookies go over HTTPS only
}

// Gate finds out who asks, signs people in and out.
type Gate struct {
	Config
	origin  *http.CrossOriginProtection
	signIns *limiter
	tokens  *limiter
	session *limiter
}

// NewGate makes a gate. Failures are counted apart for sign-in links, tokens
// and sessions, so that a browser that keeps asking with an old cookie does
// not lock its owner out of signing in again.
func NewGate(c Config) *Gate {
	return &Gate{Config: c, origin: http.NewCrossOriginProtection(),
		signIns: newLimiter(), tokens: newLimiter(), session: newLimiter()}
}

// errSignIn is the one answer to everybody who is not signed in.
func errSignIn() *claims.Error {
	return claims.Errorf(claims.Unauthenticated, "sign-in-needed", "this needs a sign-in").
		WithHint("Open the link that the server printed at its start, or send a token: Authorization: Bearer cc_…")
}

// errLink is the one answer to a link that is unknown, used or expired.
func errLink() *claims.Error {
	return claims.Errorf(claims.Unauthenticated, "bad-link", "this sign-in link is not valid: it was used before, or has expired").
		WithHint("Start the server again to get a new link")
}

// Identify gives the user behind a request, by its bearer token or else its
// session cookie. Errors are of kind Unauthenticated, or [TooManyTries].
func (g *Gate) Identify(r *http.Request) (claims.User, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		scheme, secret, _ := strings.Cut(header, " ")
		if !strings.EqualFold(scheme, "Bearer") {
			return claims.User{}, errSignIn()
		}
		return g.look(r, g.tokens, strings.TrimSpace(secret), g.People.TokenUser)
	}
	if secret := g.cookieOf(r); secret != "" {
		return g.look(r, g.session, secret, g.People.SessionUser)
	}
	return claims.User{}, errSignIn()
}

func (g *Gate) look(r *http.Request, l *limiter, secret string,
	find func(context.Context, string, time.Time) (claims.User, error)) (claims.User, error) {
	now, from := g.Now(), network(r.RemoteAddr)
	if err := l.check(from, now); err != nil {
		return claims.User{}, err
	}
	user, err := find(r.Context(), Hash(secret), now)
	if unknown(err) {
		l.failed(from, now)
		return claims.User{}, errSignIn()
	}
	return user, err
}

// unknown says whether the store knows no such secret, which is not the same
// as a store that cannot be asked.
func unknown(err error) bool {
	kind := claims.KindOf(err)
	return kind == claims.Unauthenticated || kind == claims.NotFound
}

// CheckOrigin refuses a request that changes something and that another site
// made the browser send. A request with an Authorization header was not made
// by a browser on its own.
func (g *Gate) CheckOrigin(r *http.Request) error {
	if r.Header.Get("Authorization") != "" {
		return nil
	}
	if err := g.origin.Check(r); err != nil {
		return claims.Errorf(claims.Forbidden, "cross-site", "this request comes from another site")
	}
	return nil
}

// SignIn spends the secret of a sign-in link and begins a session, always with
// a new secret of its own. A session that was there before ends.
func (g *Gate) SignIn(r *http.Request, secret string) (claims.User, *http.Cookie, error) {
	ctx, now, from := r.Context(), g.Now(), network(r.RemoteAddr)
	if err := g.signIns.check(from, now); err != nil {
		return claims.User{}, nil, err
	}
	user, err := g.People.UseSignIn(ctx, Hash(secret), now)
	if unknown(err) {
		g.signIns.failed(from, now)
		return claims.User{}, nil, errLink()
	}
	if err != nil {
		return claims.User{}, nil, err
	}
	session, hash, err := NewSecret(g.Random)
	if err != nil {
		return claims.User{}, nil, err
	}
	if err := g.People.CreateSession(ctx, user.ID, hash, now, now.Add(SessionAge)); err != nil {
		return claims.User{}, nil, err
	}
	if old := g.cookieOf(r); old != "" {
		if err := g.People.DeleteSession(ctx, Hash(old)); err != nil && !unknown(err) {
			return claims.User{}, nil, err
		}
	}
	return user, g.cookie(session, int(SessionAge/time.Second)), nil
}

// SignOut ends the session of a request, and gives the cookie that makes the
// browser forget it.
func (g *Gate) SignOut(r *http.Request) (*http.Cookie, error) {
	if secret := g.cookieOf(r); secret != "" {
		if err := g.People.DeleteSession(r.Context(), Hash(secret)); err != nil && !unknown(err) {
			return nil, err
		}
	}
	return g.cookie("", -1), nil
}

// CookieName is the name of the session cookie. The prefix makes browsers
// refuse it from anywhere but this very host.
func (g *Gate) CookieName() string {
	if g.Secure {
		return "__Host-counterclaim_session"
	}
	return "counterclaim_session"
}

func (g *Gate) cookieOf(r *http.Request) string {
	c, err := r.Cookie(g.CookieName())
	if err != nil {
		return ""
	}
	return c.Value
}

func (g *Gate) cookie(value string, age int) *http.Cookie {
	return &http.Cookie{Name: g.CookieName(), Value: value, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: g.Secure, SameSite: http.SameSiteLaxMode}
}
