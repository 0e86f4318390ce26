package relate

import (
	"math"
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// checkComparison says what in a comparison cannot be.
func checkComparison(t *testing.T, a, b Bare, c claims.Comparison) {
	t.Helper()
	p := c.Probabilities
	if math.Abs(p.Conflict+p.Agree+p.Neutral-1) > 1e-9 || p.Conflict < 0 || p.Agree < 0 || p.Neutral < 0 || c.Score != p.Conflict || math.IsNaN(c.Score) {
		t.Errorf("probabilities %+v, score %v", p, c.Score)
	}
	if c.Relation == claims.RelationConflict != (c.Kind.Class() == claims.ClassConflict) {
		t.Errorf("relation %s, kind %s", c.Relation, c.Kind)
	}
	isFor := false
	for _, r := range c.Reasons {
		isFor = isFor || r.For
		if r.For && (len(r.A) == 0 || len(r.B) == 0) {
			t.Errorf("%s rests on no words: %+v", r.Kind, r)
		}
		for _, s := range r.A {
			if err := s.Check(a.Text); err != nil {
				t.Errorf("%s: %v", r.Kind, err)
			}
		}
		for _, s := range r.B {
			if err := s.Check(b.Text); err != nil {
				t.Errorf("%s: %v", r.Kind, err)
			}
		}
	}
	if c.Relation == claims.RelationConflict && !isFor {
		t.Error("a conflict without a reason")
	}
}

// swapped gives a comparison with its sides swapped.
func swapped(c claims.Comparison) claims.Comparison {
	out := c
	out.Reasons = nil
	for _, r := range c.Reasons {
		values := append([]string{}, r.Values...)
		if len(values) == 2 {
			values[0], values[1] = values[1], values[0]
		}
		r.A, r.B, r.Values = r.B, r.A, values
		out.Reasons = append(out.Reasons, r)
	}
	return out
}

func sameComparison(x, y claims.Comparison) string {
	return cmp.Diff(x, y, cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-9),
		cmpopts.SortSlices(func(a, b claims.Reason) bool { return a.Kind < b.Kind }))
}

// Any two claims of the cases, also of different ones, must compare alike from
// both sides.
func TestCompareIsSymmetric(t *testing.T) {
	var all []Bare
	for _, c := range readPairs(t) {
		all = append(all, c.a, c.b)
	}
	made := make([]claims.Claim, len(all))
	for i, text := range all {
		made[i] = ProposeText(text)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 3000 {
		i, j := random.IntN(len(all)), random.IntN(len(all))
		if n < len(all)/2 {
			i, j = 2*n, 2*n+1
		}
		one, other := Compare(made[i], made[j]), Compare(made[j], made[i])
		checkComparison(t, all[i], all[j], one)
		if diff := sameComparison(one, swapped(other)); diff != "" {
			t.Fatalf("A: %s\nB: %s\n%s", all[i].Text, all[j].Text, diff)
		}
	}
}

func TestAClaimDoesNotContradictItself(t *testing.T) {
	for _, c := range readPairs(t) {
		for _, text := range []Bare{c.a, c.b} {
			if got := Compare(ProposeText(text), ProposeText(text)); got.Relation == claims.RelationConflict {
				t.Errorf("%q: %+v", text.Text, got)
			}
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("Iran had launched airstrikes", "I’m not aware there were “Iranian” airstrikes.", "Abadi, asked about Iran", "2014-12-03")
	f.Add("denied that 12 of the 40 people were not killed", "at least two-thirds; a fifth, one in four – on 3 May", "", "")
	f.Add("\xff\xfe not\x00 no one \u202enever", "nobody ~ told us | “", "'", "2014-13-45")
	f.Fuzz(func(t *testing.T, one, other, around, date string) {
		a := Bare{ID: "a", Text: one, Context: around, Date: date, Speaker: around}
		b := Bare{ID: "b", Text: other, Speaker: one}
		got := Compare(ProposeText(a), ProposeText(b))
		if utf8.ValidString(one) && utf8.ValidString(other) {
			checkComparison(t, a, b, got)
		}
		if diff := sameComparison(got, swapped(Compare(ProposeText(b), ProposeText(a)))); diff != "" {
			t.Errorf("sides swapped: %s", diff)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	long := ""
	for len(long) < 2600 { // some 400 words
		long += "The brave army of Ardenholt did not attack 12 quiet villages near the river on Monday, and no civilians died. "
	}
	x, y := ProposeText(Bare{Text: long}), ProposeText(Bare{Text: long + "It was denied."})
	for b.Loop() {
		Compare(x, y)
	}
}

// A thing that both sides name is no other word for a third one.
func TestNoOppositeOfWhatBothName(t *testing.T) {
	c := Compare(ProposeText(Bare{Text: "All the lifeboats were launched before midnight."}),
		ProposeText(Bare{Text: "No lifeboat was launched until the ferry had sunk."}))
	negated := false
	for _, r := range c.Reasons {
		if r.Kind == claims.ReasonAntonym {
			t.Errorf("lifeboats are set against the ferry: %+v", r)
		}
		negated = negated || r.Kind == claims.ReasonNegation
	}
	if !negated || c.Relation != claims.RelationConflict {
		t.Errorf("%+v", c)
	}
}
