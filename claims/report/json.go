package report

import (
	"encoding/json"
	"io"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// jsonVersion grows when a field changes its meaning or goes away; new fields
// do not count.
const jsonVersion = 1

// The shape of the JSON report. Offsets are Unicode code points into the clean
// text of the article a side names, end exclusive. A key is missing only where
// `omitempty` or `omitzero` says so; lists are never null.
type jsonReport struct {
	Format     string          `json:"format"` // always "counterclaim-report"
	Version    int             `json:"format_version"`
	Title      string          `json:"title"`
	Made       time.Time       `json:"made"`
	Program    string          `json:"program"`
	Unreviewed bool            `json:"include_unreviewed"`
	Summary    string          `json:"summary"`
	Coverage   claims.Coverage `json:"coverage"`
	Counts     Counts          `json:"counts"`
	Articles   []jsonArticle   `json:"articles"`
	Disputes   []jsonDispute   `json:"disputes"`
	Suggested  []jsonDispute   `json:"suggested"`
	SetAside   []jsonDispute   `json:"set_aside"`
}

type jsonArticle struct {
	ID        claims.ArticleID `json:"id"`
	Title     string           `json:"title"`
	Author    string           `json:"author"`
	Publisher string           `json:"publisher"`
	Date      string           `json:"date"`
	URL       string           `json:"url"`
	Language  string           `json:"language"`
	Snapshot  jsonSnapshot     `json:"snapshot"`
	Notes     []jsonNote       `json:"annotations"`
}

type jsonSnapshot struct {
	SHA256     string    `json:"sha256"`
	Size       int64     `json:"size"`
	MediaType  string    `json:"media_type"`
	From       string    `json:"from"`
	ReceivedAt time.Time `json:"received_at,omitzero"`
}

type jsonDispute struct {
	ID        claims.DisputeID `json:"id"`
	Question  string           `json:"question"`
	Positions []jsonPosition   `json:"positions"`
	Conflicts []jsonPair       `json:"conflicts"`
	Notes     []jsonNote       `json:"annotations"`
}

type jsonPosition struct {
	Label      string       `json:"label"`
	Statements []claims.Ref `json:"statements"`
}

type jsonPair struct {
	ID        claims.ConflictID    `json:"id"`
	Section   Section              `json:"section"`
	State     claims.ConflictState `json:"state"`
	Judgement claims.Label         `json:"judgement,omitempty"`
	Origin    claims.Origin        `json:"origin"`
	Kind      claims.Label         `json:"kind"`
	Score     float64              `json:"score"`
	Strength  claims.Strength      `json:"strength"`
	Shallow   bool                 `json:"not_in_depth,omitempty"` // compared by its words alone so far
	Run       claims.RunID         `json:"run,omitempty"`
	Note      string               `json:"note,omitempty"`
	Reversal  bool                 `json:"same_speaker,omitempty"` // one speaker stands on both sides
	EngineNow *jsonComparison      `json:"engine_now,omitempty"`
	A         jsonSide             `json:"a"`
	B         jsonSide             `json:"b"`
	Reasons   []jsonReason         `json:"reasons"`
	Reviews   []jsonReview         `json:"reviews"`
	Notes     []jsonNote           `json:"annotations"`
}

type jsonComparison struct {
	Relation claims.Relation `json:"relation"`
	Kind     claims.Label    `json:"kind"`
	Score    float64         `json:"score"`
	Strength claims.Strength `json:"strength"`
}

type jsonSide struct {
	Article   claims.ArticleID     `json:"article"`
	Statement claims.StatementView `json:"statement"`
	Context   *jsonContext         `json:"context,omitempty"` // missing where the statement's offsets do not fit the text
	Link      string               `json:"link,omitempty"`    // to the words on the publisher's page
	Also      []jsonAppearance     `json:"also,omitempty"`    // other articles that carry the same words
	Notes     []jsonNote           `json:"annotations"`
}

type jsonAppearance struct {
	claims.Ref
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Date      string `json:"date"`
	URL       string `json:"url"`
}

type jsonContext struct {
	Start     int    `json:"start"`
	Text      string `json:"text"`
	CutBefore bool   `json:"cut_before,omitempty"`
	CutAfter  bool   `json:"cut_after,omitempty"`
}

type jsonReason struct {
	claims.ReasonView
	Sentence string `json:"sentence"`
}

type jsonReview struct {
	Reviewer  jsonPerson      `json:"reviewer"`
	Judgement claims.Label    `json:"judgement"`
	Sureness  claims.Sureness `json:"sureness,omitempty"`
	Note      string          `json:"note,omitempty"`
	CreatedAt time.Time       `json:"created_at,omitzero"`
	UpdatedAt time.Time       `json:"updated_at,omitzero"`
}

type jsonPerson struct {
	ID   claims.UserID `json:"id"`
	Name string        `json:"name"`
}

type jsonNote struct {
	ID         claims.AnnotationID `json:"id"`
	Motivation claims.Motivation   `json:"motivation"`
	Body       string              `json:"body"`
	Target     jsonTarget          `json:"target"`
	Author     jsonPerson          `json:"author"`
	CreatedAt  time.Time           `json:"created_at,omitzero"`
	UpdatedAt  time.Time           `json:"updated_at,omitzero"`
}

type jsonTarget struct {
	Article   claims.ArticleID   `json:"article,omitempty"`
	Statement claims.StatementID `json:"statement,omitempty"`
	Conflict  claims.ConflictID  `json:"conflict,omitempty"`
	Dispute   claims.DisputeID   `json:"dispute,omitempty"`
	Start     *int               `json:"start,omitempty"`
	End       *int               `json:"end,omitempty"`
	Exact     string             `json:"exact,omitempty"`
}

func writeJSON(w io.Writer, r Report) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(viewOf(r))
}
