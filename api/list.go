package api

import "github.com/counterclaim/counterclaim/claims"

// Paged is the part of an input that asks for one page of a list.
type Paged struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"how many at most"`
	Cursor string `query:"cursor" maxLength:"500" doc:"next of the page before"`
}

func (p Paged) query() claims.Query { return claims.Query{Limit: p.Limit, Cursor: p.Cursor} }

// PageView is one page of a list.
type PageView[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"cursor of the next page; absent on the last"`
}

type pageOutput[T any] struct{ Body PageView[T] }

// pageOf shows a page of the archive.
func pageOf[F, T any](page claims.Page[F], view func(F) T) *pageOutput[T] {
	return &pageOutput[T]{PageView[T]{Items: viewAll(page.Items, view), Next: page.Next}}
}

// viewAll shows all items; never nil, so that JSON has an empty list.
func viewAll[F, T any](items []F, view func(F) T) []T {
	out := make([]T, len(items))
	for i, item := range items {
		out[i] = view(item)
	}
	return out
}

// everyPage gives all items of a list, page by page.
func everyPage[T any](list func(claims.Query) (claims.Page[T], error)) ([]T, error) {
	var all []T
	q := claims.Query{Limit: 200}
	for {
		page, err := list(q)
		if err != nil {
			return nil, err
		}
		all = append(all, page.Items...)
		if page.Next == "" || page.Next == q.Cursor {
			return all, nil
		}
		q.Cursor = page.Next
	}
}
