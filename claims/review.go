package claims

import (
	"strings"
	"time"
)

// UserID names a person who works with the archive.
type UserID string

// User is a person who works with the archive.
type User struct {
	ID        UserID
	Name      string
	Role      Role
	CreatedAt time.Time
}

// Role says what a user may do.
type Role string

// The roles.
const (
	Owner    Role = "owner"    // everything, tokens of others included
	Reviewer Role = "reviewer" // read, import, judge, annotate, report
)

// Token is a key with which a program acts for a user. Only its hash is kept.
type Token struct {
	ID        string
	Name      string
	User      UserID
	CreatedAt time.Time
	ExpiresAt time.Time // zero: never
	UsedAt    time.Time // zero: never yet
}

// Review is one reviewer's judgement of one possible conflict.
type Review struct {
	Conflict  ConflictID
	Reviewer  UserID
	Name      string // the reviewer's name, for display
	Judgement Label
	Sureness  Sureness // empty: not chosen
	Note      string
	Version   int64
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Sureness is how sure a reviewer is.
type Sureness string

// The degrees of sureness. Not chosen is the empty string.
const (
	Low    Sureness = "low"
	Medium Sureness = "medium"
	High   Sureness = "high"
)

// Check says what is wrong with a review as handed in.
func (r Review) Check() error {
	if r.Judgement.Class() == "" {
		return Errorf(Invalid, "unknown-judgement", "%q is no judgement", r.Judgement).
			WithHint("Use one of contradicts, differs_in_number, denies_knowledge, different_time_place_scope, updated, agrees, unrelated, cannot_tell, bad_extraction")
	}
	switch r.Sureness {
	case "", Low, Medium, High:
	default:
		return Errorf(Invalid, "unknown-sureness", "%q is no sureness", r.Sureness).WithHint("Use low, medium or high, or leave it out")
	}
	return CheckText("note", r.Note, MaxNote)
}

// AnnotationID names an annotation.
type AnnotationID string

// Annotation is a comment, tag, question, evidence link or correction,
// anchored to words, a statement, a conflict or a dispute: the W3C Web
// Annotation model's motivations, bodies and targets.
type Annotation struct {
	ID         AnnotationID
	Version    int64
	Motivation Motivation
	Body       string // plain text; for linking an http or https address
	Target     Target
	Author     UserID
	Name       string // the author's name, for display
	CreatedAt  time.Time
	UpdatedAt  time.Time
}

// Motivation is why an annotation was made (Web Annotation Vocabulary, 2017).
type Motivation string

// The motivations in use.
const (
	Commenting   Motivation = "commenting"
	Tagging      Motivation = "tagging"
	Questioning  Motivation = "questioning"
	Linking      Motivation = "linking"
	Editing      Motivation = "editing" // a correction
	Highlighting Motivation = "highlighting"
)

// Target is what an annotation is about: exactly one of words of an article
// (Article, Span and the quotation), a whole article, a statement, a conflict
// or a dispute.
type Target struct {
	Article   ArticleID
	Statement StatementID
	Conflict  ConflictID
	Dispute   DisputeID
	Words     *Span  // only with Article
	Exact     string // the words themselves, checked against the text
	Prefix    string // up to 32 characters before
	Suffix    string // up to 32 characters after
}

// Check says what is wrong with an annotation as handed in, apart from
// whether its target exists.
func (a Annotation) Check() error {
	switch a.Motivation {
	case Commenting, Tagging, Questioning, Linking, Editing, Highlighting:
	default:
		return Errorf(Invalid, "unknown-motivation", "%q is no motivation", a.Motivation).
			WithHint("Use commenting, tagging, questioning, linking, editing or highlighting")
	}
	targets := 0
	for _, given := range []bool{a.Target.Article != "", a.Target.Statement != "", a.Target.Conflict != "", a.Target.Dispute != ""} {
		if given {
			targets++
		}
	}
	if targets != 1 {
		return Errorf(Invalid, "one-target", "an annotation has exactly one target, this one names %d", targets).
			WithHint("Give article (with start and end for words of it), statement, conflict or dispute")
	}
	if a.Target.Words != nil && a.Target.Article == "" {
		return Errorf(Invalid, "words-without-article", "words were given without the article they stand in").
			WithHint("Give the article together with start and end")
	}
	if strings.TrimSpace(a.Body) == "" && a.Motivation != Highlighting {
		return Errorf(Invalid, "empty-body", "the annotation says nothing").WithHint("Give it a body")
	}
	if a.Motivation == Linking {
		if err := CheckURL("body", a.Body); err != nil {
			return err
		}
	}
	return CheckText("body", a.Body, MaxNote)
}
