package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"github.com/counterclaim/counterclaim/api/auth"
	"github.com/counterclaim/counterclaim/claims"
)

// Problem is what every error looks like from outside: RFC 9457.
type Problem struct {
	Type   string         `json:"type" doc:"/problems/ and the code, which is stable"`
	Title  string         `json:"title" doc:"what sort of problem it is, the same for every problem with this status"`
	Status int            `json:"status"`
	Detail string         `json:"detail" doc:"what went wrong here, for a person"`
	Hint   string         `json:"hint,omitempty" doc:"what to do next"`
	Ref    string         `json:"ref,omitempty" doc:"id of the thing that the problem is about"`
	ID     string         `json:"request_id,omitempty" doc:"names this request in the log of the server"`
	Errors []ProblemPlace `json:"errors,omitempty" doc:"every fault in the request with its place"`

	header http.Header // to be sent along
}

// ProblemPlace is one fault in a request.
type ProblemPlace struct {
	Location string `json:"location" doc:"body.target.start, query.limit"`
	Message  string `json:"message"`
}

// statuses maps the kinds of error to what goes over the wire. It is the only
// place where one becomes the other.
var statuses = map[claims.Kind]struct {
	status int
	title  string
}{
	claims.Internal:        {http.StatusInternalServerError, "Something went wrong inside the program"},
	claims.Malformed:       {http.StatusBadRequest, "The request was not understood"},
	claims.Invalid:         {http.StatusUnprocessableEntity, "The request breaks a rule"},
	claims.NotFound:        {http.StatusNotFound, "There is no such thing"},
	claims.Exists:          {http.StatusConflict, "It is there already"},
	claims.Stale:           {http.StatusPreconditionFailed, "It was changed in the meantime"},
	claims.Unsupported:     {http.StatusUnsupportedMediaType, "This format or language is not read"},
	claims.TooLarge:        {http.StatusRequestEntityTooLarge, "It is too large"},
	claims.Forbidden:       {http.StatusForbidden, "This is not allowed"},
	claims.Unauthenticated: {http.StatusUnauthorized, "Sign in first"},
	claims.Unreachable:     {http.StatusBadGateway, "A page elsewhere did not answer as it should"},
	claims.Busy:            {http.StatusServiceUnavailable, "Try again later"},
	claims.Full:            {http.StatusInsufficientStorage, "There is no room left on the disk"},
}

// Problems that no kind of error stands for: they are about HTTP itself.
var (
	preconditionRequired = Problem{Type: "/problems/precondition-required", Title: "Say which version you have seen",
		Status: http.StatusPreconditionRequired, Detail: "this request needs an If-Match header",
		Hint: `Send the ETag of the last answer, such as If-Match: "3"`}
	methodNotAllowed = Problem{Type: "/problems/method-not-allowed", Title: "This address does not take this method",
		Status: http.StatusMethodNotAllowed}
	noSuchAddress = Problem{Type: "/problems/no-such-address", Title: "There is no such thing", Status: http.StatusNotFound}
	unknownHost   = Problem{Type: "/problems/unknown-host", Title: "The server does not go by this name",
		Status: http.StatusMisdirectedRequest,
		Hint:   "Use the address that was printed at the start, or start the server with that name in --addr"}
	tooManyTries = Problem{Type: "/problems/too-many-tries", Title: "Too many tries",
		Status: http.StatusTooManyRequests, Detail: "too many failed sign-ins from this address"}
)

// retryAfter is how long a client is asked to stay away when the server has
// too much to do.
const retryAfter = 5 * time.Second

// problemOf turns any error into a problem. What was not foreseen keeps its
// text for the log.
func problemOf(err error) *Problem {
	var tries *auth.TooManyTries
	var known *claims.Error
	var given *Problem
	switch {
	case errors.As(err, &given):
		return given
	case errors.As(err, &tries):
		p := tooManyTries
		p.Hint = "Wait " + tries.After.Round(time.Second).String() + " and try again"
		return p.with("Retry-After", seconds(tries.After))
	case errors.As(err, &known) && known.Kind != claims.Internal:
		return problemOfKind(known)
	case errors.Is(err, context.DeadlineExceeded):
		return problemOfKind(claims.Errorf(claims.Busy, "timeout", "this took longer than %s and was given up", timeLimit))
	}
	return internal()
}

