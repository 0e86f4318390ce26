package review

import "github.com/counterclaim/counterclaim/claims"

// View is what one reviewer may see of the reviews of a possible conflict.
type View struct {
	Count int             // how many there are, the reader's own included
	Mine  *claims.Review  // the reader's own; nil while there is none
	All   []claims.Review // every review in the order given; nil while Blind
	Blind bool            // the reader has not judged yet, and there is something to hide
}

// Visible keeps a reviewer from following the others: until there is a review
// of his own he sees only how many there are, afterwards all of them.
func Visible(reviews []claims.Review, me claims.UserID) View {
	v := View{Count: len(reviews)}
	for i := range reviews {
		if reviews[i].Reviewer == me {
			own := reviews[i]
			v.Mine = &own
		}
	}
	switch {
	case v.Mine != nil:
		v.All = reviews
	case len(reviews) > 0:
		v.Blind = true
	}
	return v
}
