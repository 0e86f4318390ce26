package api

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/api/auth"
	"github.com/counterclaim/counterclaim/claims"
)

// troubled is an archive in which one thing goes wrong.
type troubled struct {
	Archive
	coverage func(context.Context) (claims.Coverage, error)
}

func (a troubled) Coverage(ctx context.Context) (claims.Coverage, error) { return a.coverage(ctx) }

func (w *world) trouble(coverage func(context.Context) (claims.Coverage, error)) {
	config := w.server.Config
	config.Archive = troubled{config.Archive, coverage}
	w.server = build(config)
	w.handler = w.server.engine
}

func TestTrouble(t *testing.T) {
	for _, c := range []struct {
		name   string
		err    error
		status int
		code   string
		header string
	}{
		{"not foreseen", errors.New("sqlite: /secret/path is broken"), 500, "internal", ""},
		{"foreseen as internal", claims.Errorf(claims.Internal, "database", "sqlite: /secret/path"), 500, "internal", ""},
		{"wrapped", fmt.Errorf("reading: %w", claims.Errorf(claims.Busy, "database-busy", "the database is busy")), 503, "database-busy", "Retry-After"},
		{"disk full", claims.Errorf(claims.Full, "disk-full", "there is no room left"), 507, "disk-full", ""},
		{"too slow", context.DeadlineExceeded, 503, "timeout", "Retry-After"},
		{"page elsewhere", claims.Errorf(claims.Unreachable, "page-status", "the page answered 500"), 502, "page-status", ""},
		{"a kind of the future", claims.Errorf(claims.Kind("new"), "new", "x"), 500, "new", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.trouble(func(context.Context) (claims.Coverage, error) { return claims.Coverage{}, c.err })
			res := w.do(request{as: w.ada, method: "GET", path: "/stats"})
			if res.StatusCode != c.status {
				t.Fatalf("status %d, want %d", res.StatusCode, c.status)
			}
			if c.header != "" && res.Header.Get(c.header) == "" {
				t.Errorf("no %s", c.header)
			}
			p := problemIn(t, res)
			if code(p) != c.code || strings.Contains(p.Detail, "secret") {
				t.Errorf("problem %+v", p)
			}
			if c.status == 500 && c.code == "internal" && (!strings.Contains(w.log.String(), "secret") || !strings.Contains(w.log.String(), p.ID)) {
				t.Errorf("the log does not hold the cause under the id: %s", w.log)
			}
		})
	}
}

func TestPanic(t *testing.T) {
	w := newWorld(t)
	w.trouble(func(context.Context) (claims.Coverage, error) { panic("at /secret/path") })
	res := w.do(request{as: w.ada, method: "GET", path: "/stats"})
	if res.StatusCode != http.StatusInternalServerError {
		t.Fatalf("status %d", res.StatusCode)
	}
	if p := problemIn(t, res); strings.Contains(fmt.Sprint(p), "secret") || strings.Contains(fmt.Sprint(p), "goroutine") {
		t.Errorf("problem %+v", p)
	}
	if res.Header.Get("X-Content-Type-Options") == "" {
		t.Error("the headers are missing")
	}
	if log := w.log.String(); !strings.Contains(log, "/secret/path") || !strings.Contains(log, "goroutine") {
		t.Errorf("the log lacks the stack: %s", log)
	}
	w.must(200, request{as: w.ada, method: "GET", path: "/session"}, nil) // alive
}

func TestHandlersHaveADeadline(t *testing.T) {
	w := newWorld(t)
	w.trouble(func(ctx context.Context) (claims.Coverage, error) {
		if left, ok := ctx.Deadline(); !ok || time.Until(left) > timeLimit {
			t.Error("the work of a request has no limit")
		}
		return claims.Coverage{}, nil
	})
	w.must(200, request{as: w.ada, method: "GET", path: "/stats"}, nil)
}

func TestEveryKindHasAStatus(t *testing.T) {
	for _, kind := range []claims.Kind{claims.Internal, claims.Malformed, claims.Invalid, claims.NotFound, claims.Exists, claims.Stale,
		claims.Unsupported, claims.TooLarge, claims.Forbidden, claims.Unauthenticated, claims.Unreachable, claims.Busy, claims.Full} {
		if row := statuses[kind]; row.status < 400 || row.title == "" {
			t.Errorf("%s: %+v", kind, row)
		}
	}
}

