package worker

import (
	"cmp"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// sameStatement is the share of content two statements of one snapshot must
// have in common to count as the same one across runs.
const sameStatement = 0.8

// keepIDs gives each fresh statement the id of the earlier statement it
// matches, the best match first, and a new id to the others. What people did
// hangs on these ids.
func keepIDs(fresh, earlier []claims.Statement, newID func() string) {
	type match struct {
		fresh, earlier int
		share          float64
	}
	var matches []match
	first := 0
	for i, f := range fresh {
		hull := claims.Hull(f.Content)
		for first < len(earlier) && endsBefore(earlier[first], fresh[i:]) {
			first++
		}
		for j := first; j < len(earlier); j++ {
			if claims.Hull(earlier[j].Content).Start >= hull.End {
				break
			}
			if share := overlap(f.Content, earlier[j].Content); share >= sameStatement {
				matches = append(matches, match{i, j, share})
			}
		}
	}
	slices.SortFunc(matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.fresh, b.fresh), cmp.Compare(a.earlier, b.earlier))
	})
	for i := range fresh {
		fresh[i].ID = ""
	}
	taken := map[int]bool{}
	for _, m := range matches {
		if fresh[m.fresh].ID == "" && !taken[m.earlier] {
			fresh[m.fresh].ID = earlier[m.earlier].ID
			taken[m.earlier] = true
		}
	}
	for i := range fresh {
		if fresh[i].ID == "" {
			fresh[i].ID = claims.StatementID(newID())
		}
	}
}

// endsBefore says whether an earlier statement ends before all of the fresh
// ones that are left begin, so that it need not be looked at again.
func endsBefore(earlier claims.Statement, left []claims.Statement) bool {
	return claims.Hull(earlier.Content).End <= claims.Hull(left[0].Content).Start
}

// overlap is the number of bytes two lists of spans share, by the number of
// bytes they cover together: 0 to 1.
func overlap(a, b []claims.Span) float64 {
	shared, total := 0, 0
	for _, s := range a {
		total += s.Len()
		for _, o := range b {
			shared += max(0, min(s.End, o.End)-max(s.Start, o.Start))
		}
	}
	for _, o := range b {
		total += o.Len()
	}
	if total == shared {
		return 0
	}
	return float64(shared) / float64(total-shared)
}
