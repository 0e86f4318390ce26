package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func refused(t *testing.T, err error, kind claims.Kind, code string) {
	t.Helper()
	var e *claims.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Code != code {
		t.Fatalf("got %v (%s), want an error of kind %s, code %s", err, claims.KindOf(err), kind, code)
	}
}

func newPath(t *testing.T) string { return filepath.Join(t.TempDir(), "data", "archive.db") }

// addArticles stores n articles of some kilobytes each.
func addArticles(s *store.Store, from, n int) error {
	for i := from; i < from+n; i++ {
		_, _, err := s.AddArticle(context.Background(), claims.Act{At: time.Unix(1e9, 0)}, claims.Article{
			Title: fmt.Sprint(i), Text: strings.Repeat(fmt.Sprintf("text %d ", i), 500), Snapshot: claims.Snapshot{Bytes: fmt.Append(nil, "bytes ", i)},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// TestRefusesForeignFiles wants a file that is no archive, or a damaged one,
// to be refused in plain words and left as it is, byte for byte.
func TestRefusesForeignFiles(t *testing.T) {
	for _, test := range []struct {
		name string
		make func(t *testing.T, path string)
		code string
	}{
		{"a text", func(t *testing.T, path string) { write(t, path, []byte("my only copy of a novel")) }, "foreign-database"},
		{"a long binary", func(t *testing.T, path string) { write(t, path, bytes.Repeat([]byte{1, 2, 3, 0}, 10_000)) }, "foreign-database"},
		{"somebody else's database", func(t *testing.T, path string) { lite(t, path, "create table novels (text)") }, "foreign-database"},
		{"somebody else's empty database", func(t *testing.T, path string) { lite(t, path, "pragma user_version = 7") }, "foreign-database"},
		{"an archive with a spoilt page", func(t *testing.T, path string) { archive(t, path, spoilPage) }, "database-damaged"},
		{"an archive cut short", func(t *testing.T, path string) { archive(t, path, func(b []byte) []byte { return b[:len(b)/2] }) }, "database-damaged"},
		{"an archive with a spoilt header", func(t *testing.T, path string) { archive(t, path, func(b []byte) []byte { clear(b[:100]); return b }) }, "foreign-database"},
		{"a folder", func(t *testing.T, path string) { _ = os.MkdirAll(path, 0o700) }, "bad-database"},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "archive.db")
			test.make(t, path)
			before, _ := os.ReadFile(path)
			_, err := store.Open(t.Context(), path, store.Options{})
			refused(t, err, claims.Invalid, test.code)
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func lite(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err == nil {
		_, err = db.ExecContext(t.Context(), statement)
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
}

// archive writes an archive with some articles and spoils its file.
func archive(t *testing.T, path string, spoil func([]byte) []byte) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := addArticles(s, 0, 30); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, spoil(data))
}

// spoilPage overwrites the page that holds the tree of a table.
func spoilPage(b []byte) []byte {
	const page = 4096
	for at := page; at+page <= len(b); at += page {
		if kind := b[at]; kind == 5 || kind == 13 { // a node or a leaf of a table (sqlite.org/fileformat2.html, 1.6)
			copy(b[at:], bytes.Repeat([]byte{0xA5}, page))
		}
	}
	return b
}

func TestRefusesNewerArchive(t *testing.T) {
	path := newPath(t)
	s := open(t, path)
	if err := s.Exec("insert into goose_db_version (version_id, is_applied) values (99999, 1)"); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), path, store.Options{})
	refused(t, err, claims.Unsupported, "newer-archive")
}

// TestFiles wants an archive under any name, readable by its owner only.
func TestFiles(t *testing.T) {
	for _, name := range []string{"archive.db", "with space?mode=memory#x%41 ä.db", "äöü.db", "'quoted'.db"} {
		path := filepath.Join(t.TempDir(), "new", "data", name)
		s := open(t, "sqlite:"+path)
		if err := addArticles(s, 0, 1); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{path, path + "-wal", path + "-shm"} {
			info, err := os.Stat(file)
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v %v", file, info.Mode(), err)
			}
		}
		if info, err := os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("the folder: %v %v", info.Mode(), err)
		}
	}
}

// TestSettings wants what keeps acknowledged writes and references safe to be
// set on the connections that are used.
func TestSettings(t *testing.T) {
	s := open(t, newPath(t))
	for _, want := range []struct {
		writer         bool
		setting, value string
	}{
		{true, "journal_mode", "wal"}, {true, "synchronous", "2"}, {true, "foreign_keys", "1"}, {true, "busy_timeout", "10000"},
		{true, "application_id", fmt.Sprint(0x43434c4d)}, {false, "query_only", "1"}, {false, "busy_timeout", "10000"},
	} {
		if is, err := s.Ask(want.writer, "pragma "+want.setting); err != nil || is != want.value {
			t.Errorf("%s is %s (%v), want %s", want.setting, is, err, want.value)
		}
	}
}

// TestFull wants a full disk to be told as such, to leave nothing half done,
// and to be over once there is room.
func TestFull(t *testing.T) {
	s := open(t, newPath(t))
	pages, err := s.Ask(true, "pragma page_count")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Ask(true, "pragma max_page_count = "+pages); err != nil {
		t.Fatal(err)
	}
	big := claims.Article{Text: "t", Snapshot: claims.Snapshot{Bytes: make([]byte, 1<<20)}}
	_, _, err = s.AddArticle(t.Context(), claims.Act{At: time.Unix(1e9, 0)}, big)
	refused(t, err, claims.Full, "disk-full")
	if empty, err := s.Empty(t.Context()); err != nil || !empty {
		t.Errorf("something was stored: %v", err)
	}
	if _, err := s.Ask(true, "pragma max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if _, _, err = s.AddArticle(t.Context(), claims.Act{At: time.Unix(1e9, 0)}, big); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

// TestBusy wants a wait for somebody else's lock to end with the caller's
// patience, while reading goes on.
func TestBusy(t *testing.T) {
	path := newPath(t)
	s := open(t, path)
	other, err := sql.Open("sqlite3", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err = s.EnsureUser(ctx, claims.Act{At: time.Unix(1e9, 0)}, "Ada", claims.Owner)
	if claims.KindOf(err) != claims.Busy {
		t.Errorf("got %v (%s), want it to be busy", err, claims.KindOf(err))
	}
	if _, err := s.Users(t.Context()); err != nil {
		t.Errorf("reading: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.EnsureUser(t.Context(), claims.Act{At: time.Unix(1e9, 0)}, "Ada", claims.Owner); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// TestBeside wants a second program on the same file to write at the same
// time, as import does beside serve.
func TestBeside(t *testing.T) {
	path := newPath(t)
	var group sync.WaitGroup
	for i := range 4 {
		s := open(t, path)
		group.Go(func() {
			if err := addArticles(s, 1000*i, 25); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if n, err := open(t, path).Ask(false, "select count(*) from articles"); err != nil || n != "100" {
		t.Errorf("%s articles, %v", n, err)
	}
}
