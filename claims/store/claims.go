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
	Body        asJSON[claimBody]
}

func (claimRow) TableName() string { return "claims" }

// claimBody is a claim without its ids, with short names as there are many.
type claimBody struct {
	Speaker    claims.Speaker    `json:"sp"`
	Publisher  string            `json:"pu,omitempty"`
	CueClass   claims.CueClass   `json:"cc,omitempty"`
	Commitment claims.Commitment `json:"co,omitempty"`
	SaidAt     string            `json:"sa,omitempty"`
	About      string            `json:"ab,omitempty"`
	Text       string            `json:"tx"`
	Terms      []termBody        `json:"te,omitempty"`
	Keys       []keyBody         `json:"ke,omitempty"`
}

type termBody struct {
	Text    string          `json:"t"`
	Lemma   string          `json:"l,omitempty"`
	Kind    claims.TermKind `json:"k,omitempty"`
	At      [2]int          `json:"a"`
	Negated bool            `json:"n,omitempty"`
	Number  float64         `json:"v,omitempty"`
	Unit    string          `json:"u,omitempty"`
	Bound   string          `json:"b,omitempty"`
	Context bool            `json:"c,omitempty"`
	Role    string          `json:"r,omitempty"`
	Head    int             `json:"h,omitempty"`
	Upper   float64         `json:"p,omitempty"`
	Clause  int             `json:"s,omitempty"`
}

type keyBody struct {
	Text   string `json:"t"`
	Weight int    `json:"w"`
}

func claimRowOf(c claims.Claim, run claims.RunID) claimRow {
	body := claimBody{Speaker: c.Speaker, Publisher: c.Publisher, CueClass: c.CueClass, Commitment: c.Commitment,
		SaidAt: c.SaidAt, About: c.About, Text: c.Text}
	for _, t := range c.Terms {
		body.Terms = append(body.Terms, termBody{t.Text, t.Lemma, t.Kind, [2]int{t.At.Start, t.At.End}, t.Negated, t.Number, t.Unit, t.Bound, t.Context, t.Role, t.Head, t.Upper, t.Clause})
	}
	for _, k := range c.Keys {
		body.Keys = append(body.Keys, keyBody(k))
	}
	return claimRow{c.Statement, c.Article, run, asJSON[claimBody]{body}}
}

func (r claimRow) claim() claims.Claim {
	b := r.Body.V
	c := claims.Claim{Article: r.ArticleID, Statement: r.StatementID, Speaker: b.Speaker, Publisher: b.Publisher, CueClass: b.CueClass,
		Commitment: b.Commitment, SaidAt: b.SaidAt, About: b.About, Text: b.Text}
	for _, t := range b.Terms {
		c.Terms = append(c.Terms, claims.Term{Text: t.Text, Lemma: t.Lemma, Kind: t.Kind, At: claims.Span{Start: t.At[0], End: t.At[1]},
			Negated: t.Negated, Number: t.Number, Unit: t.Unit, Bound: t.Bound, Context: t.Context, Role: t.Role, Head: t.Head, Upper: t.Upper, Clause: t.Clause})
	}
	for _, k := range b.Keys {
		c.Keys = append(c.Keys, claims.Key(k))
	}
	return c
}

// keyRow is one row of the index by which claims find one another.
type keyRow struct {
	Key         string             `gorm:"primaryKey"`
	StatementID claims.StatementID `gorm:"column:statement_id;primaryKey"`
	Weight      int
}

func (keyRow) TableName() string { return "claim_keys" }

func (r claimRow) keyRows() []keyRow {
	out := make([]keyRow, 0, len(r.Body.V.Keys))
	seen := map[string]bool{}
	for _, k := range r.Body.V.Keys {
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
