package relate

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
	"github.com/google/go-cmp/cmp"
)

// byMeaning gives the keys of a claim by its meaning, and the others.
func byMeaning(c claims.Claim) (meaning, words []claims.Key) {
	for _, k := range c.Keys {
		if strings.HasPrefix(k.Text, meaningKeys) {
			meaning = append(meaning, k)
		} else {
			words = append(words, k)
		}
	}
	return meaning, words
}

// The two sides have no key of words in common; among claims about other things
// the one is near to the other all the same.
func TestConflictWithoutCommonWordsIsFound(t *testing.T) {
	archive := NewMemory()
	for i, c := range readPairs(t) {
		for side, bare := range map[string]Bare{"a": c.a, "b": c.b} {
			other := ProposeText(bare)
			other.Article = claims.ArticleID(fmt.Sprint(i, side))
			archive.Add(other)
		}
	}
	for _, c := range []struct{ name, a, b string }{
		{"a newsroom", "nobody in the newsroom is going to lose a job", "twelve of our reporters were handed their notices this morning"},
		{"water", "what comes from the tap is fit to drink", "half my waiting room has cramps, and I tell them all to boil every drop"},
		{"a wreck", "no one survived", "they carried a boy in to me from the wreck, about eleven years old, and he asked for water and for his shoes"},
		{"a sale", "a buyer for the site has not been sought", "the property was put on the market in the autumn"},
		{"a march", "90,000 people marched in the capital", "We were three hundred thousand on the boulevards today"},
		{"talks", "both sides are still at the table", "we left the talks last night and we're packing our bags"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := ProposeText(Bare{Text: c.a}), ProposeText(Bare{Text: c.b})
			a.Article, b.Article = "one", claims.ArticleID("other "+c.name)
			has := map[string]bool{}
			_, words := byMeaning(a)
			for _, k := range words {
				has[k.Text] = true
			}
			_, words = byMeaning(b)
			for _, k := range words {
				if has[k.Text] {
					t.Fatalf("both have the key %s: the case shows nothing", k.Text)
				}
			}
			archive.Add(b)
			pairs, _, err := Candidates(t.Context(), []claims.Claim{a}, nil, archive, DefaultNear)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range pairs {
				if p[1].Article == b.Article {
					return
				}
			}
			t.Errorf("not among %d candidates", len(pairs))
		})
	}
}

func TestKeysByMeaning(t *testing.T) {
	text := "The hostages were killed in the raid"
	first, second := ProposeText(Bare{Text: text}), ProposeText(Bare{Text: text, Context: "Ann Bell spoke to reporters in Oslo on Friday."})
	meaning, _ := byMeaning(first)
	again, _ := byMeaning(second)
	if diff := cmp.Diff(meaning, again); diff != "" {
		t.Errorf("what stands around changes them: %s", diff)
	}
	if len(meaning) == 0 || len(meaning) > judge.MaxKeys {
		t.Errorf("%d keys", len(meaning))
	}
	for i := range second.Keys {
		if i > 0 && second.Keys[i-1].Text >= second.Keys[i].Text {
			t.Errorf("%q stands before %q", second.Keys[i-1].Text, second.Keys[i].Text)
		}
	}
	for _, k := range meaning {
		if carried(k) {
			t.Errorf("%s would make a topic", k.Text)
		}
	}
	if meaning, _ := byMeaning(ProposeText(Bare{Text: "\xff ☃☃☃"})); len(meaning) != 0 {
		t.Errorf("a text without a known word has %v", meaning)
	}
}

// A damaged model costs the keys by meaning, and nothing else.
func TestWithoutVectors(t *testing.T) {
	words := []claims.Key{{Text: "n:oslo", Weight: 3}, {Text: "w:raid", Weight: 2}}
	for _, c := range []struct {
		name    string
		vectors func() (*judge.Vectors, error)
	}{
		{"empty", func() (*judge.Vectors, error) { return judge.LoadVectors(nil) }},
		{"torn", func() (*judge.Vectors, error) {
			return judge.LoadVectors([]byte("CCJ1\n\x10\x00\x00\x00{\"vocab\": 3"))
		}},
		{"unreadable", func() (*judge.Vectors, error) { return nil, errors.New("unreadable") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(words, withMeaning(words, "the raid on Oslo", c.vectors)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
