package relate

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// Whatever speaks for a conflict can be shown in the words of both sides.
func TestReasonsCanBeMarkedOnBothSides(t *testing.T) {
	n := 0
	for _, c := range readPairs(t) {
		got := Compare(ProposeText(c.a), ProposeText(c.b))
		for _, r := range got.Reasons {
			if !r.For {
				continue
			}
			n++
			for _, side := range []struct {
				text  string
				spans []claims.Span
			}{{c.a.Text, r.A}, {c.b.Text, r.B}} {
				if len(side.spans) == 0 {
					t.Errorf("%s/%s: %s has no words in %q", c.file, c.name, r.Kind, side.text)
				}
				for _, s := range side.spans {
					if err := s.Check(side.text); err != nil || s.Len() == 0 {
						t.Errorf("%s/%s: %s: %v", c.file, c.name, r.Kind, err)
					}
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d reasons were seen", n)
	}
}
