package collect

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/counterclaim/counterclaim/claims"
)

var testTime = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

const story = `<!doctype html><html lang="en"><head><title>Plant closed</title></head><body><article><h1>Plant closed</h1>
<p>The minister said on Monday that the plant in the north of the country was closed and that nobody was hurt.</p>
<p>The union said that it was still open, and that two people had been taken to hospital in the night.</p></article></body></html>`

// web is a public site, played by one loopback address, beside a host inside
// the network, played by another. Names are looked up in a server of its own.
type web struct {
	outside, inside *httptest.Server
	insideCalls     atomic.Int32
	names           sync.Map // name → func(n int) []string, the answers to the nth question
	reader          *Reader
}

func newWeb(t *testing.T, handler http.HandlerFunc) *web {
	t.Helper()
	w := &web{}
	w.outside = serveOn(t, "127.0.0.2", handler)
	w.inside = serveOn(t, "127.0.0.1", func(http.ResponseWriter, *http.Request) { w.insideCalls.Add(1) })
	w.reader = New(Options{Outbound: Outbound{
		Version: "1.2.3", Ports: []uint16{port(w.outside), port(w.inside)},
		Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.2/32")}, Resolver: w.resolver(t),
	}})
	return w
}

func serveOn(t *testing.T, address string, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	l, err := net.Listen("tcp4", address+":0")
	if err != nil {
		t.Skipf("this machine has no loopback address %s: %v", address, err)
	}
	s := httptest.NewUnstartedServer(handler)
	s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
	return s
}

func port(s *httptest.Server) uint16 { return s.Listener.Addr().(*net.TCPAddr).AddrPort().Port() }

// at gives an address on the outside server under a name.
func (w *web) at(name, path string) string {
	return fmt.Sprintf("http://%s:%d%s", name, port(w.outside), path)
}

// answer makes a name resolve to the addresses, the same each time.
func (w *web) answer(name string, addresses ...string) {
	w.names.Store(name, func(int) []string { return addresses })
}

// resolver asks a DNS server that answers from w.names. CNAMEs are written as
// "cname:target".
func (w *web) resolver(t *testing.T) *net.Resolver {
	conn, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		asked := map[string]int{}
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			if reply := w.reply(buf[:n], asked); reply != nil {
				conn.WriteTo(reply, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp4", conn.LocalAddr().String())
	}}
}

func (w *web) reply(question []byte, asked map[string]int) []byte {
	var m dnsmessage.Message
	if m.Unpack(question) != nil || len(m.Questions) != 1 {
		return nil
	}
	q := m.Questions[0]
	name := strings.TrimSuffix(q.Name.String(), ".")
	m.Header.Response, m.Header.RCode = true, dnsmessage.RCodeNameError
	m.Additionals = nil
	if answers, ok := w.names.Load(name); ok {
		m.Header.RCode = dnsmessage.RCodeSuccess
		key := fmt.Sprint(name, q.Type)
		for _, a := range answers.(func(int) []string)(asked[key]) {
			m.Answers = append(m.Answers, resources(q, a)...)
		}
		asked[key]++
	}
	out, _ := m.Pack()
	return out
}

// resources gives the records for one answer: an address of the type that was
// asked for, or a CNAME with the address it leads to.
func resources(q dnsmessage.Question, answer string) []dnsmessage.Resource {
	header := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0}
	if target, ok := strings.CutPrefix(answer, "cname:"); ok {
		name, address, _ := strings.Cut(target, "=")
		alias := dnsmessage.MustNewName(name + ".")
		header.Type = dnsmessage.TypeCNAME
		first := dnsmessage.Resource{Header: header, Body: &dnsmessage.CNAMEResource{CNAME: alias}}
		q.Name = alias
		return append([]dnsmessage.Resource{first}, resources(q, address)...)
	}
	a := netip.MustParseAddr(answer)
	switch {
	case q.Type == dnsmessage.TypeA && a.Is4():
		return []dnsmessage.Resource{{Header: header, Body: &dnsmessage.AResource{A: a.As4()}}}
	case q.Type == dnsmessage.TypeAAAA && !a.Is4():
		return []dnsmessage.Resource{{Header: header, Body: &dnsmessage.AAAAResource{AAAA: a.As16()}}}
	}
	return nil
}

