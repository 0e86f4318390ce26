package store

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
	"strings"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// Limits on the keys that are looked at.
const (
	commonKey = 2000   // claims above which a key says too little to be worth reading all of them
	mostRead  = 4000   // claims met by all the keys of a claim that are taken
	maxKeys   = 10_000 // keys that one claim can ask with
)

// Near gives for each of the claims the k nearest to it, best first, by the rule
// of the index that candidates are looked for in: keys that at most 2,000 claims
// carry are taken, those of the fewest first, as long as they have at most 4,000
// together. A key shared counts with its weight on both sides, times 11 where
// one claim carries it, and one less each time that their number doubles. Equal
// sums go by statement id. The claim itself is left out.
//
// All of it is of one moment; a claim that is near to several is read once.
func (s *Store) Near(ctx context.Context, of []claims.Claim, k int) ([][]claims.Claim, error) {
	out := make([][]claims.Claim, len(of))
	if k <= 0 {
		return out, nil
	}
	asks := make([][]keyRow, len(of))
	for i, c := range of {
		asks[i] = claimRowOf(c, "").keyRows()
		asks[i] = asks[i][:min(len(asks[i]), maxKeys)]
	}
	err := s.view(ctx, func(tx *gorm.DB) error {
		if err := s.preferIndex(tx); err != nil {
			return err
		}
		holders, err := holdersOf(tx, asks)
		if err != nil {
			return err
		}
		ids := make([][]claims.StatementID, len(of))
		for i, keys := range asks {
			if ids[i], err = nearest(tx, taken(keys, holders), of[i].Statement, k); err != nil {
				return err
			}
		}
		return loadLists(tx, ids, out)
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

// holdersOf counts the claims that carry each of the keys. The count stops one
// above the limit, so that a very common key costs no more than that.
func holdersOf(tx *gorm.DB, asks [][]keyRow) (map[string]int, error) {
	holders := map[string]int{}
	var keys []string
	for _, ask := range asks {
		for _, k := range ask {
			if _, known := holders[k.Key]; !known {
				holders[k.Key] = 0
				keys = append(keys, k.Key)
			}
		}
	}
	err := batches(keys, batch, func(some []string) error {
		args := make([]any, 0, len(some)+1)
		for _, key := range some {
			args = append(args, key)
		}
		var rows []struct {
			Key     string
			Holders int
		}
		err := tx.Raw(`with asked (key) as (values `+strings.TrimSuffix(strings.Repeat("(?),", len(some)), ",")+`)
			select key, (select count(*) from (select 1 from claim_keys where claim_keys.key = asked.key limit ?) as held) as holders
			from asked`, append(args, commonKey+1)...).Scan(&rows).Error
		for _, r := range rows {
			holders[r.Key] = r.Holders
		}
		return err
	})
	return holders, err
}

// worthyKey is a key that is taken, with what it counts for.
type worthyKey struct {
	key   string
	worth int
}

// taken gives the keys that are looked at. They come in the order of their text.
func taken(keys []keyRow, holders map[string]int) []worthyKey {
	keys = slices.Clone(keys)
	slices.SortStableFunc(keys, func(a, b keyRow) int { return cmp.Compare(holders[a.Key], holders[b.Key]) })
	var out []worthyKey
	met := 0
	for _, k := range keys {
		n := holders[k.Key]
		if met += n; n > commonKey || met > mostRead {
			break
		}
		if n > 0 {
			out = append(out, worthyKey{k.Key, k.Weight * (1 + bits.Len(commonKey) - bits.Len(uint(n)))})
		}
	}
	return out
}

// nearest ranks within the database.
func nearest(tx *gorm.DB, keys []worthyKey, self claims.StatementID, k int) (ids []claims.StatementID, err error) {
	if len(keys) == 0 {
		return nil, nil
	}
	args := make([]any, 0, 2*len(keys)+2)
	for _, key := range keys {
		args = append(args, key.key, key.worth)
	}
	err = tx.Raw(`with asked (key, worth) as (values `+strings.TrimSuffix(strings.Repeat("(?,cast(? as bigint)),", len(keys)), ",")+`)
		select claim_keys.statement_id from asked join claim_keys on claim_keys.key = asked.key
		where claim_keys.statement_id <> ?
		group by claim_keys.statement_id
		order by sum(asked.worth * claim_keys.weight) desc, claim_keys.statement_id
		limit ?`, append(args, string(self), k)...).Scan(&ids).Error
	return ids, err
}

// loadLists fills lists of claims, reading each claim once.
func loadLists(tx *gorm.DB, ids [][]claims.StatementID, out [][]claims.Claim) error {
	all, err := loadClaims(tx, slices.Concat(ids...))
	if err != nil {
		return err
	}
	found := make(map[claims.StatementID]claims.Claim, len(all))
	for _, c := range all {
		found[c.Statement] = c
	}
	for i, list := range ids {
		for _, id := range list {
			if c, ok := found[id]; ok {
				out[i] = append(out[i], c)
			}
		}
	}
	return nil
}
