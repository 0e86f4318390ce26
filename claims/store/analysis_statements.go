package store

import (
	"reflect"

	"github.com/counterclaim/counterclaim/claims"
)

// statements stores what the run found and gives the ids of those that it no
// longer found and nobody touched: they go once nothing refers to them.
func (a saving) statements(found []claims.Statement) (gone []claims.StatementID, err error) {
	earlier, touched, err := a.earlierStatements()
	if err != nil {
		return nil, err
	}
	var fresh []statementRow
	for _, s := range found {
		row := statementRowOf(s, a.run)
		was, there := earlier[s.ID]
		delete(earlier, s.ID)
		switch {
		case !there:
			fresh = append(fresh, row)
		case touched[s.ID]:
			err = a.retire(was, false)
		default:
			err = a.replaceStatement(was, row)
		}
		if err != nil {
			return nil, err
		}
	}
	for id, was := range earlier {
		if !touched[id] {
			gone = append(gone, id)
		} else if err := a.retire(was, true); err != nil {
			return nil, err
		}
	}
	return gone, batches(fresh, 100, func(some []statementRow) error { return a.tx.Create(&some).Error })
}

// earlierStatements gives what is there, and which of it people have touched:
// by an annotation, or by what they did with a conflict it is a side of.
func (a saving) earlierStatements() (map[claims.StatementID]statementRow, map[claims.StatementID]bool, error) {
	var rows []statementRow
	if err := a.tx.Where("article_id = ?", a.article.ID).Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	var ids []claims.StatementID
	err := a.tx.Raw(`select statements.id from statements where article_id = ? and (
		exists (select 1 from annotations where annotations.statement_id = statements.id)
		or exists (select 1 from conflicts where a_statement = statements.id and `+touchedConflict+`)
		or exists (select 1 from conflicts where b_statement = statements.id and `+touchedConflict+`))`, a.article.ID).Scan(&ids).Error
	if err != nil {
		return nil, nil, err
	}
	earlier := make(map[claims.StatementID]statementRow, len(rows))
	for _, r := range rows {
		earlier[r.ID] = r
	}
	touched := make(map[claims.StatementID]bool, len(ids))
	for _, id := range ids {
		touched[id] = true
	}
	return earlier, touched, nil
}

// retire keeps a touched statement out of the lists, or brings it back.
func (a saving) retire(was statementRow, retired bool) error {
	if was.Retired == retired {
		return nil
	}
	return a.tx.Model(&statementRow{}).Where("id = ?", was.ID).Updates(map[string]any{"retired": retired, "version": was.Version + 1}).Error
}

// replaceStatement overwrites a statement where the run sees it differently.
func (a saving) replaceStatement(was, now statementRow) error {
	now.Version, now.RunID = was.Version, was.RunID
	if reflect.DeepEqual(was, now) {
		return nil
	}
	now.Version, now.RunID = was.Version+1, a.run
	return a.tx.Model(&statementRow{}).Where("id = ?", was.ID).Select("*").Updates(&now).Error
}

// claims replaces the claims of the article and their rows of the index.
func (a saving) claims(found []claims.Claim) error {
	var was []claimRow
	if err := a.tx.Where("article_id = ?", a.article.ID).Find(&was).Error; err != nil {
		return err
	}
	if err := a.removeKeys(was); err != nil {
		return err
	}
	if err := a.tx.Where("article_id = ?", a.article.ID).Delete(&claimRow{}).Error; err != nil {
		return err
	}
	var rows []claimRow
	var keys []keyRow
	for _, c := range found {
		row := claimRowOf(c, a.run)
		rows, keys = append(rows, row), append(keys, row.keyRows()...)
	}
	if err := batches(rows, batch, func(some []claimRow) error { return a.tx.Create(&some).Error }); err != nil {
		return err
	}
	return batches(keys, batch, func(some []keyRow) error { return a.tx.Create(&some).Error })
}

// removeKeys removes rows of the index by their whole key, which the claims
// name: the index has no other order.
func (a saving) removeKeys(of []claimRow) error {
	holders := map[string][]string{}
	for _, c := range of {
		for _, k := range c.keyRows() {
			holders[k.Key] = append(holders[k.Key], string(k.StatementID))
		}
	}
	for key, ids := range holders {
		err := batches(ids, batch, func(some []string) error {
			return a.tx.Where("key = ? and statement_id in ?", key, some).Delete(&keyRow{}).Error
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (a saving) removeStatements(gone []claims.StatementID) error {
	return batches(gone, batch, func(some []claims.StatementID) error {
		return a.tx.Where("id in ?", stringsOf(some)).Delete(&statementRow{}).Error
	})
}
