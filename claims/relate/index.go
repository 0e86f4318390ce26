package relate

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
	"sort"
	"sync"

	"github.com/counterclaim/counterclaim/claims"
)

// Limits on the keys that are looked at.
const (
	MaxShare = 2000 // claims that may share a key before it is ignored: it then says nothing about which of them belong together
	MaxRead  = 4000 // claims met by all the keys of a claim, one met by two of them counting twice: keeps the cost of a question flat as the index grows
)

// Index finds for each of some claims those nearest to it: they are asked for
// together, as the claims of one article share most of their keys.
//
// The rule, to be kept exactly by every index so that all rank alike:
//
//  1. The holders of a key are the claims of the index that carry it; all of
//     them count, also the asking claim where the index holds it. A key is
//     usable when it has at most MaxShare (2,000) holders. Usable keys of the
//     asking claim are taken fewest holders first, equal ones by Text in the
//     order of its bytes, as long as those taken have at most MaxRead (4,000)
//     holders together.
//  2. The nearness of a claim is the sum, over the keys taken that it carries
//     too, of the Weight of the key there, times its Weight here, times its
//     rarity: 11 for a key with one holder, 10 for two and three, 9 for four to
//     seven, and so on, one less each time that their number doubles.
//  3. Claims that carry no key taken are not near. The asking claim itself,
//     the one with the same Article and Statement, is left out. Claims of the
//     same article are not.
//  4. Greatest sum first; equal sums by Statement, then by Article, both in
//     the order of their bytes, smaller first. The first k are given; none for
//     k < 1.
type Index interface {
	Near(ctx context.Context, of []claims.Claim, k int) ([][]claims.Claim, error)
}

// Memory is an index in memory. It is safe for use by several goroutines.
type Memory struct {
	mu     sync.RWMutex
	claims []claims.Claim
	byKey  map[string][]posting
	at     map[claims.Ref]int
	within map[claims.ArticleID][]int
}

type posting struct{ claim, weight int }

// NewMemory makes an index of the claims. Of two with the same reference the
// later one counts.
func NewMemory(all ...claims.Claim) *Memory {
	m := &Memory{byKey: map[string][]posting{}, at: map[claims.Ref]int{}, within: map[claims.ArticleID][]int{}}
	m.Add(all...)
	return m
}

// Add puts claims into the index; one with a known reference replaces the
// claim that is there.
func (m *Memory) Add(all ...claims.Claim) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range all {
		ref := refOf(c)
		n, known := m.at[ref]
		if known {
			m.unlist(n)
			m.claims[n] = c
		} else {
			n = len(m.claims)
			m.claims, m.at[ref] = append(m.claims, c), n
			m.within[c.Article] = append(m.within[c.Article], n)
		}
		for _, k := range c.Keys {
			m.byKey[k.Text] = append(m.byKey[k.Text], posting{n, k.Weight})
		}
	}
}

// unlist takes a claim's keys away.
func (m *Memory) unlist(n int) {
	for _, k := range m.claims[n].Keys {
		list := m.byKey[k.Text]
		kept := list[:0]
		for _, p := range list {
			if p.claim != n {
				kept = append(kept, p)
			}
		}
		m.byKey[k.Text] = kept
	}
}

// Near gives for each of the claims the k nearest to it, best first; see
// [Index]. It fails only when the context has ended.
func (m *Memory) Near(ctx context.Context, of []claims.Claim, k int) ([][]claims.Claim, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	out := make([][]claims.Claim, len(of))
	for i, c := range of {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, r := range firstOf(m.ranked(c), k) {
			out[i] = append(out[i], m.claims[r.claim])
		}
	}
	return out, nil
}

func firstOf(ranked []posting, k int) []posting { return ranked[:max(0, min(k, len(ranked)))] }

// each hands all claims that share a key taken with the given one to take,
// nearest first, and then the other claims of its article.
func (m *Memory) each(ctx context.Context, c claims.Claim, take func(*claims.Claim)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	given := map[int]bool{}
	for _, r := range m.ranked(c) {
		given[r.claim] = true
		take(&m.claims[r.claim])
	}
	for _, n := range m.within[c.Article] {
		if !given[n] {
			take(&m.claims[n])
		}
	}
	return nil
}

// ranked gives the claims that carry a key taken, nearest first.
func (m *Memory) ranked(c claims.Claim) []posting {
	sums := map[int]int{}
	for _, key := range m.taken(c.Keys) {
		list := m.byKey[key.Text]
		worth := key.Weight * rarity(len(list))
		for _, p := range list {
			sums[p.claim] += p.weight * worth
		}
	}
	if self, ok := m.at[refOf(c)]; ok {
		delete(sums, self)
	}
	ranked := make([]posting, 0, len(sums))
	for n, sum := range sums {
		ranked = append(ranked, posting{n, sum})
	}
	sort.Slice(ranked, func(i, j int) bool { return m.nearer(ranked[i], ranked[j]) })
	return ranked
}

// taken gives the keys that are looked at, fewest holders first.
func (m *Memory) taken(keys []claims.Key) []claims.Key {
	keys = slices.Clone(keys)
	slices.SortFunc(keys, func(x, y claims.Key) int {
		return cmp.Or(cmp.Compare(len(m.byKey[x.Text]), len(m.byKey[y.Text])), cmp.Compare(x.Text, y.Text))
	})
	read := 0
	for i, k := range keys {
		holders := len(m.byKey[k.Text])
		if read += holders; holders > MaxShare || read > MaxRead {
			return keys[:i]
		}
	}
	return keys
}

// rarity is what a key counts for by the number of its holders.
func rarity(holders int) int { return bits.Len(MaxShare) - bits.Len(uint(holders)) + 1 }

func (m *Memory) nearer(x, y posting) bool {
	if x.weight != y.weight {
		return x.weight > y.weight
	}
	return refLess(refOf(m.claims[x.claim]), refOf(m.claims[y.claim]))
}

func refOf(c claims.Claim) claims.Ref {
	return claims.Ref{Article: c.Article, Statement: c.Statement}
}

// refLess orders by statement, then by article.
func refLess(x, y claims.Ref) bool {
	if x.Statement != y.Statement {
		return x.Statement < y.Statement
	}
	return x.Article < y.Article
}
