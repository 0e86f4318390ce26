package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// tokenSeen is how exactly the last use of a token is kept: not every request
// has to write.
const tokenSeen = time.Minute

type tokenRow struct {
	ID      string `gorm:"column:id;primaryKey"`
	Hash    string
	Name    string
	UserID  claims.UserID `gorm:"column:user_id"`
	Created stamp         `gorm:"column:created_at"`
	Expires stamp         `gorm:"column:expires_at"`
	Used    stamp         `gorm:"column:used_at"`
}

func (tokenRow) TableName() string { return "tokens" }

func (r tokenRow) token() claims.Token {
	return claims.Token{ID: r.ID, Name: r.Name, User: r.UserID,
		CreatedAt: r.Created.time(), ExpiresAt: r.Expires.time(), UsedAt: r.Used.time()}
}

// tokenRecord is a token as history shows one.
type tokenRecord struct {
	Name    string        `json:"name"`
	User    claims.UserID `json:"user"`
	Expires string        `json:"expires,omitempty"`
}

func (r tokenRow) record() tokenRecord {
	rec := tokenRecord{Name: r.Name, User: r.UserID}
	if r.Expires != 0 {
		rec.Expires = r.Expires.time().Format(time.RFC3339)
	}
	return rec
}

// CreateToken stores a token with the hash of its secret. An empty id gets a
// new one, an empty user is the actor, a zero CreatedAt the time of the act. A
// token without a name is refused: nobody would know later what it is for.
func (s *Store) CreateToken(ctx context.Context, act claims.Act, t claims.Token, hash string) (claims.Token, error) {
	if t.Name == "" {
		return claims.Token{}, claims.Errorf(claims.Invalid, "empty-name", "the token has no name").WithHint("Give a name that says what it is for")
	}
	if err := claims.CheckText("the name of the token", t.Name, 200); err != nil {
		return claims.Token{}, err
	}
	row := tokenRow{ID: t.ID, Hash: hash, Name: t.Name, UserID: t.User,
		Created: stampOf(t.CreatedAt), Expires: stampOf(t.ExpiresAt), Used: stampOf(t.UsedAt)}
	if row.ID == "" {
		row.ID = s.newID()
	}
	if row.UserID == "" {
		row.UserID = act.Actor
	}
	if row.Created == 0 {
		row.Created = stampOf(act.At)
	}
	id, err := s.act(ctx, act, "token", func(tx *gorm.DB) (string, error) {
		if _, err := loadUser(tx, row.UserID); err != nil {
			return "", err
		}
		if err := tx.Create(&row).Error; err != nil {
			return "", err
		}
		return row.ID, record(tx, act, "token.create", "token", row.ID, nil, row.record())
	})
	if err != nil {
		return claims.Token{}, err
	}
	var stored claims.Token
	err = s.view(ctx, func(tx *gorm.DB) error {
		var row tokenRow
		err := tx.Where("id = ?", id).Take(&row).Error
		stored = row.token()
		return orNoSuch(err, "token", id)
	})
	return stored, err
}

// TokenUser gives whom a token acts for, and notes that it was used;
// Unauthenticated when there is none or it has expired.
func (s *Store) TokenUser(ctx context.Context, hash string, now time.Time) (claims.User, error) {
	var user claims.User
	var token tokenRow
	err := s.view(ctx, func(tx *gorm.DB) error {
		err := tx.Where("hash = ? and (expires_at = 0 or expires_at > ?)", hash, stampOf(now)).Take(&token).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return claims.Errorf(claims.Unauthenticated, "bad-token", "the token is not known, was deleted or has expired").WithHint("Make a new one")
		}
		if err != nil {
			return err
		}
		row, err := loadUser(tx, token.UserID)
		user = row.user()
		return err
	})
	if err != nil || now.Sub(token.Used.time()) < tokenSeen {
		return user, err
	}
	s.noteUse(ctx, token.ID, now)
	return user, nil
}

// noteUse keeps when a token was last used. A database that is too busy for
// it is no reason to turn the user away.
func (s *Store) noteUse(ctx context.Context, id string, now time.Time) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	err := s.change(ctx, func(tx *gorm.DB) error {
		return tx.Model(&tokenRow{}).Where("id = ? and used_at < ?", id, stampOf(now)).Update("used_at", stampOf(now)).Error
	})
	if err != nil {
		s.log.Warn("noting the use of a token", "token", id, "error", err)
	}
}

// ListTokens gives a user's tokens, oldest first.
func (s *Store) ListTokens(ctx context.Context, user claims.UserID) ([]claims.Token, error) {
	var tokens []claims.Token
	err := s.view(ctx, func(tx *gorm.DB) error {
		var rows []tokenRow
		err := tx.Where("user_id = ?", user).Order("created_at, id").Find(&rows).Error
		for _, r := range rows {
			tokens = append(tokens, r.token())
		}
		return err
	})
	return tokens, err
}

// DeleteToken takes a token back. Other people's tokens do not exist for
// anybody but an owner.
func (s *Store) DeleteToken(ctx context.Context, act claims.Act, id string) error {
	return s.change(ctx, func(tx *gorm.DB) error {
		var row tokenRow
		if err := forUpdate(tx).Where("id = ?", id).Take(&row).Error; err != nil {
			return orNoSuch(err, "token", id)
		}
		if row.UserID != act.Actor {
			actor, err := loadUser(tx, act.Actor)
			if err != nil || actor.Role != claims.Owner {
				return noSuch("token", id)
			}
		}
		if err := tx.Where("id = ?", id).Delete(&tokenRow{}).Error; err != nil {
			return err
		}
		return record(tx, act, "token.delete", "token", id, row.record(), nil)
	})
}
