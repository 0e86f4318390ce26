package store

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// Limits on the keys that are looked at.
const (
	commonKey = 2000   // claims above which a key says too little to be worth reading all of them
	mostRead  = 4000   // claims met by all the keys taken together
	maxKeys   = 10_000 // keys that one claim can ask with
)

// Near gives the k claims nearest to the given one, best first, by the rule of
// the index that candidates are looked for in: keys that at most 2,000 claims
// carry are taken, those of the fewest first, as long as they have at most 4,000
// together. A key shared counts with its weight on both sides, times 11 where
// one claim carries it, and one less each time that their number doubles. Equal
// sums go by statement id. The claim itself is left out.
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
// one above the limit, so that a very common one costs no more than that. Keys
// come in the order of their text, which their place keeps.
func nearStatement(keys []keyRow, self claims.StatementID, k int) (string, []any) {
	args := make([]any, 0, 2*len(keys)+5)
	asked := make([]string, len(keys))
	for i, key := range keys {
		asked[i] = fmt.Sprintf("(?,cast(? as bigint),%d)", i)
		args = append(args, key.Key, key.Weight)
	}
	args = append(args, commonKey+1, commonKey, mostRead, string(self), k)
	return `with asked (key, weight, place) as (values ` + strings.Join(asked, ",") + `),
		counted as materialized (
			select asked.key, asked.weight, asked.place,
				(select count(*) from (select 1 from claim_keys where claim_keys.key = asked.key limit ?) as held) as holders
			from asked
		),
		usable as materialized (
			select key, weight * ` + rarity + ` as worth, sum(holders) over (order by holders, place) as met
			from counted where holders between 1 and ?
		)
		select claim_keys.statement_id from usable join claim_keys on claim_keys.key = usable.key
		where usable.met <= ? and claim_keys.statement_id <> ?
		group by claim_keys.statement_id
		order by sum(usable.worth * claim_keys.weight) desc, claim_keys.statement_id
		limit ?`, args
}

// rarity is what a key counts for, by the number of its holders.
const rarity = `case when holders >= 1024 then 1 when holders >= 512 then 2 when holders >= 256 then 3 when holders >= 128 then 4
	when holders >= 64 then 5 when holders >= 32 then 6 when holders >= 16 then 7 when holders >= 8 then 8
	when holders >= 4 then 9 when holders >= 2 then 10 else 11 end`
