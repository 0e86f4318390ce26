package relate

import (
	"context"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// DefaultNear is a fair number of claims to compare one claim with in each
// index: the archive, and the claims at hand.
const DefaultNear = 40

// sameBreath is how many bytes apart two statements of one speaker must stand
// to be compared: what is nearer is one passage.
const sameBreath = 30

// Candidates gives the pairs of claims worth comparing for the fresh claims:
// each with the k nearest of its own article and the k nearest of others in
// own, which holds the fresh claims and others at hand, and with the k nearest
// of the archive, which may be nil. Within an article a key in common is not
// asked for, as what is said there is about one story. Claims in the
// archive of an article that has fresh claims are left out, as those are about
// to be replaced. Only cue classes that are compared count; each unordered
// pair comes once, in the order found; statements of one speaker are paired
// too, unless they belong to one passage.
//
// The coverage counts the fresh claims, the pairs given, and the pairs that
// could have been given and fell to the limit k: for own all of them, for the
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
	if archive != nil {
		if err := f.inArchive(ctx, fresh, archive, k); err != nil {
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
	once, twice int // pairs at hand that could be given: of a fresh claim with another, and of two fresh ones, met from both sides
	coverage    claims.Coverage
}

// atHand pairs a claim with the nearest of own: with k of other articles, and
// with k of its own article, of which those that share no key come last.
func (f *finder) atHand(ctx context.Context, c claims.Claim, own *Memory, k int) error {
	if own == nil {
		return nil
	}
	elsewhere, inside := 0, 0
	return own.each(ctx, c, func(o *claims.Claim) {
		if !Comparable(&c, o) {
			return
		}
		if f.fresh[refOf(*o)] {
			f.twice++
		} else {
			f.once++
		}
		taken := &elsewhere
		if o.Article == c.Article {
			taken = &inside
		}
		if *taken < k && !f.known(c, *o) {
			*taken++
			f.add(c, *o)
		}
	})
}

// inArchive pairs the claims with the nearest of the archive, which is asked for
// some of them at a time.
func (f *finder) inArchive(ctx context.Context, fresh []claims.Claim, archive Index, k int) error {
	const atOnce = 50
	const spare = 24 // for claims of the article's earlier reading, and for such as are not compared
	asking := make([]claims.Claim, 0, len(fresh))
	for _, c := range fresh {
		if c.CueClass.Compared() {
			asking = append(asking, c)
		}
	}
	for some := range slices.Chunk(asking, atOnce) {
		near, err := archive.Near(ctx, some, k+spare+1)
		if err != nil {
			return err
		}
		for i, c := range some {
			f.take(c, near[i], k)
		}
	}
	return nil
}

// take pairs a claim with those near to it.
func (f *finder) take(c claims.Claim, near []claims.Claim, k int) {
	taken := 0
	for _, o := range near {
		if f.articles[o.Article] || !Comparable(&c, &o) || f.known(c, o) {
			continue
		}
		if taken == k {
			f.coverage.NotCompared++
			return
		}
		taken++
		f.add(c, o)
	}
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

// Comparable says whether two claims are compared at all: both of a cue class
// that is compared, and not of one passage.
func Comparable(a, b *claims.Claim) bool {
	if !a.CueClass.Compared() || !b.CueClass.Compared() || refOf(*a) == refOf(*b) {
		return false
	}
	return a.Article != b.Article || !onePassage(a, b)
}

// onePassage says whether two claims of one article have words in common, as
// where one holds the other, or are said by one speaker in one breath.
func onePassage(a, b *claims.Claim) bool {
	x, y := extent(a), extent(b)
	if x.Len() == 0 || y.Len() == 0 {
		return false
	}
	if x.Overlaps(y) {
		return shareWords(a, b)
	}
	gap := max(x.Start-y.End, y.Start-x.End)
	return gap < sameBreath && strings.EqualFold(a.Speaker.Name, b.Speaker.Name)
}

// extent is the stretch of the article that the words of a claim cover.
func extent(c *claims.Claim) claims.Span {
	var hull claims.Span
	for i := range c.Terms {
		if !own(&c.Terms[i]) {
			continue
		}
		at := c.Terms[i].At
		if hull.Len() == 0 {
			hull = at
		}
		hull.Start, hull.End = min(hull.Start, at.Start), max(hull.End, at.End)
	}
	return hull
}

// own says whether a term stands in the content itself.
func own(t *claims.Term) bool {
	return !t.Context && t.Kind != claims.NegationTerm && t.At.Len() > 0
}

// shareWords says whether a word of the article belongs to both contents. Terms
// come in the order of the text.
func shareWords(a, b *claims.Claim) bool {
	for i, j := 0, 0; i < len(a.Terms) && j < len(b.Terms); {
		x, y := &a.Terms[i], &b.Terms[j]
		switch {
		case own(x) && own(y) && x.At.Overlaps(y.At):
			return true
		case !own(x) || own(y) && x.At.Start < y.At.Start:
			i++
		default:
			j++
		}
	}
	return false
}
