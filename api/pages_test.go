package api

import (
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func bodyOf(t *testing.T, res *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// sortedList puts the items of a header in order.
func sortedList(value string) string {
	items := strings.Split(value, ", ")
	slices.Sort(items)
	return strings.Join(items, ", ")
}

func TestPages(t *testing.T) {
	s := withoutArchive(t, Config{})
	for _, c := range []struct{ name, path, contains, mediaType, cache string }{
		{"start", "/", "csp-nonce", "text/html; charset=utf-8", "no-cache"},
		{"named", "/index.html", "csp-nonce", "text/html; charset=utf-8", "no-cache"},
		{"a page within", "/conflicts/abc", "csp-nonce", "text/html; charset=utf-8", "no-cache"},
		{"asset", "/assets/app-1a2b.js", "let a", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		{"other file", "/favicon.svg", "<svg/>", "image/svg+xml", "no-cache"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := ask(s, "GET", c.path)
			if res.StatusCode != 200 || res.Header.Get("Content-Type") != c.mediaType || res.Header.Get("Cache-Control") != c.cache {
				t.Errorf("%d %v", res.StatusCode, res.Header)
			}
			if body := bodyOf(t, res); !strings.Contains(body, c.contains) || strings.Contains(body, nonceMark) {
				t.Errorf("body %q", body)
			}
		})
	}
}

func TestNonce(t *testing.T) {
	s := withoutArchive(t, Config{})
	var last string
	for range 3 {
		res := ask(s, "GET", "/")
		body := bodyOf(t, res)
		in := regexp.MustCompile(`nonce="([^"]+)"`).FindStringSubmatch(body)
		if in == nil || in[1] == last || len(in[1]) < 22 {
			t.Fatalf("nonce in %q, last %q", body, last)
		}
		last = in[1]
		csp := res.Header.Get("Content-Security-Policy")
		for _, want := range []string{"script-src 'self' 'nonce-" + last + "'", "style-src 'self' 'nonce-" + last + "'"} {
			if !strings.Contains(csp, want) {
				t.Errorf("policy %q lacks %s", csp, want)
			}
		}
	}
}

func TestWithoutPages(t *testing.T) {
	s := withoutArchive(t, Config{Pages: fstest.MapFS{}})
	res := ask(s, "GET", "/")
	if body := bodyOf(t, res); res.StatusCode != 200 || !strings.Contains(body, "make run") {
		t.Errorf("%d %s", res.StatusCode, body)
	}
	if res := ask(s, "GET", "/api/v1/stats"); res.StatusCode != 401 {
		t.Errorf("the API answers %d", res.StatusCode)
	}
}