func TestEveryEnumHasValues(t *testing.T) {
	for name, schema := range build(Config{}).huma.OpenAPI().Components.Schemas.Map() {
		if schema.Type == "string" && len(schema.Enum) == 0 {
			t.Errorf("%s has no values", name)
		}
	}
}

func TestSlots(t *testing.T) {
	s := newSlots(1)
	done, err := s.take(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	left, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.take(left); claims.KindOf(err) != claims.Busy {
		t.Errorf("a second one got in, or %v", err)
	}
	done()
	if _, err := s.take(context.Background()); err != nil {
		t.Errorf("after the first has left: %v", err)
	}
}

func TestNoRandomBytesNoSession(t *testing.T) {
	w := newWorld(t)
	link := w.signInLink(w.ada, time.Hour)
	config := w.server.Config
	config.Random = brokenReader{}
	w.server = build(config)
	w.handler = w.server.engine
	if res, cookie := w.signIn(link); res.StatusCode != 500 || cookie != nil {
		t.Errorf("status %d, cookie %v", res.StatusCode, cookie)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, fs.ErrClosed }

func TestFileNames(t *testing.T) {
	for _, c := range []struct{ from, want string }{
		{"report.html", "report.html"},
		{"../../etc/passwd.txt", "_.._etc_passwd.txt"},
		{"a\";x=\"\r\nSet-Cookie: a.txt", "a_;x=_Set-Cookie_ a.txt"},
		{"\u202egpj.exe.html", "gpj.exe.html"},
		{"日本.md", "日本.md"},
		{"https://news.example/2026/bridge.html?x=1", "news.example-bridge.html"},
		{"https://news.example/", "article-x.html"},
		{"", "article-x.html"},
		{strings.Repeat("n", 300) + ".txt", strings.Repeat("n", maxName-4) + ".txt"},
	} {
		got := snapshotName(claims.Snapshot{From: c.from, MediaType: "text/html; charset=utf-8"}, "x")
		if got != c.want {
			t.Errorf("%q gives %q, want %q", c.from, got, c.want)
		}
		if h := attachment(got); strings.ContainsAny(h, "\r\n") || !strings.HasPrefix(h, "attachment; filename") {
			t.Errorf("%q gives the header %q", c.from, h)
		}
	}
}

func TestSafeType(t *testing.T) {
	for given, want := range map[string]string{
		"text/html; charset=utf-8": "text/html; charset=utf-8", "text/plain": "text/plain", "image/svg+xml": "application/octet-stream",
		"text/javascript": "application/octet-stream", "": "application/octet-stream", "nonsense;;": "application/octet-stream",
	} {
		if got := safeType(given); got != want {
			t.Errorf("%q gives %q", given, got)
		}
	}
}

func TestContextIsBounded(t *testing.T) {
	words := "the bridge is safe"
	long := strings.Repeat("Wörter ohne Ende und ", 5000)
	text := long + words + " " + long
	at := strings.Index(text, words)
	s := claims.Statement{Content: []claims.Span{{Start: at, End: at + len(words)}}}
	got := contextOf(text, s)
	if err := got.Check(text); err != nil {
		t.Fatal(err)
	}
	if got.Len() > 2*contextReach+len(words) || !strings.Contains(got.In(text), words) {
		t.Errorf("the context has %d bytes", got.Len())
	}
	if in := got.In(text); strings.HasPrefix(in, " ") || !strings.Contains(" Wörter ohne Ende und ", " "+strings.Fields(in)[0]+" ") {
		t.Errorf("it begins within a word: %.20q", in)
	}
	// Without any space it is cut between characters.
	text = strings.Repeat("ü", 5000) + words + strings.Repeat("ü", 5000)
	at = strings.Index(text, words)
	s.Content = []claims.Span{{Start: at, End: at + len(words)}}
	if err := contextOf(text, s).Check(text); err != nil {
		t.Error(err)
	}
}

func TestNewSecretsDiffer(t *testing.T) {
	w := newWorld(t)
	if a, b := w.signInLink(w.ada, time.Hour), w.signInLink(w.ada, time.Hour); a == b || len(a) != 32 {
		t.Errorf("secrets %q and %q", a, b)
	}
	if !strings.HasPrefix(w.ada.secret, auth.TokenPrefix) {
		t.Errorf("token %q", w.ada.secret)
	}
}