// internal is all that is told of what was not foreseen.
func internal() *Problem {
	row := statuses[claims.Internal]
	return &Problem{Type: "/problems/internal", Title: row.title, Status: row.status,
		Detail: "The log of the server has the details under the id of this request"}
}

func problemOfKind(e *claims.Error) *Problem {
	row, ok := statuses[e.Kind]
	if !ok {
		row = statuses[claims.Internal]
	}
	p := &Problem{Type: "/problems/" + e.Code, Title: row.title, Status: row.status, Detail: e.Message, Hint: e.Hint, Ref: e.Ref}
	switch e.Kind {
	case claims.Busy:
		return p.with("Retry-After", seconds(retryAfter))
	case claims.Unauthenticated:
		return p.with("WWW-Authenticate", `Bearer realm="counterclaim"`)
	}
	return p
}

// with gives a copy that also sends a header.
func (p Problem) with(name, value string) *Problem {
	header := p.header.Clone()
	if header == nil {
		header = http.Header{}
	}
	header.Set(name, value)
	p.header = header
	return &p
}

// saying gives a copy with another detail.
func (p Problem) saying(detail string) *Problem {
	p.Detail = detail
	return &p
}

func seconds(d time.Duration) string {
	return strconv.Itoa(max(1, int((d+time.Second-1)/time.Second)))
}

// Error gives the detail. With the methods below, a Problem is what huma asks
// of an error that it is to send as it is.
func (p *Problem) Error() string { return p.Detail }

// GetStatus gives the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// GetHeaders gives the headers that go with the answer.
func (p *Problem) GetHeaders() http.Header { return p.header }

// ContentType gives the media type of RFC 9457, whatever was asked for.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// problemOfHuma turns what huma itself finds wrong with a request into our
// form of problem. The values are left out: they are the sender's, and long.
func problemOfHuma(ctx huma.Context, _ string, v any) (any, error) {
	found, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	kind, code := claims.Invalid, "invalid-request"
	switch {
	case found.Status >= http.StatusInternalServerError:
		kind, code = claims.Internal, "internal"
	case found.Status == http.StatusBadRequest:
		kind, code = claims.Malformed, "malformed-request"
	}
	p := &Problem{Type: "/problems/" + code, Title: statuses[kind].title, Status: found.Status, Detail: found.Detail,
		ID: visitOf(ctx.Context()).id}
	for _, e := range found.Errors {
		p.addFault(e)
	}
	return p, nil
}

// problemOfFaults lists faults that were found in a request.
func problemOfFaults(faults []error) *Problem {
	p := &Problem{Type: "/problems/invalid-request", Title: statuses[claims.Invalid].title, Status: statuses[claims.Invalid].status,
		Detail: "validation failed"}
	for _, f := range faults {
		var detail *huma.ErrorDetail
		if errors.As(f, &detail) {
			p.addFault(detail)
		}
	}
	return p
}

// addFault lists one fault; the first one is also the detail.
func (p *Problem) addFault(e *huma.ErrorDetail) {
	if len(p.Errors) == 0 {
		p.Detail = e.Location + ": " + e.Message
	}
	p.Errors = append(p.Errors, ProblemPlace{Location: e.Location, Message: e.Message})
}

// fail ends a request with a problem, outside of huma, and logs what was not
// foreseen.
func (s *server) fail(c *gin.Context, err error) {
	p := s.explain(c.Request.Context(), err)
	for name, values := range p.header {
		c.Writer.Header()[name] = values
	}
	c.Header("Content-Type", p.ContentType(""))
	c.Status(p.Status)
	_ = json.NewEncoder(c.Writer).Encode(p) // a reader who left
	c.Abort()
}

// explain gives the problem for an error with the id of the request; an error
// that was not foreseen goes to the log under the same id.
func (s *server) explain(ctx context.Context, err error) *Problem {
	p := *problemOf(err)
	p.ID = visitOf(ctx).id
	if p.Status == http.StatusInternalServerError && !errors.Is(err, context.Canceled) {
		s.Log.ErrorContext(ctx, "request failed", "request", p.ID, "error", err)
	}
	return &p
}
