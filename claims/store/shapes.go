package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// stamp is a time as it is stored: microseconds since 1970 in UTC, 0 for none.
// Both databases keep and sort it alike.
type stamp int64

func stampOf(t time.Time) stamp {
	if t.IsZero() {
		return 0
	}
	return stamp(t.UnixMicro())
}

func (s stamp) time() time.Time {
	if s == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(s)).UTC()
}

// asJSON is a value stored as JSON text.
type asJSON[T any] struct{ V T }

// Value gives the text to store.
func (j asJSON[T]) Value() (driver.Value, error) {
	text, err := json.Marshal(j.V)
	return string(text), err
}

// Scan takes what was stored.
func (j *asJSON[T]) Scan(stored any) error {
	switch text := stored.(type) {
	case string:
		return json.Unmarshal([]byte(text), &j.V)
	case []byte:
		return json.Unmarshal(text, &j.V)
	}
	return fmt.Errorf("cannot read %T as JSON", stored)
}

// spans is a list of [claims.Span] in the only form in which it is written
// down: [[start, end], …] in bytes.
type spans [][2]int

func spansOf(list []claims.Span) spans {
	out := make(spans, len(list))
	for i, s := range list {
		out[i] = [2]int{s.Start, s.End}
	}
	return out
}

func (list spans) spans() []claims.Span {
	if len(list) == 0 {
		return nil
	}
	out := make([]claims.Span, len(list))
	for i, s := range list {
		out[i] = claims.Span{Start: s[0], End: s[1]}
	}
	return out
}

// optional is how a reference that may be missing is stored.
func optional[T ~string](id T) *string {
	if id == "" {
		return nil
	}
	text := string(id)
	return &text
}

func orEmpty[T ~string](id *string) T {
	if id == nil {
		return ""
	}
	return T(*id)
}

// storable is a text that nobody compares, made into what any database takes:
// messages, names of files and media types may hold bytes that are no text.
func storable(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}

// fold is how text is stored and asked for where case does not matter. It is
// done here, as the two databases fold letters beyond ASCII differently.
func fold(text string) string { return strings.ToLower(text) }

// containing is the LIKE pattern for a part of a folded text, to be used with
// escape '\'.
func containing(part string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(fold(part)) + "%"
}

// batches cuts a list so that a statement has few enough parameters for
// either database, and stops at the first error.
func batches[T any](list []T, size int, do func([]T) error) error {
	for start := 0; start < len(list); start += size {
		if err := do(list[start:min(start+size, len(list))]); err != nil {
			return err
		}
	}
	return nil
}

const batch = 500

// stringsOf gives ids as a database takes them.
func stringsOf[T ~string](ids []T) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
