package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// signInRow is a link that signs somebody in once.
type signInRow struct {
	Hash    string        `gorm:"primaryKey"`
	UserID  claims.UserID `gorm:"column:user_id"`
	Created stamp         `gorm:"column:created_at"`
	Expires stamp         `gorm:"column:expires_at"`
	Used    stamp         `gorm:"column:used_at"`
}

func (signInRow) TableName() string { return "sign_ins" }

type sessionRow struct {
	Hash    string        `gorm:"primaryKey"`
	UserID  claims.UserID `gorm:"column:user_id"`
	Created stamp         `gorm:"column:created_at"`
	Expires stamp         `gorm:"column:expires_at"`
}

func (sessionRow) TableName() string { return "sessions" }

// CreateSignIn stores the hash of a sign-in link for a user, and forgets
// those that have expired.
func (s *Store) CreateSignIn(ctx context.Context, user claims.UserID, hash string, now, expires time.Time) error {
	return s.change(ctx, func(tx *gorm.DB) error {
		if _, err := loadUser(tx, user); err != nil {
			return err
		}
		if err := tx.Where("expires_at <= ?", stampOf(now)).Delete(&signInRow{}).Error; err != nil {
			return err
		}
		return tx.Create(&signInRow{Hash: hash, UserID: user, Created: stampOf(now), Expires: stampOf(expires)}).Error
	})
}

// UseSignIn spends a sign-in link: a second use, or a use after it expired,
// gives Unauthenticated.
func (s *Store) UseSignIn(ctx context.Context, hash string, now time.Time) (claims.User, error) {
	var user claims.User
	err := s.change(ctx, func(tx *gorm.DB) error {
		spent := tx.Model(&signInRow{}).Where("hash = ? and used_at = 0 and expires_at > ?", hash, stampOf(now)).Update("used_at", stampOf(now))
		if spent.Error != nil {
			return spent.Error
		}
		if spent.RowsAffected == 0 {
			return claims.Errorf(claims.Unauthenticated, "bad-sign-in", "the sign-in link was used before, has expired or never existed").
				WithHint("Start the program again for a new link")
		}
		var link signInRow
		if err := tx.Where("hash = ?", hash).Take(&link).Error; err != nil {
			return err
		}
		row, err := loadUser(tx, link.UserID)
		if err != nil {
			return err
		}
		user = row.user()
		return record(tx, claims.Act{Actor: user.ID, At: now}, "session.create", "user", string(user.ID), nil, nil)
	})
	return user, err
}

// CreateSession stores the hash of a session's secret, and forgets sessions
// that have expired.
func (s *Store) CreateSession(ctx context.Context, user claims.UserID, hash string, now, expires time.Time) error {
	return s.change(ctx, func(tx *gorm.DB) error {
		if _, err := loadUser(tx, user); err != nil {
			return err
		}
		if err := tx.Where("expires_at <= ?", stampOf(now)).Delete(&sessionRow{}).Error; err != nil {
			return err
		}
		return tx.Create(&sessionRow{Hash: hash, UserID: user, Created: stampOf(now), Expires: stampOf(expires)}).Error
	})
}

// SessionUser gives who a session belongs to; Unauthenticated when there is
// none or it has expired.
func (s *Store) SessionUser(ctx context.Context, hash string, now time.Time) (claims.User, error) {
	var user claims.User
	err := s.view(ctx, func(tx *gorm.DB) error {
		var rows []userRow
		err := tx.Where("id = (select user_id from sessions where hash = ? and expires_at > ?)", hash, stampOf(now)).Find(&rows).Error
		if err == nil && len(rows) == 0 {
			return claims.Errorf(claims.Unauthenticated, "no-session", "nobody is signed in, or the session has expired").WithHint("Sign in")
		}
		if err == nil {
			user = rows[0].user()
		}
		return err
	})
	return user, err
}

// DeleteSession ends a session. Ending one that is not there is no error.
func (s *Store) DeleteSession(ctx context.Context, hash string) error {
	return s.change(ctx, func(tx *gorm.DB) error {
		return tx.Where("hash = ?", hash).Delete(&sessionRow{}).Error
	})
}
