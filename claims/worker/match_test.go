package worker

import (
	"fmt"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

func TestKeepIDs(t *testing.T) {
	at := func(id string, start, end int) claims.Statement {
		return claims.Statement{ID: claims.StatementID(id), Content: []claims.Span{{Start: start, End: end}}}
	}
	tests := []struct {
		name           string
		earlier, fresh []claims.Statement
		want           []claims.StatementID
	}{
		{"the same words keep their id", []claims.Statement{at("a", 0, 100)}, []claims.Statement{at("s1", 0, 100)}, []claims.StatementID{"a"}},
		{"a shifted edge within a fifth keeps it", []claims.Statement{at("a", 0, 100)}, []claims.Statement{at("s1", 10, 100)}, []claims.StatementID{"a"}},
		{"less in common gets a new one", []claims.Statement{at("a", 0, 100)}, []claims.Statement{at("s1", 30, 100)}, []claims.StatementID{"new1"}},
		{"the better of two matches wins", []claims.Statement{at("a", 0, 100)},
			[]claims.Statement{at("s1", 0, 85), at("s2", 0, 99)}, []claims.StatementID{"new1", "a"}},
		{"order of ids does not matter", []claims.Statement{at("a", 0, 50), at("b", 60, 100)},
			[]claims.Statement{at("s1", 0, 50), at("s2", 60, 100), at("s3", 200, 230)}, []claims.StatementID{"a", "b", "new1"}},
		{"nothing earlier", nil, []claims.Statement{at("s1", 0, 5)}, []claims.StatementID{"new1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := 0
			keepIDs(test.fresh, test.earlier, func() string { n++; return fmt.Sprintf("new%d", n) })
			for i, s := range test.fresh {
				if s.ID != test.want[i] {
					t.Errorf("statement %d got id %q, want %q", i, s.ID, test.want[i])
				}
			}
		})
	}
}
