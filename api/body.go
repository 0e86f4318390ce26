package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"github.com/counterclaim/counterclaim/claims"
)

const (
	bodyTime = 2 * time.Minute // for a body to arrive
	// drainLimit is how much of a body that is too large is read to its end and
	// thrown away: a client that is still sending would otherwise see a broken
	// connection instead of the problem.
	drainLimit = 64 << 20
)

// readBody reads the whole body before anything looks at it, within the limit
// of the route, and checks that it is what it says. Handlers find it in the
// visit, huma where it always was.
func (s *server) readBody(ctx huma.Context, next func(huma.Context)) {
	op, c := ctx.Operation(), humagin.Unwrap(ctx)
	if op.RequestBody == nil {
		visitOf(c.Request.Context()).digest = digestOf(c.Request.Method, c.Request.URL.Path)
		next(ctx)
		return
	}
	// Deadlines are by the clock of the connection, not by ours; not every
	// connection has them.
	wire := http.NewResponseController(c.Writer)
	_ = wire.SetReadDeadline(time.Now().Add(bodyTime))
	limit, _ := op.Metadata[bodyLimit].(int)
	body, err := readAll(c.Request, limit)
	if err == nil {
		err = checkBody(c.Request.Header.Get("Content-Type"), body, op.RequestBody.Content)
	}
	if err != nil {
		s.fail(c, err)
		return
	}
	_ = wire.SetReadDeadline(time.Time{})
	_ = wire.SetWriteDeadline(time.Now().Add(timeLimit + bodyTime)) // a long upload must not use up the time for the answer
	v := visitOf(c.Request.Context())
	v.body, v.digest = body, digestOf(c.Request.Method, c.Request.URL.Path, body)
	c.Request.Body = io.NopCloser(bytes.NewReader(body))
	next(ctx)
}

// readAll reads a body of at most limit bytes.
func readAll(r *http.Request, limit int) ([]byte, error) {
	tooLarge := claims.Errorf(claims.TooLarge, "too-large", "the request is larger than %d KiB", limit>>10)
	if limit == articleBody {
		tooLarge = claims.Errorf(claims.TooLarge, "too-large", "the file or text is larger than %d MiB", claims.MaxSource>>20).
			WithHint("Hand in one article at a time, without pictures")
	}
	if r.ContentLength > int64(limit) && r.Header.Get("Expect") != "" {
		return nil, tooLarge // the client waits to be asked for the body
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, int64(limit)+1))
	if err != nil {
		return nil, claims.Errorf(claims.Malformed, "broken-body", "the body of the request did not arrive in full: %w", err)
	}
	if len(body) > limit {
		_, _ = io.CopyN(io.Discard, r.Body, drainLimit) // the answer stands either way
		return nil, tooLarge
	}
	return body, nil
}

// checkBody refuses a body of a type that the route does not take, and JSON
// that is none.
func checkBody(contentType string, body []byte, taken map[string]*huma.MediaType) error {
	mediaType, params, err := mime.ParseMediaType(contentType)
	charset := strings.ToLower(params["charset"])
	if err != nil || taken[mediaType] == nil || (charset != "" && charset != "utf-8") {
		return claims.Errorf(claims.Unsupported, "content-type", "a body of type %q is not taken here", contentType).
			WithHint("Send Content-Type: application/json")
	}
	if mediaType == "application/json" {
		return checkJSON(body)
	}
	return nil
}

// checkJSON refuses what Go's decoder would change without a word: bytes that
// are not UTF-8 and halves of surrogate pairs both become U+FFFD.
func checkJSON(body []byte) error {
	if err := checkPlain("the body of the request", body); err != nil {
		return err
	}
	if json.Valid(body) {
		return checkEscapes(body)
	}
	var ignored json.RawMessage
	err := json.Unmarshal(body, &ignored) // for the words and the place
	e := claims.Errorf(claims.Malformed, "not-json", "the body of the request is no JSON: %v", err)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		e.Message += " (at byte " + strconv.FormatInt(syntax.Offset, 10) + ")"
	}
	return e
}

// checkPlain refuses bytes that are not UTF-8 text, or hold a NUL.
func checkPlain(what string, text []byte) error {
	switch {
	case !utf8.Valid(text):
		return claims.Errorf(claims.Malformed, "not-utf8", "%s is not valid UTF-8", what).WithHint("Send it as UTF-8")
	case bytes.IndexByte(text, 0) >= 0:
		return claims.Errorf(claims.Malformed, "nul-byte", "%s holds a NUL character", what)
	}
	return nil
}

// checkEscapes looks through valid JSON for \u escapes that stand for no
// character, or for NUL.
func checkEscapes(body []byte) error {
	for i := 0; i < len(body); i++ {
		if body[i] != '\\' {
			continue
		}
		i++ // to what is escaped; valid JSON has something there
		if body[i] != 'u' {
			continue
		}
		r := escaped(body[i-1:])
		i += 4
		if utf16.IsSurrogate(r) {
			if utf16.DecodeRune(r, escaped(body[i+1:])) == utf8.RuneError {
				return claims.Errorf(claims.Malformed, "not-utf8", "the body of the request holds half of a surrogate pair, which is no character")
			}
			i += 6
		}
		if r == 0 {
			return claims.Errorf(claims.Malformed, "nul-byte", "the body of the request holds a NUL character")
		}
	}
	return nil
}

// escaped reads the \uXXXX at the start of b, and gives U+FFFD for anything
// else.
func escaped(b []byte) rune {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return utf8.RuneError
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}
