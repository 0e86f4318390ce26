package store

import (
	"bytes"
	"encoding/base64"
	"encoding/json"

	"github.com/counterclaim/counterclaim/claims"
)

// A cursor is where a page ended: the list it belongs to, the sort key of the
// last item and its id. It is opaque to clients. Following pages seek to that
// place, so a list that grows meanwhile neither repeats nor skips what was
// there.
type cursor[K any] struct {
	List string `json:"l"`
	Key  K      `json:"k"`
	ID   string `json:"i"`
}

func (c cursor[K]) String() string {
	text, err := json.Marshal(c)
	if err != nil { // a key is a number or a short text; it always has a JSON form
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// after reads a cursor of this list. ok is false for the first page.
func after[K any](list, text string) (c cursor[K], ok bool, err error) {
	if text == "" {
		return c, false, nil
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err == nil {
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.DisallowUnknownFields()
		err = decoder.Decode(&c)
	}
	if err != nil || c.List != list || c.ID == "" {
		return c, false, claims.Errorf(claims.Malformed, "bad-cursor", "the cursor does not belong to this list").
			WithHint("Use the value of next as it was given, with the list that gave it")
	}
	return c, true, nil
}

// pageSize gives how many items a page has.
func pageSize(q claims.Query) (int, error) {
	switch {
	case q.Limit == 0:
		return 50, nil
	case q.Limit < 1 || q.Limit > 200:
		return 0, claims.Errorf(claims.Invalid, "bad-limit", "limit is %d", q.Limit).WithHint("Use 1 to 200")
	}
	return q.Limit, nil
}

// cut leaves n of the rows, of which one more than n were asked for, and
// gives the cursor behind the last one where there are more.
func cut[R, K any](rows []R, n int, list string, place func(R) (K, string)) ([]R, string) {
	if len(rows) <= n {
		return rows, ""
	}
	key, id := place(rows[n-1])
	return rows[:n], cursor[K]{list, key, id}.String()
}
