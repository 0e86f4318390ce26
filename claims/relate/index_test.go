package relate

import (
	"fmt"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/google/go-cmp/cmp"
)

func keyed(article, statement string, keys ...claims.Key) claims.Claim {
	return claims.Claim{Article: claims.ArticleID(article), Statement: claims.StatementID(statement), Keys: keys, CueClass: claims.CueSay}
}

func ids(list []claims.Claim) []string {
	out := []string{}
	for _, c := range list {
		out = append(out, string(c.Article)+":"+string(c.Statement))
	}
	return out
}

// nearTo asks for one claim.
func nearTo(t *testing.T, m *Memory, c claims.Claim, k int) []claims.Claim {
	t.Helper()
	near, err := m.Near(t.Context(), []claims.Claim{c}, k)
	if err != nil {
		t.Fatal(err)
	}
	return near[0]
}

func TestMemoryRanks(t *testing.T) {
	name, word := claims.Key{Text: "n:kerry", Weight: 3}, claims.Key{Text: "w:raid", Weight: 2}
	m := NewMemory(
		keyed("x", "s3", word), keyed("x", "s2", name), keyed("y", "s1", word), keyed("x", "s1", word), keyed("x", "s4", name, word), keyed("x", "s5"),
	)
	for _, c := range []struct {
		name string
		ask  claims.Claim
		k    int
		want []string
	}{
		{"greatest sum first, then by statement and article", keyed("z", "s9", name, word), 10, []string{"x:s4", "x:s2", "x:s1", "y:s1", "x:s3"}},
		{"cut to k", keyed("z", "s9", name, word), 2, []string{"x:s4", "x:s2"}},
		{"the claim itself is left out", keyed("x", "s4", name, word), 2, []string{"x:s2", "x:s1"}},
		{"nothing shared", keyed("z", "s9", claims.Key{Text: "w:milk", Weight: 2}), 10, []string{}},
		{"none asked for", keyed("z", "s9", name), 0, []string{}},
		{"fewer than none", keyed("z", "s9", name), -1, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := m.Near(t.Context(), []claims.Claim{c.ask}, c.k)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, ids(got[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A key counts while at most MaxShare claims carry it, the asking one included.
func TestMemoryIgnoresWhatTooManyShare(t *testing.T) {
	common := claims.Key{Text: "n:washington", Weight: 3}
	m := NewMemory()
	for i := range MaxShare {
		m.Add(keyed("x", fmt.Sprintf("s%04d", i), common))
	}
	ask := keyed("x", "s0000", common)
	if near := nearTo(t, m, ask, 1); len(near) != 1 {
		t.Error("a key that MaxShare claims carry is ignored")
	}
	m.Add(keyed("x", "one more", common))
	if near := nearTo(t, m, ask, 1); len(near) != 0 {
		t.Error("a key that more than MaxShare claims carry is used")
	}
}

func TestMemoryReplaces(t *testing.T) {
	one, two := claims.Key{Text: "w:one", Weight: 2}, claims.Key{Text: "w:two", Weight: 2}
	m := NewMemory(keyed("x", "s1", one))
	m.Add(keyed("x", "s1", two))
	if near := nearTo(t, m, keyed("y", "s1", one), 5); len(near) != 0 {
		t.Error("the old keys are still there")
	}
	if near := nearTo(t, m, keyed("y", "s1", two), 5); len(near) != 1 {
		t.Error("the new keys are not there")
	}
}
