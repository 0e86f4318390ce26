package store

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"runtime"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
)

// openSQLite opens a file: one connection that writes, taking its lock at
// once, and several that can only read.
func (s *Store) openSQLite(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := prepareFile(path); err != nil {
		return err
	}
	if err := s.probe(ctx, path); err != nil {
		return err
	}
	// synchronous FULL: with NORMAL a power cut could take back what was
	// acknowledged. The library's own default is NORMAL.
	writing := url.Values{"mode": {"rw"}, "_journal_mode": {"WAL"}, "_synchronous": {"FULL"}, "_foreign_keys": {"on"},
		"_busy_timeout": {"10000"}, "_txlock": {"immediate"}, "_cache_size": {"-65536"}}
	reading := url.Values{"mode": {"ro"}, "_query_only": {"on"}, "_foreign_keys": {"on"}, "_busy_timeout": {"10000"}, "_txlock": {"deferred"}}
	if s.write, err = openPool(path, writing, 1); err != nil {
		return err
	}
	writer, err := s.write.DB()
	if err != nil {
		return err
	}
	if err := migrate(ctx, writer, s.kind); err != nil {
		return errors.Join(err, writer.Close())
	}
	// Four times the default between checkpoints: the rows of the index lie far
	// apart, and each checkpoint writes every page that was touched.
	if _, err := writer.ExecContext(ctx, "pragma wal_autocheckpoint = 4000"); err != nil {
		return errors.Join(err, writer.Close())
	}
	if s.read, err = openPool(path, reading, max(4, runtime.NumCPU())); err != nil {
		return errors.Join(err, writer.Close())
	}
	return nil
}

func openPool(path string, options url.Values, size int) (*gorm.DB, error) {
	pool, err := gorm.Open(sqlite.Open(fileURL(path, options)), settings())
	if err != nil {
		return nil, err
	}
	db, err := pool.DB()
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return pool, nil
}

// fileURL is how SQLite names a file, with a path that may hold any character.
func fileURL(path string, options url.Values) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + options.Encode()
}