func (w *web) fetch(t *testing.T, address string) (claims.Article, error) {
	t.Helper()
	return w.reader.Fetch(t.Context(), address, claims.ArticleHead{}, testTime)
}

func page(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, body)
	}
}

func TestFetch(t *testing.T) {
	var got *http.Request
	w := newWeb(t, func(rw http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.SetCookie(rw, &http.Cookie{Name: "track", Value: "1"})
			http.Redirect(rw, r, "/news/2014/plant-closed.html?id=7", http.StatusFound)
			return
		}
		got = r.Clone(context.Background())
		page(story)(rw, r)
	})
	w.answer("www.news.example", "127.0.0.2")
	a, err := w.fetch(t, w.at("www.news.example", "/old#top"))
	if err != nil {
		t.Fatal(err)
	}
	last := w.at("www.news.example", "/news/2014/plant-closed.html?id=7")
	if a.ID != "news-example-plant-closed" || a.URL != last || a.Snapshot.From != last {
		t.Errorf("id %q, url %q, from %q", a.ID, a.URL, a.Snapshot.From)
	}
	if string(a.Snapshot.Bytes) != story || a.Snapshot.MediaType != "text/html; charset=utf-8" || !a.Snapshot.ReceivedAt.Equal(testTime) {
		t.Errorf("snapshot %d bytes, %q, %v", len(a.Snapshot.Bytes), a.Snapshot.MediaType, a.Snapshot.ReceivedAt)
	}
	if a.Title != "Plant closed" || !strings.HasPrefix(a.Text, "The minister said") {
		t.Errorf("title %q, text %q", a.Title, a.Text)
	}
	if agent := got.Header.Get("User-Agent"); agent != "Counterclaim/1.2.3 (+fact-checking; reads one page on request)" {
		t.Errorf("user agent %q", agent)
	}
	if got.Header.Get("Cookie") != "" || got.Header.Get("Referer") != "" {
		t.Errorf("cookie %q, referer %q", got.Header.Get("Cookie"), got.Header.Get("Referer"))
	}
}

func TestFetchNeverInside(t *testing.T) {
	var target atomic.Value
	w := newWeb(t, func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Location", target.Load().(string))
		rw.WriteHeader(http.StatusMovedPermanently)
	})
	w.answer("news.example", "127.0.0.2")
	inside := strconv.Itoa(int(port(w.inside)))
	refuse := func(how, address, link string) {
		t.Helper()
		if _, err := w.fetch(t, link); code(t, err) != "inside-network" {
			t.Errorf("%s, %s: %v", how, address, err)
		}
	}
	for i, a := range insideAddresses {
		refuse("direct", a, "http://"+host(a)+":"+inside+"/")
		target.Store("http://" + host(a) + ":" + inside + "/")
		refuse("redirect", a, w.at("news.example", "/"))

		name := fmt.Sprintf("n%d.example", i)
		w.answer(name, a)
		refuse("by name", a, "http://"+name+":"+inside+"/")
		target.Store("http://" + name + ":" + inside + "/")
		refuse("redirect to a name", a, w.at("news.example", "/"))

		w.answer("c"+name, "cname:alias.example="+a)
		refuse("by alias", a, "http://c"+name+":"+inside+"/")
		if netip.MustParseAddr(a).Is4() {
			w.answer("m"+name, mapped(a))
			refuse("mapped", a, "http://m"+name+":"+inside+"/")
		}
	}
	if n := w.insideCalls.Load(); n != 0 {
		t.Errorf("%d connections reached the inside", n)
	}
}

func TestFetchRebinding(t *testing.T) {
	w := newWeb(t, func(rw http.ResponseWriter, r *http.Request) {
		http.Redirect(rw, r, "/again", http.StatusFound)
	})
	w.names.Store("rebind.example", func(n int) []string {
		return []string{[]string{"127.0.0.2", "127.0.0.1"}[min(n, 1)]}
	})
	// The same port on both, so that only the address tells them apart.
	link := fmt.Sprintf("http://rebind.example:%d/", port(w.outside))
	if _, err := w.fetch(t, link); code(t, err) != "inside-network" {
		t.Errorf("second lookup leads inside: %v", err)
	}
	w.answer("both.example", "127.0.0.1", "10.0.0.1")
	if _, err := w.fetch(t, fmt.Sprintf("http://both.example:%d/", port(w.inside))); code(t, err) != "inside-network" {
		t.Errorf("several answers, all inside: %v", err)
	}
	if n := w.insideCalls.Load(); n != 0 {
		t.Errorf("%d connections reached the inside", n)
	}
}

