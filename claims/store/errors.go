package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// plain turns an error of a driver into one of package claims. It is the only
// place that knows the drivers' codes. What is one already stays as it is.
func plain(err error) error {
	var known *claims.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return busy("database-slow", "the database did not answer in time", err)
	}
	if errors.Is(err, context.Canceled) {
		return busy("cancelled", "the request was given up", err)
	}
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		return plainSQLite(lite, err)
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return plainPostgres(pg, err)
	}
	var connecting *pgconn.ConnectError
	if errors.As(err, &connecting) || pgconn.Timeout(err) || errors.Is(err, sql.ErrConnDone) {
		return busy("database-away", "the database cannot be reached", err)
	}
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return claims.Errorf(claims.Exists, "exists", "it is there already: %w", err)
	}
	return claims.Errorf(claims.Internal, "database", "database: %w", err)
}

func plainSQLite(e sqlite3.Error, err error) error {
	switch e.Code {
	case sqlite3.ErrFull:
		return full(err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return busy("database-busy", "the database is busy with something else", err)
	case sqlite3.ErrInterrupt:
		return busy("database-slow", "the database did not answer in time", err)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return claims.Errorf(claims.Internal, "database-damaged", "the database is damaged: %w", err).
			WithHint("Stop the program and restore a backup")
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen, sqlite3.ErrAuth:
		return claims.Errorf(claims.Internal, "database-unwritable", "the database file cannot be used: %w", err).
			WithHint("Check who may read and write the file and its folder")
	}
	return claims.Errorf(claims.Internal, "database", "database: %w", err)
}

// plainPostgres goes by the classes of
// https://www.postgresql.org/docs/current/errcodes-appendix.html.
func plainPostgres(e *pgconn.PgError, err error) error {
	switch {
	case e.Code == "53100":
		return full(err)
	case e.Code == "40001", e.Code == "40P01", e.Code == "55P03", e.Code == "57014":
		return busy("database-busy", "the database is busy with something else", err)
	case strings.HasPrefix(e.Code, "08"), strings.HasPrefix(e.Code, "53"), strings.HasPrefix(e.Code, "57P"):
		return busy("database-away", "the database cannot be reached", err)
	case e.Code == "22021", e.Code == "22P05":
		return claims.Errorf(claims.Invalid, "not-utf8", "a text holds a NUL or is not valid UTF-8: %w", err)
	case e.Code == "23505":
		return claims.Errorf(claims.Exists, "exists", "it is there already: %w", err)
	}
	return claims.Errorf(claims.Internal, "database", "database: %w", err)
}

func full(err error) error {
	return claims.Errorf(claims.Full, "disk-full", "there is no room left on the disk: %w", err).
		WithHint("Free some space; nothing of this change was stored")
}

func busy(code, message string, err error) error {
	return claims.Errorf(claims.Busy, code, message+": %w", err).WithHint("Try again in a moment")
}

// noSuch is the error for a thing that is not there.
func noSuch(thing, id string) error {
	return claims.Errorf(claims.NotFound, "no-such-"+thing, "there is no %s %q", thing, id)
}

// orNoSuch says what was not found, where that is the error.
func orNoSuch(err error, thing, id string) error {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return noSuch(thing, id)
	}
	return err
}

func duplicated(err error) bool { return errors.Is(err, gorm.ErrDuplicatedKey) }

// corrupt says whether SQLite found a database whose pages contradict each
// other.
func corrupt(err error) bool {
	var lite sqlite3.Error
	return errors.As(err, &lite) && lite.Code == sqlite3.ErrCorrupt
}
