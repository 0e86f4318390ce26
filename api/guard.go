package api

import (
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime/debug"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/counterclaim/counterclaim/claims"
)

// openRoutes are the routes that answer without a sign-in; every other one
// refuses. The files of the web application are no routes, and open too.
var openRoutes = map[string]bool{
	"GET /healthz":          true,
	"GET /readyz":           true,
	"GET /api/openapi.json": true,
	"POST /api/v1/session":  true,
}

// beginVisit gives the request an id of ours; one sent along is not believed.
func (s *server) beginVisit(c *gin.Context) {
	id, err := s.randomText(8)
	if err != nil {
		s.Log.Error("no random bytes", "error", err)
	}
	v := &visit{id: id}
	c.Request = c.Request.WithContext(withVisit(c.Request.Context(), v))
	v.request = c.Request
	c.Header("X-Request-Id", id)
}

// logVisit writes a line per request: no query, no header, no body, so that no
// secret and no article gets into the log.
func (s *server) logVisit(c *gin.Context) {
	began := s.Now()
	c.Next()
	v := visitOf(c.Request.Context())
	level := slog.LevelInfo
	if c.FullPath() == "/healthz" || c.FullPath() == "/readyz" {
		level = slog.LevelDebug
	}
	s.Log.Log(c.Request.Context(), level, "request", "request", v.id, "method", c.Request.Method, "path", c.Request.URL.Path,
		"status", c.Writer.Status(), "bytes", max(0, c.Writer.Size()), "took", s.Now().Sub(began).String(),
		"user", string(v.user.ID), "from", c.Request.RemoteAddr)
}

// recoverPanic turns a panic into a problem. The stack goes to the log only.
func (s *server) recoverPanic(c *gin.Context) {
	defer func() {
		cause := recover()
		if cause == nil {
			return
		}
		if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(cause) // net/http's own way to break off
		}
		s.Log.ErrorContext(c.Request.Context(), "panic", "request", visitOf(c.Request.Context()).id,
			"path", c.FullPath(), "cause", cause, "stack", string(debug.Stack()))
		if c.Writer.Written() {
			panic(http.ErrAbortHandler) // half an answer must not look like a whole one
		}
		c.Writer.Header().Del("Etag")
		s.fail(c, internal())
	}()
	c.Next()
}

// checkHost refuses names that the server does not go by: a page elsewhere
// whose name was pointed at this machine must not speak with it (DNS
// rebinding). An address of numbers cannot be pointed elsewhere.
func (s *server) checkHost(c *gin.Context) {
	host := c.Request.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if _, err := netip.ParseAddr(host); err == nil || host == "localhost" {
		return
	}
	for _, known := range s.Hosts {
		if known == "*" || strings.EqualFold(known, host) {
			return
		}
	}
	s.fail(c, unknownHost.saying("this server was asked for under a name that it does not go by"))
}

// checkAddress refuses paths and queries that are no text: a database refuses
// them later, and less politely.
func (s *server) checkAddress(c *gin.Context) {
	values, err := url.ParseQuery(c.Request.URL.RawQuery)
	if err != nil {
		s.fail(c, claims.Errorf(claims.Malformed, "bad-query", "the query of the address is not understood"))
		return
	}
	texts := []string{c.Request.URL.Path}
	for name, given := range values {
		texts = append(append(texts, name), given...)
	}
	for _, text := range texts {
		if err := checkPlain("the address of the request", []byte(text)); err != nil {
			s.fail(c, err)
			return
		}
	}
}

// identify finds out who asks. Every route but the open ones needs somebody.
func (s *server) identify(c *gin.Context) {
	if c.FullPath() == "" {
		return // a page, or nothing at all
	}
	if err := s.gate.CheckOrigin(c.Request); err != nil {
		s.Log.Warn("request from another site refused", "request", visitOf(c.Request.Context()).id,
			"path", c.FullPath(), "from", c.Request.RemoteAddr)
		s.fail(c, err)
		return
	}
	if openRoutes[c.Request.Method+" "+c.FullPath()] {
		return
	}
	user, err := s.gate.Identify(c.Request)
	if err != nil {
		s.fail(c, err)
		return
	}
	visitOf(c.Request.Context()).user = user
}

// noMethod answers for a path that exists with another method; gin has set
// Allow.
func (s *server) noMethod(c *gin.Context) {
	s.fail(c, methodNotAllowed.saying(c.Request.Method+" is not possible here, only "+c.Writer.Header().Get("Allow")))
}

// noRoute answers for everything that is no route: the web application, and
// what does not exist.
func (s *server) noRoute(c *gin.Context) {
	path := c.Request.URL.Path
	if path == "/api" || strings.HasPrefix(path, "/api/") {
		s.fail(c, noSuchAddress.saying("nothing is found at this address"))
		return
	}
	s.servePage(c)
}
