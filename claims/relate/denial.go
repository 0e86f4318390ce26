package relate

import "github.com/counterclaim/counterclaim/claims"

// denial finds what one side says and the other denies, disputes, calls false
// or doubts: "denied that …", "the claim is a lie".
func denial(p *pair) []found {
	cues := []cue{cueDeny, cueDispute, cueFalse, cueDoubt}
	firm := p.turned(claims.ReasonDenial, cues...)
	if len(firm) > 0 && !firm[0].loose {
		return firm
	}
	// "rejected the claim of stuffed boxes as baseless": what is denied stands
	// around the words.
	if a, b := p.a.active(cues), p.b.active(cues); a != nil && b == nil {
		if out := p.around(claims.ReasonDenial, a, true); out != nil {
			return out
		}
	} else if b != nil && a == nil {
		if out := p.around(claims.ReasonDenial, b, false); out != nil {
			return out
		}
	}
	return firm
}
