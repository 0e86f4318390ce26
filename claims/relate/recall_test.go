package relate

import (
	"fmt"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// The cases of pairs are one archive here, in which each side of a conflict
// should be among those near to the other. They are bare claims, without the
// words around them and without a story that would help.
func TestTheOtherSideOfAConflictIsNear(t *testing.T) {
	const enough = 0.97
	var all []claims.Claim
	var conflicts [][2]claims.Claim
	for i, c := range readPairs(t) {
		a, b := ProposeText(c.a), ProposeText(c.b)
		a.Statement, b.Statement = claims.StatementID(fmt.Sprint(i, "a")), claims.StatementID(fmt.Sprint(i, "b"))
		all = append(all, a, b)
		if c.relation == string(claims.RelationConflict) {
			conflicts = append(conflicts, [2]claims.Claim{a, b})
		}
	}
	archive := NewMemory(all...)
	offered := 0
	for _, c := range conflicts {
		found := false
		for _, o := range nearTo(t, archive, c[0], DefaultNear) {
			found = found || o.Statement == c[1].Statement
		}
		if found {
			offered++
		} else {
			t.Logf("not offered: %q, %q", c[0].Text, c[1].Text)
		}
	}
	share := float64(offered) / float64(len(conflicts))
	t.Logf("%d claims, %d of %d conflicts offered (%.3f)", len(all), offered, len(conflicts), share)
	if share < enough {
		t.Errorf("the other side of %.3f of the conflicts is offered, want %.2f", share, enough)
	}
}
