package claims

// Claim is what a statement puts forward, as a proposition that can be
// compared, with the keys by which others like it are found. It holds all
// that a comparison needs: nothing is looked up later.
type Claim struct {
	Article    ArticleID
	Statement  StatementID
	Speaker    Speaker
	Publisher  string
	CueClass   CueClass
	Commitment Commitment
	SaidAt     string // as in [Statement]; falls back to the article's date
	About      string
	Text       string // the words of the content
	Terms      []Term // the words that carry meaning, in the order of the text
	Keys       []Key  // sorted by Text, without repeats
}

// Term is one word of a claim, or one name or quantity, as a comparison sees
// it.
type Term struct {
	Text    string   // as written
	Lemma   string   // folded: "airstrikes" gives "airstrike"
	Kind    TermKind //
	At      Span     // where it stands in the text the claim was made from
	Negated bool     // within the scope of a negation
	Number  float64  // for a quantity: its value
	Upper   float64  // for a range such as "20 to 30": its upper end, else 0
	Unit    string   // for a quantity: what is counted or measured, folded
	Bound   string   // for a quantity: "", "least", "most" or "about"
	Context bool     // taken from around the content: it helps to find, and clashes with nothing
	Role    string   // what it is to the word it hangs on: "doer", "undergoer", "receiver", "is", "of", or the preposition before it; "a " stands before where any one may be meant; empty where it is not known
	Head    int      // where the word it hangs on begins, in the text that At points into; only with a Role
	Clause  int      // which clause of the content it stands in, counted from 1; 0 where it stands in none
}

// TermKind says what a term is.
type TermKind string

// The kinds of term.
const (
	NameTerm     TermKind = "name"
	PlaceTerm    TermKind = "place" // the name of a place
	NounTerm     TermKind = "noun"
	VerbTerm     TermKind = "verb"
	AdjTerm      TermKind = "adjective"
	QuantityTerm TermKind = "quantity"
	DateTerm     TermKind = "date"
	NegationTerm TermKind = "negation"
	HedgeTerm    TermKind = "hedge"
	OtherTerm    TermKind = "other"
)

// Key is one handle by which claims that may clash are found. Weight is how
// much it tells about the claim, an integer so that every index ranks alike. The
// nearest to a claim are those with the greatest sum, over the keys they share,
// of both weights times how rare the key is.
type Key struct {
	Text   string
	Weight int
}

// Comparison is what comparing two claims says.
type Comparison struct {
	Relation      Relation
	Kind          Label
	Score         float64 // the probability of conflict, 0 to 1
	Probabilities Probabilities
	Reasons       []Reason
}

// Relation is the coarse answer of a comparison.
type Relation string

// The relations between two claims.
const (
	RelationConflict Relation = "conflict"
	RelationAgree    Relation = "agree"
	RelationNeutral  Relation = "neutral"
)

// Probabilities sum to 1.
type Probabilities struct {
	Conflict float64 `json:"conflict"`
	Agree    float64 `json:"agree"`
	Neutral  float64 `json:"neutral"`
}

// Reason is why two claims are, or are not, in conflict: a value, not a
// sentence, so that store, page and report render the same one.
type Reason struct {
	Kind   ReasonKind
	For    bool     // for a conflict, or against one
	A, B   []Span   // the words it rests on, in the texts of the two sides
	Values []string // what was compared, where there is anything to show: "4", "at least 6"
}

// ReasonKind names a reason.
type ReasonKind string

// The reasons for a conflict.
const (
	ReasonNegation ReasonKind = "negation"
	ReasonAntonym  ReasonKind = "antonym"
	ReasonEffect   ReasonKind = "effect"
	ReasonDenial   ReasonKind = "denial"
	ReasonNotAware ReasonKind = "not_aware"
	ReasonNumber   ReasonKind = "number"
	ReasonDate     ReasonKind = "date"
	ReasonAgent    ReasonKind = "agent"
	ReasonModality ReasonKind = "modality"
	ReasonCause    ReasonKind = "cause"
	ReasonMeaning  ReasonKind = "meaning"
)

// The reasons against a conflict. Place counts on either side.
const (
	ReasonPlace      ReasonKind = "place"
	ReasonTime       ReasonKind = "time"
	ReasonScope      ReasonKind = "scope"
	ReasonEvent      ReasonKind = "event"
	ReasonHedge      ReasonKind = "hedge"
	ReasonUpdate     ReasonKind = "update"
	ReasonParaphrase ReasonKind = "paraphrase"
	ReasonOpinion    ReasonKind = "opinion"
)
