//go:build unix

package store_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

const killedPath = "COUNTERCLAIM_TEST_KILLED_PATH"

// TestMain lets the test's own program play the one that is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv(killedPath); path != "" {
		if err := writeUntilKilled(path); err != nil {
			fmt.Println("error", err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeUntilKilled stores articles and says so after each, once the store has
// acknowledged it.
func writeUntilKilled(path string) error {
	s, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		return err
	}
	from, err := s.Ask(false, "select count(*) from articles")
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(from)
	for ; err == nil; n++ {
		if err = addArticles(s, n, 1); err == nil {
			fmt.Println("stored", n)
		}
	}
	return err
}

// TestKill kills a program that writes, without warning, and wants all that
// it acknowledged to be there, whole, ten times over on the same file.
func TestKill(t *testing.T) {
	path := newPath(t)
	acknowledged := -1
	for round := range 10 {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), killedPath+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		acknowledged = max(acknowledged, killAfter(t, cmd, bufio.NewScanner(out), 3+round*4))
		survived(t, path, acknowledged)
	}
}

// killAfter kills the program after so many acknowledged writes, and gives the
// number of the last one that it told of.
func killAfter(t *testing.T, cmd *exec.Cmd, out *bufio.Scanner, writes int) (last int) {
	t.Helper()
	last = -1
	for told := 0; out.Scan(); told++ {
		text, ok := strings.CutPrefix(out.Text(), "stored ")
		if !ok {
			t.Fatal(out.Text())
		}
		last, _ = strconv.Atoi(text)
		if told == writes {
			_ = cmd.Process.Signal(syscall.SIGKILL)
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Error("the program ended by itself")
	}
	return last
}

// survived opens the archive after a kill and looks for all that was
// acknowledged.
func survived(t *testing.T, path string, acknowledged int) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if check, err := s.Ask(true, "pragma integrity_check"); err != nil || check != "ok" {
		t.Fatalf("integrity: %s %v", check, err)
	}
	if broken, err := s.Ask(true, "select count(*) from pragma_foreign_key_check"); err != nil || broken != "0" {
		t.Fatalf("broken references: %s %v", broken, err)
	}
	for _, whole := range []string{
		"select count(*) from articles where cast(title as integer) <= %d",
		"select count(*) from articles join jobs on jobs.article_id = articles.id join snapshots on snapshots.sha256 = articles.snapshot where cast(title as integer) <= %d",
		"select count(*) from articles join history on history.subject_id = articles.id where cast(title as integer) <= %d",
	} {
		if n, err := s.Ask(false, fmt.Sprintf(whole, acknowledged)); err != nil || n != fmt.Sprint(acknowledged+1) {
			t.Fatalf("%s of %d acknowledged writes are there (%v)", n, acknowledged+1, err)
		}
	}
	// And it goes on.
	if _, err := s.EnsureUser(t.Context(), claims.Act{At: time.Unix(1e9, 0)}, "Ada", claims.Owner); err != nil {
		t.Fatal(err)
	}
}
