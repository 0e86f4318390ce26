package store

import (
	"context"
	"iter"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"github.com/counterclaim/counterclaim/claims"
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
func (s *Store) Down(ctx context.Context) error { return s.DownTo(ctx, 0) }

// DownTo brings the tables back to those of an older version.
func (s *Store) DownTo(ctx context.Context, version int64) error {
	db, err := s.write.DB()
	if err != nil {
		return err
	}
	steps, err := migrationsOf(db, s.kind)
	if err == nil {
		_, err = steps.DownTo(ctx, version)
	}
	return err
}

// Fill writes claims whose statements are not in the archive, as fast as the
// database takes them: the rows of the index in their order.
func (s *Store) Fill(all iter.Seq[claims.Claim]) error {
	free := []string{"pragma foreign_keys = off"}
	if s.kind == postgresDatabase {
		free = []string{"alter table claims drop constraint claims_statement_id_fkey, drop constraint claims_article_id_fkey, drop constraint claims_run_id_fkey"}
	}
	if err := s.doAll(append(free, "create table staging (key text, statement_id text, weight bigint)")...); err != nil {
		return err
	}
	var some []claimRow
	for c := range all {
		if some = append(some, claimRowOf(c, "run")); len(some) < 2000 {
			continue
		}
		if err := s.fillSome(some); err != nil {
			return err
		}
		some = some[:0]
	}
	if err := s.fillSome(some); err != nil {
		return err
	}
	order := ""
	if s.kind == postgresDatabase {
		order = ` collate "C"`
	}
	err := s.doAll("insert into claim_keys (key, statement_id, weight) select key, statement_id, weight from staging order by key"+order+", statement_id"+order, "drop table staging")
	if err != nil || s.kind == sqliteDatabase {
		return err
	}
	return s.doAll("vacuum analyze claim_keys, claims")
}

func (s *Store) doAll(statements ...string) error {
	for _, statement := range statements {
		if err := s.Exec(statement); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) fillSome(some []claimRow) error {
	return s.write.Transaction(func(tx *gorm.DB) error {
		var keys []any
		for i := range some {
			for _, k := range some[i].keyRows() {
				keys = append(keys, k.Key, string(k.StatementID), k.Weight)
			}
		}
		err := batches(keys, 3*1000, func(values []any) error {
			marks := strings.TrimSuffix(strings.Repeat("(?,?,?),", len(values)/3), ",")
			return tx.Exec("insert into staging values "+marks, values...).Error
		})
		if err != nil {
			return err
		}
		return batches(some, batch, func(rows []claimRow) error { return tx.Create(&rows).Error })
	})
}
