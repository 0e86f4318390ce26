package relate

import "github.com/counterclaim/counterclaim/claims"

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
