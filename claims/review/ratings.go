package review

import (
	"cmp"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// Scale is the labels that could be given, and whether their order means
// something. How many there are matters to Gwet's coefficients, used or not.
type Scale struct {
	Labels  []string `json:"labels"`
	Ordered bool     `json:"ordered"` // from least to most, at equal steps
}

// MaxLabels is the most labels a scale may have: work grows with their square.
const MaxLabels = 64

// Rating is one label given by one rater to one item. That somebody gave none
// is no rating.
type Rating struct {
	Item, Rater, Label string
}

// Ratings is who gave which label to which item, checked and in an order that
// does not hang on the one they came in.
type Ratings struct {
	scale  Scale
	raters []string // sorted
	items  [][]vote // by item, then rater
	sample sample
}

// vote is one rating of an item: places among the raters and on the scale.
type vote struct{ rater, label int }

// NewRatings takes the ratings as they came. A label that is not on the scale,
// an empty name and a second label by one rater for one item are errors of
// kind Invalid.
func NewRatings(scale Scale, given []Rating) (Ratings, error) {
	place, err := scale.places()
	if err != nil {
		return Ratings{}, err
	}
	sorted := slices.Clone(given)
	slices.SortFunc(sorted, func(a, b Rating) int {
		return cmp.Or(cmp.Compare(a.Item, b.Item), cmp.Compare(a.Rater, b.Rater))
	})
	raters, rank := ratersOf(sorted)
	r := Ratings{scale: scale, raters: raters}
	for i, g := range sorted {
		label, known := place[g.Label]
		if err := checkRating(sorted, i, known); err != nil {
			return Ratings{}, err
		}
		if i == 0 || sorted[i-1].Item != g.Item {
			r.items = append(r.items, nil)
		}
		last := len(r.items) - 1
		r.items[last] = append(r.items[last], vote{rank[g.Rater], label})
	}
	r.sample = newSample(len(scale.Labels), scale.Ordered, len(raters), r.items)
	return r, nil
}

// Raters lists who rated anything, sorted.
func (r Ratings) Raters() []string { return slices.Clone(r.raters) }

// Pair keeps the ratings of two raters alone. Both count as raters, also where
// one of them rated nothing.
func (r Ratings) Pair(a, b string) Ratings {
	pair := Ratings{scale: r.scale, raters: []string{min(a, b), max(a, b)}}
	for _, votes := range r.items {
		kept := []vote{}
		for _, v := range votes {
			if at := slices.Index(pair.raters, r.raters[v.rater]); at >= 0 {
				kept = append(kept, vote{at, v.label})
			}
		}
		if len(kept) > 0 {
			pair.items = append(pair.items, kept)
		}
	}
	pair.sample = newSample(len(r.scale.Labels), r.scale.Ordered, 2, pair.items)
	return pair
}

func (s Scale) places() (map[string]int, error) {
	if len(s.Labels) == 0 || len(s.Labels) > MaxLabels {
		return nil, claims.Errorf(claims.Invalid, "scale-size", "a scale of %d labels", len(s.Labels)).WithHint("Give 1 to 64 labels")
	}
	place := make(map[string]int, len(s.Labels))
	for i, label := range s.Labels {
		if _, twice := place[label]; twice || label == "" {
			return nil, claims.Errorf(claims.Invalid, "scale-label", "label %q of the scale is empty or there twice", label).WithHint("Name each label once")
		}
		place[label] = i
	}
	return place, nil
}

func checkRating(sorted []Rating, i int, known bool) error {
	g := sorted[i]
	switch {
	case g.Item == "" || g.Rater == "":
		return claims.Errorf(claims.Invalid, "rating-unnamed", "a rating names no item or no rater").WithHint("Name both")
	case !known:
		return claims.Errorf(claims.Invalid, "rating-label", "label %q of item %q is not on the scale", g.Label, g.Item).WithHint("Leave out what is not to be counted").WithRef(g.Item)
	case i > 0 && sorted[i-1].Item == g.Item && sorted[i-1].Rater == g.Rater:
		return claims.Errorf(claims.Invalid, "rated-twice", "%q rated item %q twice", g.Rater, g.Item).WithHint("Keep one rating for each rater and item").WithRef(g.Item)
	}
	return nil
}

func ratersOf(ratings []Rating) ([]string, map[string]int) {
	rank := make(map[string]int)
	for _, g := range ratings {
		rank[g.Rater] = 0
	}
	names := make([]string, 0, len(rank))
	for name := range rank {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		rank[name] = i
	}
	return names, rank
}
