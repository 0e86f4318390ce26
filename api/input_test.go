package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

const someText = "The minister said on Monday that the bridge was safe.\n\nEngineers denied that the bridge was safe."

// articles says how many articles there are: bad input must leave none.
func (w *world) articles() int {
	w.Helper()
	var page PageView[ArticleHeadView]
	w.must(200, request{as: w.ada, method: "GET", path: "/articles"}, &page)
	return len(page.Items)
}

func TestBadInput(t *testing.T) {
	w := newWorld(t)
	var job JobView
	w.must(202, request{as: w.ada, method: "POST", path: "/articles", body: asJSON(t, map[string]string{"text": someText})}, &job)
	article := string(job.Article)
	annotate := func(target string) string { return `{"body":"hm","target":` + target + `}` }
	for _, c := range []struct {
		name         string
		method, path string
		body         string
		headers      map[string]string
		status       int
		code         string
		location     string // of the first fault
	}{
		{name: "no JSON", method: "POST", path: "/comparisons", body: `{"a":`, status: 400, code: "not-json"},
		{name: "trailing data", method: "POST", path: "/comparisons", body: `{"a":"x","b":"y"} {}`, status: 400, code: "not-json"},
		{name: "empty body", method: "POST", path: "/comparisons", headers: map[string]string{"Content-Type": "application/json"}, status: 400, code: "not-json"},
		{name: "JSON of another shape", method: "POST", path: "/comparisons", body: `["a","b"]`, status: 422, code: "invalid-request", location: "body"},
		{name: "missing property", method: "POST", path: "/comparisons", body: `{"a":"x"}`, status: 422, code: "invalid-request", location: "body"},
		{name: "unknown property", method: "POST", path: "/tokens", body: `{"name":"x","role":"owner"}`, status: 422, code: "invalid-request", location: "body.role"},
		{name: "unknown property of an article", method: "POST", path: "/articles", body: `{"text":"x","id":"mine"}`, status: 422, code: "invalid-request", location: "body.id"},
		{name: "wrong type", method: "POST", path: "/tokens", body: `{"name":3}`, status: 422, code: "invalid-request", location: "body.name"},
		{name: "null for a text", method: "POST", path: "/tokens", body: `{"name":null}`, status: 422, code: "invalid-request", location: "body.name"},
		{name: "very deep", method: "POST", path: "/comparisons", body: strings.Repeat(`[`, 20000), status: 400, code: "not-json"},
		{name: "form in place of JSON", method: "POST", path: "/comparisons", body: "a=x&b=y", headers: map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, status: 415, code: "content-type"},
		{name: "plain text in place of JSON", method: "POST", path: "/articles", body: `{"text":"x"}`, headers: map[string]string{"Content-Type": "text/plain"}, status: 415, code: "content-type"},
		{name: "another charset", method: "POST", path: "/comparisons", body: `{}`, headers: map[string]string{"Content-Type": "application/json; charset=utf-16"}, status: 415, code: "content-type"},
		{name: "invalid UTF-8", method: "POST", path: "/articles", body: "{\"text\":\"a\xff\xfeb\"}", status: 400, code: "not-utf8"},
		{name: "half a surrogate pair", method: "POST", path: "/articles", body: `{"text":"a\ud800b"}`, status: 400, code: "not-utf8"},
		{name: "other half of a surrogate pair", method: "POST", path: "/articles", body: `{"text":"a\uDC00"}`, status: 400, code: "not-utf8"},
		{name: "NUL byte", method: "POST", path: "/articles", body: "{\"text\":\"a\x00b\"}", status: 400, code: "nul-byte"},
		{name: "escaped NUL", method: "POST", path: "/articles", body: `{"text":"a\u0000b"}`, status: 400, code: "nul-byte"},
		{name: "large JSON", method: "POST", path: "/comparisons", body: `{"a":"` + strings.Repeat("x", smallBody) + `"}`, status: 413, code: "too-large"},

		{name: "no text and no link", method: "POST", path: "/articles", body: `{"title":"x"}`, status: 422, code: "nothing-given"},
		{name: "empty text", method: "POST", path: "/articles", body: `{"text":""}`, status: 422, code: "nothing-given"},
		{name: "bad date", method: "POST", path: "/articles", body: `{"text":"x","date":"yesterday"}`, status: 422, code: "bad-date"},
		{name: "script for an address", method: "POST", path: "/articles", body: `{"text":"x","url":"javascript:alert(1)"}`, status: 422, code: "bad-address"},
		{name: "link inside the network", method: "POST", path: "/articles", body: `{"url":"http://192.168.0.1/admin"}`, status: 403, code: "inside-network"},
		{name: "link to this machine", method: "POST", path: "/articles", body: `{"url":"http://localhost:8080/"}`, status: 403},
		{name: "link to cloud metadata", method: "POST", path: "/articles", body: `{"url":"http://169.254.169.254/latest/"}`, status: 403, code: "inside-network"},
		{name: "link to a file", method: "POST", path: "/articles", body: `{"url":"file:///etc/passwd"}`, status: 422, code: "bad-address"},

		{name: "unknown article", method: "GET", path: "/articles/none", status: 404},
		{name: "unknown snapshot", method: "GET", path: "/articles/none/snapshot", status: 404},
		{name: "statements of an unknown article", method: "GET", path: "/articles/none/statements", status: 404},
		{name: "unknown speaker", method: "GET", path: "/speakers/none", status: 404},
		{name: "unknown statement", method: "GET", path: "/statements/none", status: 404},
		{name: "unknown conflict", method: "GET", path: "/conflicts/none", status: 404},
		{name: "reviews of an unknown conflict", method: "GET", path: "/conflicts/none/reviews", status: 404},
		{name: "unknown dispute", method: "GET", path: "/disputes/none", status: 404},
		{name: "merging what is not there", method: "POST", path: "/disputes/none/merge", body: `{"from":"other"}`, status: 404},
		{name: "splitting what is not there", method: "POST", path: "/disputes/none/split", body: `{"conflicts":["c"]}`, status: 404},
		{name: "splitting off nothing", method: "POST", path: "/disputes/none/split", body: `{"conflicts":[]}`, status: 422, code: "invalid-request", location: "body.conflicts"},
		{name: "unknown annotation", method: "GET", path: "/annotations/none", status: 404},
		{name: "unknown job", method: "GET", path: "/jobs/none", status: 404},
		{name: "retry of an unknown job", method: "POST", path: "/jobs/none/retry", status: 404},
		{name: "unknown token", method: "DELETE", path: "/tokens/none", status: 404},
		{name: "report of an unknown dispute", method: "GET", path: "/reports?dispute=none", status: 404},
		{name: "comparing what is not there", method: "POST", path: "/comparisons", body: `{"a":"x","b":"y"}`, status: 404},
		{name: "comparing with itself", method: "POST", path: "/comparisons", body: `{"a":"x","b":"x"}`, status: 422, code: "same-statement"},
		{name: "id with quotes", method: "GET", path: "/articles/'%22--id);select", status: 404},

		{name: "foreign cursor", method: "GET", path: "/articles?cursor=abc", status: 400, code: "bad-cursor"},
		{name: "limit of none", method: "GET", path: "/articles?limit=0", status: 422, code: "invalid-request", location: "query.limit"},
		{name: "limit too high", method: "GET", path: "/articles?limit=100000", status: 422, code: "invalid-request", location: "query.limit"},
		{name: "limit no number", method: "GET", path: "/articles?limit=ten", status: 422, code: "invalid-request", location: "query.limit"},
		{name: "unknown filter", method: "GET", path: "/conflicts?password=x", status: 422, code: "invalid-request", location: "query.password"},
		{name: "unknown value of a filter", method: "GET", path: "/conflicts?state=maybe", status: 422, code: "invalid-request", location: "query.state"},
		{name: "unknown format", method: "GET", path: "/reports?format=exe", status: 422, code: "invalid-request", location: "query.format"},

		{name: "no version", method: "PATCH", path: "/articles/" + article, body: `{"title":"x"}`, status: 428, code: "precondition-required"},
		{name: "old version", method: "PATCH", path: "/articles/" + article, body: `{"title":"x"}`, headers: map[string]string{"If-Match": `"99"`}, status: 412, code: "stale-version"},
		{name: "no ETag", method: "PATCH", path: "/articles/" + article, body: `{"title":"x"}`, headers: map[string]string{"If-Match": `1`}, status: 400, code: "bad-etag"},
		{name: "weak ETag", method: "PATCH", path: "/articles/" + article, body: `{"title":"x"}`, headers: map[string]string{"If-Match": `W/"1"`}, status: 400, code: "bad-etag"},
		{name: "nothing to change", method: "PATCH", path: "/articles/" + article, body: `{}`, headers: map[string]string{"If-Match": `"1"`}, status: 422, code: "nothing-given"},
		{name: "changing the text", method: "PATCH", path: "/articles/" + article, body: `{"text":"x"}`, headers: map[string]string{"If-Match": `"1"`}, status: 422, code: "invalid-request", location: "body.text"},
		{name: "review without a version", method: "PUT", path: "/conflicts/none/reviews/me", body: `{"judgement":"agrees"}`, status: 428, code: "precondition-required"},
		{name: "review that is none", method: "PUT", path: "/conflicts/none/reviews/me", body: `{"judgement":"lies"}`, headers: map[string]string{"If-None-Match": "*"}, status: 422, code: "invalid-request", location: "body.judgement"},
		{name: "review of nothing", method: "PUT", path: "/conflicts/none/reviews/me", body: `{"judgement":"agrees"}`, headers: map[string]string{"If-None-Match": "*"}, status: 404},
		{name: "review both new and old", method: "PUT", path: "/conflicts/none/reviews/me", body: `{"judgement":"agrees"}`, headers: map[string]string{"If-None-Match": "*", "If-Match": `"1"`}, status: 400, code: "bad-etag"},

		{name: "annotation of nothing", method: "POST", path: "/annotations", body: annotate(`{}`), status: 422, code: "one-target"},
		{name: "annotation of two things", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `","dispute":"d"}`), status: 422, code: "one-target"},
		{name: "annotation of what is not there", method: "POST", path: "/annotations", body: annotate(`{"article":"none"}`), status: 404},
		{name: "words outside the text", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `","start":3,"end":9999}`), status: 422, code: "span-outside"},
		{name: "words turned round", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `","start":9,"end":3}`), status: 422, code: "span-outside"},
		{name: "half a span", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `","start":9}`), status: 422, code: "span-outside"},
		{name: "other words", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `","start":4,"end":12,"exact":"monarch"}`), status: 422, code: "quote-mismatch"},
		{name: "words that are not there", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `","exact":"monarch"}`), status: 422, code: "quote-mismatch"},
		{name: "words that are there twice", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `","exact":"bridge was safe"}`), status: 422, code: "quote-ambiguous"},
		{name: "words without an article", method: "POST", path: "/annotations", body: annotate(`{"statement":"x","exact":"bridge"}`), status: 422, code: "words-without-article"},
		{name: "link that is none", method: "POST", path: "/annotations", body: `{"motivation":"linking","body":"javascript:alert(1)","target":{"article":"` + article + `"}}`, status: 422, code: "bad-address"},
		{name: "key too long", method: "POST", path: "/annotations", body: annotate(`{"article":"` + article + `"}`), headers: map[string]string{"Idempotency-Key": strings.Repeat("k", 201)}, status: 422, code: "invalid-request", location: "header.Idempotency-Key"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w.T = t
			res := w.do(request{as: w.ada, method: c.method, path: c.path, body: c.body, headers: c.headers})
			if res.StatusCode != c.status {
				t.Fatalf("status %d, want %d: %s\n%s", res.StatusCode, c.status, bodyOf(t, res), w.log)
			}
			p := problemIn(t, res)
			if c.code != "" && code(p) != c.code {
				t.Errorf("code %q, want %q: %s", code(p), c.code, p.Detail)
			}
			if c.location != "" && (len(p.Errors) == 0 || p.Errors[0].Location != c.location) {
				t.Errorf("faults %+v, want the first at %s", p.Errors, c.location)
			}
			if strings.Contains(p.Detail, "sqlite") || strings.Contains(p.Detail, ".go:") {
				t.Errorf("the detail tells of the inside: %s", p.Detail)
			}
		})
	}
	w.T = t
	if n := w.articles(); n != 1 {
		t.Errorf("%d articles are stored, want the one that was good", n)
	}
}

