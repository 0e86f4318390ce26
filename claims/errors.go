package claims

import (
	"errors"
	"fmt"
)

// Kind says what sort of trouble an error is, so that the API can choose a
// status and the command line an exit code without reading the message.
type Kind string

// The kinds of error. They are few and stable; add only at the end.
const (
	Internal        Kind = "internal"        // anything not foreseen; its text is logged, never shown
	Malformed       Kind = "malformed"       // not understood at all: no JSON, a foreign cursor
	Invalid         Kind = "invalid"         // understood, but breaks a rule a value must keep
	NotFound        Kind = "not_found"       // no such thing
	Exists          Kind = "exists"          // it is there already
	Stale           Kind = "stale"           // changed by somebody else since it was read
	Unsupported     Kind = "unsupported"     // a format or a language that is not read
	TooLarge        Kind = "too_large"       // over a stated limit
	Forbidden       Kind = "forbidden"       // known who asks, and not allowed
	Unauthenticated Kind = "unauthenticated" // not known who asks
	Unreachable     Kind = "unreachable"     // a page elsewhere did not answer as it should
	Busy            Kind = "busy"            // try again later
	Full            Kind = "full"            // no room left on the disk
)

// Error is an error that a person may read: what went wrong, where, and what
// to do. Code names the exact condition ("empty-file") and stays stable, Hint
// says what to do next, Ref is the id of a thing the error is about.
type Error struct {
	Kind    Kind
	Code    string
	Message string
	Hint    string
	Ref     string
	Err     error
}

// Errorf makes an Error of a kind and a stable code with a formatted message;
// %w wraps a cause, which is kept for logs and errors.Is.
func Errorf(kind Kind, code, format string, args ...any) *Error {
	wrapped := fmt.Errorf(format, args...)
	return &Error{Kind: kind, Code: code, Message: wrapped.Error(), Err: errors.Unwrap(wrapped)}
}

// WithHint returns a copy of the error that also says what to do.
func (e *Error) WithHint(hint string) *Error {
	c := *e
	c.Hint = hint
	return &c
}

// WithRef returns a copy of the error that names the thing it is about.
func (e *Error) WithRef(ref string) *Error {
	c := *e
	c.Ref = ref
	return &c
}

// Error gives the message and, where there is one, what to do.
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + ". " + e.Hint
}

// Unwrap gives the cause, if there is one.
func (e *Error) Unwrap() error { return e.Err }

// KindOf gives the kind of an error, Internal for one that is not an [Error],
// and the empty kind for nil.
func KindOf(err error) Kind {
	if err == nil {
		return ""
	}
	if e, ok := asError(err); ok {
		return e.Kind
	}
	return Internal
}

func asError(err error) (*Error, bool) {
	var e *Error
	ok := errors.As(err, &e) && e != nil
	return e, ok
}
