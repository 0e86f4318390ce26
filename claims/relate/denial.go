package relate

import "github.com/counterclaim/counterclaim/claims"

// denial finds what one side says and the other denies, disputes, calls false
// or doubts: "denied that …", "the claim is a lie".
func denial(p *pair) []found {
	return p.turned(claims.ReasonDenial, cueDeny, cueDispute, cueFalse, cueDoubt)
}