// What is refused must not tell whether anything listens there.
func TestFetchOpenAndClosedLookAlike(t *testing.T) {
	w := newWeb(t, page(story))
	closed, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	free := closed.Addr().(*net.TCPAddr).AddrPort().Port()
	closed.Close()
	r := New(Options{Outbound: Outbound{Ports: []uint16{free, port(w.inside)}, Resolver: w.resolver(t)}})
	w.answer("open.example", "127.0.0.1")
	var texts []string
	for _, p := range []uint16{free, port(w.inside)} {
		for _, h := range []string{"127.0.0.1", "open.example"} {
			_, err := r.Fetch(t.Context(), fmt.Sprintf("http://%s:%d/", h, p), claims.ArticleHead{}, testTime)
			texts = append(texts, fmt.Sprint(err))
		}
	}
	for _, text := range texts[1:] {
		if text != texts[0] {
			t.Errorf("answers differ: %q", texts)
		}
	}
}

func TestFetchRefuses(t *testing.T) {
	w := newWeb(t, func(rw http.ResponseWriter, r *http.Request) {
		typed := func(mediaType, body string) {
			rw.Header().Set("Content-Type", mediaType)
			io.WriteString(rw, body)
		}
		switch r.URL.Path {
		case "/loop":
			http.Redirect(rw, r, "/loop", http.StatusFound)
		case "/gone":
			rw.WriteHeader(http.StatusGone)
			io.WriteString(rw, "secret of the upstream")
		case "/no-content":
			rw.WriteHeader(http.StatusNoContent)
		case "/picture":
			typed("image/png", "\x89PNG\r\n\x1a\n")
		case "/json":
			typed("application/json", "{}")
		case "/lines":
			typed("application/x-ndjson", `{"text":"x"}`)
		case "/pdf-as-html":
			typed("text/html", "%PDF-1.7\n")
		case "/brotli":
			rw.Header().Set("Content-Encoding", "br")
			typed("text/html", story)
		case "/ftp":
			http.Redirect(rw, r, "ftp://news.example/", http.StatusFound)
		case "/user":
			http.Redirect(rw, r, "http://user:pass@news.example/", http.StatusFound)
		case "/port":
			http.Redirect(rw, r, "http://news.example:22/", http.StatusFound)
		case "/empty":
			typed("text/html", "")
		case "/nothing":
			typed("text/html", "<html><body><script>x()</script></body></html>")
		case "/big":
			typed("text/plain", strings.Repeat("The plant was closed. ", 1+claims.MaxSource/22))
		case "/hang-up":
			conn, _, _ := rw.(http.Hijacker).Hijack()
			conn.Close()
		}
	})
	w.answer("news.example", "127.0.0.2")
	for _, tt := range []struct {
		path, code string
		kind       claims.Kind
	}{
		{"/loop", "too-many-redirects", claims.Unreachable},
		{"/gone", "page-status", claims.Unreachable},
		{"/no-content", "page-status", claims.Unreachable},
		{"/picture", "page-type", claims.Unsupported},
		{"/json", "page-type", claims.Unsupported},
		{"/lines", "page-type", claims.Unsupported},
		{"/pdf-as-html", "binary-file", claims.Unsupported},
		{"/brotli", "page-encoding", claims.Unsupported},
		{"/ftp", "bad-address", claims.Invalid},
		{"/user", "bad-address", claims.Invalid},
		{"/port", "port-refused", claims.Forbidden},
		{"/empty", "empty-file", claims.Invalid},
		{"/nothing", "no-text", claims.Invalid},
		{"/big", "too-large", claims.TooLarge},
		{"/hang-up", "page-unreachable", claims.Unreachable},
	} {
		t.Run(tt.path[1:], func(t *testing.T) {
			_, err := w.fetch(t, w.at("news.example", tt.path))
			if got := code(t, err); got != tt.code || claims.KindOf(err) != tt.kind {
				t.Errorf("code %q, kind %q, want %q, %q: %v", got, claims.KindOf(err), tt.code, tt.kind, err)
			}
			if err != nil && strings.Contains(err.Error(), "secret") {
				t.Errorf("what the other side said shows: %v", err)
			}
		})
	}
	if _, err := w.fetch(t, w.at("unknown.example", "/")); code(t, err) != "page-unreachable" {
		t.Errorf("a name nobody knows: %v", err)
	}
}

