package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

type userRow struct {
	ID      claims.UserID `gorm:"column:id;primaryKey"`
	Name    string
	Role    claims.Role
	Created stamp `gorm:"column:created_at"`
}

func (userRow) TableName() string { return "users" }

func (r userRow) user() claims.User {
	return claims.User{ID: r.ID, Name: r.Name, Role: r.Role, CreatedAt: r.Created.time()}
}

// userRecord is a user as history shows one.
type userRecord struct {
	Name string      `json:"name"`
	Role claims.Role `json:"role"`
}

// User gives a user.
func (s *Store) User(ctx context.Context, id claims.UserID) (claims.User, error) {
	var user claims.User
	err := s.view(ctx, func(tx *gorm.DB) error {
		row, err := loadUser(tx, id)
		user = row.user()
		return err
	})
	return user, err
}

func loadUser(tx *gorm.DB, id claims.UserID) (userRow, error) {
	var row userRow
	err := tx.Where("id = ?", id).Take(&row).Error
	return row, orNoSuch(err, "user", string(id))
}

// Users gives all users by name.
func (s *Store) Users(ctx context.Context) ([]claims.User, error) {
	var users []claims.User
	err := s.view(ctx, func(tx *gorm.DB) error {
		var rows []userRow
		err := tx.Order("name").Find(&rows).Error
		for _, r := range rows {
			users = append(users, r.user())
		}
		return err
	})
	return users, err
}

// EnsureUser gives the user of a name: it makes one where there is none, and
// gives an existing one the role where he has another.
func (s *Store) EnsureUser(ctx context.Context, act claims.Act, name string, role claims.Role) (claims.User, error) {
	if err := checkUser(name, role); err != nil {
		return claims.User{}, err
	}
	var user claims.User
	err := s.change(ctx, func(tx *gorm.DB) error {
		var row userRow
		err := forUpdate(tx).Where("name = ?", name).Take(&row).Error
		switch {
		case errors.Is(err, gorm.ErrRecordNotFound):
			row = userRow{ID: claims.UserID(s.newID()), Name: name, Role: role, Created: stampOf(act.At)}
			if err := tx.Create(&row).Error; err != nil {
				return err
			}
			err = record(tx, act, "user.create", "user", string(row.ID), nil, userRecord{name, role})
		case err == nil && row.Role != role:
			before := userRecord{name, row.Role}
			row.Role = role
			if err := tx.Model(&userRow{}).Where("id = ?", row.ID).Update("role", role).Error; err != nil {
				return err
			}
			err = record(tx, act, "user.update", "user", string(row.ID), before, userRecord{name, role})
		}
		user = row.user()
		return err
	})
	return user, err
}

func checkUser(name string, role claims.Role) error {
	if name == "" {
		return claims.Errorf(claims.Invalid, "empty-name", "the user has no name").WithHint("Give a name")
	}
	if role != claims.Owner && role != claims.Reviewer {
		return claims.Errorf(claims.Invalid, "unknown-role", "%q is no role", role).WithHint("Use owner or reviewer")
	}
	return claims.CheckText("the name", name, 200)
}
