package storetest

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
	"github.com/counterclaim/counterclaim/claims/store"
)

// near compares the store's ranking, and that of the index in memory, with the
// rule written out, on claims with keys drawn from a few, so that sums are
// often equal.
func near(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	random := rand.New(rand.NewPCG(1, 2))
	var all []claims.Claim
	for i := range 4 {
		a := w.article(fmt.Sprint("article ", i), strings.Repeat("word ", 40))
		var statements []claims.Statement
		var found []claims.Claim
		for j := range 30 {
			// Ids in upper and lower case sort differently where letters are not
			// compared by their bytes.
			id := fmt.Sprintf("%c%d-%d", "aBcD"[j%4], i, j)
			statements = append(statements, said(t, a, id, "Ann", "word"))
			found = append(found, claims.Claim{Article: a.ID, Statement: claims.StatementID(id), Text: "word", Keys: keys(random)})
		}
		w.run(a, analysisWithClaims(statements, found))
		all = append(all, found...)
	}
	memory := relate.NewMemory(all...)
	ask := func(c claims.Claim, k int) {
		t.Helper()
		want := refs(nearest(all, c, k))
		w.same(want, refs(nearTo(w, s, c, k)), fmt.Sprintf("the %d nearest to %s", k, c.Statement))
		w.same(want, refs(nearTo(w, memory, c, k)), fmt.Sprintf("the %d nearest to %s, in memory", k, c.Statement))
	}
	for _, c := range all {
		ask(c, 1+random.IntN(40))
	}
	for i, list := range must(s.Near(w.ctx, all, 7))(t) {
		w.same(refs(nearest(all, all[i], 7)), refs(list), "asked for together")
	}
	ask(claims.Claim{Keys: keys(random)}, 1000)
	ask(claims.Claim{Keys: []claims.Key{{Text: "nobody has this", Weight: 1}}}, 10)
	ask(claims.Claim{}, 10)
	ask(all[0], 0)
	w.same(nearest(all, all[0], 5), nearTo(w, s, all[0], 5), "whole claims come back")
}

// nearTo asks for one claim.
func nearTo(w *world, index relate.Index, c claims.Claim, k int) []claims.Claim {
	w.Helper()
	return must(index.Near(w.ctx, []claims.Claim{c}, k))(w.T)[0]
}

// keys draws keys and their weights, in the order of their text.
func keys(random *rand.Rand) []claims.Key {
	var out []claims.Key
	for i := range 12 {
		if random.IntN(3) == 0 {
			out = append(out, claims.Key{Text: fmt.Sprintf("key-%c'%d", "äZ%a"[i%4], i), Weight: 1 + random.IntN(3)})
		}
	}
	if random.IntN(2) == 0 {
		out = append(out, claims.Key{Text: strings.Repeat("long ", 1000), Weight: 2})
	}
	slices.SortFunc(out, func(a, b claims.Key) int { return cmp.Compare(a.Text, b.Text) })
	return out
}

func refs(list []claims.Claim) []claims.StatementID {
	var out []claims.StatementID
	for _, c := range list {
		out = append(out, c.Statement)
	}
	return out
}

// nearest is the rule as it reads.
func nearest(all []claims.Claim, c claims.Claim, k int) []claims.Claim {
	holders := map[string]int{}
	for _, other := range all {
		for _, key := range other.Keys {
			holders[key.Text]++
		}
	}
	worth := worthOf(c.Keys, holders)
	sums := map[claims.StatementID]int{}
	var out []claims.Claim
	for _, other := range all {
		for _, key := range other.Keys {
			sums[other.Statement] += key.Weight * worth[key.Text]
		}
		if sums[other.Statement] > 0 && other.Statement != c.Statement {
			out = append(out, other)
		}
	}
	slices.SortFunc(out, func(a, b claims.Claim) int {
		return cmp.Or(cmp.Compare(sums[b.Statement], sums[a.Statement]), cmp.Compare(a.Statement, b.Statement))
	})
	return out[:min(k, len(out))]
}

// worthOf says what each of the keys counts for: its weight times its rarity,
// and nothing where it is not taken.
func worthOf(keys []claims.Key, holders map[string]int) map[string]int {
	const common, limit = 2000, 4000
	keys = slices.Clone(keys)
	slices.SortStableFunc(keys, func(a, b claims.Key) int { return cmp.Compare(holders[a.Text], holders[b.Text]) })
	worth, met := map[string]int{}, 0
	for _, key := range keys {
		n := holders[key.Text]
		if met += n; n > common || met > limit {
			break
		}
		rarity := 11
		for ; n > 1; n /= 2 {
			rarity--
		}
		worth[key.Text] = key.Weight * rarity
	}
	return worth
}

// common wants a key that very many claims have to count until there are too
// many of them, and never again.
func common(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	var all []claims.Claim
	fill := func(name string, n int) {
		a := w.article(name, "word "+name)
		statements, found := make([]claims.Statement, n), make([]claims.Claim, n)
		for i := range n {
			statements[i] = said(t, a, fmt.Sprintf("%s-%04d", name, i), "Ann", "word")
			found[i] = claims.Claim{Article: a.ID, Statement: statements[i].ID, Text: "word", Keys: []claims.Key{{Text: "common", Weight: 1}}}
			if i%500 == 0 {
				found[i].Keys = append(found[i].Keys, claims.Key{Text: "rare", Weight: 1})
			}
		}
		w.run(a, analysisWithClaims(statements, found))
		all = append(all, found...)
	}
	fill("many", 2000)
	w.same(refs(nearest(all, all[0], 20)), refs(nearTo(w, s, all[0], 20)), "at the limit the key counts")
	fill("one more", 1)
	got := nearTo(w, s, all[0], 20)
	w.same(refs(nearest(all, all[0], 20)), refs(got), "above it does not")
	if len(got) != 4 {
		t.Errorf("%d claims share the rare key, want 4", len(got))
	}
}

// budget wants the keys of many claims to be left once those of few have met
// enough of them.
func budget(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	const n = 1500
	a := w.article("many", "word")
	statements, all := make([]claims.Statement, n), make([]claims.Claim, n)
	for i := range n {
		statements[i] = said(t, a, fmt.Sprintf("s%04d", i), "Ann", "word")
		all[i] = claims.Claim{Article: a.ID, Statement: statements[i].ID, Text: "word"}
		for key, holders := range []int{1400, 1400, 1300, 1200, 90} { // all but the second are taken: 3,990 together
			if i < holders {
				all[i].Keys = append(all[i].Keys, claims.Key{Text: fmt.Sprintf("key-%d", key), Weight: 1 + key%2})
			}
		}
	}
	w.run(a, analysisWithClaims(statements, all))
	memory := relate.NewMemory(all...)
	for _, c := range []claims.Claim{all[0], {Keys: all[0].Keys}} {
		want := refs(nearest(all, c, n))
		w.same(want, refs(nearTo(w, s, c, n)), "what the keys of few meet")
		w.same(want, refs(nearTo(w, memory, c, n)), "what they meet in memory")
	}
}
