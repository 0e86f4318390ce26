package relate

import (
	"context"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// DefaultNear is a fair number of claims to compare one claim with in each
// index: the archive, and the claims at hand.
const DefaultNear = 40

// sameBreath is how many bytes apart two statements of one speaker must stand
// to be compared: what is nearer is one passage.
const sameBreath = 200

// Candidates gives the pairs of claims worth comparing for the fresh claims:
// each with the k nearest of own, which holds the fresh claims and others at
// hand, and with the k nearest of the archive, which may be nil. Claims in the
// archive of an article that has fresh claims are left out, as those are about
// to be replaced. Only cue classes that are compared count; each unordered
// pair comes once, in the order found; statements of one speaker are paired
// too, unless they belong to one passage.
//
// The coverage counts the fresh claims, the pairs given, and the pairs that
// had a key in common and fell to the limit k: for own all of them, for the
// archive, which does not say how many there were, at least one for each claim
// that reached the limit. It fails where the archive does.
func Candidates(ctx context.Context, fresh []claims.Claim, own *Memory, archive Index, k int) ([][2]claims.Claim, claims.Coverage, error) {
	f := finder{seen: map[[2]claims.Ref]bool{}, articles: map[claims.ArticleID]bool{}, fresh: map[claims.Ref]bool{}}
	f.coverage.Statements = len(fresh)
	for _, c := range fresh {
		f.articles[c.Article], f.fresh[refOf(c)] = true, true
	}
	for _, c := range fresh {
		if !c.CueClass.Compared() {
			continue
		}
		if err := f.atHand(ctx, c, own, k); err != nil {
			return nil, f.coverage, err
		}
	}
	f.coverage.NotCompared = f.once + f.twice/2 - len(f.pairs)
	for _, c := range fresh {
		if archive == nil || !c.CueClass.Compared() {
			continue
		}
		if err := f.inArchive(ctx, c, archive, k); err != nil {
			return nil, f.coverage, err
		}
	}
	f.coverage.Compared = len(f.pairs)
	return f.pairs, f.coverage, nil
}

// finder gathers pairs.
type finder struct {
	pairs       [][2]claims.Claim
	seen        map[[2]claims.Ref]bool
	articles    map[claims.ArticleID]bool // of the fresh claims
	fresh       map[claims.Ref]bool
	once, twice int // pairs at hand with a key in common: of a fresh claim with another, and of two fresh ones, met from both sides
	coverage    claims.Coverage
}

// atHand pairs a claim with the nearest of own.
func (f *finder) atHand(ctx context.Context, c claims.Claim, own *Memory, k int) error {
	if own == nil {
		return nil
	}
	taken := 0
	return own.each(ctx, c, func(o *claims.Claim) {
		if !comparable(&c, o) {
			return
		}
		if f.fresh[refOf(*o)] {
			f.twice++
		} else {
			f.once++
		}
		if taken < k && !f.known(c, *o) {
			taken++
			f.add(c, *o)
		}
	})
}

func (f *finder) inArchive(ctx context.Context, c claims.Claim, archive Index, k int) error {
	const spare = 24 // for claims of the article's earlier reading, and for such as are not compared
	near, err := archive.Near(ctx, c, k+spare+1)
	if err != nil {
		return err
	}
	taken := 0
	for _, o := range near {
		if f.articles[o.Article] || !comparable(&c, &o) || f.known(c, o) {
			continue
		}
		if taken == k {
			f.coverage.NotCompared++
			break
		}
		taken++
		f.add(c, o)
	}
	return nil
}

// pairKey gives the pair of references in one order.
func pairKey(a, b claims.Claim) [2]claims.Ref {
	x, y := refOf(a), refOf(b)
	if refLess(y, x) {
		x, y = y, x
	}
	return [2]claims.Ref{x, y}
}

func (f *finder) known(a, b claims.Claim) bool { return f.seen[pairKey(a, b)] }

func (f *finder) add(a, b claims.Claim) {
	f.seen[pairKey(a, b)] = true
	f.pairs = append(f.pairs, [2]claims.Claim{a, b})
}

// comparable says whether two claims are compared at all.
func comparable(a, b *claims.Claim) bool {
	if !a.CueClass.Compared() || !b.CueClass.Compared() || refOf(*a) == refOf(*b) {
		return false
	}
	return a.Article != b.Article || !onePassage(a, b)
}

// onePassage says whether two claims of one article overlap, or are said by
// one speaker in one breath.
func onePassage(a, b *claims.Claim) bool {
	x, y := extent(a), extent(b)
	if x.Len() == 0 || y.Len() == 0 {
		return false
	}
	if x.Overlaps(y) {
		return true
	}
	gap := max(x.Start-y.End, y.Start-x.End)
	return gap < sameBreath && strings.EqualFold(a.Speaker.Name, b.Speaker.Name)
}

// extent is the stretch of the article that the terms of a claim cover.
func extent(c *claims.Claim) claims.Span {
	var hull claims.Span
	for i := range c.Terms {
		t := &c.Terms[i]
		if t.Context || t.Kind == claims.NegationTerm || t.At.Len() <= 0 {
			continue
		}
		if hull.Len() == 0 {
			hull = t.At
		}
		hull.Start, hull.End = min(hull.Start, t.At.Start), max(hull.End, t.At.End)
	}
	return hull
}
