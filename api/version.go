package api

import (
	"errors"
	"strconv"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// Seen is the part of an input that says which version the client has seen.
type Seen struct {
	IfMatch string `header:"If-Match" doc:"ETag of the version that is to be changed; required (428 without it)"`
}

// version gives the version that the client has seen.
func (s Seen) version() (int64, error) {
	if s.IfMatch == "" {
		return 0, &preconditionRequired
	}
	return parseETag(s.IfMatch)
}

func etag(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }

func parseETag(tag string) (int64, error) {
	inner, opened := strings.CutPrefix(strings.TrimSpace(tag), `"`)
	inner, closed := strings.CutSuffix(inner, `"`)
	version, err := strconv.ParseInt(inner, 10, 64)
	if !opened || !closed || err != nil || version < 0 {
		return 0, claims.Errorf(claims.Malformed, "bad-etag", "%q is no ETag of ours", tag).
			WithHint(`Send exactly one, as it was received: If-Match: "3"`)
	}
	return version, nil
}

// orHint adds what to do to the problem of a missing precondition.
func orHint(err error, hint string) error {
	var p *Problem
	if errors.As(err, &p) && p.Status == preconditionRequired.Status {
		hinted := *p
		hinted.Hint = hint
		return &hinted
	}
	return err
}
