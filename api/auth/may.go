package auth

import "github.com/counterclaim/counterclaim/claims"

// Action is something that not everybody may do. What is not listed here may
// be done by everybody who is signed in.
type Action string

// The actions.
const (
	DeleteTokensOfOthers      Action = "delete tokens of others"
	ChangeAnnotationsOfOthers Action = "change annotations of others"
)

// may lists what each role may do.
var may = map[claims.Role]map[Action]bool{
	claims.Owner:    {DeleteTokensOfOthers: true, ChangeAnnotationsOfOthers: true},
	claims.Reviewer: {},
}

// May says whether the user may do it.
func May(u claims.User, a Action) bool { return may[u.Role][a] }
