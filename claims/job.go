package claims

import (
	"encoding/json"
	"time"
)

// JobID names a job.
type JobID string

// Job is work done once, retried, with progress: reading one article into the
// archive.
type Job struct {
	ID        JobID
	Kind      JobKind
	State     JobState
	Article   ArticleID   // empty until a link has been read
	Link      string      // for collecting: the address
	Head      ArticleHead // for collecting: what was given with the link
	By        UserID      // who asked for it
	Attempt   int         // 1 for the first try
	Stage     string      // what is being done, for people: "comparing"
	Done      int         // of Total, within the stage
	Total     int
	Problem   *Problem // why it failed, or why the last try failed
	RunAt     time.Time
	CreatedAt time.Time
	UpdatedAt time.Time
}

// JobKind says what a job does.
type JobKind string

// The kinds of job.
const (
	CollectJob JobKind = "collect" // fetch a link, then analyse
	AnalyseJob JobKind = "analyse" // find statements, compare, group
	DeepenJob  JobKind = "deepen"  // compare in depth what an analysis left
)

// JobState says how far a job is.
type JobState string

// The states of a job.
const (
	JobQueued  JobState = "queued"
	JobRunning JobState = "running"
	JobDone    JobState = "done"
	JobFailed  JobState = "failed"
)

// Problem is why something failed, in a form that is stored and shown.
type Problem struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
	Ref    string `json:"ref,omitempty"`
}

// ProblemOf turns an error into a problem; the text of an unforeseen error is
// not shown.
func ProblemOf(err error) *Problem {
	if e, ok := asError(err); ok && e.Kind != Internal {
		return &Problem{Code: e.Code, Detail: e.Error(), Ref: e.Ref}
	}
	return &Problem{Code: "internal", Detail: "Something went wrong inside the program. The log has the details."}
}

// Analysis is all that one run of the engine found in one article, to be
// stored in one transaction. Statement ids are final: a statement that was
// there before keeps its id.
type Analysis struct {
	Run        Run
	Article    ArticleID
	Statements []Statement
	Claims     []Claim
	Conflicts  []Conflict // those with a side in this article; ID, State and the like are the store's to set
	Disputes   []Dispute  // every dispute that these conflicts belong to, old conflicts included; ids are the store's to set
	Members    [][]Pair   // beside Disputes: the pairs of statements whose conflicts each dispute holds, strongest first
	Copies     []Pair     // statements of two articles, one of them this, that are one passage
	Coverage   Coverage
}

// Pair names the two statements of a conflict.
type Pair struct{ A, B StatementID }

// Act is who does something, when and why. Key and Digest are set when the
// client asks that a repeated request has one effect: the same key with the
// same digest gives the first result again.
type Act struct {
	Actor  UserID
	At     time.Time
	Reason string
	Key    string
	Digest string
}

// HistoryEntry is one row of the append-only record: a human act, or one
// job's machine results.
type HistoryEntry struct {
	Seq     int64
	At      time.Time
	Actor   UserID // empty for software
	Run     RunID  // for software
	Action  string // "review.create"
	Subject string // kind of thing: "conflict"
	ID      string // of the thing
	Reason  string
	Before  json.RawMessage
	After   json.RawMessage
}

// Query asks for one page of a list.
type Query struct {
	Limit  int    // 1 to 200; 0 means 50
	Cursor string // opaque, from the page before; empty for the first page
}

// Page is one page of a list; Next is empty on the last.
type Page[T any] struct {
	Items []T
	Next  string
}

// ConflictQuery asks for possible conflicts, strongest first. An empty field
// does not narrow.
type ConflictQuery struct {
	Query
	State    ConflictState
	Kind     Label // the engine's kind
	Strength Strength
	Article  ArticleID
	Dispute  DisputeID
	Speaker  string // part of a speaker's name, any case
	Text     string // part of either statement's words, any case
	NotBy    UserID // only those this user has not reviewed
	By       UserID // only those this user has reviewed
	Origin   Origin
}

// StatementQuery asks for statements, by article and start. Speaker is a part
// of the name, SpeakerID a speaker across articles.
type StatementQuery struct {
	Query
	Article   ArticleID
	Speaker   string
	SpeakerID SpeakerID
	Text      string
}

// SpeakerQuery asks for speakers, by name. Text is a part of the name.
type SpeakerQuery struct {
	Query
	Text string
	Kind SpeakerKind
}

// AnnotationQuery asks for annotations, oldest first. Article also gives
// those on its statements.
type AnnotationQuery struct {
	Query
	Article   ArticleID
	Statement StatementID
	Conflict  ConflictID
	Dispute   DisputeID
}
