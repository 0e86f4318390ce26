package api

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/api/auth"
)

func (w *world) signIn(token string) (*http.Response, *http.Cookie) {
	w.Helper()
	res := w.do(request{method: "POST", path: "/session", body: `{"token":"` + token + `"}`})
	for _, c := range res.Cookies() {
		return res, c
	}
	return res, nil
}

func withCookie(c *http.Cookie) map[string]string {
	return map[string]string{"Cookie": c.Name + "=" + c.Value}
}

func TestSignInAndOut(t *testing.T) {
	w := newWorld(t)
	link := w.signInLink(w.ada, time.Hour)
	res, cookie := w.signIn(link)
	if res.StatusCode != 200 || cookie == nil {
		t.Fatalf("status %d: %s", res.StatusCode, bodyOf(t, res))
	}
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || cookie.Path != "/" || cookie.Domain != "" || cookie.Secure {
		t.Errorf("cookie %v", cookie)
	}
	if cookie.Value == link || len(cookie.Value) < 26 {
		t.Errorf("the session's secret is %q", cookie.Value)
	}
	var who SessionView
	w.must(200, request{method: "GET", path: "/session", headers: withCookie(cookie)}, &who)
	if who.User.Name != "Ada" || who.User.Role != "owner" {
		t.Errorf("signed in as %+v", who)
	}
	out := w.must(204, request{method: "DELETE", path: "/session", headers: withCookie(cookie)}, nil)
	if gone := out.Cookies(); len(gone) != 1 || gone[0].MaxAge >= 0 {
		t.Errorf("the browser keeps the cookie: %v", gone)
	}
	w.refused(401, "sign-in-needed", request{method: "GET", path: "/session", headers: withCookie(cookie)})
}

func TestSecureCookie(t *testing.T) {
	w := newWorld(t)
	config := w.server.Config
	config.Secure = true
	w.server = build(config)
	w.handler = w.server.engine
	_, cookie := w.signIn(w.signInLink(w.ada, time.Hour))
	if cookie == nil || !cookie.Secure || cookie.Name != "__Host-counterclaim_session" {
		t.Fatalf("cookie %v", cookie)
	}
	// The name without the prefix could have been set by another host.
	w.refused(401, "sign-in-needed", request{method: "GET", path: "/session",
		headers: map[string]string{"Cookie": "counterclaim_session=" + cookie.Value}})
}

func TestSignInLinksThatDoNotWork(t *testing.T) {
	w := newWorld(t)
	used, expired := w.signInLink(w.ada, time.Hour), w.signInLink(w.ada, time.Minute)
	if res, _ := w.signIn(used); res.StatusCode != 200 {
		t.Fatal(res.StatusCode)
	}
	w.clock.pass(2 * time.Minute)
	var first Problem
	for i, token := range []string{used, expired, "never-existed"} {
		p := w.refused(401, "bad-link", request{method: "POST", path: "/session", body: `{"token":"` + token + `"}`})
		p.ID = ""
		if i == 0 {
			first = p
		} else if p.Detail != first.Detail || p.Hint != first.Hint || p.Title != first.Title {
			t.Errorf("the answers tell the links apart: %+v and %+v", first, p)
		}
	}
}

func TestSessionsEnd(t *testing.T) {
	w := newWorld(t)
	_, cookie := w.signIn(w.signInLink(w.ada, time.Hour))
	get := request{method: "GET", path: "/session", headers: withCookie(cookie)}
	w.clock.pass(auth.SessionAge - time.Minute)
	w.must(200, get, nil)
	w.clock.pass(2 * time.Minute)
	w.refused(401, "sign-in-needed", get)
}

func TestSignInAgainEndsTheOldSession(t *testing.T) {
	w := newWorld(t)
	_, old := w.signIn(w.signInLink(w.ada, time.Hour))
	res := w.do(request{method: "POST", path: "/session", body: `{"token":"` + w.signInLink(w.ada, time.Hour) + `"}`, headers: withCookie(old)})
	if res.StatusCode != 200 || res.Cookies()[0].Value == old.Value {
		t.Fatalf("status %d, cookies %v", res.StatusCode, res.Cookies())
	}
	w.refused(401, "sign-in-needed", request{method: "GET", path: "/session", headers: withCookie(old)})
}

