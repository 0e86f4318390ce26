package relate

import (
	"sort"

	"github.com/counterclaim/counterclaim/claims"
)

// maxDispute is how many conflicts one dispute may hold, so that a chain of
// single likenesses does not draw everything together.
const maxDispute = 24

// Group puts conflicts over one question together: such as share a statement,
// or whose words are nearly the same on both sides. claimOf gives the claims
// of the statements; conflicts whose claims are missing stand alone under
// their references. Disputes come strongest first, and beside them the
// statements of their conflicts, strongest first. The ids of disputes and of
// their conflicts are the store's to set.
func Group(conflicts []claims.Conflict, claimOf map[claims.StatementID]claims.Claim) ([]claims.Dispute, [][]claims.Pair) {
	sorted := append([]claims.Conflict{}, conflicts...)
	sort.SliceStable(sorted, func(i, j int) bool { return stronger(sorted[i], sorted[j]) })
	var groups []*cluster
	for _, c := range sorted {
		topic := topicOf(c, claimOf)
		var home *cluster
		for _, g := range groups {
			if g.takes(c, topic) {
				home = g
				break
			}
		}
		if home == nil {
			home = &cluster{statements: map[claims.StatementID]bool{}}
			groups = append(groups, home)
		}
		home.add(c, topic)
	}
	var disputes []claims.Dispute
	var members [][]claims.Pair
	for _, g := range groups {
		disputes = append(disputes, claims.Dispute{Question: question(g, claimOf), Positions: positions(g, claimOf)})
		pairs := make([]claims.Pair, len(g.conflicts))
		for i, c := range g.conflicts {
			pairs[i] = claims.Pair{A: c.A.Statement, B: c.B.Statement}
		}
		members = append(members, pairs)
	}
	return disputes, members
}

func stronger(x, y claims.Conflict) bool {
	if x.Score != y.Score {
		return x.Score > y.Score
	}
	if x.A != y.A {
		return refLess(x.A, y.A)
	}
	return refLess(x.B, y.B)
}

// cluster is a dispute in the making.
type cluster struct {
	conflicts  []claims.Conflict
	statements map[claims.StatementID]bool
	topic      map[string]int // key → how many conflicts are about it
}

func (g *cluster) takes(c claims.Conflict, topic map[string]int) bool { return false }

func (g *cluster) add(c claims.Conflict, topic map[string]int) {
	g.conflicts = append(g.conflicts, c)
	g.statements[c.A.Statement], g.statements[c.B.Statement] = true, true
}

func topicOf(c claims.Conflict, claimOf map[claims.StatementID]claims.Claim) map[string]int {
	return nil
}

func question(g *cluster, claimOf map[claims.StatementID]claims.Claim) string { return "?" }

func positions(g *cluster, claimOf map[claims.StatementID]claims.Claim) []claims.Position { return nil }