func TestBadFiles(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		name, file string
		data       []byte
		fields     []string
		status     int
		code       string
	}{
		{name: "empty", file: "a.txt", data: nil, status: 422, code: "empty-file"},
		{name: "binary", file: "a.txt", data: append([]byte("\x7fELF\x02\x01\x01\x00"), bytes.Repeat([]byte{0, 1, 2, 255}, 500)...), status: 415, code: "binary-file"},
		{name: "program called text", file: "a.exe", data: []byte("MZ\x90\x00\x03\x00\x00\x00"), status: 415},
		{name: "invalid UTF-8", file: "a.txt", data: []byte("The minister said \xff\xfe that it was so."), status: 422, code: "not-utf8"},
		{name: "NUL bytes", file: "a.md", data: []byte("The minister\x00 said that it was so."), status: 422, code: "nul-byte"},
		{name: "only space", file: "a.txt", data: []byte(" \n\t\n"), status: 422},
		{name: "unknown part", file: "a.txt", data: []byte(someText), fields: []string{"role", "owner"}, status: 422, code: "unknown-part"},
		{name: "bad date", file: "a.txt", data: []byte(someText), fields: []string{"date", "soon"}, status: 422, code: "bad-date"},
		{name: "field not UTF-8", file: "a.txt", data: []byte(someText), fields: []string{"title", "a\xff"}, status: 422, code: "not-utf8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w.T = t
			body, contentType := form(t, c.file, c.data, c.fields...)
			res := w.do(request{as: w.ada, method: "POST", path: "/articles", body: body, headers: map[string]string{"Content-Type": contentType}})
			if res.StatusCode != c.status {
				t.Fatalf("status %d, want %d: %s", res.StatusCode, c.status, bodyOf(t, res))
			}
			if p := problemIn(t, res); c.code != "" && code(p) != c.code {
				t.Errorf("code %q, want %q: %s", code(p), c.code, p.Detail)
			}
		})
	}
	w.T = t
	w.refused(400, "bad-form", request{as: w.ada, method: "POST", path: "/articles",
		body:    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nThe min", // cut off
		headers: map[string]string{"Content-Type": "multipart/form-data; boundary=b"}})
	w.refused(422, "nothing-given", request{as: w.ada, method: "POST", path: "/articles", body: "no parts at all",
		headers: map[string]string{"Content-Type": "multipart/form-data; boundary=b"}})
	if n := w.articles(); n != 0 {
		t.Errorf("%d articles are stored", n)
	}
}

