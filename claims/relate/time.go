package relate

import "github.com/counterclaim/counterclaim/claims"

// different finds that the two sides speak of different times, which may be
// why they differ: full in April, empty in September.
func different(p *pair) []found {
	x, y := p.timesDiffer()
	if x == nil {
		return p.aboutDiffers()
	}
	if len(date(p)) > 0 {
		return nil // the times are all that differs: that speaks for a conflict
	}
	return []found{{Reason: claims.Reason{
		Kind: claims.ReasonTime, A: spansOf(x), B: spansOf(y), Values: []string{x.Lemma, y.Lemma},
	}, strength: 1}}
}

// aboutDiffers compares the times spoken about, where the claims carry them.
func (p *pair) aboutDiffers() []found {
	x, y := p.a.claim.About, p.b.claim.About
	if x == "" || y == "" || compareTimes(x, y) != timesApart {
		return nil
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonTime, Values: []string{x, y}}, strength: 1}}
}
