package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gorm.io/driver/sqlite"

	"github.com/counterclaim/counterclaim/claims"
)

// archiveID is the application_id in the header of our files, "CCLM": the
// sign that a file is an archive.
const archiveID = 0x43434c4d

// oldestSQLite is the first version without a fault that could damage a
// database in WAL mode (sqlite.org/wal.html, "the WAL-reset bug").
const oldestSQLite = "3.51.3"

// prepareFile makes sure that there is a file that only its owner can read,
// in a folder likewise. It does not open a file that is there: closing it
// would drop the locks of another connection of this process.
func prepareFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return createFile(path)
	case err != nil:
		return claims.Errorf(claims.Invalid, "bad-database", "the database %s cannot be used: %w", path, err)
	case !info.Mode().IsRegular():
		return claims.Errorf(claims.Invalid, "bad-database", "the database %s is no file", path).WithHint("Name a file, such as data/archive.db")
	case info.Mode().Perm()&0o077 != 0:
		return os.Chmod(path, 0o600)
	}
	return nil
}

func createFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return claims.Errorf(claims.Invalid, "bad-database", "the folder of the database cannot be made: %w", err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) { // somebody else was faster
		return nil
	}
	if err != nil {
		return claims.Errorf(claims.Invalid, "bad-database", "the database cannot be made: %w", err)
	}
	return file.Close()
}

// probe looks at the file before anything is changed in it, through a
// connection that changes nothing, and marks an empty one as ours.
func (s *Store) probe(ctx context.Context, path string) error {
	db, err := sql.Open(sqlite.DriverName, fileURL(path, url.Values{"mode": {"rw"}, "_busy_timeout": {"10000"}, "_txlock": {"immediate"}}))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	return errors.Join(s.probeFile(ctx, db, path), db.Close())
}

func (s *Store) probeFile(ctx context.Context, db *sql.DB, path string) error {
	var version string
	var id, pages int64
	if err := db.QueryRowContext(ctx, "select sqlite_version()").Scan(&version); err != nil {
		return foreign(path, err)
	}
	if !atLeast(version, oldestSQLite) {
		return claims.Errorf(claims.Unsupported, "old-sqlite", "the program was built with SQLite %s, which can damage a database", version).
			WithHint("Build it with SQLite " + oldestSQLite + " or later")
	}
	if err := db.QueryRowContext(ctx, "pragma application_id").Scan(&id); err != nil {
		return foreign(path, err)
	}
	if id == archiveID {
		return s.checkPages(ctx, db, path)
	}
	if err := db.QueryRowContext(ctx, "pragma page_count").Scan(&pages); err != nil || pages > 0 {
		return foreign(path, err)
	}
	_, err := db.ExecContext(ctx, fmt.Sprintf("pragma application_id = %d", archiveID))
	return err
}

// foreign refuses a file that is not ours, or is too damaged to tell.
func foreign(path string, err error) error {
	switch {
	case claims.KindOf(plain(err)) == claims.Busy:
		return err
	case corrupt(err):
		return damaged(path, err)
	}
	e := claims.Errorf(claims.Invalid, "foreign-database", "%s is not an archive of this program, or is damaged", path)
	e.Err = err
	return e.WithHint("Nothing in it was changed. Name another file, or restore a backup")
}

// checkPages looks for damage, as long as there is time: a very large archive
// opens without having been read to the end.
func (s *Store) checkPages(ctx context.Context, db *sql.DB, path string) error {
	limited, cancel := context.WithTimeout(ctx, checkLimit)
	defer cancel()
	var found string
	err := db.QueryRowContext(limited, "pragma quick_check(1)").Scan(&found)
	switch {
	case limited.Err() != nil && ctx.Err() == nil:
		s.log.Warn("the archive is too large to be checked at every start", "file", path, "after", checkLimit)
		return nil
	case err != nil && claims.KindOf(plain(err)) == claims.Busy:
		return err
	case err != nil || found != "ok":
		if err == nil {
			err = errors.New(found)
		}
		return damaged(path, err)
	}
	return nil
}

func damaged(path string, err error) error {
	return claims.Errorf(claims.Invalid, "database-damaged", "the archive %s is damaged: %w", path, err).
		WithHint("Nothing in it was changed. Restore a backup")
}

// checkLimit is how long a start waits for the check of the file.
const checkLimit = 30 * time.Second

// atLeast compares versions such as 3.51.3.
func atLeast(version, oldest string) bool {
	is, want := strings.Split(version, "."), strings.Split(oldest, ".")
	for i := range want {
		if i >= len(is) {
			return false
		}
		a, _ := strconv.Atoi(is[i])
		b, _ := strconv.Atoi(want[i])
		if a != b {
			return a > b
		}
	}
	return true
}