// A file that is too large must give a problem over a real connection too,
// where a server that stops reading would reset it.
func TestLargeFileOverTheWire(t *testing.T) {
	w := newWorld(t)
	web := httptest.NewServer(w.handler)
	defer web.Close()
	body, contentType := form(t, "large.txt", bytes.Repeat([]byte("The minister said that it rained. "), 20<<20/34))
	for name, reader := range map[string]io.Reader{
		"length known":   strings.NewReader(body),
		"length unknown": struct{ io.Reader }{strings.NewReader(body)},
	} {
		t.Run(name, func(t *testing.T) {
			req, err := http.NewRequest("POST", web.URL+"/api/v1/articles", reader)
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Content-Type", contentType)
			req.Header.Set("Authorization", "Bearer "+w.ada.secret)
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer res.Body.Close()
			if res.StatusCode != 413 {
				t.Fatalf("status %d", res.StatusCode)
			}
			if got := code(problemIn(t, res)); got != "too-large" {
				t.Errorf("code %q", got)
			}
		})
	}
	if n := w.articles(); n != 0 {
		t.Errorf("%d articles are stored", n)
	}
}

// The longest text that is taken must not be refused for its wrapping.
func TestTextAtTheLimit(t *testing.T) {
	line := "The minister said that it rained in the north of the country. \n"
	text := strings.Repeat(line, claims.MaxText/len(line)-1)
	if len(asJSON(t, map[string]string{"text": text})) > articleBody {
		t.Errorf("a text of %d bytes does not fit into a body", len(text))
	}
}

