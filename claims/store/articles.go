package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/counterclaim/counterclaim/claims"
)

// AddArticle stores an article with its snapshot, and in the same transaction
// the job that will analyse it. The archive gives its own id, whatever the
// reader called it. The same bytes
// from the same address and outlet a second time give an error of kind Exists
// whose Ref is the id of the article that is there.
func (s *Store) AddArticle(ctx context.Context, act claims.Act, a claims.Article) (claims.Article, claims.Job, error) {
	if err := checkArticle(&a); err != nil {
		return claims.Article{}, claims.Job{}, err
	}
	id, err := s.act(ctx, act, "article", func(tx *gorm.DB) (string, error) {
		id, err := s.insertArticle(tx, act, a)
		if err != nil {
			return "", err
		}
		return string(id), s.insertJob(tx, jobRow{Kind: claims.AnalyseJob, ArticleID: optional(id), By: act.Actor}, act.At)
	})
	if duplicated(err) { // the same article came in twice in this moment
		err = s.view(ctx, func(tx *gorm.DB) error { return refuseKnown(tx, a) })
	}
	if err != nil {
		return claims.Article{}, claims.Job{}, err
	}
	var stored claims.Article
	var job claims.Job
	err = s.view(ctx, func(tx *gorm.DB) error {
		if stored, err = loadArticle(tx, claims.ArticleID(id)); err != nil {
			return err
		}
		var row jobRow
		err := tx.Where("article_id = ? and kind <> ?", id, claims.DeepenJob).Order("created_at, id").Limit(1).Take(&row).Error
		job = row.job()
		return orNoSuch(err, "job", "of article "+id)
	})
	return stored, job, err
}

// insertArticle stores an article that is waiting to be read, and its snapshot
// where those bytes are not there yet.
func (s *Store) insertArticle(tx *gorm.DB, act claims.Act, a claims.Article) (claims.ArticleID, error) {
	a.ID = claims.ArticleID(s.newID())
	if a.CreatedAt.IsZero() {
		a.CreatedAt = act.At
	}
	a.State, a.Problem, a.Coverage = claims.ArticleWaiting, "", claims.Coverage{}
	if err := refuseKnown(tx, a); err != nil {
		return "", err
	}
	snapshot := snapshotRow{SHA256: a.Snapshot.SHA256, Size: int64(len(a.Snapshot.Bytes)), Bytes: a.Snapshot.Bytes}
	if snapshot.Bytes == nil {
		snapshot.Bytes = []byte{}
	}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&snapshot).Error; err != nil {
		return "", err
	}
	row := articleRowOf(a)
	if err := tx.Create(&row).Error; err != nil {
		return "", err
	}
	return a.ID, record(tx, act, "article.create", "article", string(a.ID), nil, row.record())
}

// checkArticle refuses what must not be stored, and fills in the digest of
// the bytes; one that was given has to be right.
func checkArticle(a *claims.Article) error {
	sum := sha256.Sum256(a.Snapshot.Bytes)
	digest := hex.EncodeToString(sum[:])
	if a.Snapshot.SHA256 != "" && a.Snapshot.SHA256 != digest {
		return claims.Errorf(claims.Invalid, "snapshot-digest", "the snapshot's SHA-256 is not that of its bytes")
	}
	a.Snapshot.SHA256 = digest
	if len(a.Text) > claims.MaxText || len(a.Snapshot.Bytes) > claims.MaxSource {
		return claims.Errorf(claims.TooLarge, "article-too-large", "the article is too large")
	}
	if err := claims.CheckText("the text", a.Text, claims.MaxText); err != nil {
		return err
	}
	return claims.ArticleHead{Title: a.Title, Author: a.Author, Publisher: a.Publisher, URL: a.URL, Date: a.Date, Language: a.Language}.Check()
}

// refuseKnown refuses an article that is there: the same bytes under the same
// address and outlet, as they came in or as they are now.
func refuseKnown(tx *gorm.DB, a claims.Article) error {
	var ids []string
	err := tx.Model(&articleRow{}).Where("snapshot = ? and (given = ? or (url = ? and publisher = ?))", a.Snapshot.SHA256, given(a), a.URL, a.Publisher).
		Order("created_at, id").Limit(1).Pluck("id", &ids).Error
	if err != nil || len(ids) == 0 {
		return err
	}
	return claims.Errorf(claims.Exists, "article-exists", "the article is in the archive already").
		WithHint("Open the one that is there").WithRef(ids[0])
}

// Article gives an article with its text; Snapshot.Bytes is nil.
func (s *Store) Article(ctx context.Context, id claims.ArticleID) (claims.Article, error) {
	var a claims.Article
	err := s.view(ctx, func(tx *gorm.DB) (err error) {
		a, err = loadArticle(tx, id)
		return err
	})
	return a, err
}

func loadArticle(tx *gorm.DB, id claims.ArticleID) (claims.Article, error) {
	var row articleRow
	err := selectArticles(tx, articleColumns+", articles.text").Where("articles.id = ?", id).Take(&row).Error
	return row.article(), orNoSuch(err, "article", string(id))
}

// Snapshot gives the bytes of an article as received.
func (s *Store) Snapshot(ctx context.Context, id claims.ArticleID) (claims.Snapshot, error) {
	var snapshot claims.Snapshot
	err := s.view(ctx, func(tx *gorm.DB) error {
		var row articleRow
		err := selectArticles(tx, articleColumns).Where("articles.id = ?", id).Take(&row).Error
		if err != nil {
			return orNoSuch(err, "article", string(id))
		}
		var bytes snapshotRow
		if err := tx.Where("sha256 = ?", row.Snapshot).Take(&bytes).Error; err != nil {
			return err
		}
		snapshot = row.article().Snapshot
		snapshot.Bytes = bytes.Bytes
		return nil
	})
	return snapshot, err
}

// Empty says whether the archive holds no article yet.
func (s *Store) Empty(ctx context.Context) (bool, error) {
	empty := false
	err := s.view(ctx, func(tx *gorm.DB) error {
		var row articleRow
		err := tx.Select("id").Limit(1).Take(&row).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			empty, err = true, nil
		}
		return err
	})
	return empty, err
}
