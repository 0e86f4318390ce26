// Package review says what several people's reviews of one possible conflict
// come down to, which of them a reviewer may see, and how far reviewers agree.
// In go reviews; out come a state, a settled judgement, the reviews somebody
// may read, or figures of agreement with what they rest on. Everything here is
// a pure function.
package review

import (
	"cmp"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// Settle gives the state of a possible conflict and, where it is judged, the
// judgement that stands. The order of the reviews does not matter.
//
//   - No review: open.
//   - Any bad_extraction: judged bad_extraction, whatever the others say. The
//     words shown may not be what the article says, so a judgement of them
//     waits until the extraction is put right; holding one back is a smaller
//     mistake than publishing one that rests on wrong words.
//   - Reviews of one class: judged. Several labels of the class are shown but
//     not adjudicated; the most frequent one stands, among equals the one that
//     was given first.
//   - Only cannot_tell: judged cannot_tell, so that it leaves the list of what
//     is still to be looked at, without being counted.
//   - Reviews of different classes, cannot_tell against a judgement included:
//     differing, without a judgement.
//
// A review whose judgement is no label counts as absent.
func Settle(reviews []claims.Review) (claims.ConflictState, claims.Label) {
	known := oldestFirst(reviews)
	if len(known) == 0 {
		return claims.Open, ""
	}
	class := known[0].Judgement.Class()
	differ := false
	for _, r := range known {
		if r.Judgement == claims.BadExtraction {
			return claims.Judged, claims.BadExtraction
		}
		differ = differ || r.Judgement.Class() != class
	}
	if differ {
		return claims.Differing, ""
	}
	return claims.Judged, mostFrequent(known)
}

// oldestFirst leaves out what is no judgement and sorts a copy, as the answer
// must not hang on the order in which a database gives rows.
func oldestFirst(reviews []claims.Review) []claims.Review {
	known := make([]claims.Review, 0, len(reviews))
	for _, r := range reviews {
		if r.Judgement.Class() != "" {
			known = append(known, r)
		}
	}
	slices.SortStableFunc(known, func(a, b claims.Review) int {
		if c := a.CreatedAt.Compare(b.CreatedAt); c != 0 {
			return c
		}
		return cmp.Compare(a.Reviewer, b.Reviewer)
	})
	return known
}

// mostFrequent gives the label that most of the reviews bear; among equals
// the one that comes first.
func mostFrequent(reviews []claims.Review) claims.Label {
	count := make(map[claims.Label]int)
	for _, r := range reviews {
		count[r.Judgement]++
	}
	best := reviews[0].Judgement
	for _, r := range reviews {
		if count[r.Judgement] > count[best] {
			best = r.Judgement
		}
	}
	return best
}
