package review

import (
	"cmp"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
)

// question is one thing that reviews answer, on a scale.
type question struct {
	scale  Scale
	answer func(claims.Review) string // empty: none that counts
}

// asked is how many questions there are.
const asked = 3

// questions are the class, the label and the sureness, in this order.
func questions() [asked]question {
	labels := []string{}
	for _, l := range claims.Labels() {
		if l.Class() != claims.ClassUncounted {
			labels = append(labels, string(l))
		}
	}
	return [asked]question{
		{Scale{Labels: []string{string(claims.ClassConflict), string(claims.ClassNoConflict)}},
			func(r claims.Review) string { return string(r.Judgement.Class()) }},
		{Scale{Labels: labels}, func(r claims.Review) string { return string(r.Judgement) }},
		{Scale{Labels: []string{string(claims.Low), string(claims.Medium), string(claims.High)}, Ordered: true},
			func(r claims.Review) string { return string(r.Sureness) }},
	}
}

// place gives the place of the answer on the scale; -1 for one that is not.
func (q question) place(r claims.Review) int { return slices.Index(q.scale.Labels, q.answer(r)) }

// ratings are the answers on the scale.
func (q question) ratings(items []item) (Ratings, error) {
	given := []Rating{}
	for _, it := range items {
		for _, r := range it.counted() {
			if at := q.place(r); at >= 0 {
				given = append(given, Rating{Item: string(it.id), Rater: string(r.Reviewer), Label: q.scale.Labels[at]})
			}
		}
	}
	return NewRatings(q.scale, given)
}

// item is a conflict with the reviews of it.
type item struct {
	id      claims.ConflictID
	bad     bool // a review says that the words are not what the article says
	reviews []claims.Review
}

// counted gives the reviews that agreement is computed from.
func (it item) counted() []claims.Review {
	out := make([]claims.Review, 0, len(it.reviews))
	for _, r := range it.reviews {
		if !it.bad && r.Judgement.Class() != claims.ClassUncounted {
			out = append(out, r)
		}
	}
	return out
}

func groupOf(items []item, b Bootstrap) (Group, error) {
	g := Group{Counts: countsOf(items)}
	for i, q := range questions() {
		ratings, err := q.ratings(items)
		if err != nil {
			return Group{}, err
		}
		*g.agreement(i) = Agree(ratings, b)
	}
	return g, nil
}

func (g *Group) agreement(question int) *Agreement {
	return [asked]*Agreement{&g.Class, &g.Label, &g.Sureness}[question]
}

func countsOf(items []item) Counts {
	people := make(map[claims.UserID]bool)
	var c Counts
	for _, it := range items {
		c.add(it)
		for _, r := range it.reviews {
			people[r.Reviewer] = true
		}
	}
	c.Reviewers = len(people)
	return c
}

func (c *Counts) add(it item) {
	c.Items++
	c.Reviews += len(it.reviews)
	if it.bad {
		c.BadExtraction++
	}
	if len(it.counted()) > 1 {
		c.Double++
	}
	for _, r := range it.reviews {
		if r.Judgement == claims.CannotTell {
			c.CannotTell++
		}
	}
}

// reviewersOf counts what each person reviewed. An item is badly extracted
// here where that person says so.
func reviewersOf(items []item) []ReviewerWork {
	at := make(map[claims.UserID]int)
	out := []ReviewerWork{}
	for _, it := range items {
		for _, r := range it.reviews {
			i, known := at[r.Reviewer]
			if !known {
				i = len(out)
				at[r.Reviewer] = i
				out = append(out, ReviewerWork{ID: r.Reviewer, Counts: Counts{Reviewers: 1}})
			}
			out[i].Name = max(out[i].Name, r.Name)
			out[i].Counts.add(item{id: it.id, bad: r.Judgement == claims.BadExtraction, reviews: []claims.Review{r}})
			if len(it.counted()) > 1 && r.Judgement.Class() != claims.ClassUncounted {
				out[i].Counts.Double++
			}
		}
	}
	slices.SortFunc(out, func(a, b ReviewerWork) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
