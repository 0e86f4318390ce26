package claims

import "time"

// ArticleID names one article in an archive, or in one run of the command
// line. It is opaque and never reused.
type ArticleID string

// Article is one text from one publisher, with its snapshot.
type Article struct {
	ID        ArticleID
	Title     string
	Author    string
	Publisher string // the outlet, as it calls itself
	URL       string // where a reader finds it, http or https, or empty
	Date      string // of publication: 2006-01-02, or RFC 3339 with the time; empty when not known
	Language  string // BCP 47, "en"
	Text      string // clean text, valid UTF-8 without NUL; all spans point into it
	Snapshot  Snapshot
	State     ArticleState
	Problem   string // why reading failed, for a person; empty otherwise
	Coverage  Coverage
	Version   int64
	CreatedAt time.Time
}

// ArticleState says how far the program is with an article.
type ArticleState string

// The states of an article in the archive.
const (
	ArticleWaiting ArticleState = "waiting" // stored, its statements not yet looked for
	ArticleReady   ArticleState = "ready"   // read and compared
	ArticleFailed  ArticleState = "failed"  // reading failed; Problem says why; the text is kept
)

// Snapshot is an article as received: the evidence behind every quotation.
type Snapshot struct {
	SHA256     string // of Bytes, lower-case hexadecimal
	Bytes      []byte // may be nil where only the metadata is needed; Size says how many there are
	Size       int64  // in bytes
	MediaType  string // "text/html; charset=utf-8"
	From       string // the address or file name it came from; "" for pasted text
	ReceivedAt time.Time
}

// ArticleHead is what somebody who hands an article in knows about it. Every
// field may be empty; what is given wins over what is found in the text.
type ArticleHead struct {
	Title, Author, Publisher, URL, Date, Language string
}

// ArticlePatch changes what is known about an article; nil leaves a field as
// it is. The text and the snapshot never change.
type ArticlePatch struct {
	Title, Author, Publisher, URL, Date *string
}

// ArticleSummary is a row in a list of articles: Text and Snapshot.Bytes are
// left out.
type ArticleSummary struct {
	Article
	Statements int
	Conflicts  int
}

// Coverage says what was compared and what was not, for one article or for
// several articles together.
type Coverage struct {
	Statements  int `json:"statements" doc:"statements found"`
	Compared    int `json:"compared" doc:"pairs of statements that were compared"`
	NotCompared int `json:"not_compared" doc:"pairs that had something in common and were left out because a limit was reached"`
	Waiting     int `json:"waiting" doc:"of the pairs compared, those not yet compared in depth that are worth it"`
}

// Add gives the sum of the two.
func (c Coverage) Add(o Coverage) Coverage {
	return Coverage{c.Statements + o.Statements, c.Compared + o.Compared, c.NotCompared + o.NotCompared, c.Waiting + o.Waiting}
}
