package relate

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var topic = claims.Key{Text: "w:dam", Weight: 2}

// standing gives a claim of a speaker whose words stand at a place.
func standing(article, statement, speaker string, at int, keys ...claims.Key) claims.Claim {
	c := keyed(article, statement, keys...)
	c.Speaker.Name = speaker
	c.Terms = []claims.Term{{Text: "dam", Lemma: "dam", Kind: claims.NounTerm, At: claims.Span{Start: at, End: at + 50}}}
	return c
}

func pairsOf(list [][2]claims.Claim) []string {
	out := []string{}
	for _, p := range list {
		out = append(out, ids(p[:])[0]+" "+ids(p[:])[1])
	}
	return out
}

func TestCandidates(t *testing.T) {
	asks := standing("x", "s5", "Falk", 4000, topic)
	asks.CueClass = claims.CueAsk
	fresh := []claims.Claim{
		standing("x", "s1", "Kerry", 0, topic),
		standing("x", "s2", "Kerry", 70, topic),   // the same breath as s1
		standing("x", "s3", "Kerry", 2000, topic), // later, the same speaker
		standing("x", "s4", "Abadi", 60, topic),   // close by s1 and s7, overlaps s2
		asks,
		standing("x", "s6", "Abadi", 6000, claims.Key{Text: "w:milk", Weight: 2}), // no key in common, but the article
		standing("x", "s7", "Rigg", 10, topic),                                    // overlaps s1
	}
	archive := NewMemory(standing("y", "s1", "Rudge", 0, topic), standing("x", "s1", "Kerry", 0, topic))
	got, coverage, err := Candidates(t.Context(), fresh, NewMemory(fresh...), archive, 10)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"x:s1 x:s3", "x:s1 x:s4", "x:s1 x:s6", "x:s1 y:s1", "x:s2 x:s3", "x:s2 x:s6", "x:s2 x:s7", "x:s2 y:s1", "x:s3 x:s4", "x:s3 x:s6", "x:s3 x:s7", "x:s3 y:s1",
		"x:s4 x:s6", "x:s4 x:s7", "x:s4 y:s1", "x:s6 x:s7", "x:s7 y:s1",
	}
	if diff := cmp.Diff(want, pairsOf(got), cmpopts.SortSlices(func(a, b string) bool { return a < b })); diff != "" {
		t.Error(diff)
	}
	if want := (claims.Coverage{Statements: 7, Compared: len(got)}); coverage != want {
		t.Errorf("coverage %+v, want %+v", coverage, want)
	}
}

func TestCandidatesCountWhatIsLeftOut(t *testing.T) {
	var fresh []claims.Claim
	for i := range 6 {
		fresh = append(fresh, standing("x", fmt.Sprintf("s%d", i), fmt.Sprintf("speaker %d", i), i*1000, topic))
	}
	got, coverage, err := Candidates(t.Context(), fresh, NewMemory(fresh...), nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	if all := 6 * 5 / 2; coverage.Compared != len(got) || coverage.Compared+coverage.NotCompared != all {
		t.Errorf("%d pairs, coverage %+v, want %d in all", len(got), coverage, all)
	}
	archive := NewMemory(standing("y", "s1", "a", 0, topic), standing("y", "s2", "b", 0, topic))
	_, coverage, err = Candidates(t.Context(), fresh[:1], nil, archive, 1)
	if err != nil || coverage.Compared != 1 || coverage.NotCompared != 1 {
		t.Errorf("archive: coverage %+v, %v", coverage, err)
	}
}

type broken struct{}

func (broken) Near(context.Context, []claims.Claim, int) ([][]claims.Claim, error) {
	return nil, errors.New("the disk is gone")
}

func TestCandidatesPassErrorsOn(t *testing.T) {
	fresh := []claims.Claim{standing("x", "s1", "Kerry", 0, topic)}
	if _, _, err := Candidates(t.Context(), fresh, nil, broken{}, 1); err == nil {
		t.Error("no error")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := Candidates(ended, fresh, NewMemory(fresh...), nil, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestConflictsPutTheEarlierFirst(t *testing.T) {
	say := func(article, id, text, date string) claims.Claim {
		c := ProposeText(Bare{ID: id, Text: text, Date: date})
		c.Article = claims.ArticleID(article)
		return c
	}
	early, late := say("z", "s9", "the hostages are alive", "2021-05-01"), say("a", "s1", "the hostages are dead", "2021-05-04")
	same := say("b", "s0", "the hostages are dead", "2021-05-01/2021-05-03")
	got := conflictsOf(t, [][2]claims.Claim{{late, early}, {same, early}, {early, early}})
	if len(got) != 2 {
		t.Fatalf("%d conflicts", len(got))
	}
	if got[0].A != refOf(early) || got[1].A != refOf(same) {
		t.Errorf("first sides are %v and %v", got[0].A, got[1].A)
	}
	if got[0].Origin != claims.BySoftware || got[0].Kind != claims.Contradicts || got[0].Score < Threshold {
		t.Errorf("%+v", got[0])
	}
}
