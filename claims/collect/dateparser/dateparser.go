// Package dateparser stands in for the library of the same name, which the
// finder of dates in pages names and which is asked only in its extensive
// mode. Pages are read in the fast mode, and the library would build tables of
// 300 languages at every start of the program: a quarter of a second and 80 MB.
//
// It has the names that the finder uses, and finds no date.
package dateparser

import (
	"errors"
	"time"
)

// ParserType is a way of reading dates.
type ParserType uint8

// The ways that the finder of dates names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// DateSource says which of several days a date stands for.
type DateSource uint8

// Past is the day before now.
const Past DateSource = 0

// Configuration steers a [Parser].
type Configuration struct {
	PreferredDateSource DateSource
	StrictParsing       bool
}

// Parser would read dates.
type Parser struct{ ParserTypes []ParserType }

// Date is a date that was read.
type Date struct{ Time time.Time }

// IsZero says that no date was read.
func (d Date) IsZero() bool { return d.Time.IsZero() }

var errNotRead = errors.New("dates are read in the fast mode only")

// Parse reads no date: it always fails.
func (p *Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errNotRead
}
