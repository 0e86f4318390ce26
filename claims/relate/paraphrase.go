package relate

import "github.com/counterclaim/counterclaim/claims"

// paraphrase finds that the two sides say the same: they share most of what
// they say, and nothing clashes.
func paraphrase(p *pair) []found {
	cover := min(p.coverA, p.coverB)
	if cover < 0.5 || p.clashesOtherwise() {
		return nil
	}
	if x, _ := p.timesDiffer(); x != nil {
		return nil
	}
	var a, b []*claims.Term
	for _, k := range p.links {
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if !x.light && !y.light && !x.Context && !y.Context {
			a, b = append(a, x.Term), append(b, y.Term)
		}
	}
	return []found{{Reason: claims.Reason{Kind: claims.ReasonParaphrase, A: spansOf(a...), B: spansOf(b...)}, strength: cover}}
}
