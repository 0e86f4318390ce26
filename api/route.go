package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/counterclaim/counterclaim/claims"
)

// timeLimit bounds the work on one request, counted from when its body has
// been read.
const timeLimit = 30 * time.Second

// Limits on bodies, in bytes. An article is at most [claims.MaxSource], and
// comes with its fields, or with the escapes of JSON.
const (
	smallBody   = 256 << 10
	articleBody = claims.MaxSource + 1<<20
)

const bodyLimit = "bodyLimit" // key in an operation's metadata

// operation begins the description of a route.
func operation(id, method, path, tag, summary string) huma.Operation {
	return huma.Operation{OperationID: id, Method: method, Path: path, Tags: []string{tag}, Summary: summary,
		Metadata: map[string]any{bodyLimit: smallBody},
		// The body is read in full before huma looks at it, so huma's own limits
		// stay out of the way. Its deadline for reading would even end handlers
		// that work longer than five seconds.
		MaxBodyBytes: -1, BodyReadTimeout: -1,
		Responses: map[string]*huma.Response{"default": problemResponse()},
	}
}

func problemResponse() *huma.Response {
	return &huma.Response{Description: "What went wrong (RFC 9457)", Content: map[string]*huma.MediaType{
		"application/problem+json": {Schema: &huma.Schema{Ref: schemaPrefix + "Problem"}}}}
}

// register adds a route whose errors become problems.
func register[I, O any](s *server, op huma.Operation, handle func(context.Context, *I) (*O, error)) {
	if openRoutes[op.Method+" "+op.Path] {
		op.Security = []map[string][]string{{}}
	}
	huma.Register(s.huma, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := handle(ctx, in)
		if err != nil {
			return nil, s.explain(ctx, err)
		}
		return out, nil
	})
}

// get, post, patch and remove add a route beneath /api/v1.
func get[I, O any](s *server, path, id, summary string, handle func(context.Context, *I) (*O, error)) {
	register(s, v1(http.MethodGet, path, id, summary, http.StatusOK), handle)
}

func post[I, O any](s *server, path, id, summary string, status int, handle func(context.Context, *I) (*O, error)) {
	register(s, v1(http.MethodPost, path, id, summary, status), handle)
}

func patch[I, O any](s *server, path, id, summary string, handle func(context.Context, *I) (*O, error)) {
	register(s, v1(http.MethodPatch, path, id, summary, http.StatusOK), handle)
}

func remove[I, O any](s *server, path, id, summary string, handle func(context.Context, *I) (*O, error)) {
	register(s, v1(http.MethodDelete, path, id, summary, http.StatusNoContent), handle)
}

// v1 describes a route beneath /api/v1; the first part of its path is its tag.
func v1(method, path, id, summary string, status int) huma.Operation {
	tag, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	op := operation(id, method, "/api/v1"+path, tag, summary)
	op.DefaultStatus = status
	return op
}

// limitTime gives every handler a context that ends.
func limitTime(ctx huma.Context, next func(huma.Context)) {
	limited, cancel := context.WithTimeout(ctx.Context(), timeLimit)
	defer cancel()
	next(huma.WithContext(ctx, limited))
}
