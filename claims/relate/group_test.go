package relate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/google/go-cmp/cmp"
)

// said gives a claim in words, and notes it.
func said(claimOf map[claims.StatementID]claims.Claim, id, speaker, text string) claims.Claim {
	c := ProposeText(Bare{ID: id, Text: text, Speaker: speaker})
	c.Article = "a"
	claimOf[c.Statement] = c
	return c
}

func against(a, b claims.Claim, score float64) claims.Conflict {
	return claims.Conflict{A: refOf(a), B: refOf(b), Score: score, Kind: claims.Contradicts}
}

func TestGroup(t *testing.T) {
	claimOf := map[claims.StatementID]claims.Claim{}
	safe := said(claimOf, "s1", "Rigg", "the dam at Imsa is safe")
	cracked := said(claimOf, "s2", "Aldous", "the dam at Imsa is dangerous and cracked")
	sound := said(claimOf, "s3", "Stroud", "the Imsa dam is perfectly safe")
	paid := said(claimOf, "s4", "Falk", "the ministry paid the strikers in June")
	unpaid := said(claimOf, "s5", "Feld", "the ministry never paid the strikers")
	conflicts := []claims.Conflict{against(paid, unpaid, 0.7), against(safe, cracked, 0.9), against(sound, cracked, 0.6)}
	disputes, members := Group(conflicts, claimOf)
	if len(disputes) != 2 || len(members) != 2 {
		t.Fatalf("%d disputes, %d members", len(disputes), len(members))
	}
	if want := [][]claims.Pair{{{A: "s1", B: "s2"}, {A: "s3", B: "s2"}}, {{A: "s4", B: "s5"}}}; !cmp.Equal(members, want) {
		t.Error(cmp.Diff(want, members))
	}
	want := []claims.Position{
		{Label: "Rigg: “the dam at Imsa is safe”", Statements: []claims.Ref{refOf(safe), refOf(sound)}},
		{Label: "Aldous: “the dam at Imsa is dangerous and cracked”", Statements: []claims.Ref{refOf(cracked)}},
	}
	if diff := cmp.Diff(want, disputes[0].Positions); diff != "" {
		t.Error(diff)
	}
	if want := "Is the dam at Imsa safe?"; disputes[0].Question != want {
		t.Errorf("question %q, want %q", disputes[0].Question, want)
	}
}

func TestGroupHasNoFavouriteOrder(t *testing.T) {
	claimOf := map[claims.StatementID]claims.Claim{}
	var conflicts []claims.Conflict
	for i := range 30 {
		a := said(claimOf, fmt.Sprintf("a%d", i), fmt.Sprintf("Rigg %d", i%4), fmt.Sprintf("the dam in district %d is safe and the river is calm", i%7))
		b := said(claimOf, fmt.Sprintf("b%d", i), fmt.Sprintf("Aldous %d", i%3), fmt.Sprintf("the dam in district %d is dangerous", i%5))
		conflicts = append(conflicts, against(a, b, float64(i%6)/6))
	}
	wantDisputes, wantMembers := Group(conflicts, claimOf)
	random := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		random.Shuffle(len(conflicts), func(i, j int) { conflicts[i], conflicts[j] = conflicts[j], conflicts[i] })
		disputes, members := Group(conflicts, claimOf)
		if !cmp.Equal(disputes, wantDisputes) || !cmp.Equal(members, wantMembers) {
			t.Fatal("another order gives other disputes")
		}
	}
}

// A statement that speaks of two matters must not draw their conflicts
// together, and no dispute grows without limit.
func TestGroupDoesNotChain(t *testing.T) {
	claimOf := map[claims.StatementID]claims.Claim{}
	both := said(claimOf, "s1", "Rigg", "the dam is safe and the strikers were paid")
	dam := said(claimOf, "s2", "Aldous", "the dam is dangerous")
	strike := said(claimOf, "s3", "Feld", "the strikers were never paid")
	if disputes, _ := Group([]claims.Conflict{against(both, dam, 0.9), against(both, strike, 0.8)}, claimOf); len(disputes) != 2 {
		t.Errorf("two matters gave %d disputes", len(disputes))
	}
	var many []claims.Conflict
	for i := range 3 * maxDispute {
		many = append(many, against(said(claimOf, fmt.Sprintf("m%d", i), "Stroud", "the dam is safe"), dam, 0.8))
	}
	disputes, members := Group(many, claimOf)
	for i := range disputes {
		if len(members[i]) > maxDispute {
			t.Errorf("a dispute of %d conflicts", len(members[i]))
		}
	}
}

func TestNobodyStandsWithWhomHeContradicts(t *testing.T) {
	claimOf := map[claims.StatementID]claims.Claim{}
	var all []claims.Claim
	for i, text := range []string{"the toll of the quake is 11", "the toll of the quake is 27", "the toll of the quake is 39"} {
		all = append(all, said(claimOf, fmt.Sprint("s", i), fmt.Sprint("speaker ", i), text))
	}
	disputes, _ := Group([]claims.Conflict{against(all[0], all[1], 0.9), against(all[1], all[2], 0.8), against(all[0], all[2], 0.7)}, claimOf)
	if len(disputes) != 1 || len(disputes[0].Positions) != 3 {
		t.Fatalf("%+v", disputes)
	}
}

