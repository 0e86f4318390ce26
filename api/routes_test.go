package api

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// withoutArchive is a server that must answer before it asks the archive.
func withoutArchive(t *testing.T, c Config) *server {
	t.Helper()
	if c.Pages == nil {
		c.Pages = fstest.MapFS{
			"index.html":         {Data: []byte(`<meta name="csp-nonce" content="__NONCE__"><script nonce="__NONCE__"></script>`)},
			"assets/app-1a2b.js": {Data: []byte("let a = 1")},
			"favicon.svg":        {Data: []byte("<svg/>")},
			".hidden":            {Data: []byte("no")},
		}
	}
	return build(c)
}

func ask(s *server, method, path string, change ...func(*http.Request)) *http.Response {
	r := httptest.NewRequest(method, path, nil)
	r.Host = "127.0.0.1:8080"
	for _, c := range change {
		c(r)
	}
	w := httptest.NewRecorder()
	headAsGet(s.engine).ServeHTTP(w, r)
	return w.Result()
}

func header(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

func host(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }

// problemIn reads a problem and checks what every problem has.
func problemIn(t *testing.T, res *http.Response) Problem {
	t.Helper()
	var p Problem
	if got := res.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Fatalf("status %d: content type is %q, not a problem", res.StatusCode, got)
	}
	if err := json.NewDecoder(res.Body).Decode(&p); err != nil {
		t.Fatal(err)
	}
	if p.Title == "" || p.Detail == "" || !strings.HasPrefix(p.Type, "/problems/") {
		t.Errorf("the problem lacks a type, title or detail: %+v", p)
	}
	if p.Status != res.StatusCode {
		t.Errorf("the problem says %d, the answer %d", p.Status, res.StatusCode)
	}
	if p.ID == "" || p.ID != res.Header.Get("X-Request-Id") {
		t.Errorf("the problem names request %q, the header %q", p.ID, res.Header.Get("X-Request-Id"))
	}
	return p
}

func code(p Problem) string { return strings.TrimPrefix(p.Type, "/problems/") }

// filled puts something into the parameters of a route.
func filled(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		if strings.HasPrefix(p, ":") {
			parts[i] = "x"
		}
	}
	return strings.Join(parts, "/")
}

func TestEveryRouteNeedsSignIn(t *testing.T) {
	s := withoutArchive(t, Config{})
	open := 0
	for _, route := range s.engine.Routes() {
		if openRoutes[route.Method+" "+route.Path] {
			open++
			continue
		}
		for _, try := range []struct {
			name   string
			change func(*http.Request)
		}{
			{"nothing", func(*http.Request) {}},
			{"another scheme", header("Authorization", "Basic b3duZXI6")},
			{"an empty cookie", header("Cookie", "counterclaim_session=")},
			{"forwarded", header("X-Forwarded-User", "owner")},
		} {
			res := ask(s, route.Method, filled(route.Path), try.change)
			if res.StatusCode != http.StatusUnauthorized {
				t.Errorf("%s %s with %s answers %d", route.Method, route.Path, try.name, res.StatusCode)
				continue
			}
			if got := code(problemIn(t, res)); got != "sign-in-needed" {
				t.Errorf("%s %s: code %q", route.Method, route.Path, got)
			}
			if res.Header.Get("WWW-Authenticate") == "" {
				t.Errorf("%s %s: no WWW-Authenticate", route.Method, route.Path)
			}
		}
	}
	if open != len(openRoutes) {
		t.Errorf("%d of %d open routes exist", open, len(openRoutes))
	}
}

func TestDocumentListsEveryRoute(t *testing.T) {
	s := withoutArchive(t, Config{})
	var doc struct {
		OpenAPI string                                `json:"openapi"`
		Paths   map[string]map[string]json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal(OpenAPI(), &doc); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.1") {
		t.Errorf("version %q", doc.OpenAPI)
	}
	for _, route := range s.engine.Routes() {
		path := route.Path
		for _, part := range strings.Split(path, "/") {
			if name, ok := strings.CutPrefix(part, ":"); ok {
				path = strings.Replace(path, part, "{"+name+"}", 1)
			}
		}
		if doc.Paths[path][strings.ToLower(route.Method)] == nil {
			t.Errorf("%s %s is not in the document", route.Method, path)
		}
	}
}

func TestDocumentIsStableAndServed(t *testing.T) {
	res := ask(withoutArchive(t, Config{Version: "9"}), "GET", "/api/openapi.json")
	var served, made any
	if err := json.NewDecoder(res.Body).Decode(&served); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(OpenAPI(), &made); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(made, served); d != "" {
		t.Error(d)
	}
	if once, again := OpenAPI(), OpenAPI(); string(once) != string(again) {
		t.Error("two documents of one program differ")
	}
	for _, alien := range []string{"$schema", "ErrorModel", `"null"`, "unpkg"} {
		if strings.Contains(string(OpenAPI()), alien) {
			t.Errorf("the document holds %s", alien)
		}
	}
}

