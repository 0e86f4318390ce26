package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// claimRow is what a statement puts forward, as one run made it.
type claimRow struct {
	StatementID claims.StatementID `gorm:"column:statement_id;primaryKey"`
	ArticleID   claims.ArticleID   `gorm:"column:article_id"`
	RunID       claims.RunID       `gorm:"column:run_id"`
	Body        claimBody
}

func (claimRow) TableName() string { return "claims" }

func claimRowOf(c claims.Claim, run claims.RunID) claimRow {
	return claimRow{c.Statement, c.Article, run, claimBody{
		Speaker: c.Speaker, Publisher: c.Publisher, CueClass: c.CueClass, Commitment: c.Commitment,
		SaidAt: c.SaidAt, About: c.About, Text: c.Text, Terms: c.Terms, Keys: c.Keys,
	}}
}

func (r claimRow) claim() claims.Claim {
	b := r.Body
	return claims.Claim{
		Article: r.ArticleID, Statement: r.StatementID, Speaker: b.Speaker, Publisher: b.Publisher, CueClass: b.CueClass,
		Commitment: b.Commitment, SaidAt: b.SaidAt, About: b.About, Text: b.Text, Terms: b.Terms, Keys: b.Keys,
	}
}

// keyRow is one row of the index by which claims find one another.
type keyRow struct {
	Key         string             `gorm:"primaryKey"`
	StatementID claims.StatementID `gorm:"column:statement_id;primaryKey"`
	Weight      int
}

func (keyRow) TableName() string { return "claim_keys" }

func (r claimRow) keyRows() []keyRow {
	out := make([]keyRow, 0, len(r.Body.Keys))
	seen := map[string]bool{}
	for _, k := range r.Body.Keys {
		if key := keyName(k.Text); !seen[key] {
			seen[key] = true
			out = append(out, keyRow{key, r.StatementID, k.Weight})
		}
	}
	return out
}

// keyName is a key as the index holds it. A hostile text can give a key too
// long for an index; its digest is equal exactly where the key is.
func keyName(key string) string {
	if len(key) <= 256 {
		return key
	}
	sum := sha256.Sum256([]byte(key))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// ClaimsOf gives the claims of the statements, in the order asked for; those
// without one are left out.
func (s *Store) ClaimsOf(ctx context.Context, ids []claims.StatementID) ([]claims.Claim, error) {
	var out []claims.Claim
	err := s.view(ctx, func(tx *gorm.DB) (err error) {
		out, err = loadClaims(tx, ids)
		return err
	})
	return out, err
}

func loadClaims(tx *gorm.DB, ids []claims.StatementID) ([]claims.Claim, error) {
	found := make(map[claims.StatementID]claims.Claim, len(ids))
	err := batches(distinct(ids), batch, func(some []claims.StatementID) error {
		var rows []claimRow
		err := tx.Where("statement_id in ?", stringsOf(some)).Find(&rows).Error
		for _, r := range rows {
			found[r.StatementID] = r.claim()
		}
		return err
	})
	out := make([]claims.Claim, 0, len(found))
	for _, id := range distinct(ids) {
		if c, ok := found[id]; ok {
			out = append(out, c)
		}
	}
	return out, err
}
