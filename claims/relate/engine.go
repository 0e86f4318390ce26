package relate

import (
	"cmp"
	"context"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english/linear"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// Judge reads two texts against each other; [judge.Model] is one.
type Judge interface {
	Judge(ctx context.Context, pairs []judge.Pair) ([]judge.Judgement, error)
	Occlusion(ctx context.Context, pair judge.Pair) ([]judge.Word, error)
}

// Engine compares claims: by their words alone, and in depth where it has a
// judge. It may be used by several goroutines.
type Engine struct {
	Judge Judge // nil for none
}

// Models gives the SHA-256 of each model that conflicts rest on, by name.
func (e Engine) Models() map[string]string {
	all := map[string]string{"wording": linear.Digest(wordingModel), "vectors": judge.StaticDigest()}
	if e.Judge != nil {
		all["judge"] = judge.Digest()
	}
	return all
}

// How many pairs of an article the judge reads, at some 0.1 s of a core each.
const (
	AtOnce  = 20  // while somebody waits for the article
	InDepth = 200 // in the background
)

// Compare says what two claims are to each other, by their words alone. It sees
// only its two values; with the sides swapped it says the same with the sides of
// its reasons swapped.
func Compare(a, b claims.Claim) claims.Comparison {
	l := words()
	return look(l, newSide(l, &a), newSide(l, &b), false).decide()
}

// Compare says what two claims are to each other, as [Compare] does, and asks
// the judge too, if there is one. It fails where the judge does, or the context
// ends.
func (e Engine) Compare(ctx context.Context, a, b claims.Claim) (claims.Comparison, error) {
	said, err := e.CompareAll(ctx, [][2]claims.Claim{{a, b}})
	if err != nil {
		return claims.Comparison{}, err
	}
	return said[0], nil
}

// CompareAll does as [Engine.Compare] for each of some pairs, which the judge
// reads together.
func (e Engine) CompareAll(ctx context.Context, pairs [][2]claims.Claim) ([]claims.Comparison, error) {
	l := words()
	views := make([]*view, len(pairs))
	for i := range pairs {
		views[i] = look(l, newSide(l, &pairs[i][0]), newSide(l, &pairs[i][1]), false)
	}
	if e.Judge != nil {
		if err := e.read(ctx, views); err != nil {
			return nil, err
		}
	}
	said := make([]claims.Comparison, len(pairs))
	for i, v := range views {
		said[i] = v.decide()
	}
	return said, nil
}

// Found is what comparing pairs gives.
type Found struct {
	Conflicts []claims.Conflict // in the order of the pairs
	Waiting   int               // pairs that are worth being read by the judge, and were not
}

// Conflicts compares the pairs and gives those that are possible conflicts, at
// or above [Threshold] or [Alone]. The judge reads those most worth it, most at most, and
// sees conflicts that no clash of words shows; the rest are compared by their
// words alone, and those of them that it is to read another time are marked as
// shallow. A is the side said or published first, else the one with the smaller
// id. ID, State and the like are left empty: they are the store's to set.
// Claims with the same reference are one claim.
func (e Engine) Conflicts(ctx context.Context, pairs [][2]claims.Claim, most int) (Found, error) {
	all, err := e.survey(ctx, pairs)
	if err != nil {
		return Found{}, err
	}
	worth := mostWorth(all)
	now := worth[:min(max(0, most), len(worth))]
	if err := e.read(ctx, now); err != nil {
		return Found{}, err
	}
	for _, v := range worth[len(now):] {
		v.waiting = true
	}
	found := Found{Waiting: len(worth) - len(now)}
	for i := range all {
		if c, ok := all[i].conflict(); ok {
			found.Conflicts = append(found.Conflicts, c)
		}
	}
	return found, nil
}

// candidate is a pair that may be a conflict.
type candidate struct {
	a, b claims.Ref
	*view
	worth float64 // how likely a conflict is, before the judge has read it; 0 where it is not to
}

// survey compares pairs by their words and gives those that are conflicts by
// them, or worth being read by the judge.
func (e Engine) survey(ctx context.Context, pairs [][2]claims.Claim) ([]candidate, error) {
	var out []candidate
	l, depth := words(), weightsOf(ForDepth)
	ready := workbench{lexicon: l, known: lores{}}
	for i := range pairs {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		a, b := order(&pairs[i][0], &pairs[i][1])
		c := candidate{a: refOf(*a), b: refOf(*b), view: look(l, ready.side(a), ready.side(b), true)}
		if e.Judge != nil {
			c.worth = chances(measure(c.view), depth).Conflict
		}
		if c.worth < LeastWorth {
			c.worth = 0
		}
		if c.worth > 0 || c.firm && c.probabilities().Conflict >= Threshold {
			out = append(out, c)
		}
	}
	return out, nil
}

func (c *candidate) conflict() (claims.Conflict, bool) {
	if !c.shown() {
		return claims.Conflict{}, false
	}
	said := c.decide()
	return claims.Conflict{
		A: c.a, B: c.b, Origin: claims.BySoftware, Kind: said.Kind, Score: said.Score, Reasons: said.Reasons, Shallow: c.waiting,
	}, said.Relation == claims.RelationConflict
}

// LeastWorth is how likely a conflict must be, before the judge was asked, for
// a pair to be worth its time.
const LeastWorth = 0.01

// mostWorth gives the pairs worth being read, the likeliest conflict first.
func mostWorth(all []candidate) []*view {
	worth := slices.Clone(all)
	worth = slices.DeleteFunc(worth, func(c candidate) bool { return c.worth == 0 })
	slices.SortStableFunc(worth, func(x, y candidate) int { return cmp.Compare(y.worth, x.worth) })
	views := make([]*view, len(worth))
	for i := range worth {
		views[i] = worth[i].view
	}
	return views
}
