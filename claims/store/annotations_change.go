package store

import (
	"context"

	"gorm.io/gorm"

	"github.com/counterclaim/counterclaim/claims"
)

// ListAnnotations gives annotations, oldest first.
func (s *Store) ListAnnotations(ctx context.Context, q claims.AnnotationQuery) (claims.Page[claims.Annotation], error) {
	const list = "annotations"
	var page claims.Page[claims.Annotation]
	n, err := pageSize(q.Query)
	if err != nil {
		return page, err
	}
	from, more, err := after[int64](list, q.Cursor)
	if err != nil {
		return page, err
	}
	err = s.view(ctx, func(tx *gorm.DB) error {
		found := narrowAnnotations(selectAnnotations(tx), q)
		if more {
			found = found.Where("(annotations.created_at, annotations.id) > (?, ?)", from.Key, from.ID)
		}
		var rows []annotationRow
		if err := found.Order("annotations.created_at, annotations.id").Limit(n + 1).Find(&rows).Error; err != nil {
			return err
		}
		rows, page.Next = cut(rows, n, list, func(r annotationRow) (int64, string) { return int64(r.Created), string(r.ID) })
		for _, r := range rows {
			page.Items = append(page.Items, r.annotation())
		}
		return nil
	})
	return page, err
}

func narrowAnnotations(tx *gorm.DB, q claims.AnnotationQuery) *gorm.DB {
	if q.Article != "" {
		tx = tx.Where("(annotations.article_id = ? or annotations.statement_id in (select id from statements where article_id = ?))", q.Article, q.Article)
	}
	if q.Statement != "" {
		tx = tx.Where("annotations.statement_id = ?", q.Statement)
	}
	if q.Conflict != "" {
		tx = tx.Where("annotations.conflict_id = ?", q.Conflict)
	}
	if q.Dispute != "" {
		tx = tx.Where("annotations.dispute_id = ?", q.Dispute)
	}
	return tx
}

// annotationAt gives an annotation at the version that the caller has seen,
// kept from others until the transaction ends.
func annotationAt(tx *gorm.DB, id claims.AnnotationID, version int64) (annotationRow, error) {
	var row annotationRow
	if err := forUpdate(tx).Omit("name").Where("id = ?", id).Take(&row).Error; err != nil {
		return row, orNoSuch(err, "annotation", string(id))
	}
	return row, checkVersion("annotation", string(id), row.Version, version)
}

// UpdateAnnotation changes what an annotation says.
func (s *Store) UpdateAnnotation(ctx context.Context, act claims.Act, id claims.AnnotationID, version int64, body string) (claims.Annotation, error) {
	_, err := s.act(ctx, act, "annotation-update", func(tx *gorm.DB) (string, error) {
		before, err := annotationAt(tx, id, version)
		if err != nil {
			return "", err
		}
		now := before
		now.Body = body
		if err := now.annotation().Check(); err != nil {
			return "", err
		}
		err = tx.Model(&annotationRow{}).Where("id = ?", id).
			Updates(map[string]any{"body": body, "version": version + 1, "updated_at": stampOf(act.At)}).Error
		if err != nil {
			return "", err
		}
		return string(id), record(tx, act, "annotation.update", "annotation", string(id), before.record(), now.record())
	})
	if err != nil {
		return claims.Annotation{}, err
	}
	return s.Annotation(ctx, id)
}

// DeleteAnnotation removes an annotation; history keeps it.
func (s *Store) DeleteAnnotation(ctx context.Context, act claims.Act, id claims.AnnotationID, version int64) error {
	return s.change(ctx, func(tx *gorm.DB) error {
		before, err := annotationAt(tx, id, version)
		if err != nil {
			return err
		}
		if err := tx.Where("id = ?", id).Delete(&annotationRow{}).Error; err != nil {
			return err
		}
		return record(tx, act, "annotation.delete", "annotation", string(id), before.record(), nil)
	})
}
