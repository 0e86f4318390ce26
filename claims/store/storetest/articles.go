package storetest

import (
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

func articles(t *testing.T, s *store.Store) {
	ctx := t.Context()
	a, j, err := s.AddArticle(ctx, claims.Act{At: time.Now()}, claims.Article{Title: "x", Text: "hello", Snapshot: claims.Snapshot{Bytes: []byte("hello")}})
	t.Log(a, j, err)
	if err != nil {
		t.Fatal(err)
	}
}
