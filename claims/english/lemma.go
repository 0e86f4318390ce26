package english

import "github.com/counterclaim/counterclaim/claims/english/lexicon"

// Lemma gives the dictionary form that a word in small letters has, or would
// have, with this tag: "claims" is "claim" as a verb and as a noun.
func Lemma(low string, tag Tag) string {
	switch {
	case low == "n't":
		return "not"
	case len(low) > longWord:
		return low
	}
	switch tag {
	case Aux, Verb:
		return lexicon.VerbOf(low, 0)
	case Noun:
		return lexicon.NounOf(low, false)
	case Adj, Adv:
		return lexicon.AdjectiveOf(low)
	}
	return low
}

// lemmaOf gives the dictionary form of a token, which its fine tag tells more
// exactly. Where the coarse tag was settled another way, it counts.
func lemmaOf(t *Token) string {
	switch {
	case len(t.Lower) > longWord:
		return t.Lower
	case t.Tag == Verb && t.Fine[0] != 'V', t.Tag == Aux && t.Fine[0] != 'V' && t.Fine != "MD":
		return Lemma(t.Lower, t.Tag)
	case t.Tag == NameTag:
		return t.Lower
	}
	return lexicon.Lemma(t.Lower, t.Fine)
}
