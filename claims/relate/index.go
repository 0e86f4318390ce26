package relate

import (
	"context"
	"sort"
	"sync"

	"github.com/counterclaim/counterclaim/claims"
)

// MaxShare is how many claims may share a key before it is ignored: it then
// says nothing about which of them belong together.
const MaxShare = 2000

// Index finds the claims nearest to one.
//
// The rule, to be kept exactly by every index so that all rank alike:
//
//  1. A key is usable when at most MaxShare (2,000) claims of the index carry
//     it. All claims of the index count, also the asking claim where the index
//     holds it. A key that 2,001 claims carry is ignored.
//  2. The nearness of a claim is the sum of Weight over the usable keys whose
//     Text the asking claim carries too. The weight of a key hangs on its text
//     alone, so that it is the same on both sides.
//  3. Claims that share no usable key are not near. The asking claim itself,
//     the one with the same Article and Statement, is left out. Claims of the
//     same article are not.
//  4. Greatest sum first; equal sums by Statement, then by Article, both in
//     the order of their bytes, smaller first. The first k are given; none for
//     k < 1.
type Index interface {
	Near(ctx context.Context, c claims.Claim, k int) ([]claims.Claim, error)
}

// Memory is an index in memory. It is safe for use by several goroutines.
type Memory struct {
	mu     sync.RWMutex
	claims []claims.Claim
	byKey  map[string][]posting
	at     map[claims.Ref]int
}

type posting struct{ claim, weight int }

// NewMemory makes an index of the claims. Of two with the same reference the
// later one counts.
func NewMemory(all ...claims.Claim) *Memory {
	m := &Memory{byKey: map[string][]posting{}, at: map[claims.Ref]int{}}
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

// Near gives the k claims nearest to the given one, best first; see [Index].
// It fails only when the context has ended.
func (m *Memory) Near(ctx context.Context, c claims.Claim, k int) ([]claims.Claim, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	ranked := m.ranked(c)
	out := make([]claims.Claim, 0, max(0, min(k, len(ranked))))
	for _, r := range ranked[:max(0, min(k, len(ranked)))] {
		out = append(out, m.claims[r.claim])
	}
	return out, nil
}

// each hands all claims that share a usable key with the given one to take,
// nearest first.
func (m *Memory) each(ctx context.Context, c claims.Claim, take func(*claims.Claim)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	for _, r := range m.ranked(c) {
		take(&m.claims[r.claim])
	}
	return nil
}

// ranked gives the claims that share a usable key, nearest first.
func (m *Memory) ranked(c claims.Claim) []posting {
	sums := map[int]int{}
	for _, key := range c.Keys {
		if list := m.byKey[key.Text]; len(list) <= MaxShare {
			for _, p := range list {
				sums[p.claim] += p.weight
			}
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
