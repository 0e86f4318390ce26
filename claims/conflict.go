package claims

import (
	"strings"
	"time"
)

// Label is what two statements are to each other: the engine's kind, the
// reviewer's judgement and the statistics use the same ones.
type Label string

// The labels. The first three are conflicts, the next four are not, the last
// two are not counted.
const (
	Contradicts             Label = "contradicts"
	DiffersInNumber         Label = "differs_in_number"
	DeniesKnowledge         Label = "denies_knowledge"
	DifferentTimePlaceScope Label = "different_time_place_scope"
	Updated                 Label = "updated"
	Agrees                  Label = "agrees"
	Unrelated               Label = "unrelated"
	CannotTell              Label = "cannot_tell"
	BadExtraction           Label = "bad_extraction"
)

// Labels lists all labels in the order in which they are offered.
func Labels() []Label {
	return []Label{Contradicts, DiffersInNumber, DeniesKnowledge, DifferentTimePlaceScope, Updated, Agrees, Unrelated, CannotTell, BadExtraction}
}

// Class is what a label comes down to. Two reviews differ when their classes
// differ.
type Class string

// The classes of label.
const (
	ClassConflict   Class = "conflict"
	ClassNoConflict Class = "no_conflict"
	ClassUncounted  Class = "uncounted"
)

// Class gives the class of the label, and the empty class for a word that is
// no label.
func (l Label) Class() Class {
	switch l {
	case Contradicts, DiffersInNumber, DeniesKnowledge:
		return ClassConflict
	case DifferentTimePlaceScope, Updated, Agrees, Unrelated:
		return ClassNoConflict
	case CannotTell, BadExtraction:
		return ClassUncounted
	}
	return ""
}

// ConflictID names a conflict, possible or judged.
type ConflictID string

// Ref names a statement together with its article.
type Ref struct {
	Article   ArticleID   `json:"article"`
	Statement StatementID `json:"statement"`
}

// Conflict is two statements that may not both be true, or of which one
// disputes the other: possible while only software says so.
type Conflict struct {
	ID        ConflictID
	Version   int64
	A, B      Ref // A is the one published or said first, else the smaller id
	Origin    Origin
	Kind      Label // what the engine says; for one joined by hand, what it said when asked
	Score     float64
	Shallow   bool     // compared by its words alone so far: the comparison in depth is still to come
	Reasons   []Reason // spans into the texts of the two articles
	Note      string   // of the person who joined the two; else empty
	Dispute   DisputeID
	Placed    bool // a person put it into this dispute: no run takes it out
	Run       RunID
	State     ConflictState
	Judgement Label       // settled by people; empty while open or differing
	EngineNow *Comparison // what a later run says where people have touched this one; nil while it says the same
	CreatedAt time.Time
	UpdatedAt time.Time
}

// NotInDepth says whether the comparison in depth is still to come. A conflict
// that people touched stays as they saw it: once a later run has compared it in
// depth, EngineNow says what came of that.
func (c Conflict) NotInDepth() bool { return c.Shallow && c.EngineNow == nil }

// Origin says who put two statements together.
type Origin string

// The origins of a conflict.
const (
	BySoftware Origin = "software"
	ByPerson   Origin = "person"
)

// ConflictState says how far people are with a possible conflict.
type ConflictState string

// The states of a conflict.
const (
	Open      ConflictState = "open"      // nobody judged it yet
	Judged    ConflictState = "judged"    // reviewed, and all reviews are of one class
	Differing ConflictState = "differing" // reviews differ in class: a third act has to settle it
)

// Strength is the score as it is shown: the number is in the details.
type Strength string

// The strengths.
const (
	Weak   Strength = "weak"
	Fair   Strength = "fair"
	Strong Strength = "strong"
)

// The bounds of the strengths. A score is the share of such pairs that are
// conflicts: of fair ones about every second is.
const (
	FairFrom   = 0.4
	StrongFrom = 0.65
)

// StrengthOf gives the strength of a score.
func StrengthOf(score float64) Strength {
	switch {
	case score >= StrongFrom:
		return Strong
	case score >= FairFrom:
		return Fair
	}
	return Weak
}

// DisputeID names a dispute. It stays when articles are added; of two that
// grow together, the older one's is kept.
type DisputeID string

// Dispute is possible conflicts and conflicts over one question.
type Dispute struct {
	ID        DisputeID
	Version   int64
	Question  string
	Positions []Position
	Conflicts []ConflictID // strongest first
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Position is one answer to the question, and who gives it.
type Position struct {
	Label      string
	Statements []Ref
}

// Side is one statement of a conflict with its article, to be read in
// context. Snapshot.Bytes is nil.
type Side struct {
	Statement Statement
	Article   Article
	Also      []Appearance // other articles that carry the same words, as wire copy does
}

// Appearance is a statement of another article that is the same passage.
type Appearance struct {
	Ref
	Publisher string
	Title     string
	Date      string
	URL       string
}

// Reversal says whether one speaker stands on both sides: of one article by the
// name it gives him, of two articles only where he is surely the same.
func (c ConflictDetail) Reversal() bool {
	a, b := c.SideA.Statement, c.SideB.Statement
	if a.Article == b.Article {
		return a.Speaker.Named() && strings.EqualFold(a.Speaker.Name, b.Speaker.Name)
	}
	return SameSpeaker(a.Speaker, b.Speaker)
}

// ConflictDetail is a conflict with all that is needed to judge or print it.
type ConflictDetail struct {
	Conflict
	SideA, SideB Side
	Reviews      []Review // all of them, oldest first; the API hides what is blind
}

// DisputeDetail is a dispute with its conflicts and all statements that its
// positions name.
type DisputeDetail struct {
	Dispute
	Details []ConflictDetail
	Sides   map[StatementID]Side
}

// RunID names one pass of the engine.
type RunID string

// Run is one pass of the engine. Every machine result belongs to one.
type Run struct {
	ID       RunID
	Engine   string // version of the program
	Settings string // JSON: what could be set differently
	Models   string // JSON: name to SHA-256 of each embedded model
	At       time.Time
}
