package claims

// StatementID names a statement. In the archive it is opaque and never
// reused; on the command line s1, s2, … by start.
type StatementID string

// StatementType says in which voice a statement is worded.
type StatementType string

// The types of statement.
const (
	Direct    StatementType = "direct"    // within quotation marks
	Indirect  StatementType = "indirect"  // in the article's own words
	Mixed     StatementType = "mixed"     // partly within quotation marks
	Narration StatementType = "narration" // the article's own voice
)

// Statement is an attribution found in an article: source, cue and content,
// each a list of fragments in the order of the text.
type Statement struct {
	ID              StatementID
	Article         ArticleID
	Type            StatementType
	Source          []Span // the words that name who speaks; empty when the text names nobody here
	Cue             []Span // the words that report
	Content         []Span // the words reported, without the outer quotation marks; never empty
	Text            string // the words of Content, joined
	Speaker         Speaker
	CueClass        CueClass
	Commitment      Commitment
	CommitmentWords []Span   // what shows the commitment; may be empty
	SaidAt          string   // when it was said: an ISO 8601 date, month, year or interval; or empty
	About           string   // the time spoken about, likewise
	Chain           []string // second-hand reports: who told whom, outermost first; usually empty
	Version         int64
}

// CueClass lets a reader keep speech apart from belief and plan.
type CueClass string

// The cue classes.
const (
	CueSay     CueClass = "say"
	CueDeny    CueClass = "deny"
	CueAsk     CueClass = "ask"
	CueBelieve CueClass = "believe"
	CueExpect  CueClass = "expect"
	CuePlan    CueClass = "plan"
	CueOrder   CueClass = "order"
	CueFeel    CueClass = "feel"
	CueOther   CueClass = "other"
)

// Shown says whether `relate` prints statements of this class: say, deny and
// ask. Only say and deny are compared; see [CueClass.Compared].
func (c CueClass) Shown() bool { return c == CueSay || c == CueDeny || c == CueAsk }

// Compared says whether statements of this class are compared with others.
func (c CueClass) Compared() bool { return c == CueSay || c == CueDeny }

// Commitment is how far the speaker stands behind the content.
type Commitment string

// The commitments.
const (
	Asserts  Commitment = "asserts"
	Denies   Commitment = "denies"
	Doubts   Commitment = "doubts"
	Suggests Commitment = "suggests"
	Expects  Commitment = "expects"
	NotAware Commitment = "not_aware"
	Asks     Commitment = "asks"
	Wants    Commitment = "wants"
)
