package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// conflictRecord is a conflict as history shows one.
type conflictRecord struct {
	A     claims.Ref   `json:"a"`
	B     claims.Ref   `json:"b"`
	Kind  claims.Label `json:"kind"`
	Score float64      `json:"score"`
	Note  string       `json:"note,omitempty"`
}

// JoinByHand stores a conflict of origin person, with what the engine said
// when asked; Exists with Ref when the two are joined already. It joins a
// dispute that one of the two is in, the older of two, or begins its own under
// the question; an empty one is worded from what the two say.
func (s *Store) JoinByHand(ctx context.Context, act claims.Act, a, b claims.StatementID, said claims.Comparison, note, question string) (claims.ConflictDetail, error) {
	if err := claims.CheckText("note", note, claims.MaxNote); err != nil {
		return claims.ConflictDetail{}, err
	}
	if a == b {
		return claims.ConflictDetail{}, claims.Errorf(claims.Invalid, "same-statement", "a statement cannot be in conflict with itself").
			WithHint("Name two statements")
	}
	id, err := s.act(ctx, act, "conflict", func(tx *gorm.DB) (string, error) {
		sideA, sideB, err := joinable(tx, a, b)
		if err != nil {
			return "", err
		}
		if before(sideB, sideA) {
			sideA, sideB, said.Reasons = sideB, sideA, turned(said.Reasons)
		}
		c := claims.Conflict{
			ID: claims.ConflictID(s.newID()), A: refOf(sideA), B: refOf(sideB), Origin: claims.ByPerson, State: claims.Open,
			Kind: said.Kind, Score: said.Score, Reasons: said.Reasons, Note: note, CreatedAt: act.At, UpdatedAt: act.At,
		}
		if c.Dispute, err = s.disputeFor(tx, act, sideA, sideB, question); err != nil {
			return "", err
		}
		row := conflictRowOf(c)
		if err := tx.Create(&row).Error; err != nil {
			return "", err
		}
		return string(c.ID), record(tx, act, "conflict.create", "conflict", string(c.ID), nil, conflictRecord{c.A, c.B, c.Kind, c.Score, note})
	})
	if duplicated(err) { // another person joined the two in this moment
		err = s.view(ctx, func(tx *gorm.DB) error { _, _, err := joinable(tx, a, b); return err })
	}
	if err != nil {
		return claims.ConflictDetail{}, err
	}
	return s.Conflict(ctx, claims.ConflictID(id))
}

// joinable gives the two statements, and refuses two that are joined already.
func joinable(tx *gorm.DB, a, b claims.StatementID) (sideA, sideB claims.Side, err error) {
	sides, err := loadSides(tx, []claims.StatementID{a, b})
	if err != nil {
		return sideA, sideB, err
	}
	for _, id := range []claims.StatementID{a, b} {
		if _, ok := sides[id]; !ok {
			return sideA, sideB, noSuch("statement", string(id))
		}
	}
	var ids []string
	err = tx.Model(&conflictRow{}).Where("low = ? and high = ?", min(a, b), max(a, b)).Pluck("id", &ids).Error
	if err == nil && len(ids) > 0 {
		err = claims.Errorf(claims.Exists, "already-joined", "the two statements are joined already").
			WithHint("Open the conflict that is there").WithRef(ids[0])
	}
	return sides[a], sides[b], err
}

// before says which of two sides was published first, or was said first, or
// has the smaller id. Dates of unequal precision compare by what both have.
func before(a, b claims.Side) bool {
	for _, dates := range [][2]string{{a.Article.Date, b.Article.Date}, {a.Statement.SaidAt, b.Statement.SaidAt}} {
		shared := min(len(dates[0]), len(dates[1]), len("2006-01-02"))
		if x, y := dates[0][:shared], dates[1][:shared]; x != y {
			return x < y
		}
	}
	return a.Statement.ID < b.Statement.ID
}

// turned gives reasons for two statements that change places.
func turned(reasons []claims.Reason) []claims.Reason {
	out := make([]claims.Reason, len(reasons))
	for i, r := range reasons {
		r.A, r.B = r.B, r.A
		out[i] = r
	}
	return out
}

func refOf(side claims.Side) claims.Ref {
	return claims.Ref{Article: side.Statement.Article, Statement: side.Statement.ID}
}

// disputeFor gives the dispute that a conflict joined by hand belongs to.
func (s *Store) disputeFor(tx *gorm.DB, act claims.Act, a, b claims.Side, question string) (claims.DisputeID, error) {
	sides := []claims.Side{a, b}
	ids := []string{string(a.Statement.ID), string(b.Statement.ID)}
	var rows []disputeRow
	err := forUpdate(tx).Where("id in (select dispute_id from conflicts where a_statement in ? or b_statement in ?)", ids, ids).
		Order("created_at, id").Limit(1).Find(&rows).Error
	if err != nil {
		return "", err
	}
	if len(rows) == 0 {
		if question == "" {
			question = questionOf(a, b)
		}
		row := disputeRow{ID: claims.DisputeID(s.newID()), Version: 1, Created: stampOf(act.At), Updated: stampOf(act.At), Question: question}
		row.Positions.V = withPositions(nil, sides)
		return row.ID, tx.Create(&row).Error
	}
	row := rows[0]
	return row.ID, tx.Model(&disputeRow{}).Where("id = ?", row.ID).Updates(map[string]any{
		"positions": asJSON[[]positionShape]{withPositions(row.Positions.V, sides)}, "version": row.Version + 1, "updated_at": stampOf(act.At),
	}).Error
}

// withPositions adds a position for each statement that is in none, under its
// speaker's name.
func withPositions(positions []positionShape, sides []claims.Side) []positionShape {
	out := append([]positionShape{}, positions...)
	for _, side := range sides {
		if !placed(out, side.Statement.ID) {
			out = append(out, positionShape{Label: speakerOf(side), Statements: []claims.Ref{refOf(side)}})
		}
	}
	return out
}

func placed(positions []positionShape, id claims.StatementID) bool {
	for _, p := range positions {
		for _, ref := range p.Statements {
			if ref.Statement == id {
				return true
			}
		}
	}
	return false
}

func speakerOf(side claims.Side) string {
	if side.Statement.Speaker.Name != "" {
		return side.Statement.Speaker.Name
	}
	return "not named"
}

// questionOf words what is in dispute between two statements by what each
// says.
func questionOf(a, b claims.Side) string {
	return fmt.Sprintf("%s: “%s” or %s: “%s”?", speakerOf(a), shorten(a.Statement.Text), speakerOf(b), shorten(b.Statement.Text))
}

// shorten cuts a text at the end of a word, after at most 140 characters.
func shorten(text string) string {
	const most = 140
	space, n := 0, 0
	for i, r := range text {
		if n == most {
			if space == 0 {
				space = i
			}
			return text[:space] + " …"
		}
		if r == ' ' {
			space = i
		}
		n++
	}
	return text
}
