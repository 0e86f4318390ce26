package store_test

import (
	"path/filepath"
	"testing"

	"github.com/counterclaim/counterclaim/claims/store"
	"github.com/counterclaim/counterclaim/claims/store/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) *store.Store {
		return open(t, "sqlite:"+filepath.Join(t.TempDir(), "data", "archive.db"))
	})
}

func TestPostgres(t *testing.T) {
	server := storetest.StartPostgres(t)
	storetest.Run(t, func(t *testing.T) *store.Store { return open(t, server.Database(t)) })
	t.Run("history only grows", func(t *testing.T) { historyOnlyGrows(t, open(t, server.Database(t))) })
	t.Run("questions", func(t *testing.T) { questions(t, open(t, server.Database(t))) })
	t.Run("an older archive", func(t *testing.T) { older(t, server.Database(t)) })
	t.Run("down", func(t *testing.T) { down(t, server.Database(t)) })
	t.Run("refuses what is unsafe", func(t *testing.T) { refusesUnsafe(t, server) })
}

// open opens a store and closes it when the test ends.
func open(t *testing.T, url string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("closing: %v", err)
		}
	})
	return s
}
