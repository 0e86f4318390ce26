package store

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/counterclaim/counterclaim/claims"
)

// onceKept is how long a request with a key is remembered.
const onceKept = 30 * 24 * time.Hour

// onceRow is a request that asked to have one effect.
type onceRow struct {
	User   string `gorm:"column:user_id;primaryKey"`
	Key    string `gorm:"primaryKey"`
	Digest string
	Kind   string
	ID     string `gorm:"column:id"`
	At     stamp
}

func (onceRow) TableName() string { return "once" }

// act does what a person asked for, in one transaction, and gives the id of
// what came of it. Under a key that the same person used before nothing is
// done and the id of the first time is given.
func (s *Store) act(ctx context.Context, act claims.Act, kind string, do func(tx *gorm.DB) (id string, err error)) (string, error) {
	var id string
	err := s.change(ctx, func(tx *gorm.DB) error {
		first, done, err := began(tx, act, kind)
		if err != nil || done {
			id = first
			return err
		}
		if id, err = do(tx); err != nil || act.Key == "" {
			return err
		}
		return tx.Model(&onceRow{}).Where("user_id = ? and key = ?", act.Actor, act.Key).Update("id", id).Error
	})
	return id, err
}

// began notes that a request with a key has begun, or finds that it was done
// before. A second one that arrives meanwhile waits here for the first.
func began(tx *gorm.DB, act claims.Act, kind string) (id string, done bool, err error) {
	if act.Key == "" {
		return "", false, nil
	}
	if err := claims.CheckText("the Idempotency-Key", act.Key, 200); err != nil {
		return "", false, err
	}
	if err := tx.Where("at < ?", stampOf(act.At.Add(-onceKept))).Delete(&onceRow{}).Error; err != nil {
		return "", false, err
	}
	row := onceRow{User: string(act.Actor), Key: act.Key, Digest: act.Digest, Kind: kind, At: stampOf(act.At)}
	added := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if added.Error != nil || added.RowsAffected == 1 {
		return "", false, added.Error
	}
	var first onceRow
	if err := tx.Where("user_id = ? and key = ?", act.Actor, act.Key).Take(&first).Error; err != nil {
		return "", false, err
	}
	if first.Digest != act.Digest || first.Kind != kind {
		return "", false, claims.Errorf(claims.Invalid, "key-reused", "the Idempotency-Key was used before for another request").
			WithHint("Use a new key for a new request").WithRef(first.ID)
	}
	return first.ID, true, nil
}
