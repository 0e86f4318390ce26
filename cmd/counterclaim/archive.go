package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// place says where the archive is: the flags --data and --database, and the
// environment variables that stand for them.
type place struct {
	data     string
	database string
}

func (p *place) flags(c *cobra.Command) {
	c.Flags().StringVar(&p.data, "data", envOr("COUNTERCLAIM_DATA", "./data"), "folder of the archive")
	c.Flags().StringVar(&p.database, "database", os.Getenv("COUNTERCLAIM_DATABASE"), "postgres://… instead of the SQLite file in the data folder")
}

// open opens the archive, making it where there is none.
func (p *place) open(ctx context.Context, log *slog.Logger) (*store.Store, error) {
	if err := os.MkdirAll(p.data, 0o700); err != nil {
		return nil, fmt.Errorf("making the data folder: %w", err)
	}
	database := p.database
	if database == "" {
		database = filepath.Join(p.data, "counterclaim.db")
	}
	return store.Open(ctx, database, store.Options{Logger: log})
}

// openExisting opens the archive for a command that only reads it: a mistyped
// folder must not look like an empty archive.
func (p *place) openExisting(ctx context.Context, log *slog.Logger) (*store.Store, error) {
	if p.database == "" {
		file := filepath.Join(p.data, "counterclaim.db")
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return nil, claims.Errorf(claims.NotFound, "no-archive", "there is no archive in %s", p.data).
				WithHint("Say where it is with --data, or start one with `counterclaim serve` or `counterclaim import`")
		}
	}
	return p.open(ctx, log)
}

// owner gives the user that everything done on the command line is done as,
// making it on the first start.
func owner(ctx context.Context, archive *store.Store) (claims.User, error) {
	return archive.EnsureUser(ctx, claims.Act{At: time.Now(), Reason: "first start"}, "owner", claims.Owner)
}

func envOr(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

// logger writes structured lines to standard error.
func logger(io streams, level slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(io.err, &slog.HandlerOptions{Level: level}))
}
