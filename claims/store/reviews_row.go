package store

import (
	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

type reviewRow struct {
	ConflictID claims.ConflictID `gorm:"column:conflict_id;primaryKey"`
	ReviewerID claims.UserID     `gorm:"column:reviewer_id;primaryKey"`
	Judgement  claims.Label
	Sureness   claims.Sureness
	Note       string
	Version    int64
	Created    stamp  `gorm:"column:created_at"`
	Updated    stamp  `gorm:"column:updated_at"`
	Name       string `gorm:"->"` // of the reviewer, joined
}

func (reviewRow) TableName() string { return "reviews" }

func (r reviewRow) review() claims.Review {
	return claims.Review{Conflict: r.ConflictID, Reviewer: r.ReviewerID, Name: r.Name, Judgement: r.Judgement, Sureness: r.Sureness,
		Note: r.Note, Version: r.Version, CreatedAt: r.Created.time(), UpdatedAt: r.Updated.time()}
}

// reviewRecord is a review as history shows one.
type reviewRecord struct {
	Reviewer  claims.UserID   `json:"reviewer"`
	Judgement claims.Label    `json:"judgement"`
	Sureness  claims.Sureness `json:"sureness,omitempty"`
	Note      string          `json:"note,omitempty"`
}

func (r reviewRow) record() reviewRecord {
	return reviewRecord{r.ReviewerID, r.Judgement, r.Sureness, r.Note}
}

func selectReviews(tx *gorm.DB) *gorm.DB {
	return tx.Model(&reviewRow{}).Select("reviews.*, users.name").Joins("join users on users.id = reviews.reviewer_id")
}

// loadReviews gives the reviews of conflicts, oldest first.
func loadReviews(tx *gorm.DB, ids []claims.ConflictID) (map[claims.ConflictID][]claims.Review, error) {
	out := map[claims.ConflictID][]claims.Review{}
	err := batches(ids, batch, func(some []claims.ConflictID) error {
		var rows []reviewRow
		err := selectReviews(tx).Where("conflict_id in ?", stringsOf(some)).Order("reviews.created_at, reviewer_id").Find(&rows).Error
		for _, r := range rows {
			out[r.ConflictID] = append(out[r.ConflictID], r.review())
		}
		return err
	})
	return out, err
}

// loadReview gives one review; ok is false where there is none.
func loadReview(tx *gorm.DB, conflict claims.ConflictID, reviewer claims.UserID) (row reviewRow, ok bool, err error) {
	var rows []reviewRow
	err = selectReviews(tx).Where("conflict_id = ? and reviewer_id = ?", conflict, reviewer).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return row, false, err
	}
	return rows[0], true, nil
}
