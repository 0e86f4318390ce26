package report

import (
	"iter"
	"slices"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Options say what a report holds and what is printed on it.
type Options struct {
	IncludeUnreviewed bool      // also what only software suggests, apart from the rest
	Made              time.Time // when the report is made
	Version           string    // of the program; empty is left out
	Title             string    // empty: a title made from the question, or a general one
}

// Report is everything that the documents show, in the order in which they
// show it. All formats are written from this one value.
type Report struct {
	Title      string
	Made       time.Time
	Version    string
	Unreviewed bool // unreviewed ones were asked for
	Disputes   []Dispute
	Suggested  []Dispute // only what nobody reviewed; empty unless asked for
	SetAside   []Dispute // only what people judged to be no conflict, or could not judge
	Sources    []Source  // the articles quoted, in the order of their first quotation
	Coverage   claims.Coverage
	Counts     Counts
}

// Counts says how many possible conflicts there are of each sort in the
// disputes that the report was asked for, whether they are shown or not.
type Counts struct {
	Judged          int `json:"judged"`           // judged contradicts or differs_in_number
	DeniesKnowledge int `json:"denies_knowledge"` // judged denies_knowledge: counted apart
	Differing       int `json:"differing"`        // reviewers differ
	SetAside        int `json:"set_aside"`        // judged no conflict, cannot_tell or bad_extraction
	Unreviewed      int `json:"unreviewed"`       // nobody judged them yet
}

// Dispute is one question with what of it is shown in one part of a report.
type Dispute struct {
	ID        claims.DisputeID
	Question  string
	Positions []Position // only statements that a pair shown here holds
	Groups    []Group    // never empty ones
	Notes     []claims.Annotation
}

// Position is one answer to the question, and who gives it.
type Position struct {
	Label      string
	Statements []Side
}

// Group is pairs of one sort.
type Group struct {
	Section Section
	Pairs   []Pair
}

// Section says what sort of pair it is, by what people made of it.
type Section string

// The sections, in the order in which a report shows them.
const (
	SectionJudged    Section = "judged"           // judged to be a conflict
	SectionNotKnown  Section = "denies_knowledge" // judged: one says it does not know
	SectionDiffering Section = "differing"        // reviewers differ
	SectionSuggested Section = "suggested"        // by software, not reviewed
	SectionByHand    Section = "by_hand"          // joined by a person, not reviewed
	SectionSetAside  Section = "set_aside"        // judged no conflict, or not to be judged
)

// Pair is two statements put against each other.
type Pair struct {
	claims.Conflict
	Section  Section
	SideA    Side
	SideB    Side
	Reversal bool // one speaker stands on both sides
	For      []Reason
	Against  []Reason
	Reviews  []claims.Review
	Notes    []claims.Annotation
}

// Side is one statement in its context.
type Side struct {
	Statement claims.Statement
	Article   claims.Article // without the snapshot's bytes
	Source    int            // number of the article among the report's sources, from 1
	Context   Context
	Link      string // to the words on the publisher's page; empty without an http address
	Also      []claims.Appearance
	Notes     []claims.Annotation
}

// Source is an article that the report quotes.
type Source struct {
	Number  int
	Article claims.Article
	Notes   []claims.Annotation // on the article, and on words of it that no quotation shows
}

// Pairs gives every pair that is shown, with its dispute, in the order of the
// report.
func (r Report) Pairs() iter.Seq2[Dispute, Pair] {
	return func(yield func(Dispute, Pair) bool) {
		for _, d := range slices.Concat(r.Disputes, r.Suggested, r.SetAside) {
			for _, g := range d.Groups {
				for _, p := range g.Pairs {
					if !yield(d, p) {
						return
					}
				}
			}
		}
	}
}