func FuzzCheckJSON(f *testing.F) {
	for _, seed := range []string{`{"a":"\ud83d\ude00"}`, `"\\u0000"`, `"\\\u0000"`, `"\ud800"`, `"\ud800\u0041"`, `["\u00e9",1e9]`, `"\udc00\ud800"`, `1e700`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if checkJSON(body) != nil {
			return
		}
		// What is let through, the decoder does not change.
		var v any
		d := json.NewDecoder(bytes.NewReader(body))
		d.UseNumber() // 1e700 is JSON, and refused where a number is wanted
		if err := d.Decode(&v); err != nil {
			t.Fatalf("let through but no JSON: %v", err)
		}
		if bytes.ContainsRune([]byte(flatten(v)), 0) {
			t.Fatalf("let a NUL through: %q", body)
		}
		if strings.ContainsRune(flatten(v), '\uFFFD') && !bytes.ContainsRune(body, '\uFFFD') && !strings.Contains(strings.ToLower(string(body)), `\ufffd`) {
			t.Fatalf("let something through that is replaced: %q", body)
		}
	})
}

// flatten gives all texts in a value.
func flatten(v any) string {
	switch v := v.(type) {
	case map[string]any:
		var all strings.Builder
		for key, value := range v {
			all.WriteString(key + flatten(value))
		}
		return all.String()
	case []any:
		var all strings.Builder
		for _, value := range v {
			all.WriteString(flatten(value))
		}
		return all.String()
	}
	return fmt.Sprint(v)
}