func TestFetchBomb(t *testing.T) {
	var small bytes.Buffer
	z := gzip.NewWriter(&small)
	for zeros := make([]byte, 1<<20); small.Len() < 40<<10; {
		z.Write(zeros)
	}
	z.Close()
	w := newWeb(t, func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "text/html")
		rw.Header().Set("Content-Encoding", "gzip")
		rw.Write(small.Bytes())
	})
	w.answer("news.example", "127.0.0.2")
	if _, err := w.fetch(t, w.at("news.example", "/")); code(t, err) != "too-large" {
		t.Errorf("a page of 40 kB that unpacks to 40 MB: %v", err)
	}
}

func TestFetchCharset(t *testing.T) {
	windows := strings.ReplaceAll(strings.ReplaceAll(story, "The union said", "The union’s caf\xe9 said"), "’", "\x92")
	w := newWeb(t, func(rw http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/header":
			rw.Header().Set("Content-Type", "text/html; charset=windows-1252")
			io.WriteString(rw, windows)
		case "/meta":
			rw.Header().Set("Content-Type", "text/html")
			io.WriteString(rw, strings.Replace(windows, "<head>", "<head><meta charset=ISO-8859-1>", 1))
		case "/late-meta":
			rw.Header().Set("Content-Type", "text/html")
			pad := "<!--" + strings.Repeat("x", 2000) + "-->"
			io.WriteString(rw, strings.Replace(windows, "<head>", "<head>"+pad+`<meta http-equiv=Content-Type content="text/html; charset=windows-1252">`, 1))
		case "/untyped":
			rw.Header()["Content-Type"] = nil
			io.WriteString(rw, strings.ReplaceAll(strings.ReplaceAll(windows, "\x92", "’"), "\xe9", "é"))
		case "/undeclared":
			rw.Header().Set("Content-Type", "text/html")
			io.WriteString(rw, windows)
		}
	})
	w.answer("news.example", "127.0.0.2")
	for _, path := range []string{"/header", "/meta", "/late-meta", "/untyped"} {
		a, err := w.fetch(t, w.at("news.example", path))
		if err != nil || !strings.Contains(a.Text, "The union’s café said") {
			t.Errorf("%s: %q, %v", path, a.Text, err)
		}
	}
	if _, err := w.fetch(t, w.at("news.example", "/undeclared")); code(t, err) != "not-utf8" {
		t.Errorf("no charset and no UTF-8: %v", err)
	}
}

func TestFetchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	w := newWeb(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	w.answer("news.example", "127.0.0.2")
	_, err := w.reader.Fetch(ctx, w.at("news.example", "/"), claims.ArticleHead{}, testTime)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled fetch: %v", err)
	}
}

func TestPageAddress(t *testing.T) {
	for _, tt := range []struct{ name, canonical, want string }{
		{"same site", "https://news.example.co.uk/plant", "https://news.example.co.uk/plant"},
		{"relative", "/plant", "https://www.example.co.uk/plant"},
		{"another site", "https://www.other.co.uk/plant", "https://www.example.co.uk/a?b=c"},
		{"script", "javascript:alert(1)", "https://www.example.co.uk/a?b=c"},
		{"none", "", "https://www.example.co.uk/a?b=c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			html := strings.Replace(story, "<head>", `<head><link rel=canonical href="`+tt.canonical+`">`, 1)
			in := source{page: "https://www.example.co.uk/a?b=c", format: formatHTML}
			f, err := New(Options{}).readPage(t.Context(), in, []byte(html))
			if err != nil || f.head.URL != tt.want {
				t.Errorf("%q, %v, want %q", f.head.URL, err, tt.want)
			}
		})
	}
}
