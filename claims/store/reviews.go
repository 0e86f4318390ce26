package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/review"
)

// CreateReview stores the actor's first review of a conflict and settles the
// conflict. One that is there already gives Stale with code "review-exists".
// The version of a review is that of the conflict when it was stored, so that
// it never comes back after a review was deleted and made anew.
func (s *Store) CreateReview(ctx context.Context, act claims.Act, r claims.Review) (claims.Review, error) {
	r.Reviewer = reviewer(act, r)
	_, err := s.act(ctx, act, "review", func(tx *gorm.DB) (string, error) {
		conflict, err := s.reviewed(tx, r)
		if err != nil {
			return "", err
		}
		if _, there, err := loadReview(tx, r.Conflict, r.Reviewer); err != nil {
			return "", err
		} else if there {
			return "", claims.Errorf(claims.Stale, "review-exists", "you have reviewed this conflict already").
				WithHint("Load your review and change it").WithRef(string(r.Conflict))
		}
		row := reviewRow{ConflictID: r.Conflict, ReviewerID: r.Reviewer, Judgement: r.Judgement, Sureness: r.Sureness, Note: r.Note,
			Version: conflict.Version + 1, Created: stampOf(act.At), Updated: stampOf(act.At)}
		if err := tx.Create(&row).Error; err != nil {
			return "", err
		}
		if err := settle(tx, conflict, act); err != nil {
			return "", err
		}
		return string(r.Conflict), record(tx, act, "review.create", "conflict", string(r.Conflict), nil, row.record())
	})
	if err != nil {
		return claims.Review{}, err
	}
	return s.review(ctx, r.Conflict, r.Reviewer)
}

// reviewer is whose review it is; one that names nobody is the actor's.
func reviewer(act claims.Act, r claims.Review) claims.UserID {
	if r.Reviewer == "" {
		return act.Actor
	}
	return r.Reviewer
}

// reviewed checks a review and keeps its conflict from others.
func (s *Store) reviewed(tx *gorm.DB, r claims.Review) (conflictRow, error) {
	if err := r.Check(); err != nil {
		return conflictRow{}, err
	}
	if _, err := loadUser(tx, r.Reviewer); err != nil {
		return conflictRow{}, err
	}
	return loadConflict(forUpdate(tx), r.Conflict)
}

// UpdateReview changes a review and settles the conflict anew.
func (s *Store) UpdateReview(ctx context.Context, act claims.Act, r claims.Review, version int64) (claims.Review, error) {
	r.Reviewer = reviewer(act, r)
	_, err := s.act(ctx, act, "review-update", func(tx *gorm.DB) (string, error) {
		conflict, err := s.reviewed(tx, r)
		if err != nil {
			return "", err
		}
		before, err := reviewAt(tx, r.Conflict, r.Reviewer, version)
		if err != nil {
			return "", err
		}
		now := before
		now.Judgement, now.Sureness, now.Note, now.Version = r.Judgement, r.Sureness, r.Note, conflict.Version+1
		err = tx.Model(&reviewRow{}).Where("conflict_id = ? and reviewer_id = ?", r.Conflict, r.Reviewer).Updates(map[string]any{
			"judgement": now.Judgement, "sureness": now.Sureness, "note": now.Note, "version": now.Version, "updated_at": stampOf(act.At),
		}).Error
		if err != nil {
			return "", err
		}
		if err := settle(tx, conflict, act); err != nil {
			return "", err
		}
		return string(r.Conflict), record(tx, act, "review.update", "conflict", string(r.Conflict), before.record(), now.record())
	})
	if err != nil {
		return claims.Review{}, err
	}
	return s.review(ctx, r.Conflict, r.Reviewer)
}

// reviewAt gives a review at the version that the caller has seen.
func reviewAt(tx *gorm.DB, conflict claims.ConflictID, reviewer claims.UserID, version int64) (reviewRow, error) {
	row, there, err := loadReview(tx, conflict, reviewer)
	if err != nil {
		return row, err
	}
	if !there {
		return row, noSuch("review", string(conflict))
	}
	return row, checkVersion("review of conflict", string(conflict), row.Version, version)
}

// DeleteReview takes the actor's review back and settles the conflict anew.
func (s *Store) DeleteReview(ctx context.Context, act claims.Act, id claims.ConflictID, version int64) error {
	return s.change(ctx, func(tx *gorm.DB) error {
		conflict, err := loadConflict(forUpdate(tx), id)
		if err != nil {
			return err
		}
		before, err := reviewAt(tx, id, act.Actor, version)
		if err != nil {
			return err
		}
		if err := tx.Where("conflict_id = ? and reviewer_id = ?", id, act.Actor).Delete(&reviewRow{}).Error; err != nil {
			return err
		}
		if err := settle(tx, conflict, act); err != nil {
			return err
		}
		return record(tx, act, "review.delete", "conflict", string(id), before.record(), nil)
	})
}

// settle writes what the reviews of a conflict now come down to.
func settle(tx *gorm.DB, conflict conflictRow, act claims.Act) error {
	reviews, err := loadReviews(tx, []claims.ConflictID{conflict.ID})
	if err != nil {
		return err
	}
	state, judgement := review.Settle(reviews[conflict.ID])
	return tx.Model(&conflictRow{}).Where("id = ?", conflict.ID).Updates(map[string]any{
		"state": state, "judgement": judgement, "version": conflict.Version + 1, "updated_at": stampOf(act.At),
	}).Error
}

func (s *Store) review(ctx context.Context, conflict claims.ConflictID, reviewer claims.UserID) (claims.Review, error) {
	var out claims.Review
	err := s.view(ctx, func(tx *gorm.DB) error {
		row, there, err := loadReview(tx, conflict, reviewer)
		if err == nil && !there {
			err = noSuch("review", string(conflict))
		}
		out = row.review()
		return err
	})
	return out, err
}
