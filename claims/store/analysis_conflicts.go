package store

import (
	"reflect"

	"github.com/counterclaim/counterclaim/claims"
)

// conflicts stores what the run found beside what people did. It gives the
// disputes that the article's earlier conflicts were in.
func (a saving) conflicts(found []claims.Conflict) (disputes []claims.DisputeID, err error) {
	if err := a.othersThere(found); err != nil {
		return nil, err
	}
	earlier, touched, err := a.earlierConflicts()
	if err != nil {
		return nil, err
	}
	for _, was := range earlier {
		if was.DisputeID != nil {
			disputes = append(disputes, claims.DisputeID(*was.DisputeID))
		}
	}
	var fresh []conflictRow
	for _, c := range found {
		pair := pairOf(c.A.Statement, c.B.Statement)
		was, there := earlier[pair]
		delete(earlier, pair)
		switch {
		case !there:
			fresh = append(fresh, a.freshConflict(c))
		case touched[was.ID]:
			err = a.engineNow(was, said(was, c))
		default:
			err = a.replaceConflict(was, c)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := batches(fresh, 100, func(some []conflictRow) error { return a.tx.Create(&some).Error }); err != nil {
		return nil, err
	}
	return distinct(disputes), a.notFound(earlier, touched)
}

// othersThere makes sure that the statements of other articles are still
// there: their article may have been read anew since they were compared.
func (a saving) othersThere(found []claims.Conflict) error {
	var ids []claims.StatementID
	for _, c := range found {
		for _, ref := range []claims.Ref{c.A, c.B} {
			if ref.Article != a.article.ID {
				ids = append(ids, ref.Statement)
			}
		}
	}
	ids = distinct(ids)
	return batches(ids, batch, func(some []claims.StatementID) error {
		var n int64
		err := a.tx.Model(&statementRow{}).Where("id in ?", stringsOf(some)).Count(&n).Error
		if err == nil && int(n) != len(some) {
			err = claims.Errorf(claims.Busy, "archive-changed", "statements of other articles have changed since they were compared")
		}
		return err
	})
}

func (a saving) earlierConflicts() (map[claims.Pair]conflictRow, map[claims.ConflictID]bool, error) {
	var rows []conflictRow
	if err := a.tx.Where("a_article = ? or b_article = ?", a.article.ID, a.article.ID).Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	var ids []claims.ConflictID
	err := a.tx.Raw("select id from conflicts where (a_article = ? or b_article = ?) and "+touchedConflict, a.article.ID, a.article.ID).Scan(&ids).Error
	if err != nil {
		return nil, nil, err
	}
	earlier := make(map[claims.Pair]conflictRow, len(rows))
	for _, r := range rows {
		earlier[claims.Pair{A: r.Low, B: r.High}] = r
	}
	touched := make(map[claims.ConflictID]bool, len(ids))
	for _, id := range ids {
		touched[id] = true
	}
	return earlier, touched, nil
}

func (a saving) freshConflict(c claims.Conflict) conflictRow {
	row := conflictRowOf(c)
	row.ID, row.Version, row.Created, row.Updated = claims.ConflictID(a.newID()), 1, a.now, a.now
	row.Origin, row.State, row.Judgement, row.Note = claims.BySoftware, claims.Open, "", ""
	row.DisputeID, row.Placed, row.EngineNow, row.RunID = nil, false, nil, optional(a.run)
	return row
}

// replaceConflict overwrites a conflict that nobody touched, where the run
// sees it differently.
func (a saving) replaceConflict(was conflictRow, c claims.Conflict) error {
	now := a.freshConflict(c)
	now.ID, now.Version, now.Created, now.Updated = was.ID, was.Version, was.Created, was.Updated
	now.DisputeID, now.RunID = was.DisputeID, was.RunID
	if reflect.DeepEqual(was, now) {
		return nil
	}
	now.Version, now.Updated, now.RunID = was.Version+1, a.now, optional(a.run)
	return a.tx.Model(&conflictRow{}).Where("id = ?", was.ID).Select("*").Updates(&now).Error
}

// said is what the run says of a conflict that people touched, nil where that
// is what they saw. A first comparison in depth always says something new. A
// conflict carries only its score, so all that is not conflict counts as
// neutral.
func said(was conflictRow, c claims.Conflict) *asJSON[comparisonShape] {
	reasons := c.Reasons
	if c.A.Statement != was.AStatement {
		reasons = turned(reasons)
	}
	now := comparisonShapeOf(claims.Comparison{
		Relation: claims.RelationConflict, Kind: c.Kind, Score: c.Score, Reasons: reasons,
		Probabilities: claims.Probabilities{Conflict: c.Score, Neutral: 1 - c.Score},
	})
	deeper := was.Shallow && !c.Shallow
	if !deeper && was.Kind == c.Kind && was.Score == c.Score && reflect.DeepEqual(was.Reasons.V, now.V.Reasons) {
		return nil
	}
	return now
}

// notFound deals with what the run did not find: what nobody touched goes, of
// the rest it is noted that the engine now sees no conflict. Of two statements
// that a person joined it never saw one, unless an earlier run did.
func (a saving) notFound(left map[claims.Pair]conflictRow, touched map[claims.ConflictID]bool) error {
	var gone []claims.ConflictID
	for _, was := range left {
		if !touched[was.ID] {
			gone = append(gone, was.ID)
			continue
		}
		if was.Origin == claims.ByPerson && was.EngineNow == nil {
			continue
		}
		neutral := comparisonShapeOf(claims.Comparison{
			Relation: claims.RelationNeutral, Kind: claims.Unrelated, Probabilities: claims.Probabilities{Neutral: 1},
		})
		if err := a.engineNow(was, neutral); err != nil {
			return err
		}
	}
	return batches(gone, batch, func(some []claims.ConflictID) error {
		return a.tx.Where("id in ?", stringsOf(some)).Delete(&conflictRow{}).Error
	})
}

func (a saving) engineNow(was conflictRow, now *asJSON[comparisonShape]) error {
	if reflect.DeepEqual(was.EngineNow, now) {
		return nil
	}
	return a.tx.Model(&conflictRow{}).Where("id = ?", was.ID).Updates(map[string]any{
		"engine_now": now, "version": was.Version + 1, "updated_at": a.now,
	}).Error
}
