package relate

import "github.com/counterclaim/counterclaim/claims"

// Conflicts compares the pairs and gives those that are possible conflicts, in
// the order of the pairs: at or above [Threshold], with a reason that rests on
// words that clash. As candidates are found by what they share, that they share
// it is no reason for a conflict here. A is the side said or published first, else the one
// with the smaller id. ID, State and the like are left empty: they are the
// store's to set. Claims with the same reference are one claim.
func Conflicts(pairs [][2]claims.Claim) []claims.Conflict {
	var out []claims.Conflict
	l := words()
	ready := workbench{lexicon: l, known: lores{}}
	for i := range pairs {
		a, b := order(&pairs[i][0], &pairs[i][1])
		c, firm := compare(l, ready.side(a), ready.side(b), true)
		if !firm || c.Relation != claims.RelationConflict {
			continue
		}
		out = append(out, claims.Conflict{
			A: refOf(*a), B: refOf(*b), Origin: claims.BySoftware, Kind: c.Kind, Score: c.Score, Reasons: c.Reasons,
		})
	}
	return out
}

// workbench keeps claims that were made ready, as each is compared with many.
type workbench struct {
	lexicon *lexicon
	known   lores
	sides   map[claims.Ref]*side
}

// side makes a claim ready, or gives it as it was made ready before.
func (w *workbench) side(c *claims.Claim) *side {
	const most = 4096 // some 100 MB
	ref := refOf(*c)
	if s := w.sides[ref]; s != nil && s.claim.Text == c.Text {
		return s
	}
	if w.sides == nil || len(w.sides) >= most {
		w.sides = map[claims.Ref]*side{}
	}
	s := readySide(w.lexicon, w.known, c)
	w.sides[ref] = s
	return s
}

// order puts the claim said first in front, else the one with the smaller id.
func order(a, b *claims.Claim) (first, second *claims.Claim) {
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
	if refLess(refOf(*b), refOf(*a)) {
		return b, a
	}
	return a, b
}
