package store

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

type articleRow struct {
	ID           claims.ArticleID `gorm:"column:id;primaryKey"`
	Version      int64
	Created      stamp `gorm:"column:created_at"`
	Title        string
	Author       string
	Publisher    string
	URL          string `gorm:"column:url"`
	Date         string
	Language     string
	State        claims.ArticleState
	Problem      string
	Statements   int
	Compared     int
	NotCompared  int
	Snapshot     string
	MediaType    string
	ReceivedFrom string
	ReceivedAt   stamp
	Given        string
	Text         string
	Size         int64 `gorm:"->"` // of the snapshot, joined
	Waiting      int   `gorm:"->"` // pairs not yet compared in depth, joined
}

func (articleRow) TableName() string { return "articles" }

type snapshotRow struct {
	SHA256 string `gorm:"column:sha256;primaryKey"`
	Size   int64
	Bytes  []byte
}

func (snapshotRow) TableName() string { return "snapshots" }

// articleRowOf makes the row of an article. The name of a file and a media type
// are the sender's: what no text can hold is replaced, as they are no evidence.
func articleRowOf(a claims.Article) articleRow {
	return articleRow{
		ID: a.ID, Version: 1, Created: stampOf(a.CreatedAt), Title: a.Title, Author: a.Author, Publisher: a.Publisher,
		URL: a.URL, Date: a.Date, Language: a.Language, State: a.State, Problem: a.Problem,
		Statements: a.Coverage.Statements, Compared: a.Coverage.Compared, NotCompared: a.Coverage.NotCompared,
		Snapshot: a.Snapshot.SHA256, MediaType: storable(a.Snapshot.MediaType), ReceivedFrom: storable(a.Snapshot.From),
		ReceivedAt: stampOf(a.Snapshot.ReceivedAt), Given: given(a), Text: a.Text,
	}
}

func (r articleRow) article() claims.Article {
	return claims.Article{
		ID: r.ID, Title: r.Title, Author: r.Author, Publisher: r.Publisher, URL: r.URL, Date: r.Date, Language: r.Language,
		Text: r.Text, State: r.State, Problem: r.Problem, Version: r.Version, CreatedAt: r.Created.time(),
		Coverage: claims.Coverage{Statements: r.Statements, Compared: r.Compared, NotCompared: r.NotCompared, Waiting: r.Waiting},
		Snapshot: claims.Snapshot{SHA256: r.Snapshot, Size: r.Size, MediaType: r.MediaType, From: r.ReceivedFrom, ReceivedAt: r.ReceivedAt.time()},
	}
}

// given is a digest of the address and outlet an article came in under.
func given(a claims.Article) string {
	sum := sha256.Sum256([]byte(a.URL + "\x00" + a.Publisher))
	return hex.EncodeToString(sum[:])
}

// articleColumns are all but the text, which a list does not need.
const articleColumns = `articles.id, articles.version, articles.created_at, articles.title, articles.author, articles.publisher, articles.url,
	articles.date, articles.language, articles.state, articles.problem, articles.statements, articles.compared, articles.not_compared,
	articles.snapshot, articles.media_type, articles.received_from, articles.received_at, snapshots.size, coalesce(waiting.pairs, 0) as waiting`

// selectArticles reads articles with the size of their snapshots, and how many
// of their pairs wait for a comparison in depth.
func selectArticles(tx *gorm.DB, columns string) *gorm.DB {
	return tx.Model(&articleRow{}).Select(columns).Joins("join snapshots on snapshots.sha256 = articles.snapshot").
		Joins("left join waiting on waiting.article_id = articles.id")
}

// articleRecord is an article as history shows one: what people may change,
// and which bytes it stands for.
type articleRecord struct {
	Title     string `json:"title"`
	Author    string `json:"author"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Date      string `json:"date"`
	Snapshot  string `json:"snapshot"`
	Received  string `json:"received,omitempty"`
}

func (r articleRow) record() articleRecord {
	rec := articleRecord{r.Title, r.Author, r.Publisher, r.URL, r.Date, r.Snapshot, ""}
	if r.ReceivedAt != 0 {
		rec.Received = r.ReceivedAt.time().Format(time.RFC3339)
	}
	return rec
}