func TestNoRoute(t *testing.T) {
	s := withoutArchive(t, Config{})
	for _, c := range []struct {
		name, method, path string
		status             int
		code, allow        string
	}{
		{"unknown address", "GET", "/api/v1/nothing", 404, "no-such-address", ""},
		{"unknown under api", "POST", "/api/articles", 404, "no-such-address", ""},
		{"trailing slash is another address", "GET", "/api/v1/articles/", 404, "no-such-address", ""},
		{"huma's documents are off", "GET", "/docs", 200, "", ""},
		{"huma's schemas are off", "GET", "/schemas/Problem.json", 404, "no-such-address", ""},
		{"wrong method", "DELETE", "/api/v1/articles", 405, "method-not-allowed", "GET, POST"},
		{"strange method", "PROPFIND", "/api/v1/stats", 405, "method-not-allowed", "GET"},
		{"trace", "TRACE", "/healthz", 405, "method-not-allowed", "GET"},
		{"writing a page", "POST", "/", 405, "method-not-allowed", "GET, HEAD"},
		{"missing asset", "GET", "/assets/none.js", 404, "no-such-address", ""},
		{"missing file", "GET", "/robots.txt", 404, "no-such-address", ""},
		{"hidden file", "GET", "/.hidden", 404, "no-such-address", ""},
		{"version control", "GET", "/.git/config", 404, "no-such-address", ""},
		{"climbing out", "GET", "/assets/../../x.go", 404, "no-such-address", ""},
		{"not UTF-8", "GET", "/api/v1/articles/%ff", 400, "not-utf8", ""},
		{"NUL", "GET", "/api/v1/articles/a%00b", 400, "nul-byte", ""},
		{"query not UTF-8", "GET", "/api/v1/statements?q=%c3%28", 400, "not-utf8", ""},
		{"query cut off", "GET", "/api/v1/statements?q=%f", 400, "bad-query", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := ask(s, c.method, c.path)
			if res.StatusCode != c.status {
				t.Fatalf("status %d, want %d", res.StatusCode, c.status)
			}
			if c.code != "" {
				if got := code(problemIn(t, res)); got != c.code {
					t.Errorf("code %q, want %q", got, c.code)
				}
			}
			if got := sortedList(res.Header.Get("Allow")); got != sortedList(c.allow) {
				t.Errorf("Allow %q, want %q", got, c.allow)
			}
		})
	}
}

func TestHosts(t *testing.T) {
	s := withoutArchive(t, Config{Hosts: []string{"desk.example"}})
	for _, c := range []struct {
		host   string
		status int
	}{
		{"127.0.0.1:8080", 200}, {"127.0.0.1", 200}, {"[::1]:8080", 200}, {"localhost:8080", 200}, {"LOCALHOST.", 200},
		{"192.168.1.20:8080", 200}, {"desk.example", 200}, {"Desk.Example:443", 200},
		{"evil.example:8080", 421}, {"127.0.0.1.evil.example", 421}, {"localhost.evil.example", 421}, {"", 421},
		{"sub.desk.example", 421},
	} {
		res := ask(s, "GET", "/healthz", host(c.host))
		if res.StatusCode != c.status {
			t.Errorf("%q: status %d, want %d", c.host, res.StatusCode, c.status)
		}
		if c.status == 421 && code(problemIn(t, res)) != "unknown-host" {
			t.Errorf("%q: another problem", c.host)
		}
	}
}

func TestHeaders(t *testing.T) {
	for _, path := range []string{"/", "/assets/app-1a2b.js", "/assets/none.js", "/healthz", "/api/v1/stats", "/api/none", "/api/openapi.json"} {
		h := ask(withoutArchive(t, Config{}), "GET", path).Header
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin"} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		csp := h.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} {
			if !strings.Contains(csp, part) {
				t.Errorf("%s: policy %q lacks %s", path, csp, part)
			}
		}
		if strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for _, name := range []string{"Access-Control-Allow-Origin", "Server", "X-Powered-By", "Link"} {
			if h.Get(name) != "" {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		if h.Get("Permissions-Policy") == "" || h.Get("X-Request-Id") == "" || h.Get("Cache-Control") == "" {
			t.Errorf("%s: headers are missing: %v", path, h)
		}
		if strings.HasPrefix(path, "/api") && h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be cached: %q", path, h.Get("Cache-Control"))
		}
	}
	if got := ask(withoutArchive(t, Config{Secure: true}), "GET", "/").Header.Get("Strict-Transport-Security"); !strings.Contains(got, "max-age=31536000") {
		t.Errorf("over HTTPS, browsers are told %q", got)
	}
}

func TestRequestIDIsOurs(t *testing.T) {
	s := withoutArchive(t, Config{})
	a := ask(s, "GET", "/healthz", header("X-Request-Id", "forged")).Header.Get("X-Request-Id")
	b := ask(s, "GET", "/healthz").Header.Get("X-Request-Id")
	if a == "forged" || a == b || len(a) < 16 {
		t.Errorf("ids %q and %q", a, b)
	}
}

func TestHeadAnswersLikeGet(t *testing.T) {
	s := withoutArchive(t, Config{})
	web := httptest.NewServer(headAsGet(s.engine))
	defer web.Close()
	for _, path := range []string{"/healthz", "/", "/api/openapi.json"} {
		res, err := http.Head(web.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != http.StatusOK {
			t.Errorf("HEAD %s: %d", path, res.StatusCode)
		}
	}
}
