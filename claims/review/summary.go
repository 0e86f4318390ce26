package review

import (
	"cmp"
	"maps"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// Reviewed is a possible conflict with the reviews that are to be compared.
// Which those are is the caller's choice: a review that was made after seeing
// another's is not independent, and belongs in no agreement.
type Reviewed struct {
	Conflict claims.ConflictID
	Dispute  claims.DisputeID // empty: in none
	Kind     claims.Label     // what the engine says; empty for one that a person joined
	Reviews  []claims.Review  // at most one by each person; what Conflict they name is not looked at
}

// MaxReviewers is the most people a summary compares: there is a group for
// each two of them.
const MaxReviewers = 100

// Summary is agreement between reviewers, seen in every way. Each group is
// computed from its own items and never as an average of other groups.
type Summary struct {
	Overall   Group          `json:"overall"`
	Disputes  []Group        `json:"disputes"`  // by id; without conflicts in no dispute
	Pairs     []Group        `json:"pairs"`     // each two reviewers, also without an item in common
	Kinds     []Group        `json:"kinds"`     // by what the engine said, in the order of claims.Labels
	Reviewers []ReviewerWork `json:"reviewers"` // by id
	Resamples int            `json:"resamples"`
	Seed      uint64         `json:"seed"`
}

// Group is the agreement on some of the conflicts, or between two people.
type Group struct {
	Dispute  claims.DisputeID `json:"dispute,omitempty"`
	Kind     claims.Label     `json:"kind,omitempty"`
	First    claims.UserID    `json:"first,omitempty"`
	Second   claims.UserID    `json:"second,omitempty"`
	Counts   Counts           `json:"counts"`
	Class    Agreement        `json:"class"`    // conflict or no conflict: what makes reviews differ
	Label    Agreement        `json:"label"`    // the label itself
	Sureness Agreement        `json:"sureness"` // ordered; of the reviews that chose one
}

// Counts is what a group's figures rest on and what they leave out.
type Counts struct {
	Items         int `json:"items"`         // with any review; of a pair, reviewed by both
	Reviews       int `json:"reviews"`       // of these items
	Reviewers     int `json:"reviewers"`     // who gave them; of a pair 2
	Double        int `json:"double"`        // items with two reviews or more that count
	CannotTell    int `json:"cannotTell"`    // reviews left out as cannot_tell
	BadExtraction int `json:"badExtraction"` // items left out, as a review says that the words are wrong
}

// ReviewerWork is what one reviewer did.
type ReviewerWork struct {
	ID     claims.UserID `json:"id"`
	Name   string        `json:"name"`
	Counts Counts        `json:"counts"`
}

// Summarize gives the agreement of the reviews. cannot_tell leaves out that
// review, bad_extraction by anybody the whole item, and both are counted; a
// word that is no label counts as absent. A conflict named twice, or two
// reviews of one by the same person, are errors of kind Invalid; more than
// MaxReviewers one of kind TooLarge. Of more than MaxGroups disputes, or pairs
// of reviewers, none has intervals: the reviews of one alone give its own.
func Summarize(reviewed []Reviewed, b Bootstrap) (Summary, error) {
	if err := b.Check(); err != nil {
		return Summary{}, err
	}
	items, err := knownItems(reviewed)
	if err != nil {
		return Summary{}, err
	}
	all := make([]item, len(items))
	disputes, kinds := make(map[claims.DisputeID][]item), make(map[claims.Label][]item)
	for i, it := range items {
		all[i] = it.item
		disputes[it.Dispute] = append(disputes[it.Dispute], it.item)
		kinds[it.Kind] = append(kinds[it.Kind], it.item)
	}
	s := Summary{Reviewers: reviewersOf(all), Resamples: b.Resamples, Seed: b.Seed}
	if len(s.Reviewers) > MaxReviewers {
		return Summary{}, claims.Errorf(claims.TooLarge, "too-many-reviewers", "%d reviewers", len(s.Reviewers)).WithHint("Narrow the selection to 100 or fewer")
	}
	if s.Overall, err = groupOf(all, b); err != nil {
		return Summary{}, err
	}
	if s.Disputes, err = groupsBy(disputes, b, cmp.Compare, func(g *Group, d claims.DisputeID) { g.Dispute = d }); err != nil {
		return Summary{}, err
	}
	if s.Kinds, err = groupsBy(kinds, b, compareLabels, func(g *Group, l claims.Label) { g.Kind = l }); err != nil {
		return Summary{}, err
	}
	s.Pairs = groupsOfPairs(all, s.Reviewers, b)
	return s, nil
}

// compareLabels keeps the order in which labels are offered; what is none of
// them comes first.
func compareLabels(a, b claims.Label) int {
	known := claims.Labels()
	return cmp.Or(cmp.Compare(slices.Index(known, a), slices.Index(known, b)), cmp.Compare(a, b))
}

// known is a conflict to be counted, with the groups it belongs to.
type known struct {
	Reviewed
	item
}

// knownItems leaves out what is no review, and conflicts without any.
func knownItems(reviewed []Reviewed) ([]known, error) {
	seen := make(map[claims.ConflictID]bool, len(reviewed))
	out := make([]known, 0, len(reviewed))
	for _, r := range reviewed {
		if r.Conflict == "" || seen[r.Conflict] {
			return nil, claims.Errorf(claims.Invalid, "conflict-twice", "conflict %q is unnamed or there twice", r.Conflict).
				WithHint("Name each conflict once").WithRef(string(r.Conflict))
		}
		seen[r.Conflict] = true
		it := item{id: r.Conflict, reviews: oldestFirst(r.Reviews)}
		if err := it.check(); err != nil {
			return nil, err
		}
		it.bad = slices.ContainsFunc(it.reviews, func(r claims.Review) bool { return r.Judgement == claims.BadExtraction })
		if len(it.reviews) > 0 {
			out = append(out, known{r, it})
		}
	}
	return out, nil
}

// check says whether each review has a reviewer of its own.
func (it item) check() error {
	seen := make(map[claims.UserID]bool, len(it.reviews))
	for _, r := range it.reviews {
		if r.Reviewer == "" || seen[r.Reviewer] {
			return claims.Errorf(claims.Invalid, "reviewed-twice", "conflict %q has two reviews by %q, or one by nobody", it.id, r.Reviewer).
				WithHint("Keep one review for each person and conflict").WithRef(string(it.id))
		}
		seen[r.Reviewer] = true
	}
	return nil
}

// groupsBy makes a group for each key but the empty one.
func groupsBy[K ~string](parts map[K][]item, b Bootstrap, order func(a, b K) int, name func(*Group, K)) ([]Group, error) {
	keys := slices.SortedFunc(maps.Keys(parts), order)
	out := make([]Group, 0, len(keys))
	b = b.forGroups(len(keys))
	for _, k := range keys {
		if k == "" {
			continue
		}
		g, err := groupOf(parts[k], b)
		if err != nil {
			return nil, err
		}
		name(&g, k)
		out = append(out, g)
	}
	return out, nil
}
