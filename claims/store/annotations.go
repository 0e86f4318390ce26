package store

import (
	"context"
	"unicode/utf8"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

type annotationRow struct {
	ID          claims.AnnotationID `gorm:"column:id;primaryKey"`
	Version     int64
	Created     stamp         `gorm:"column:created_at"`
	Updated     stamp         `gorm:"column:updated_at"`
	AuthorID    claims.UserID `gorm:"column:author_id"`
	Motivation  claims.Motivation
	Body        string
	ArticleID   *string `gorm:"column:article_id"`
	StatementID *string `gorm:"column:statement_id"`
	ConflictID  *string `gorm:"column:conflict_id"`
	DisputeID   *string `gorm:"column:dispute_id"`
	WordsStart  *int
	WordsEnd    *int
	Exact       string
	Prefix      string
	Suffix      string
	Name        string `gorm:"->"` // of the author, joined
}

func (annotationRow) TableName() string { return "annotations" }

func annotationRowOf(a claims.Annotation) annotationRow {
	r := annotationRow{
		ID: a.ID, Version: a.Version, Created: stampOf(a.CreatedAt), Updated: stampOf(a.UpdatedAt), AuthorID: a.Author,
		Motivation: a.Motivation, Body: a.Body, ArticleID: optional(a.Target.Article), StatementID: optional(a.Target.Statement),
		ConflictID: optional(a.Target.Conflict), DisputeID: optional(a.Target.Dispute),
		Exact: a.Target.Exact, Prefix: a.Target.Prefix, Suffix: a.Target.Suffix,
	}
	if a.Target.Words != nil {
		r.WordsStart, r.WordsEnd = &a.Target.Words.Start, &a.Target.Words.End
	}
	return r
}

func (r annotationRow) annotation() claims.Annotation {
	a := claims.Annotation{
		ID: r.ID, Version: r.Version, Motivation: r.Motivation, Body: r.Body, Author: r.AuthorID, Name: r.Name,
		CreatedAt: r.Created.time(), UpdatedAt: r.Updated.time(),
		Target: claims.Target{
			Article: orEmpty[claims.ArticleID](r.ArticleID), Statement: orEmpty[claims.StatementID](r.StatementID),
			Conflict: orEmpty[claims.ConflictID](r.ConflictID), Dispute: orEmpty[claims.DisputeID](r.DisputeID),
			Exact: r.Exact, Prefix: r.Prefix, Suffix: r.Suffix,
		},
	}
	if r.WordsStart != nil && r.WordsEnd != nil {
		a.Target.Words = &claims.Span{Start: *r.WordsStart, End: *r.WordsEnd}
	}
	return a
}

// annotationRecord is an annotation as history shows one. The words are there
// as a quotation, not as offsets.
type annotationRecord struct {
	Motivation claims.Motivation `json:"motivation"`
	Body       string            `json:"body"`
	Article    *string           `json:"article,omitempty"`
	Statement  *string           `json:"statement,omitempty"`
	Conflict   *string           `json:"conflict,omitempty"`
	Dispute    *string           `json:"dispute,omitempty"`
	Exact      string            `json:"exact,omitempty"`
}

func (r annotationRow) record() annotationRecord {
	return annotationRecord{r.Motivation, r.Body, r.ArticleID, r.StatementID, r.ConflictID, r.DisputeID, r.Exact}
}

// CreateAnnotation stores an annotation of the actor's. For words of an
// article the quotation is filled in; one that was given and differs from the
// text gives Invalid with code "quote-mismatch".
func (s *Store) CreateAnnotation(ctx context.Context, act claims.Act, a claims.Annotation) (claims.Annotation, error) {
	if err := a.Check(); err != nil {
		return claims.Annotation{}, err
	}
	if a.ID == "" {
		a.ID = claims.AnnotationID(s.newID())
	}
	if a.Author == "" {
		a.Author = act.Actor
	}
	a.Version, a.CreatedAt, a.UpdatedAt = 1, act.At, act.At
	id, err := s.act(ctx, act, "annotation", func(tx *gorm.DB) (string, error) {
		if _, err := loadUser(tx, a.Author); err != nil {
			return "", err
		}
		if err := anchor(tx, &a.Target); err != nil {
			return "", err
		}
		row := annotationRowOf(a)
		if err := tx.Create(&row).Error; err != nil {
			return "", err
		}
		return string(a.ID), record(tx, act, "annotation.create", "annotation", string(a.ID), nil, row.record())
	})
	if err != nil {
		return claims.Annotation{}, err
	}
	return s.Annotation(ctx, claims.AnnotationID(id))
}

// anchor makes sure that the target is there, and quotes its words.
func anchor(tx *gorm.DB, t *claims.Target) error {
	for _, target := range []struct{ thing, table, id string }{
		{"article", "articles", string(t.Article)}, {"statement", "statements", string(t.Statement)},
		{"conflict", "conflicts", string(t.Conflict)}, {"dispute", "disputes", string(t.Dispute)},
	} {
		if target.id == "" {
			continue
		}
		var n int64
		if err := tx.Table(target.table).Where("id = ?", target.id).Count(&n).Error; err != nil {
			return err
		}
		if n == 0 {
			return noSuch(target.thing, target.id)
		}
	}
	if t.Words == nil {
		t.Exact, t.Prefix, t.Suffix = "", "", ""
		return nil
	}
	if t.Article == "" {
		return claims.Errorf(claims.Invalid, "one-target", "offsets are given, but no article they belong to")
	}
	article, err := loadArticle(tx, t.Article)
	if err != nil {
		return err
	}
	return quote(article.Text, t)
}

// quoted is how many characters around the words are kept, so that they are
// found again in another copy of the text.
const quoted = 32

func quote(text string, t *claims.Target) error {
	if err := t.Words.Check(text); err != nil {
		return err
	}
	exact := t.Words.In(text)
	if t.Exact != "" && t.Exact != exact {
		return claims.Errorf(claims.Invalid, "quote-mismatch", "the words given are not those at these offsets").
			WithHint("Offsets count Unicode characters of the article's text, end exclusive")
	}
	start, end := t.Words.Start, t.Words.End
	for range quoted {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
		_, size = utf8.DecodeRuneInString(text[end:])
		end += size
	}
	t.Exact, t.Prefix, t.Suffix = exact, text[start:t.Words.Start], text[t.Words.End:end]
	return nil
}

func selectAnnotations(tx *gorm.DB) *gorm.DB {
	return tx.Model(&annotationRow{}).Select("annotations.*, users.name").Joins("join users on users.id = annotations.author_id")
}

// Annotation gives an annotation.
func (s *Store) Annotation(ctx context.Context, id claims.AnnotationID) (claims.Annotation, error) {
	var a claims.Annotation
	err := s.view(ctx, func(tx *gorm.DB) error {
		var row annotationRow
		err := selectAnnotations(tx).Where("annotations.id = ?", id).Take(&row).Error
		a = row.annotation()
		return orNoSuch(err, "annotation", string(id))
	})
	return a, err
}