func TestGroupWithoutClaims(t *testing.T) {
	c := claims.Conflict{A: claims.Ref{Article: "a", Statement: "s1"}, B: claims.Ref{Article: "b", Statement: "s2"}, Score: 0.5}
	disputes, members := Group([]claims.Conflict{c}, nil)
	if len(disputes) != 1 || len(members[0]) != 1 || len(disputes[0].Positions) != 2 || strings.TrimSpace(disputes[0].Question) == "" {
		t.Errorf("%+v %+v", disputes, members)
	}
	if disputes, members := Group(nil, nil); len(disputes) != 0 || len(members) != 0 {
		t.Error("disputes out of nothing")
	}
}

// What a person put together stays together, and what he took apart stays
// apart; a new conflict goes to the part that it fits.
func TestGroupKeepsWhatPeopleMade(t *testing.T) {
	claimOf := map[claims.StatementID]claims.Claim{}
	safe := said(claimOf, "s1", "Rigg", "the dam at Imsa is safe")
	cracked := said(claimOf, "s2", "Aldous", "the dam at Imsa is dangerous and cracked")
	paid := said(claimOf, "s4", "Falk", "the ministry paid the strikers in June")
	unpaid := said(claimOf, "s5", "Feld", "the ministry never paid the strikers")
	sound := said(claimOf, "s3", "Stroud", "the Imsa dam is perfectly safe")
	placed := func(c claims.Conflict, in claims.DisputeID) claims.Conflict {
		c.Dispute, c.Placed = in, true
		return c
	}
	together, members := Group([]claims.Conflict{
		placed(against(safe, cracked, 0.6), "d1"), placed(against(paid, unpaid, 0.7), "d1"), against(sound, cracked, 0.9),
	}, claimOf)
	want := [][]claims.Pair{{{A: "s3", B: "s2"}, {A: "s4", B: "s5"}, {A: "s1", B: "s2"}}}
	if len(together) != 1 || !cmp.Equal(members, want) {
		t.Errorf("merged by a person: %s", cmp.Diff(want, members))
	}
	_, members = Group([]claims.Conflict{
		placed(against(safe, cracked, 0.6), "d1"), placed(against(sound, cracked, 0.9), "d2"), against(paid, unpaid, 0.7),
	}, claimOf)
	want = [][]claims.Pair{{{A: "s3", B: "s2"}}, {{A: "s4", B: "s5"}}, {{A: "s1", B: "s2"}}}
	if !cmp.Equal(members, want) {
		t.Errorf("split by a person: %s", cmp.Diff(want, members))
	}
}

// Two who contradict a third with other figures do not stand together.
func TestPositionsByFigure(t *testing.T) {
	claimOf := map[claims.StatementID]claims.Claim{}
	var all []claims.Claim
	for i, text := range []string{"11 people died in the quake", "27 people died in the quake", "39 people died in the quake", "27 people died in the quake"} {
		all = append(all, said(claimOf, fmt.Sprint("s", i), fmt.Sprint("speaker ", i), text))
	}
	var conflicts []claims.Conflict
	for i, b := range all[1:] {
		c := against(all[0], b, 0.9-0.1*float64(i))
		compared := Compare(all[0], b)
		c.Kind, c.Reasons = compared.Kind, compared.Reasons
		conflicts = append(conflicts, c)
	}
	disputes, _ := Group(conflicts, claimOf)
	if len(disputes) != 1 || len(disputes[0].Positions) != 3 || len(disputes[0].Positions[1].Statements) != 2 {
		t.Fatalf("%+v", disputes)
	}
}

// Wording and grouping are a small part of what an article costs: a run groups
// the conflicts around its statements again, some hundred of them.
func BenchmarkGroup(b *testing.B) {
	claimOf := map[claims.StatementID]claims.Claim{}
	var conflicts []claims.Conflict
	for i := range 200 {
		x := said(claimOf, fmt.Sprintf("a%d", i), fmt.Sprintf("Rigg %d", i%20), fmt.Sprintf("the dam in district %d was inspected in March and the river behind it is calm, as the council had asked the ministry", i%40))
		y := said(claimOf, fmt.Sprintf("b%d", i), fmt.Sprintf("Aldous %d", i%10), fmt.Sprintf("nobody has inspected the dam in district %d since the flood of the year before", i%40))
		c := against(x, y, float64(i%6)/6)
		c.Reasons = Compare(x, y).Reasons
		conflicts = append(conflicts, c)
	}
	b.ResetTimer()
	for range b.N {
		Group(conflicts, claimOf)
	}
}

// Two clusters over a statement that ask the same question are one dispute.
func TestGroupAsksAQuestionOnce(t *testing.T) {
	claimOf := map[claims.StatementID]claims.Claim{}
	none := said(claimOf, "s1", "Feld", "there was no invitation to the talks")
	letter := said(claimOf, "s2", "Rigg", "the letter from the union came in January")
	phone := said(claimOf, "s3", "Aldous", "the office phoned the harbour twice")
	disputes, members := Group([]claims.Conflict{against(none, letter, 0.6), against(none, phone, 0.5)}, claimOf)
	if len(disputes) == 2 && disputes[0].Question == disputes[1].Question {
		t.Errorf("asked twice: %q, %v", disputes[0].Question, members)
	}
}
