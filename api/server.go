package api

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"github.com/counterclaim/counterclaim/api/auth"
)

// Config is all that the HTTP face needs of the rest of the program.
type Config struct {
	Archive  Archive
	Reader   Reader
	Comparer Comparer
	Asker    Asker
	Pages    fs.FS  // the built web application, index.html at its root; nil or empty for none
	Version  string // of the program, for the health answer
	Now      func() time.Time
	Log      *slog.Logger // nil discards
	Random   io.Reader    // for secrets and nonces; nil for crypto/rand
	// Secure says that people reach the server over HTTPS: the session cookie
	// is then sent over nothing else, and browsers are told to stay with it.
	Secure bool
	// Hosts are the names under which the server may be asked for, without
	// port. IP addresses and localhost are always taken; "*" takes any name
	// and with it the risk of DNS rebinding.
	Hosts []string
}

// server holds what the handlers share.
type server struct {
	Config
	engine   *gin.Engine
	huma     huma.API
	gate     *auth.Gate
	slots    slots
	document []byte
}

// New makes the handler that answers everything: the API under /api, health,
// and the web application.
func New(c Config) http.Handler {
	return headAsGet(build(c).engine)
}

// OpenAPI gives the OpenAPI 3.1 document of the API, indented, the same bytes
// for the same program.
func OpenAPI() []byte {
	return build(Config{}).document
}

func build(c Config) *server {
	s := &server{Config: withDefaults(c), slots: newSlots(expensiveAtOnce)}
	s.gate = auth.NewGate(auth.Config{People: s.Archive, Now: s.Now, Random: s.Random, Secure: s.Secure})
	s.engine = newEngine()
	s.engine.Use(s.beginVisit, s.logVisit, s.recoverPanic, s.setHeaders, s.checkHost, s.checkAddress, s.identify)
	s.engine.NoRoute(s.noRoute)
	s.engine.NoMethod(s.noMethod)
	s.huma = humagin.New(s.engine, humaConfig())
	s.huma.UseMiddleware(s.readBody, limitTime)
	s.routes()
	s.document = finishDocument(s.huma.OpenAPI())
	return s
}

// routes registers every route. What is not in openRoutes needs a sign-in.
func (s *server) routes() {
	s.sessionRoutes()
	s.tokenRoutes()
	s.articleRoutes()
	s.importRoutes()
	s.statementRoutes()
	s.speakerRoutes()
	s.comparisonRoutes()
	s.conflictRoutes()
	s.reviewRoutes()
	s.disputeRoutes()
	s.annotationRoutes()
	s.reportRoutes()
	s.jobRoutes()
	s.statsRoutes()
	s.healthRoutes()
	s.documentRoutes()
}

func withDefaults(c Config) Config {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Random == nil {
		c.Random = rand.Reader
	}
	return c
}

// newEngine gives a gin engine that keeps quiet and believes no proxy: the
// address of a visitor is that of the connection.
func newEngine() *gin.Engine {
	gin.SetMode(gin.ReleaseMode) // gin has no setting of one engine for this
	e := gin.New()
	e.ForwardedByClientIP = false
	e.RedirectTrailingSlash = false // its target can be steered by X-Forwarded-Prefix
	e.HandleMethodNotAllowed = true
	return e
}

// documentRoutes serves the description of the API.
func (s *server) documentRoutes() {
	type output struct {
		ContentType string `header:"Content-Type"`
		Body        []byte
	}
	op := operation("get-openapi", http.MethodGet, "/api/openapi.json", "about", "This document")
	op.Responses["200"] = &huma.Response{Description: "OpenAPI 3.1", Content: map[string]*huma.MediaType{
		"application/openapi+json": {Schema: &huma.Schema{Type: huma.TypeObject}}}}
	register(s, op, func(context.Context, *struct{}) (*output, error) {
		return &output{ContentType: "application/openapi+json", Body: s.document}, nil
	})
}

// headAsGet answers HEAD like GET; net/http leaves the body out.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			asGet := *r
			asGet.Method = http.MethodGet
			r = &asGet
		}
		next.ServeHTTP(w, r)
	})
}

// indented gives the document in a stable order: encoding/json sorts maps.
func indented(o *huma.OpenAPI) []byte {
	data, err := json.MarshalIndent(o, "", "  ")
	if err != nil {
		return []byte(`{"openapi":"3.1.0"}`) // the test of the document would fail before anybody sees this
	}
	return append(data, '\n')
}
