package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/api/auth"
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/collect"
	"github.com/counterclaim/counterclaim/claims/store"
)

// clock is a time that tests move.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// engine says the same of every two statements.
type engine struct{ said claims.Comparison }

func (e engine) Compare(context.Context, claims.StatementID, claims.StatementID) (claims.Comparison, error) {
	return e.said, nil
}

// Ask words a dispute by its number of conflicts.
func (e engine) Ask(_ context.Context, conflicts []claims.Conflict) (claims.Dispute, error) {
	d := claims.Dispute{Question: fmt.Sprintf("%d conflicts?", len(conflicts))}
	for _, c := range conflicts {
		d.Positions = append(d.Positions, claims.Position{Label: "one", Statements: []claims.Ref{c.A}}, claims.Position{Label: "other", Statements: []claims.Ref{c.B}})
	}
	return d, nil
}

// world is a server on a real archive, with two people in it.
type world struct {
	*testing.T
	store   *store.Store
	server  *server
	handler http.Handler
	clock   *clock
	log     *bytes.Buffer
	ada     person // owner
	ben     person // reviewer
}

type person struct {
	user   claims.User
	secret string // of a token
}

func newWorld(t *testing.T) *world {
	t.Helper()
	ctx := context.Background()
	archive, err := store.Open(ctx, filepath.Join(t.TempDir(), "archive.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := archive.Close(); err != nil {
			t.Error(err)
		}
	})
	w := &world{T: t, store: archive, clock: &clock{now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}, log: &bytes.Buffer{}}
	w.server = build(Config{
		Archive: archive, Reader: collect.New(collect.Options{}), Now: w.clock.Now, Version: "1.2.3",
		Log:      slog.New(slog.NewJSONHandler(w.log, nil)),
		Comparer: engine{claims.Comparison{Relation: claims.RelationNeutral, Kind: claims.Unrelated, Score: 0.2, Probabilities: claims.Probabilities{Conflict: 0.2, Agree: 0.1, Neutral: 0.7}}},
		Asker:    engine{},
	})
	w.handler = headAsGet(w.server.engine)
	w.ada, w.ben = w.person("Ada", claims.Owner), w.person("Ben", claims.Reviewer)
	return w
}

func (w *world) person(name string, role claims.Role) person {
	w.Helper()
	ctx, act := context.Background(), claims.Act{At: w.clock.Now()}
	user, err := w.store.EnsureUser(ctx, act, name, role)
	if err != nil {
		w.Fatal(err)
	}
	secret, hash, err := auth.NewToken(w.server.Random)
	if err != nil {
		w.Fatal(err)
	}
	act.Actor = user.ID
	if _, err := w.store.CreateToken(ctx, act, claims.Token{Name: "test", User: user.ID}, hash); err != nil {
		w.Fatal(err)
	}
	return person{user, secret}
}

// signInLink gives the secret of a link for the person.
func (w *world) signInLink(p person, lasts time.Duration) string {
	w.Helper()
	secret, hash, err := auth.NewSecret(w.server.Random)
	if err != nil {
		w.Fatal(err)
	}
	if err := w.store.CreateSignIn(context.Background(), p.user.ID, hash, w.clock.Now(), w.clock.Now().Add(lasts)); err != nil {
		w.Fatal(err)
	}
	return secret
}

// request is what a scenario sends. JSON is the usual type of a body.
type request struct {
	as      person // nobody: the zero value
	method  string
	path    string // beneath /api/v1 unless it begins with another /
	body    string
	headers map[string]string
}

func (w *world) do(r request) *http.Response {
	w.Helper()
	path := r.path
	if !strings.HasPrefix(path, "/api/") && !strings.HasPrefix(path, "/healthz") && !strings.HasPrefix(path, "/readyz") {
		path = "/api/v1" + path
	}
	var body io.Reader
	if r.body != "" {
		body = strings.NewReader(r.body)
	}
	req := httptest.NewRequest(r.method, path, body)
	req.Host = "127.0.0.1:8080"
	if r.body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	if r.as.secret != "" {
		req.Header.Set("Authorization", "Bearer "+r.as.secret)
	}
	for name, value := range r.headers {
		req.Header.Set(name, value)
	}
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, req)
	return out.Result()
}

// must sends a request, wants the status, and reads the body into the value.
func (w *world) must(status int, r request, into any) *http.Response {
	w.Helper()
	res := w.do(r)
	data, err := io.ReadAll(res.Body)
	if err != nil {
		w.Fatal(err)
	}
	if res.StatusCode != status {
		w.Fatalf("%s %s answers %d, want %d: %s", r.method, r.path, res.StatusCode, status, data)
	}
	if into != nil {
		reflect.ValueOf(into).Elem().SetZero() // what the answer leaves out must not stay from before
		if err := json.Unmarshal(data, into); err != nil {
			w.Fatalf("%s %s: %v in %s", r.method, r.path, err, data)
		}
	}
	return res
}

// refused sends a request and wants a problem with this status and code.
func (w *world) refused(status int, wantCode string, r request) Problem {
	w.Helper()
	res := w.do(r)
	if res.StatusCode != status {
		w.Fatalf("%s %s answers %d, want %d: %s", r.method, r.path, res.StatusCode, status, bodyOf(w.T, res))
	}
	p := problemIn(w.T, res)
	if code(p) != wantCode {
		w.Errorf("%s %s: code %q, want %q: %s", r.method, r.path, code(p), wantCode, p.Detail)
	}
	return p
}

// form makes a multipart body with a file, and its content type.
func form(t *testing.T, name string, data []byte, fields ...string) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, err := w.CreateFormFile("file", name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(data); err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(fields); i += 2 {
		if err := w.WriteField(fields[i], fields[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String(), w.FormDataContentType()
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
