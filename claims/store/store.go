package store

import (
	"context"
	"crypto/rand"
	"log/slog"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/counterclaim/counterclaim/claims"
)

// Limits on waiting: for a lock, a connection or an answer.
const (
	waitLimit = 30 * time.Second // one read or one act of a person
	saveLimit = 2 * time.Minute  // the results of a whole run
	openLimit = 2 * time.Minute  // opening, with the check of the file and the migrations
)

// Store is an open archive. It is safe for use by several goroutines; close
// it with [Store.Close].
type Store struct {
	write *gorm.DB // one connection on SQLite, where only one may write at a time
	read  *gorm.DB
	kind  database
	newID func() string
	log   *slog.Logger
}

// Options are the settings of a store. A zero value means the default.
type Options struct {
	NewID  func() string // makes ids that were never used; 16 random characters of lower-case base 32
	Logger *slog.Logger  // none
}

// database tells the two databases apart where they need different words.
type database int

const (
	sqliteDatabase database = iota
	postgresDatabase
)

// NewID makes an id that was never used.
func (s *Store) NewID() string { return s.newID() }

// randomID gives 80 random bits: among a hundred million ids two are the same
// with a probability of less than one in a hundred million, and the database
// would refuse the second.
func randomID() string { return strings.ToLower(rand.Text()[:16]) }

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	return s.view(ctx, func(tx *gorm.DB) error {
		var one int
		return tx.Raw("select 1").Scan(&one).Error
	})
}

// Close lets go of the database.
func (s *Store) Close() error {
	var first error
	for _, pool := range []*gorm.DB{s.read, s.write} {
		db, err := pool.DB()
		if err == nil {
			err = db.Close()
		}
		if first == nil {
			first = err
		}
	}
	return plain(first)
}

// view reads within one transaction, so that all of it is of one moment.
func (s *Store) view(ctx context.Context, do func(tx *gorm.DB) error) error {
	ctx, cancel := context.WithTimeout(ctx, waitLimit)
	defer cancel()
	if s.kind == postgresDatabase {
		return plain(s.read.WithContext(ctx).Transaction(do, snapshotRead))
	}
	return plain(s.read.WithContext(ctx).Transaction(do))
}

// change writes within one transaction.
func (s *Store) change(ctx context.Context, do func(tx *gorm.DB) error) error {
	ctx, cancel := context.WithTimeout(ctx, waitLimit)
	defer cancel()
	return plain(s.write.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := s.lock(tx, "shared"); err != nil {
			return err
		}
		return do(tx)
	}))
}

// replace writes within one transaction while nobody else writes: what a run
// found replaces what was there, and which of it people have touched must not
// change in between.
func (s *Store) replace(ctx context.Context, do func(tx *gorm.DB) error) error {
	ctx, cancel := context.WithTimeout(ctx, saveLimit)
	defer cancel()
	return plain(s.write.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := s.lock(tx, "exclusive"); err != nil {
			return err
		}
		return do(tx)
	}))
}

// archiveLock is the number of the advisory lock on PostgreSQL. SQLite lets
// only one write at a time anyway.
const archiveLock = 0x43434c4d

func (s *Store) lock(tx *gorm.DB, how string) error {
	switch {
	case s.kind == sqliteDatabase:
		return nil
	case how == "shared":
		return tx.Exec("select pg_advisory_xact_lock_shared(?)", archiveLock).Error
	}
	return tx.Exec("select pg_advisory_xact_lock(?)", archiveLock).Error
}

// forUpdate keeps the rows that are read from others until the transaction
// ends. SQLite has one writer and needs no such words.
func forUpdate(tx *gorm.DB) *gorm.DB {
	return tx.Clauses(clause.Locking{Strength: "UPDATE"})
}

// checkVersion refuses a change by somebody who has seen another version.
func checkVersion(thing, id string, is, seen int64) error {
	if is == seen {
		return nil
	}
	return claims.Errorf(claims.Stale, "stale-version", "the %s %q has changed since it was read: it is at version %d, not %d", thing, id, is, seen).
		WithHint("Load it again and repeat the change").WithRef(id)
}
