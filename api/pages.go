package api

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/gin-gonic/gin"
)

// nonceMark stands in index.html where the nonce of the answer goes.
const nonceMark = "__NONCE__"

// servePage serves the web application: its files, and index.html for every
// address that is a page within it.
func (s *server) servePage(c *gin.Context) {
	if c.Request.Method != http.MethodGet {
		c.Header("Allow", "GET, HEAD")
		s.noMethod(c)
		return
	}
	name := strings.TrimPrefix(path.Clean(c.Request.URL.Path), "/")
	switch {
	case strings.Contains("/"+name, "/."): // no file of ours begins with a dot
		s.noPage(c)
	case name == "" || name == "index.html" || path.Ext(name) == "" && !strings.HasPrefix(name, "assets/"):
		s.serveIndex(c)
	default:
		s.serveFile(c, name)
	}
}

func (s *server) noPage(c *gin.Context) {
	s.fail(c, noSuchAddress.saying("nothing is found at this address"))
}

// serveFile serves one file of the application. Those under assets/ have their
// content's hash in their name and never change.
func (s *server) serveFile(c *gin.Context, name string) {
	data, err := s.readPage(name)
	if err != nil {
		s.noPage(c)
		return
	}
	c.Header("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	}
	c.Data(http.StatusOK, mediaTypeOf(name), data)
}

// serveIndex serves the page of the application with a new nonce.
func (s *server) serveIndex(c *gin.Context) {
	nonce, err := s.nonce()
	if err != nil {
		s.fail(c, err)
		return
	}
	data, err := s.readPage("index.html")
	if err != nil {
		data = withoutPages(nonce)
	}
	c.Header("Content-Security-Policy", pagePolicy(nonce))
	c.Header("Cache-Control", "no-cache")
	c.Data(http.StatusOK, "text/html; charset=utf-8", bytes.ReplaceAll(data, []byte(nonceMark), []byte(nonce)))
}

func (s *server) readPage(name string) ([]byte, error) {
	if s.Pages == nil || !fs.ValidPath(name) {
		return nil, fs.ErrNotExist
	}
	return fs.ReadFile(s.Pages, name)
}

func (s *server) nonce() (string, error) {
	raw := make([]byte, 16)
	if _, err := io.ReadFull(s.Random, raw); err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(raw), nil
}

var withoutPagesTemplate = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Counterclaim</title>
<style nonce="{{.}}">body { font: 1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }</style>
</head>
<body>
<h1>Counterclaim is running</h1>
<p>This program was built without its web pages. Stop it and run <code>make run</code>, which builds both.</p>
<p>The API works in full: see <a href="/api/openapi.json">its description</a>.</p>
</body>
</html>
`))

// withoutPages is the page of a program that was built without the others.
func withoutPages(nonce string) []byte {
	var page bytes.Buffer
	if err := withoutPagesTemplate.Execute(&page, nonce); err != nil {
		return []byte("Counterclaim is running without its web pages. Run make run.")
	}
	return page.Bytes()
}

// mediaTypeOf gives the type of a file of the application. The system's table
// is not asked, as it differs from machine to machine.
func mediaTypeOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json", ".map":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".ico":
		return "image/x-icon"
	case ".woff2":
		return "font/woff2"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
}
