package store

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"
	"log/slog"
	"strings"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"github.com/counterclaim/counterclaim/claims"
)

// Open opens the archive behind a url, "sqlite:PATH", a plain path or
// "postgres://…", and brings its tables up to date. A missing SQLite file is
// created. Something that is there and is no archive of ours, or is damaged,
// is refused and left as it is.
func Open(ctx context.Context, url string, opts Options) (*Store, error) {
	ctx, cancel := context.WithTimeout(ctx, openLimit)
	defer cancel()
	s := &Store{newID: opts.NewID, log: opts.Logger}
	if s.newID == nil {
		s.newID = randomID
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	var err error
	if strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://") {
		s.kind = postgresDatabase
		err = s.openPostgres(ctx, url)
	} else {
		s.kind = sqliteDatabase
		err = s.openSQLite(ctx, strings.TrimPrefix(url, "sqlite:"))
	}
	if err != nil {
		return nil, plain(err)
	}
	return s, nil
}

// settings of gorm for both databases: transactions are begun where they are
// needed, and errors go to the caller instead of a log.
func settings() *gorm.Config {
	return &gorm.Config{SkipDefaultTransaction: true, TranslateError: true, Logger: logger.Discard, DisableAutomaticPing: true}
}

//go:embed migrations
var migrations embed.FS

// migrate brings the tables up to date. An archive written by a newer program
// is refused: this one does not know what its tables mean.
func migrate(ctx context.Context, db *sql.DB, kind database) error {
	steps, err := migrationsOf(db, kind)
	if err != nil {
		return err
	}
	current, target, err := steps.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return claims.Errorf(claims.Unsupported, "newer-archive", "the archive was written by a newer version of the program: its tables are at %d, this program knows %d", current, target).
			WithHint("Use the newer program, or restore a backup made before the change")
	}
	_, err = steps.Up(ctx)
	return err
}

// migrationsOf gives the steps for a database. On PostgreSQL, programs that
// start at the same time wait for one another.
func migrationsOf(db *sql.DB, kind database) (*goose.Provider, error) {
	dialect, folder, options := goose.DialectSQLite3, "migrations/sqlite", []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if kind == postgresDatabase {
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return nil, err
		}
		dialect, folder = goose.DialectPostgres, "migrations/postgres"
		options = append(options, goose.WithSessionLocker(locker))
	}
	files, err := fs.Sub(migrations, folder)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(dialect, db, files, options...)
}
