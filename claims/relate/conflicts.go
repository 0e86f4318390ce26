package relate

import "github.com/counterclaim/counterclaim/claims"

// Conflicts compares the pairs and gives those that are possible conflicts, in
// the order of the pairs: at or above [Threshold], with a reason that rests on
// words that clash. As candidates are found by what they share, that they share
// it is no reason for a conflict here. A is the side said or published first, else the one
// with the smaller id. ID, State and the like are left empty: they are the
// store's to set.
func Conflicts(pairs [][2]claims.Claim) []claims.Conflict {
	var out []claims.Conflict
	for _, p := range pairs {
		a, b := order(p[0], p[1])
		c, firm := compare(a, b, archiveWeights())
		if !firm || c.Relation != claims.RelationConflict || c.Score < Threshold {
			continue
		}
		out = append(out, claims.Conflict{
			A: refOf(a), B: refOf(b), Origin: claims.BySoftware, Kind: c.Kind, Score: c.Score, Reasons: c.Reasons,
		})
	}
	return out
}

// order puts the claim said first in front, else the one with the smaller id.
func order(a, b claims.Claim) (claims.Claim, claims.Claim) {
	if a.SaidAt != "" && b.SaidAt != "" {
		x, _ := ends(a.SaidAt)
		y, _ := ends(b.SaidAt)
		switch {
		case before(x, y):
			return a, b
		case before(y, x):
			return b, a
		}
	}
	if refLess(refOf(b), refOf(a)) {
		return b, a
	}
	return a, b
}
