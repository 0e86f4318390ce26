package relate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/google/go-cmp/cmp"
)

// What is said is found by its own words, however much stands around it.
func TestKeysOfTheContentComeFirst(t *testing.T) {
	around := ""
	for i := range 60 {
		around += fmt.Sprintf("The %s of Ardenholt saw the zeppelin%d. ", strings.Repeat("x", 4+i%20), i)
	}
	c := ProposeText(Bare{Text: "the siren sounded in Zerhat", Context: around})
	weights := map[string]int{}
	for _, k := range c.Keys {
		weights[k.Text] = k.Weight
	}
	got := map[string]int{"w:siren": weights["w:siren"], "w:sound": weights["w:sound"], "n:zerhat": weights["n:zerhat"], "n:ardenholt": weights["n:ardenholt"]}
	want := map[string]int{"w:siren": wordWeight, "w:sound": wordWeight, "n:zerhat": nameWeight, "n:ardenholt": aroundName}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s\nall: %v", diff, c.Keys)
	}
	if _, words := byMeaning(c); len(words) > maxKeys {
		t.Errorf("%d keys", len(words))
	}
}

// Words that exclude each other share the key of their line.
func TestOppositesShareAKey(t *testing.T) {
	a, b := ProposeText(Bare{Text: "the hostages are alive"}), ProposeText(Bare{Text: "the captives are dead"})
	has := map[claims.Key]bool{}
	for _, k := range a.Keys {
		has[k] = true
	}
	shared := 0
	for _, k := range b.Keys {
		if has[k] && strings.HasPrefix(k.Text, "o:") {
			shared++
		}
	}
	if shared == 0 {
		t.Errorf("%v and %v share no line of opposites", a.Keys, b.Keys)
	}
}

func TestRarityFallsAsHoldersDouble(t *testing.T) {
	for _, c := range []struct{ holders, want int }{{1, 11}, {2, 10}, {3, 10}, {4, 9}, {1023, 2}, {1024, 1}, {MaxShare, 1}} {
		if got := rarity(c.holders); got != c.want {
			t.Errorf("%d holders: %d, want %d", c.holders, got, c.want)
		}
	}
}
