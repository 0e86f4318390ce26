package api

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// A dispute of two conflicts is taken apart and put together again.
func TestSplittingAndMergingDisputes(t *testing.T) {
	w := newWorld(t)
	s := w.seed()
	third := w.paste("Cem Cole said the bridge is closed.", "The Times")
	w.analyse(claims.Analysis{Statements: []claims.Statement{
		w.statement(third, "closed", "Cem Cole said the bridge is closed.", "Cem Cole", "said", "the bridge is closed", claims.CueSay)}})
	var joined ConflictView
	w.must(201, request{as: w.ada, method: "POST", path: "/conflicts", body: `{"a":"closed","b":"` + string(s.says) + `"}`}, &joined)
	if joined.Dispute != s.conflict.Dispute {
		t.Fatalf("joined in %q", joined.Dispute)
	}
	path := "/disputes/" + string(joined.Dispute)
	conflicts := `{"conflicts":["` + string(joined.ID) + `"],"reason":"another question"}`

	split := request{as: w.ada, method: "POST", path: path + "/split", body: conflicts, headers: map[string]string{"Idempotency-Key": "k"}}
	var parted, left, again DisputeView
	res := w.must(201, split, &parted)
	if parted.ID == joined.Dispute || len(parted.Conflicts) != 1 || parted.Conflicts[0].ID != joined.ID || !parted.Conflicts[0].Placed || parted.Question != "1 conflicts?" {
		t.Errorf("the new dispute %+v", parted)
	}
	if res.Header.Get("Location") != "/api/v1/disputes/"+string(parted.ID) || res.Header.Get("ETag") != `"1"` {
		t.Errorf("headers %v", res.Header)
	}
	w.must(200, request{as: w.ben, method: "GET", path: path}, &left)
	if len(left.Conflicts) != 1 || left.Conflicts[0].ID != s.conflict.ID || left.Version <= 1 {
		t.Errorf("what is left %+v", left)
	}
	if w.must(201, split, &again); again.ID != parted.ID {
		t.Errorf("the same request again makes %q", again.ID)
	}

	merge := request{as: w.ben, method: "POST", path: path + "/merge", body: `{"from":"` + string(parted.ID) + `"}`, headers: map[string]string{"Idempotency-Key": "k2"}}
	var whole DisputeView
	w.must(200, merge, &whole)
	if whole.ID != joined.Dispute || len(whole.Conflicts) != 2 || whole.Question != "2 conflicts?" {
		t.Errorf("the merged dispute %+v", whole)
	}
	if w.must(200, merge, &again); again.ID != whole.ID || again.Version != whole.Version {
		t.Errorf("the same request again gives %+v", again)
	}
	if res := w.do(request{as: w.ben, method: "GET", path: "/disputes/" + string(parted.ID)}); res.StatusCode != 404 {
		t.Errorf("the emptied dispute answers %d", res.StatusCode)
	}
	all := request{as: w.ada, method: "POST", path: path + "/split", body: `{"conflicts":["` + string(joined.ID) + `","` + string(s.conflict.ID) + `"]}`}
	if res := w.do(all); res.StatusCode != 422 {
		t.Errorf("splitting off all answers %d", res.StatusCode)
	}
}
