package review

import "github.com/counterclaim/counterclaim/claims"

// pairWork is two people and the items that both reviewed.
type pairWork struct {
	first, second int // places among the reviewers, first before second
	items         []item
}

// groupsOfPairs makes a group for each two reviewers. It walks the items once
// and not once for each pair.
func groupsOfPairs(items []item, people []ReviewerWork, b Bootstrap) []Group {
	work, place := pairsOf(people)
	b = b.forGroups(len(work))
	answered := make([][asked]int, len(people)) // items a person answered, for each question
	for _, it := range items {
		it.handTo(work, place)
		for _, r := range it.counted() {
			for i, q := range questions() {
				if q.place(r) >= 0 {
					answered[place[r.Reviewer]][i]++
				}
			}
		}
	}
	out := make([]Group, len(work))
	for n, w := range work {
		g := Group{First: people[w.first].ID, Second: people[w.second].ID, Counts: countsOf(w.items)}
		g.Counts.Reviewers = 2
		for i, q := range questions() {
			s := w.sample(q, people)
			s.found = answered[w.first][i] + answered[w.second][i] - s.found // those of either
			*g.agreement(i) = s.agree(q.scale, b)
			g.agreement(i).Confusion.nameRaters(string(g.First), string(g.Second))
		}
		out[n] = g
	}
	return out
}

// pairsOf lists each two people once, and the place of each person.
func pairsOf(people []ReviewerWork) ([]pairWork, map[claims.UserID]int) {
	work := make([]pairWork, 0, len(people)*len(people)/2)
	place := make(map[claims.UserID]int, len(people))
	for i, p := range people {
		place[p.ID] = i
		for j := i + 1; j < len(people); j++ {
			work = append(work, pairWork{first: i, second: j})
		}
	}
	return work, place
}

// handTo gives the item to each two people who reviewed it. That somebody else
// found it badly extracted stays with it: the words are wrong for all.
func (it item) handTo(work []pairWork, place map[claims.UserID]int) {
	for i, a := range it.reviews {
		for _, b := range it.reviews[i+1:] {
			if place[a.Reviewer] > place[b.Reviewer] {
				a, b = b, a
			}
			p, q, n := place[a.Reviewer], place[b.Reviewer], len(place)
			at := p*(2*n-p-1)/2 + q - p - 1 // the order of pairsOf
			work[at].items = append(work[at].items, item{id: it.id, bad: it.bad, reviews: []claims.Review{a, b}})
		}
	}
}

// sample takes the items to which both gave an answer that counts.
func (w pairWork) sample(q question, people []ReviewerWork) sample {
	both := [][]vote{}
	for _, it := range w.items {
		votes := []vote{}
		for _, r := range it.counted() {
			rater := 0
			if r.Reviewer == people[w.second].ID {
				rater = 1
			}
			if label := q.place(r); label >= 0 {
				votes = append(votes, vote{rater, label})
			}
		}
		if len(votes) == 2 {
			both = append(both, votes)
		}
	}
	return newSample(len(q.scale.Labels), q.scale.Ordered, 2, both)
}
