package store

import (
	"context"
	"time"

	"gorm.io/gorm/logger"
)

// Exec runs a statement as the store itself would, past its rules.
func (s *Store) Exec(sql string, args ...any) error {
	return plain(s.write.Exec(sql, args...).Error)
}

// Ask gives the one value that a statement finds, through the connections
// that write or those that read.
func (s *Store) Ask(writer bool, sql string) (value string, err error) {
	pool := s.read
	if writer {
		pool = s.write
	}
	err = pool.Raw(sql).Scan(&value).Error
	return value, err
}

// CountQuestions counts the statements that reading sends from now on.
func (s *Store) CountQuestions() *int {
	n := new(int)
	s.read.Logger = counter{logger.Discard, n}
	return n
}

type counter struct {
	logger.Interface
	n *int
}

func (c counter) Trace(context.Context, time.Time, func() (string, int64), error) { *c.n++ }

// Down takes all tables away again.
func (s *Store) Down(ctx context.Context) error {
	db, err := s.write.DB()
	if err != nil {
		return err
	}
	steps, err := migrationsOf(db, s.kind)
	if err == nil {
		_, err = steps.DownTo(ctx, 0)
	}
	return err
}
