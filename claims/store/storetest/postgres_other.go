//go:build !unix

package storetest

import "testing"

// Postgres is a PostgreSQL server of a test's own.
type Postgres struct{}

// StartPostgres skips the test: a server is started on Unix only.
func StartPostgres(t *testing.T) *Postgres {
	t.Skip("PostgreSQL is not installed: these tests ran on SQLite only")
	return nil
}

// Database gives the url of an empty database.
func (p *Postgres) Database(t *testing.T) string { return "" }

// Schema gives the url of a schema by its name.
func (p *Postgres) Schema(name string) string { return "" }
