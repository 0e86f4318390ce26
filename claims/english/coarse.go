package english

var negations = set(`not n't never no nor none nobody nothing neither nowhere without cannot`)

// determiners are determiners whatever the tagger makes of them.
var determiners = set(`the a an my your his its our their whose what which some any every each all both either neither another such many several few much enough`)

var formsOfBe = set(`be am is are was were been being 'm 're 's`)

// coarseTag gives the coarse tag of a token from its fine one and from its
// part of speech in Universal Dependencies.
func coarseTag(t *Token, before Token, universal string) Tag {
	switch {
	case isDigit(t.Text[0]):
		return Number
	case t.Text[0] == '@' || t.Text[0] == '#' && len(t.Text) > 1:
		return NameTag
	case determiners[t.Lower] && universal != "PROPN":
		return Det
	case t.Fine == "NNP", t.Fine == "NNPS":
		return NameTag
	}
	switch universal {
	case "NOUN", "X":
		return Noun
	case "PROPN":
		return NameTag
	case "VERB":
		return verbTag(t, before)
	case "AUX":
		return Aux
	case "ADJ":
		return Adj
	case "ADV", "INTJ":
		return Adv
	case "PRON":
		return pronounTag(t)
	case "DET":
		return Det
	case "ADP":
		return Prep
	case "SCONJ", "CCONJ":
		if t.Fine == "WRB" {
			return Adv
		}
		return Conj
	case "NUM":
		return Number
	case "PART":
		return Part
	}
	return Punct
}

// verbTag tells verbs from what is only the form of one: "the wounded man",
// "according to". After a noun a participle is taken for the verb.
func verbTag(t *Token, before Token) Tag {
	switch {
	case formsOfBe[t.Lower]:
		return Aux
	case t.Relation == "case" || t.Relation == "fixed":
		return Prep
	case t.Relation != "amod" || t.Fine != "VBN" && t.Fine != "VBG":
		return Verb
	}
	switch before.Tag {
	case Det, Adj, Adv, Number, Prep, Conj, Part:
		return Adj
	}
	return Verb
}

func pronounTag(t *Token) Tag {
	switch t.Fine {
	case "PRP$", "WP$":
		return Det
	case "EX":
		return Adv
	case "WDT":
		return Conj
	}
	return Pron
}
