package store

import (
	"context"
	"reflect"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// disputeRecord is a dispute as history shows one: enough to undo what was done
// with it.
type disputeRecord struct {
	ID        claims.DisputeID    `json:"id"`
	Question  string              `json:"question"`
	Conflicts []claims.ConflictID `json:"conflicts"`
}

// MergeDisputes moves all conflicts of one dispute into another, with what
// people noted on it; the emptied one goes. As a person did it, no run parts
// them again: only SplitDispute does. asked is how the whole is worded now.
func (s *Store) MergeDisputes(ctx context.Context, act claims.Act, into, from claims.DisputeID, asked claims.Dispute) (claims.DisputeDetail, error) {
	if into == from {
		return claims.DisputeDetail{}, claims.Errorf(claims.Invalid, "same-dispute", "a dispute cannot be merged with itself").WithHint("Name two disputes")
	}
	_, err := s.act(ctx, act, "dispute", func(tx *gorm.DB) (string, error) {
		rows, conflicts, err := lockDisputes(tx, into, from)
		if err != nil {
			return "", err
		}
		before := []disputeRecord{recordOf(rows[into], conflicts[into]), recordOf(rows[from], conflicts[from])}
		if err := placeConflicts(tx, act, into, append(conflicts[into], conflicts[from]...)); err != nil {
			return "", err
		}
		if err := tx.Model(&annotationRow{}).Where("dispute_id = ?", from).Update("dispute_id", string(into)).Error; err != nil {
			return "", err
		}
		if err := tx.Where("id = ?", from).Delete(&disputeRow{}).Error; err != nil {
			return "", err
		}
		if err := rewordDispute(tx, act, rows[into], asked); err != nil {
			return "", err
		}
		after := recordOf(rows[into], append(conflicts[into], conflicts[from]...))
		after.Question = asked.Question
		return string(into), record(tx, act, "dispute.merge", "dispute", string(into), before, after)
	})
	return s.changedDispute(ctx, into, err)
}

// SplitDispute moves some conflicts of a dispute, not all of them, into a new
// one and gives that. No run brings them together again: only MergeDisputes
// does. left and parted are how the two are worded now.
func (s *Store) SplitDispute(ctx context.Context, act claims.Act, id claims.DisputeID, moved []claims.ConflictID, left, parted claims.Dispute) (claims.DisputeDetail, error) {
	made, err := s.act(ctx, act, "dispute", func(tx *gorm.DB) (string, error) {
		rows, conflicts, err := lockDisputes(tx, id)
		if err != nil {
			return "", err
		}
		stay, leave, err := parts(id, conflicts[id], moved)
		if err != nil {
			return "", err
		}
		if parted.Question == "" {
			parted.Question = rows[id].Question
		}
		row := disputeRow{ID: claims.DisputeID(s.newID()), Version: 1, Created: stampOf(act.At), Updated: stampOf(act.At),
			Question: parted.Question, Positions: asJSON[[]positionShape]{positionShapesOf(parted.Positions)}}
		if err := tx.Create(&row).Error; err != nil {
			return "", err
		}
		if err := placeConflicts(tx, act, row.ID, leave); err != nil {
			return "", err
		}
		if err := placeConflicts(tx, act, id, stay); err != nil {
			return "", err
		}
		if err := rewordDispute(tx, act, rows[id], left); err != nil {
			return "", err
		}
		rest := recordOf(rows[id], stay)
		rest.Question = left.Question
		return string(row.ID), record(tx, act, "dispute.split", "dispute", string(id),
			recordOf(rows[id], conflicts[id]), []disputeRecord{rest, recordOf(row, leave)})
	})
	return s.changedDispute(ctx, claims.DisputeID(made), err)
}

func (s *Store) changedDispute(ctx context.Context, id claims.DisputeID, err error) (claims.DisputeDetail, error) {
	if err != nil {
		return claims.DisputeDetail{}, err
	}
	found, err := s.DisputeDetails(ctx, []claims.DisputeID{id})
	if err != nil {
		return claims.DisputeDetail{}, err
	}
	return found[0], nil
}

// lockDisputes gives disputes with their conflicts, for a change.
func lockDisputes(tx *gorm.DB, ids ...claims.DisputeID) (map[claims.DisputeID]disputeRow, map[claims.DisputeID][]conflictRow, error) {
	var found []disputeRow
	if err := forUpdate(tx).Where("id in ?", stringsOf(ids)).Order("id").Find(&found).Error; err != nil {
		return nil, nil, err
	}
	rows := map[claims.DisputeID]disputeRow{}
	for _, r := range found {
		rows[r.ID] = r
	}
	for _, id := range ids {
		if _, ok := rows[id]; !ok {
			return nil, nil, noSuch("dispute", string(id))
		}
	}
	list, err := conflictsOf(forUpdate(tx), ids)
	conflicts := map[claims.DisputeID][]conflictRow{}
	for _, c := range list {
		id := orEmpty[claims.DisputeID](c.DisputeID)
		conflicts[id] = append(conflicts[id], c)
	}
	return rows, conflicts, err
}

// parts tells the conflicts that stay in a dispute from those that leave it.
func parts(id claims.DisputeID, all []conflictRow, moved []claims.ConflictID) (stay, leave []conflictRow, err error) {
	named := map[claims.ConflictID]bool{}
	for _, c := range moved {
		named[c] = true
	}
	for _, c := range all {
		if named[c.ID] {
			leave = append(leave, c)
			delete(named, c.ID)
		} else {
			stay = append(stay, c)
		}
	}
	switch {
	case len(named) > 0:
		return nil, nil, claims.Errorf(claims.Invalid, "not-of-the-dispute", "%d of the conflicts do not belong to the dispute %q", len(named), id).
			WithHint("Load the dispute again and name conflicts of it")
	case len(stay) == 0 || len(leave) == 0:
		return nil, nil, claims.Errorf(claims.Invalid, "nothing-parted", "a split leaves at least one conflict in each part").
			WithHint("Name some of the dispute's conflicts, not none and not all")
	}
	return stay, leave, nil
}

// placeConflicts puts conflicts into a dispute for good.
func placeConflicts(tx *gorm.DB, act claims.Act, id claims.DisputeID, list []conflictRow) error {
	var ids []claims.ConflictID
	for _, c := range list {
		if !c.Placed || orEmpty[claims.DisputeID](c.DisputeID) != id {
			ids = append(ids, c.ID)
		}
	}
	return batches(ids, batch, func(some []claims.ConflictID) error {
		return tx.Model(&conflictRow{}).Where("id in ?", stringsOf(some)).Updates(map[string]any{
			"dispute_id": string(id), "placed": true, "version": gorm.Expr("version + 1"), "updated_at": stampOf(act.At),
		}).Error
	})
}

// rewordDispute gives a dispute its question and positions as they are now.
func rewordDispute(tx *gorm.DB, act claims.Act, was disputeRow, asked claims.Dispute) error {
	positions := asJSON[[]positionShape]{positionShapesOf(asked.Positions)}
	if asked.Question == "" || reflect.DeepEqual(positions.V, []positionShape{}) {
		asked.Question, positions = was.Question, was.Positions
	}
	return tx.Model(&disputeRow{}).Where("id = ?", was.ID).Updates(map[string]any{
		"question": asked.Question, "positions": positions, "version": was.Version + 1, "updated_at": stampOf(act.At),
	}).Error
}

func recordOf(row disputeRow, conflicts []conflictRow) disputeRecord {
	out := disputeRecord{ID: row.ID, Question: row.Question, Conflicts: []claims.ConflictID{}}
	for _, c := range conflicts {
		out.Conflicts = append(out.Conflicts, c.ID)
	}
	return out
}
