package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// SaveAnalysis stores all results of one run on one article and ends the job,
// in one transaction. What people did stays as they saw it:
//
//   - A conflict that somebody joined, judged or annotated keeps its words,
//     speakers and reasons; where the run sees it differently, or no longer,
//     that stands in EngineNow. Every other conflict of the article is
//     replaced: the same two statements keep its id, the rest goes.
//   - A statement of such a conflict, or with an annotation, keeps its words
//     too. If the run no longer finds it, it is kept apart from the lists.
//   - A dispute keeps its id as long as it shares a conflict with what the run
//     found; of several the oldest one's stays.
//
// Where pairs wait for a comparison in depth, the job for it is queued in the
// same transaction.
//
// Analysis.Statements carry final ids; a conflict is known by its two
// statements. A statement of another article that has gone meanwhile gives an
// error of kind Busy: the same job done again finds things as they are.
func (s *Store) SaveAnalysis(ctx context.Context, j claims.Job, r claims.Analysis, now time.Time) error {
	if r.Run.ID == "" {
		r.Run.ID = claims.RunID(s.newID())
	}
	return s.replace(ctx, func(tx *gorm.DB) error {
		job, err := held(tx, j)
		if err != nil {
			return err
		}
		article, err := loadArticle(tx, r.Article)
		if err != nil {
			return err
		}
		if orEmpty[claims.ArticleID](job.ArticleID) != r.Article {
			return claims.Errorf(claims.Internal, "bad-analysis", "the job %q is about another article than its results", j.ID)
		}
		if err := checkAnalysis(article, r); err != nil {
			return err
		}
		save := saving{tx: tx, newID: s.newID, article: article, run: r.Run.ID, now: stampOf(now)}
		return save.all(job, r)
	})
}

// saving is the storing of one run's results.
type saving struct {
	tx      *gorm.DB
	newID   func() string
	article claims.Article
	run     claims.RunID
	now     stamp
}

type runRow struct {
	ID       claims.RunID `gorm:"column:id;primaryKey"`
	Engine   string
	Settings string
	Models   string
	At       stamp
}

func (runRow) TableName() string { return "runs" }

func (a saving) all(job jobRow, r claims.Analysis) error {
	run := runRow{r.Run.ID, r.Run.Engine, r.Run.Settings, r.Run.Models, stampOf(r.Run.At)}
	if err := a.tx.Create(&run).Error; err != nil {
		return err
	}
	speakers, err := a.articleSpeakers()
	if err != nil {
		return err
	}
	linked, err := a.linkSpeakers(r.Statements)
	if err != nil {
		return err
	}
	gone, err := a.statements(linked)
	if err != nil {
		return err
	}
	left, err := a.conflicts(r.Conflicts)
	if err != nil {
		return err
	}
	if err := a.claims(r.Claims); err != nil {
		return err
	}
	if err := a.copies(r.Copies); err != nil {
		return err
	}
	if err := a.removeStatements(gone); err != nil {
		return err
	}
	if err := a.removeSpeakers(speakers); err != nil {
		return err
	}
	if err := a.disputes(r, left); err != nil {
		return err
	}
	return a.finish(job, r)
}

// finish marks the article as read and the job as done, and writes the row of
// history for all of it. The article's version is that of what people write
// about it, and stays: a run that ends while somebody types spoils nothing.
func (a saving) finish(job jobRow, r claims.Analysis) error {
	err := a.tx.Model(&articleRow{}).Where("id = ?", r.Article).Updates(map[string]any{
		"state": claims.ArticleReady, "problem": "",
		"statements": r.Coverage.Statements, "compared": r.Coverage.Compared, "not_compared": r.Coverage.NotCompared,
	}).Error
	if err != nil {
		return err
	}
	if err := doneJob(a.tx, job.ID, a.now); err != nil {
		return err
	}
	if err := a.waiting(job, r.Coverage.Waiting); err != nil {
		return err
	}
	after, err := analysisRecordOf(job, r)
	if err != nil {
		return err
	}
	action := "article.analyse"
	if job.Kind == claims.DeepenJob {
		action = "article.deepen"
	}
	row := historyRow{At: a.now, RunID: string(a.run), Action: action, Subject: "article", SubjectID: string(r.Article)}
	return addHistory(a.tx, row, nil, after)
}

// analysisRecord is a job's results as history shows them: the counts, and a
// digest by which two runs can be told to have found the same.
type analysisRecord struct {
	Job        claims.JobID    `json:"job"`
	Statements int             `json:"statements"`
	Claims     int             `json:"claims"`
	Conflicts  int             `json:"conflicts"`
	Disputes   int             `json:"disputes"`
	Coverage   claims.Coverage `json:"coverage"`
	SHA256     string          `json:"sha256"`
}

func analysisRecordOf(job jobRow, r claims.Analysis) (analysisRecord, error) {
	var all struct {
		Statements []statementRow
		Claims     []claimRow
		Conflicts  []conflictRow
		Disputes   [][]positionShape
		Members    [][]claims.Pair
	}
	for _, s := range r.Statements {
		all.Statements = append(all.Statements, statementRowOf(s, ""))
	}
	for _, c := range r.Claims {
		all.Claims = append(all.Claims, claimRowOf(c, ""))
	}
	for _, c := range r.Conflicts {
		all.Conflicts = append(all.Conflicts, conflictRowOf(c))
	}
	for _, d := range r.Disputes {
		all.Disputes = append(all.Disputes, positionShapesOf(d.Positions))
	}
	all.Members = r.Members
	text, err := json.Marshal(all)
	sum := sha256.Sum256(text)
	return analysisRecord{job.ID, len(r.Statements), len(r.Claims), len(r.Conflicts), len(r.Disputes), r.Coverage, hex.EncodeToString(sum[:])}, err
}
