//go:build unix

package storetest

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// RequirePostgres is the name of the environment variable that turns a
// missing PostgreSQL from a skipped test into a failed one.
const RequirePostgres = "COUNTERCLAIM_REQUIRE_POSTGRES"

// Postgres is a PostgreSQL server of a test's own. It listens on a socket in
// a temporary folder and on no network address.
type Postgres struct {
	bin, dir string
	as       *syscall.Credential // whom it runs as; it refuses to run as root
	count    atomic.Int64
}

// StartPostgres starts a server for a test and stops it when the test ends.
// Where PostgreSQL is not installed the test is skipped.
func StartPostgres(t testing.TB) *Postgres {
	t.Helper()
	bin := postgresBin()
	if bin == "" {
		if os.Getenv(RequirePostgres) == "1" {
			t.Fatal("PostgreSQL is not installed: no initdb in PATH or under /usr/lib/postgresql")
		}
		t.Skip("PostgreSQL is not installed: these tests ran on SQLite only")
	}
	dir, err := os.MkdirTemp("", "ccpg")
	if err != nil {
		t.Fatal(err)
	}
	p := &Postgres{bin: bin, dir: dir}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	p.leaveRoot(t)
	p.do(t, "initdb", "-D", p.path("data"), "-A", "trust", "-U", "counterclaim", "-E", "UTF8", "--no-sync")
	p.do(t, "pg_ctl", "-D", p.path("data"), "-l", p.path("log"), "-w", "-t", "60", "-o", "-k "+dir+" -c listen_addresses=''", "start")
	t.Cleanup(func() { p.do(t, "pg_ctl", "-D", p.path("data"), "-m", "immediate", "-w", "stop") })
	return p
}

// Database gives the url of an empty schema, which is made much faster than a
// database of its own.
func (p *Postgres) Database(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("archive%d", p.count.Add(1))
	db, err := sql.Open("pgx", p.Schema("public"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), "create schema "+name); err != nil {
		t.Fatal(err)
	}
	return p.Schema(name)
}

// Schema gives the url of a schema by its name.
func (p *Postgres) Schema(schema string) string {
	return "postgres:///postgres?host=" + p.dir + "&user=counterclaim&search_path=" + schema
}

func (p *Postgres) path(name string) string { return filepath.Join(p.dir, name) }

// postgresBin is the folder of the server's programs, the newest where there
// are several.
func postgresBin() string {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path)
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	newest, best := "", -1
	for _, path := range found {
		if v, err := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path)))); err == nil && v > best {
			newest, best = filepath.Dir(path), v
		}
	}
	return newest
}

// leaveRoot gives the folder to a user without rights where the test runs as
// root.
func (p *Postgres) leaveRoot(t testing.TB) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(p.dir, uid, gid); err != nil {
			t.Fatal(err)
		}
		p.as = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		return
	}
	t.Fatal("PostgreSQL does not run as root, and there is no user postgres or nobody")
}

// do runs one of the server's programs. Its output goes to a file, as a
// server that was started would keep a pipe open.
func (p *Postgres) do(t testing.TB, program string, args ...string) {
	t.Helper()
	output, err := os.CreateTemp("", "ccpg-output")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Remove(output.Name()) }()
	defer output.Close()
	cmd := exec.Command(filepath.Join(p.bin, program), args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = p.dir, output, output
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	cmd.WaitDelay = time.Minute
	if p.as != nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: p.as}
	}
	if err := cmd.Run(); err != nil {
		said, _ := os.ReadFile(output.Name())
		log, _ := os.ReadFile(p.path("log"))
		t.Fatalf("%s: %v\n%s\n%s", program, err, bytes.TrimSpace(said), bytes.TrimSpace(log))
	}
}
