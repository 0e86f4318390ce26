package english

// Tag is a coarse part of speech. It follows the fine tag of the token, but for
// what readers of news need: a word with a capital within a sentence is of a
// name, possessives are determiners, and forms of "be" always auxiliaries.
type Tag string

// The tags.
const (
	Noun    Tag = "noun"
	NameTag Tag = "name" // a word of a proper name
	Verb    Tag = "verb"
	Aux     Tag = "aux" // be, have, do and the modal verbs
	Adj     Tag = "adj"
	Adv     Tag = "adv"
	Pron    Tag = "pron"
	Det     Tag = "det" // articles, possessives, "this", "all"
	Prep    Tag = "prep"
	Conj    Tag = "conj" // "and", "because", "that" before a clause of any kind
	Number  Tag = "number"
	Punct   Tag = "punct"
	Part    Tag = "part" // "to" before a verb, "not", the possessive "'s"
)
