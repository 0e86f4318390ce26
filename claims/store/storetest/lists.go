package storetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/store"
)

// listed is a list read page by page: the ids of a page, and where the next
// begins.
type listed struct {
	name string
	page func(q claims.Query) (ids []string, next string, err error)
}

func ids[T any](p claims.Page[T], err error, id func(T) string) ([]string, string, error) {
	out := make([]string, len(p.Items))
	for i, item := range p.Items {
		out[i] = id(item)
	}
	return out, p.Next, err
}

func allLists(w *world) []listed {
	return []listed{
		{"articles", func(q claims.Query) ([]string, string, error) {
			p, err := w.s.ListArticles(w.ctx, q)
			return ids(p, err, func(a claims.ArticleSummary) string { return string(a.ID) })
		}},
		{"statements", func(q claims.Query) ([]string, string, error) {
			p, err := w.s.ListStatements(w.ctx, claims.StatementQuery{Query: q})
			return ids(p, err, func(s claims.Side) string { return string(s.Statement.ID) })
		}},
		{"conflicts", func(q claims.Query) ([]string, string, error) {
			p, err := w.s.ListConflicts(w.ctx, claims.ConflictQuery{Query: q})
			return ids(p, err, func(c claims.ConflictDetail) string { return string(c.ID) })
		}},
		{"disputes", func(q claims.Query) ([]string, string, error) {
			p, err := w.s.ListDisputes(w.ctx, q)
			return ids(p, err, func(d claims.DisputeDetail) string { return string(d.ID) })
		}},
		{"annotations", func(q claims.Query) ([]string, string, error) {
			p, err := w.s.ListAnnotations(w.ctx, claims.AnnotationQuery{Query: q})
			return ids(p, err, func(a claims.Annotation) string { return string(a.ID) })
		}},
		{"jobs", func(q claims.Query) ([]string, string, error) {
			p, err := w.s.ListJobs(w.ctx, q)
			return ids(p, err, func(j claims.Job) string { return string(j.ID) })
		}},
		{"history", func(q claims.Query) ([]string, string, error) {
			p, err := w.s.History(w.ctx, q)
			return ids(p, err, func(e claims.HistoryEntry) string { return fmt.Sprint(e.Seq) })
		}},
	}
}

// lists wants that pages of any size together are the whole list in the same
// order, and that a cursor of another list is refused.
func lists(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	for i := range 5 {
		p := w.pair(fmt.Sprintf("river %d", i))
		must(s.CreateAnnotation(w.ctx, w.act(w.ada.ID), claims.Annotation{Motivation: claims.Commenting, Body: "b", Target: claims.Target{Conflict: p.conflict.ID}}))(t)
	}
	lists := allLists(w)
	for i, list := range lists {
		whole, next, err := list.page(claims.Query{Limit: 200})
		w.ok(err)
		if len(whole) < 5 || next != "" {
			t.Fatalf("%s: %d items, next %q", list.name, len(whole), next)
		}
		for _, size := range []int{1, 2, 3, len(whole), len(whole) - 1} {
			w.same(whole, readPages(w, list, size), fmt.Sprintf("%s in pages of %d", list.name, size))
		}
		_, foreign, err := lists[(i+1)%len(lists)].page(claims.Query{Limit: 1})
		w.ok(err)
		for _, cursor := range []string{foreign, "x", "e30", "====", strings.Repeat("A", 5000), "bnVsbA", "\x00"} {
			_, _, err := list.page(claims.Query{Cursor: cursor})
			w.refused(err, claims.Malformed, "bad-cursor")
		}
		for _, limit := range []int{-1, 201, 1 << 40} {
			_, _, err := list.page(claims.Query{Limit: limit})
			w.refused(err, claims.Invalid, "bad-limit")
		}
	}
}

func readPages(w *world, list listed, size int) []string {
	w.Helper()
	var all []string
	q := claims.Query{Limit: size}
	for range 1000 {
		page, next, err := list.page(q)
		w.ok(err)
		all = append(all, page...)
		if next == "" {
			return all
		}
		if len(page) != size {
			w.Fatalf("%s: a page of %d items instead of %d, and more to come", list.name, len(page), size)
		}
		q.Cursor = next
	}
	w.Fatal(errors.New("the pages have no end"))
	return nil
}

// orders wants each list in the order that is promised.
func orders(t *testing.T, s *store.Store) {
	w := newWorld(t, s)
	a := w.article("first", "Ann said it rained. Ann said it snowed. Ann said it froze.")
	b := w.article("second", "Bob said it was dry.")
	s1, s2, s3 := said(t, a, "z-early", "Ann", "it rained"), said(t, a, "m-late", "Ann", "it snowed"), said(t, a, "a-last", "Ann", "it froze")
	sb := said(t, b, "bob", "Bob", "it was dry")
	w.run(a, analysis([]claims.Statement{s3, s1, s2}))
	w.run(b, analysis([]claims.Statement{sb}, between(s1, sb, 0.5), between(s2, sb, 0.9), between(s3, sb, 0.9)))
	page := must(s.ListConflicts(w.ctx, claims.ConflictQuery{}))(t)
	for i, c := range page.Items[1:] {
		before := page.Items[i]
		if before.Score < c.Score || (before.Score == c.Score && before.ID >= c.ID) {
			t.Errorf("conflicts not strongest first, then by id: %v %v, %v %v", before.Score, before.ID, c.Score, c.ID)
		}
	}
	summaries := must(s.ListArticles(w.ctx, claims.Query{}))(t).Items
	w.same([]string{"second", "first"}, []string{summaries[0].Title, summaries[1].Title}, "articles, newest first")
	w.same([]int{1, 3, 3, 3}, []int{summaries[0].Statements, summaries[0].Conflicts, summaries[1].Statements, summaries[1].Conflicts}, "counts")
	if summaries[0].Text != "" || summaries[0].Snapshot.Bytes != nil || summaries[0].Snapshot.Size == 0 {
		t.Error("a summary carries the text or the bytes, or lacks their size")
	}
	var order []claims.StatementID
	for _, st := range must(s.StatementsOf(w.ctx, a.ID))(t) {
		order = append(order, st.ID)
	}
	w.same([]claims.StatementID{"z-early", "m-late", "a-last"}, order, "statements by start")
	w.same(claims.Coverage{Statements: 4, Compared: 2}, must(s.Coverage(w.ctx))(t), "coverage of all articles")
}
