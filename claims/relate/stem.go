package relate

import "strings"

// suffixes are taken off to find words of one family, longest first.
var suffixes = []string{
	"ization", "isation", "ational", "fulness", "iveness", "ations", "ation", "ments", "ment", "ships", "ship", "ities", "ency", "ance", "ence",
	"ness", "ings", "ible", "able", "ions", "ing", "ers", "ors", "ent", "ant", "ion", "ity", "ive", "ise", "ize", "ate", "ies", "ied",
	"est", "al", "er", "or", "ed", "en", "es", "ly", "cy", "s", "y", "e",
}

// stem gives the part that the words of one family share, roughly: "insurgent"
// and "insurgency" both give "insurg". At least four letters stay.
func stem(lemma string) string {
	for _, s := range suffixes {
		if len(lemma)-len(s) >= 4 && strings.HasSuffix(lemma, s) {
			lemma = lemma[:len(lemma)-len(s)]
			break
		}
	}
	if n := len(lemma); n > 4 && lemma[n-1] == lemma[n-2] && lemma[n-1] != 's' && lemma[n-1] != 'l' {
		lemma = lemma[:n-1] // "stopped" after "ed"
	}
	return lemma
}

// prefixes that make a word its opposite.
var prefixes = []string{"un", "non-", "non", "dis", "in", "im", "ir", "il"}

// opposed says whether one word is the other with a denying prefix.
func opposed(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, p := range prefixes {
		if len(x) >= 4 && strings.HasPrefix(y, p) && y[len(p):] == x {
			return true
		}
	}
	return false
}