func TestTooManyTries(t *testing.T) {
	w := newWorld(t)
	link := w.signInLink(w.ada, time.Hour)
	try := func(token string, headers map[string]string) *http.Response {
		return w.do(request{method: "POST", path: "/session", body: `{"token":"` + token + `"}`, headers: headers})
	}
	wrong, refused := 0, 0
	for i := range 100 {
		// Another forwarded address must not count as another visitor.
		switch res := try(fmt.Sprintf("guess-%d", i), map[string]string{"X-Forwarded-For": fmt.Sprintf("10.0.0.%d", i), "X-Real-Ip": "9.9.9.9"}); res.StatusCode {
		case 401:
			wrong++
		case 429:
			refused++
			if res.Header.Get("Retry-After") == "" {
				t.Fatal("no Retry-After")
			}
		}
	}
	if wrong != 10 || refused != 90 {
		t.Errorf("%d guesses were looked at and %d refused, want 10 and 90", wrong, refused)
	}
	if res := try(link, nil); res.StatusCode != 429 {
		t.Errorf("a right token answers %d: it tells guessers that they have found one", res.StatusCode)
	}
	// Other ways in are counted apart.
	w.must(200, request{as: w.ada, method: "GET", path: "/session"}, nil)
	w.clock.pass(time.Minute)
	if res := try(link, nil); res.StatusCode != 200 {
		t.Errorf("after a minute the right token answers %d", res.StatusCode)
	}
}

func TestTooManyTriesWithTokensAndCookies(t *testing.T) {
	for _, c := range []struct{ name, header, value string }{
		{"token", "Authorization", "Bearer cc_guess"}, {"cookie", "Cookie", "counterclaim_session=guess"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			last := 0
			for range 11 {
				last = w.do(request{method: "GET", path: "/session", headers: map[string]string{c.header: c.value}}).StatusCode
			}
			if last != 429 {
				t.Errorf("the eleventh guess answers %d", last)
			}
			// An old session in the browser does not keep its owner from signing in.
			if res, _ := w.signIn(w.signInLink(w.ada, time.Hour)); res.StatusCode != 200 {
				t.Errorf("signing in answers %d", res.StatusCode)
			}
		})
	}
}

func TestTokens(t *testing.T) {
	w := newWorld(t)
	var made NewTokenView
	w.must(201, request{as: w.ada, method: "POST", path: "/tokens", body: `{"name":"desk","expires_in_days":1}`}, &made)
	if !strings.HasPrefix(made.Secret, "cc_") || len(made.Secret) < 29 || made.ExpiresAt.IsZero() {
		t.Errorf("token %+v", made)
	}
	use := request{as: person{secret: made.Secret}, method: "GET", path: "/session"}
	w.must(200, use, nil)
	var list PageView[TokenView]
	res := w.must(200, request{as: w.ada, method: "GET", path: "/tokens"}, &list)
	if len(list.Items) != 2 || strings.Contains(bodyOf(t, res), made.Secret) {
		t.Errorf("list %+v", list)
	}
	w.refused(404, "no-token", request{as: w.ben, method: "DELETE", path: "/tokens/" + made.ID})
	w.must(200, use, nil)
	w.must(204, request{as: w.ada, method: "DELETE", path: "/tokens/" + made.ID}, nil)
	w.refused(401, "sign-in-needed", use)

	w.must(201, request{as: w.ben, method: "POST", path: "/tokens", body: `{"name":"soon over","expires_in_days":1}`}, &made)
	use.as.secret = made.Secret
	w.clock.pass(25 * time.Hour)
	w.refused(401, "sign-in-needed", use)
	w.must(204, request{as: w.ada, method: "DELETE", path: "/tokens/" + made.ID}, nil) // an owner may
}

func TestCrossSite(t *testing.T) {
	w := newWorld(t)
	_, cookie := w.signIn(w.signInLink(w.ada, time.Hour))
	for _, c := range []struct {
		name    string
		headers map[string]string
		status  int
	}{
		{"from the same origin", map[string]string{"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8080"}, 201},
		{"from no browser", nil, 201},
		{"from another site", map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{"from a sibling site", map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		{"from an old browser at another origin", map[string]string{"Origin": "http://evil.example"}, 403},
		{"from an opaque origin", map[string]string{"Origin": "null"}, 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			w.T = t
			headers := withCookie(cookie)
			for name, value := range c.headers {
				headers[name] = value
			}
			r := request{method: "POST", path: "/tokens", body: `{"name":"x"}`, headers: headers}
			if c.status == 403 {
				w.refused(403, "cross-site", r)
				r.path, r.body = "/session", `{"token":"x"}`
				w.refused(403, "cross-site", r) // signing somebody in from elsewhere
				return
			}
			w.must(c.status, r, nil)
		})
	}
}

func TestNoSecretInLog(t *testing.T) {
	w := newWorld(t)
	link := w.signInLink(w.ada, time.Hour)
	_, cookie := w.signIn(link)
	w.do(request{method: "POST", path: "/session", body: `{"token":"wrong-guess"}`})
	w.do(request{as: w.ada, method: "GET", path: "/statements?q=secret-search", headers: map[string]string{"User-Agent": "x\r\nforged"}})
	log := w.log.String()
	for _, secret := range []string{link, cookie.Value, w.ada.secret, "wrong-guess", "secret-search", auth.Hash(link)} {
		if strings.Contains(log, secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
	for _, line := range []string{`"signed in"`, `"sign-in failed"`} {
		if !strings.Contains(log, line) {
			t.Errorf("the log has no line %s", line)
		}
	}
}
