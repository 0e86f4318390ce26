package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

type statementRow struct {
	ID              claims.StatementID `gorm:"column:id;primaryKey"`
	ArticleID       claims.ArticleID   `gorm:"column:article_id"`
	RunID           claims.RunID       `gorm:"column:run_id"`
	Version         int64
	Retired         bool
	Start           int
	Type            claims.StatementType
	Source          asJSON[spans]
	Cue             asJSON[spans]
	Content         asJSON[spans]
	Text            string
	SpeakerName     string
	SpeakerAliases  asJSON[[]string]
	SpeakerKind     claims.SpeakerKind
	SpeakerRole     string
	CueClass        claims.CueClass
	Commitment      claims.Commitment
	CommitmentWords asJSON[spans]
	SaidAt          string
	About           string
	Chain           asJSON[[]string]
	SpeakerSearch   string
	SpeakerID       *string
	TextSearch      string
}

func (statementRow) TableName() string { return "statements" }

func statementRowOf(s claims.Statement, run claims.RunID) statementRow {
	return statementRow{
		ID: s.ID, ArticleID: s.Article, RunID: run, Version: 1, Start: claims.Hull(s.Content).Start, Type: s.Type,
		Source: asJSON[spans]{spansOf(s.Source)}, Cue: asJSON[spans]{spansOf(s.Cue)}, Content: asJSON[spans]{spansOf(s.Content)},
		Text: s.Text, SpeakerName: s.Speaker.Name, SpeakerAliases: asJSON[[]string]{s.Speaker.Aliases},
		SpeakerKind: s.Speaker.Kind, SpeakerRole: s.Speaker.Role, CueClass: s.CueClass, Commitment: s.Commitment,
		CommitmentWords: asJSON[spans]{spansOf(s.CommitmentWords)}, SaidAt: s.SaidAt, About: s.About, Chain: asJSON[[]string]{s.Chain},
		SpeakerSearch: fold(s.Speaker.Name), SpeakerID: optional(s.Speaker.ID), TextSearch: fold(s.Text),
	}
}

func (r statementRow) statement() claims.Statement {
	return claims.Statement{
		ID: r.ID, Article: r.ArticleID, Type: r.Type, Source: r.Source.V.spans(), Cue: r.Cue.V.spans(), Content: r.Content.V.spans(),
		Text: r.Text, Speaker: claims.Speaker{ID: orEmpty[claims.SpeakerID](r.SpeakerID), Name: r.SpeakerName, Aliases: r.SpeakerAliases.V, Kind: r.SpeakerKind, Role: r.SpeakerRole},
		CueClass: r.CueClass, Commitment: r.Commitment, CommitmentWords: r.CommitmentWords.V.spans(),
		SaidAt: r.SaidAt, About: r.About, Chain: r.Chain.V, Version: r.Version,
	}
}

// StatementsOf gives all statements of an article, by start. Those that a
// later run did not find again but people had touched are among them, so that
// they keep their ids if a run finds them once more.
func (s *Store) StatementsOf(ctx context.Context, id claims.ArticleID) ([]claims.Statement, error) {
	var out []claims.Statement
	err := s.view(ctx, func(tx *gorm.DB) error {
		var rows []statementRow
		err := tx.Where("article_id = ?", id).Order("start, id").Find(&rows).Error
		for _, r := range rows {
			out = append(out, r.statement())
		}
		return err
	})
	return out, err
}

// Statement gives one statement with its article.
func (s *Store) Statement(ctx context.Context, id claims.StatementID) (claims.Side, error) {
	var side claims.Side
	err := s.view(ctx, func(tx *gorm.DB) error {
		sides, err := loadSides(tx, []claims.StatementID{id})
		if err != nil {
			return err
		}
		var ok bool
		if side, ok = sides[id]; !ok {
			return noSuch("statement", string(id))
		}
		return nil
	})
	return side, err
}

// ListStatements gives statements by article and start, without those that
// the last run did not find again.
func (s *Store) ListStatements(ctx context.Context, q claims.StatementQuery) (claims.Page[claims.Side], error) {
	const list = "statements"
	type place struct {
		Article claims.ArticleID `json:"a"`
		Start   int              `json:"s"`
	}
	var page claims.Page[claims.Side]
	n, err := pageSize(q.Query)
	if err != nil {
		return page, err
	}
	from, more, err := after[place](list, q.Cursor)
	if err != nil {
		return page, err
	}
	if err := checkParts(q.Speaker, q.Text); err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		found := narrowStatements(tx.Where("not retired"), q)
		if more {
			found = found.Where("(article_id, start, id) > (?, ?, ?)", from.Key.Article, from.Key.Start, from.ID)
		}
		var rows []statementRow
		if err := found.Order("article_id, start, id").Limit(n + 1).Find(&rows).Error; err != nil {
			return err
		}
		rows, page.Next = cut(rows, n, list, func(r statementRow) (place, string) { return place{r.ArticleID, r.Start}, string(r.ID) })
		page.Items, err = withArticles(tx, rows)
		return err
	})
	return page, err
}

func narrowStatements(tx *gorm.DB, q claims.StatementQuery) *gorm.DB {
	if q.Article != "" {
		tx = tx.Where("article_id = ?", q.Article)
	}
	if q.SpeakerID != "" {
		tx = tx.Where("speaker_id = ?", q.SpeakerID)
	}
	if q.Speaker != "" {
		tx = tx.Where(`speaker_search like ? escape '\'`, containing(q.Speaker))
	}
	if q.Text != "" {
		tx = tx.Where(`text_search like ? escape '\'`, containing(q.Text))
	}
	return tx
}

// checkParts refuses a part to look for that no text could hold.
func checkParts(speaker, text string) error {
	if err := claims.CheckText("speaker", speaker, claims.MaxField); err != nil {
		return err
	}
	return claims.CheckText("the text to look for", text, claims.MaxField)
}
