package store

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// historyRow is one row of the append-only record.
type historyRow struct {
	Seq       int64 `gorm:"primaryKey;autoIncrement"`
	At        stamp
	Actor     string
	RunID     string
	Action    string
	Subject   string
	SubjectID string
	Reason    string
	Before    *string
	After     *string
}

func (historyRow) TableName() string { return "history" }

// record writes the row of history for an act of a person. before and after
// are what the thing was and is, nil for nothing; they are of shapes made for
// it, which hold no byte offsets.
func record(tx *gorm.DB, act claims.Act, action, subject, id string, before, after any) error {
	row := historyRow{At: stampOf(act.At), Actor: string(act.Actor), Action: action,
		Subject: subject, SubjectID: id, Reason: storable(act.Reason)}
	return addHistory(tx, row, before, after)
}

func addHistory(tx *gorm.DB, row historyRow, before, after any) error {
	var err error
	if row.Before, err = jsonText(before); err != nil {
		return err
	}
	if row.After, err = jsonText(after); err != nil {
		return err
	}
	return tx.Create(&row).Error
}

func jsonText(v any) (*string, error) {
	if v == nil {
		return nil, nil
	}
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	s := string(text)
	return &s, nil
}

// History gives the record, newest first.
func (s *Store) History(ctx context.Context, q claims.Query) (claims.Page[claims.HistoryEntry], error) {
	const list = "history"
	var page claims.Page[claims.HistoryEntry]
	n, err := pageSize(q)
	if err != nil {
		return page, err
	}
	from, more, err := after[int64](list, q.Cursor)
	if err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		if more {
			tx = tx.Where("seq < ?", from.Key)
		}
		var rows []historyRow
		if err := tx.Order("seq desc").Limit(n + 1).Find(&rows).Error; err != nil {
			return err
		}
		rows, page.Next = cut(rows, n, list, func(r historyRow) (int64, string) { return r.Seq, "history" })
		for _, r := range rows {
			page.Items = append(page.Items, r.entry())
		}
		return nil
	})
	return page, err
}

func (r historyRow) entry() claims.HistoryEntry {
	e := claims.HistoryEntry{Seq: r.Seq, At: r.At.time(), Actor: claims.UserID(r.Actor), Run: claims.RunID(r.RunID),
		Action: r.Action, Subject: r.Subject, ID: r.SubjectID, Reason: r.Reason}
	if r.Before != nil {
		e.Before = json.RawMessage(*r.Before)
	}
	if r.After != nil {
		e.After = json.RawMessage(*r.After)
	}
	return e
}
