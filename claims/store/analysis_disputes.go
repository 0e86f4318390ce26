package store

import (
	"cmp"
	"reflect"
	"slices"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// disputes stores how the run groups conflicts. left are the disputes that
// conflicts of the article were in before: what is empty of them now goes.
func (a saving) disputes(r claims.Analysis, left []claims.DisputeID) error {
	members, err := a.members(r.Members)
	if err != nil {
		return err
	}
	known, err := a.knownDisputes(members)
	if err != nil {
		return err
	}
	made, err := a.madeByPeople(known)
	if err != nil {
		return err
	}
	taken := map[claims.DisputeID]bool{}
	heir := map[claims.DisputeID]claims.DisputeID{}
	for i, d := range r.Disputes {
		if len(members[i]) == 0 {
			continue
		}
		before := oldestFirst(members[i], known)
		id, err := a.dispute(d, members[i], made.free(before, members[i]), taken)
		if err != nil {
			return err
		}
		taken[id] = true
		for _, c := range before {
			if _, ok := heir[c.ID]; !ok {
				heir[c.ID] = id
			}
			left = append(left, c.ID)
		}
	}
	for _, id := range distinct(left) {
		if taken[id] {
			continue
		}
		if err := a.leftDispute(id, heir[id]); err != nil {
			return err
		}
	}
	return nil
}

// members gives the conflicts that each dispute holds, by their statements.
func (a saving) members(pairs [][]claims.Pair) ([][]conflictRow, error) {
	var lows []claims.StatementID
	for _, list := range pairs {
		for _, p := range list {
			lows = append(lows, min(p.A, p.B))
		}
	}
	there := map[claims.Pair]conflictRow{}
	err := batches(distinct(lows), batch, func(some []claims.StatementID) error {
		var rows []conflictRow
		err := a.tx.Where("low in ?", stringsOf(some)).Find(&rows).Error
		for _, r := range rows {
			there[claims.Pair{A: r.Low, B: r.High}] = r
		}
		return err
	})
	out := make([][]conflictRow, len(pairs))
	for i, list := range pairs {
		for _, p := range list {
			if row, ok := there[pairOf(p.A, p.B)]; ok {
				out[i] = append(out[i], row)
			}
		}
	}
	return out, err
}

func (a saving) knownDisputes(members [][]conflictRow) (map[claims.DisputeID]disputeRow, error) {
	var ids []claims.DisputeID
	for _, list := range members {
		for _, c := range list {
			if c.DisputeID != nil {
				ids = append(ids, claims.DisputeID(*c.DisputeID))
			}
		}
	}
	return disputeRows(a.tx, distinct(ids))
}

// oldestFirst gives the disputes that these conflicts are in so far.
func oldestFirst(members []conflictRow, known map[claims.DisputeID]disputeRow) []disputeRow {
	var out []disputeRow
	seen := map[claims.DisputeID]bool{}
	for _, c := range members {
		id := orEmpty[claims.DisputeID](c.DisputeID)
		if d, ok := known[id]; ok && !seen[id] {
			seen[id] = true
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b disputeRow) int {
		return cmp.Or(cmp.Compare(a.Created, b.Created), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// handmade are the disputes that hold conflicts which a person put there.
type handmade map[claims.DisputeID]bool

func (a saving) madeByPeople(known map[claims.DisputeID]disputeRow) (handmade, error) {
	ids := make([]claims.DisputeID, 0, len(known))
	for id := range known {
		ids = append(ids, id)
	}
	out := handmade{}
	err := batches(ids, batch, func(some []claims.DisputeID) error {
		var found []claims.DisputeID
		err := a.tx.Model(&conflictRow{}).Where("placed and dispute_id in ?", stringsOf(some)).Distinct().Pluck("dispute_id", &found).Error
		for _, id := range found {
			out[id] = true
		}
		return err
	})
	return out, err
}

// free gives the disputes whose id these conflicts may have: the one that a
// person put one of them into, else those that no person made.
func (h handmade) free(candidates []disputeRow, members []conflictRow) []disputeRow {
	var own claims.DisputeID
	for _, c := range members {
		if c.Placed {
			own = orEmpty[claims.DisputeID](c.DisputeID)
			break
		}
	}
	return slices.DeleteFunc(slices.Clone(candidates), func(d disputeRow) bool {
		if own != "" {
			return d.ID != own
		}
		return h[d.ID]
	})
}

// dispute stores one dispute under the oldest id that is free, and puts its
// conflicts into it.
func (a saving) dispute(d claims.Dispute, members []conflictRow, candidates []disputeRow, taken map[claims.DisputeID]bool) (claims.DisputeID, error) {
	row := disputeRow{Question: d.Question, Positions: asJSON[[]positionShape]{positionShapesOf(d.Positions)}, Version: 1, Created: a.now, Updated: a.now}
	for _, c := range candidates {
		if !taken[c.ID] {
			row.ID, row.Version, row.Created, row.Updated = c.ID, c.Version, c.Created, c.Updated
			return row.ID, a.changeDispute(c, row, members)
		}
	}
	row.ID = claims.DisputeID(a.newID())
	if err := a.tx.Create(&row).Error; err != nil {
		return "", err
	}
	_, err := a.moveConflicts(row.ID, members)
	return row.ID, err
}

func (a saving) changeDispute(was, now disputeRow, members []conflictRow) error {
	moved, err := a.moveConflicts(was.ID, members)
	if err != nil || (!moved && reflect.DeepEqual(was, now)) {
		return err
	}
	return a.tx.Model(&disputeRow{}).Where("id = ?", was.ID).Updates(map[string]any{
		"question": now.Question, "positions": now.Positions, "version": was.Version + 1, "updated_at": a.now,
	}).Error
}

// moveConflicts puts conflicts into a dispute, but for those that a person put
// into another one, and says whether any was elsewhere.
func (a saving) moveConflicts(id claims.DisputeID, members []conflictRow) (bool, error) {
	var ids []claims.ConflictID
	for _, c := range members {
		if orEmpty[claims.DisputeID](c.DisputeID) != id && !c.Placed {
			ids = append(ids, c.ID)
		}
	}
	return len(ids) > 0, batches(ids, batch, func(some []claims.ConflictID) error {
		return a.tx.Model(&conflictRow{}).Where("id in ? and not placed", stringsOf(some)).Updates(map[string]any{
			"dispute_id": string(id), "version": gorm.Expr("case when run_id = ? and version = 1 then 1 else version + 1 end", string(a.run)),
		}).Error
	})
}

// leftDispute looks after a dispute that the run did not name. With conflicts
// left it loses the statements that are no side of them. Empty it goes, and
// what people noted on it goes over to the dispute that took its conflicts;
// where there is none it stays for the sake of the notes.
func (a saving) leftDispute(id, heir claims.DisputeID) error {
	rows, err := conflictsOf(a.tx, []claims.DisputeID{id})
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		return a.pruneDispute(id, rows)
	}
	noted := a.tx.Model(&annotationRow{}).Where("dispute_id = ?", id)
	if heir != "" {
		if err := noted.Update("dispute_id", string(heir)).Error; err != nil {
			return err
		}
	} else {
		var n int64
		if err := noted.Count(&n).Error; err != nil || n > 0 {
			return err
		}
	}
	return a.tx.Where("id = ?", id).Delete(&disputeRow{}).Error
}

func (a saving) pruneDispute(id claims.DisputeID, conflicts []conflictRow) error {
	known, err := disputeRows(a.tx, []claims.DisputeID{id})
	if err != nil {
		return err
	}
	sides := map[claims.StatementID]bool{}
	for _, c := range conflicts {
		sides[c.AStatement], sides[c.BStatement] = true, true
	}
	was := known[id]
	left := positionShapesOf(keptPositions(was.dispute().Positions, func(ref claims.Ref) bool { return sides[ref.Statement] }))
	if reflect.DeepEqual(was.Positions.V, left) {
		return nil
	}
	return a.tx.Model(&disputeRow{}).Where("id = ?", id).Updates(map[string]any{
		"positions": asJSON[[]positionShape]{left}, "version": was.Version + 1, "updated_at": a.now,
	}).Error
}
