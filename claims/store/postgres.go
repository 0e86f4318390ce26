package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// snapshotRead is a transaction that sees one moment of a PostgreSQL database,
// as a read transaction on SQLite does.
var snapshotRead = &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}

// postgresConnections is how many connections one program holds at most.
const postgresConnections = 16

func (s *Store) openPostgres(ctx context.Context, url string) error {
	pool, err := gorm.Open(postgres.Open(url), settings())
	if err != nil {
		return claims.Errorf(claims.Invalid, "bad-database", "the database url cannot be used: %w", err)
	}
	db, err := pool.DB()
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(postgresConnections)
	db.SetMaxIdleConns(postgresConnections)
	db.SetConnMaxIdleTime(5 * time.Minute)
	for _, step := range []func() error{
		func() error { return checkDurable(ctx, db) },
		func() error { return checkOurs(ctx, db) },
		func() error { return migrate(ctx, db, s.kind) },
	} {
		if err := step(); err != nil {
			return errors.Join(err, db.Close())
		}
	}
	s.write, s.read = pool, pool
	return nil
}

// checkDurable refuses a server that could lose what it has acknowledged, or
// that cannot keep every text.
func checkDurable(ctx context.Context, db *sql.DB) error {
	for _, want := range []struct {
		setting string
		values  []string
	}{
		{"synchronous_commit", []string{"on", "remote_apply"}},
		{"fsync", []string{"on"}},
		{"full_page_writes", []string{"on"}},
		{"server_encoding", []string{"UTF8"}},
	} {
		var is string
		if err := db.QueryRowContext(ctx, "select current_setting($1)", want.setting).Scan(&is); err != nil {
			return err
		}
		if !slices.Contains(want.values, is) {
			return claims.Errorf(claims.Unsupported, "unsafe-database", "the PostgreSQL server has %s = %s", want.setting, is).
				WithHint("Set it to " + want.values[0] + ": otherwise what was stored could be lost")
		}
	}
	return nil
}

// checkOurs refuses a schema in which somebody else's tables are.
func checkOurs(ctx context.Context, db *sql.DB) error {
	var tables int
	var ours bool
	err := db.QueryRowContext(ctx, `select count(*), coalesce(bool_or(tablename = 'claim_keys'), false)
		from pg_tables where schemaname = current_schema() and tablename <> 'goose_db_version'`).Scan(&tables, &ours)
	if err != nil {
		return err
	}
	if tables > 0 && !ours {
		return claims.Errorf(claims.Invalid, "foreign-database", "the PostgreSQL database holds tables of something else").
			WithHint("Nothing in it was changed. Name an empty database or schema")
	}
	return nil
}
