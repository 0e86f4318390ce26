package store_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// archiveOf fills a store with articles of twenty statements each, whose
// claims have twelve keys drawn as words are: few are common, most are rare.
func archiveOf(b *testing.B, s *store.Store, articles int) claims.Claim {
	b.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	words := rand.NewZipf(random, 1.1, 20, 200_000)
	at := time.Unix(1e9, 0)
	var last claims.Claim
	for i := range articles {
		text := strings.Repeat("The minister said that it had rained all day. ", 60)
		a, _, err := s.AddArticle(b.Context(), claims.Act{At: at}, claims.Article{Text: text, Snapshot: claims.Snapshot{Bytes: fmt.Append(nil, i)}})
		if err != nil {
			b.Fatal(err)
		}
		job, err := s.TakeJob(b.Context(), at, time.Hour)
		if err != nil {
			b.Fatal(err)
		}
		r := claims.Analysis{Article: a.ID}
		for j := range 20 {
			id := claims.StatementID(fmt.Sprintf("%016x-%d", random.Uint64(), j))
			r.Statements = append(r.Statements, claims.Statement{ID: id, Article: a.ID, Text: "it had rained all day",
				Content: []claims.Span{{Start: j * 40, End: j*40 + 20}}, Speaker: claims.Speaker{Name: "the minister"}})
			last = claims.Claim{Article: a.ID, Statement: id, Text: "it had rained all day", Keys: benchKeys(words)}
			r.Claims = append(r.Claims, last)
		}
		if err := s.SaveAnalysis(b.Context(), job, r, at); err != nil {
			b.Fatal(err)
		}
	}
	return last
}

func benchKeys(words *rand.Zipf) []claims.Key {
	seen := map[string]bool{}
	var out []claims.Key
	for len(out) < 12 {
		if key := fmt.Sprint("w:", words.Uint64()); !seen[key] {
			seen[key] = true
			out = append(out, claims.Key{Text: key, Weight: 1 + len(key)})
		}
	}
	return out
}

// BenchmarkNear asks for the 40 nearest claims among growing numbers of them.
func BenchmarkNear(b *testing.B) {
	for _, articles := range []int{50, 500, 5000} {
		b.Run(fmt.Sprint(20*articles), func(b *testing.B) {
			s, err := store.Open(b.Context(), b.TempDir()+"/archive.db", store.Options{})
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			claim := archiveOf(b, s, articles)
			for b.Loop() {
				if _, err := s.Near(b.Context(), []claims.Claim{claim}, 40); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkArticle stores one article of twenty statements with its results.
func BenchmarkArticle(b *testing.B) {
	s, err := store.Open(b.Context(), b.TempDir()+"/archive.db", store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	archiveOf(b, s, b.N)
}
