package store

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// commonKey is the number of claims above which a key says too little to be
// worth reading all of them.
const commonKey = 2000

// maxKeys bounds the question that one claim can ask.
const maxKeys = 10_000

// Near gives the k claims nearest to the given one, best first: those with
// the greatest sum of the weights they hold for the keys they share with it,
// equal sums by statement id. Keys that more than 2,000 claims have are left
// out of the sum. The claim itself is left out.
func (s *Store) Near(ctx context.Context, c claims.Claim, k int) ([]claims.Claim, error) {
	keys := claimRowOf(c, "").keyRows()
	if len(keys) == 0 || k <= 0 {
		return nil, nil
	}
	if len(keys) > maxKeys {
		keys = keys[:maxKeys]
	}
	var out []claims.Claim
	err := s.view(ctx, func(tx *gorm.DB) error {
		if err := s.preferIndex(tx); err != nil {
			return err
		}
		query, args := nearStatement(keys, c.Statement, k)
		var ids []claims.StatementID
		err := tx.Raw(query, args...).Scan(&ids).Error
		if err != nil {
			return err
		}
		out, err = loadClaims(tx, ids)
		return err
	})
	return out, err
}

// preferIndex keeps PostgreSQL, for this transaction, from reading the whole
// index where it knows nothing about it yet, as after a large import. SQLite
// has no such plan.
func (s *Store) preferIndex(tx *gorm.DB) error {
	if s.kind == sqliteDatabase {
		return nil
	}
	var set string
	return tx.Raw("select set_config('enable_seqscan', 'off', true) || set_config('enable_hashjoin', 'off', true) || set_config('enable_mergejoin', 'off', true)").
		Scan(&set).Error
}

// nearStatement ranks within the database. The count of a key's claims stops
// one above the limit, so that a very common one costs no more than that.
func nearStatement(keys []keyRow, self claims.StatementID, k int) (string, []any) {
	args := make([]any, 0, len(keys)+3)
	for _, key := range keys {
		args = append(args, key.Key)
	}
	args = append(args, commonKey+1, commonKey, string(self), k)
	return `with asked (key) as (values ` + strings.TrimSuffix(strings.Repeat("(?),", len(keys)), ",") + `),
		telling (key) as (
			select asked.key from asked
			where (select count(*) from (select 1 from claim_keys where claim_keys.key = asked.key limit ?) as holders) <= ?
		)
		select claim_keys.statement_id from telling join claim_keys on claim_keys.key = telling.key
		where claim_keys.statement_id <> ?
		group by claim_keys.statement_id
		order by sum(claim_keys.weight) desc, claim_keys.statement_id
		limit ?`, args
}
