package claims

// SpeakerID names a speaker of the archive. It is opaque and never reused.
type SpeakerID string

// Speaker is whom a source refers to.
type Speaker struct {
	// ID is the archive's: statements of several articles carry the same one
	// where they are surely one speaker's. Empty outside the archive, and for
	// speakers whom their name does not tell from others.
	ID      SpeakerID
	Name    string      // the fullest name the article gives, or the words of the source
	Aliases []string    // other names the article uses
	Kind    SpeakerKind //
	Role    string      // as the article words it: "foreign minister"
}

// SpeakerKind says what sort of speaker it is.
type SpeakerKind string

// The kinds of speaker.
const (
	Person         SpeakerKind = "person"
	Organisation   SpeakerKind = "organisation"
	Group          SpeakerKind = "group"
	DocumentSource SpeakerKind = "document"
	UnknownSpeaker SpeakerKind = "unknown"
)

// SpeakerEntry is a speaker as the archive knows him across articles.
type SpeakerEntry struct {
	ID         SpeakerID
	Name       string
	Kind       SpeakerKind
	Roles      []string // as the articles word them, each once, the first met first
	Aliases    []string // likewise
	Statements int      // how many statements are his
	Articles   int      // in how many articles
}

// SpeakerSuggestion is an entry that may be the same speaker as another one.
// Nobody has linked the two, and the program does not.
type SpeakerSuggestion struct {
	Entry   SpeakerEntry
	Grounds SpeakerGrounds
}

// SpeakerGrounds says why two speakers may be one.
type SpeakerGrounds string

// The grounds.
const (
	SameName      SpeakerGrounds = "same_name"    // one name, which is not enough: a surname alone, or roles that do not go together
	PartOfName    SpeakerGrounds = "part_of_name" // "Kerry" and "John Kerry", "John F. Kerry" and "John Kerry"
	KnownAsAlias  SpeakerGrounds = "alias"        // an article calls one by the other's name
	Initials      SpeakerGrounds = "initials"     // "UN" and "United Nations"
	OtherSpelling SpeakerGrounds = "spelling"     // "al-Moualem" and "al-Muallem"
)
