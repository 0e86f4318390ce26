package english_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

func TestTagsAndLemmas(t *testing.T) {
	for _, c := range []struct{ name, text, word, tag, lemma string }{
		{"progressive", "The strikes were not slowing their advance.", "slowing", "verb", "slow"},
		{"irregular past", "He gave it to her.", "gave", "verb", "give"},
		{"doubled letter", "The plan was stopped.", "stopped", "verb", "stop"},
		{"silent e", "They were using it.", "using", "verb", "use"},
		{"noun after the", "The attack failed.", "attack", "noun", "attack"},
		{"verb after to", "They want to attack.", "attack", "verb", "attack"},
		{"plural", "Many airstrikes followed.", "airstrikes", "noun", "airstrike"},
		{"odd plural", "The women left.", "women", "noun", "woman"},
		{"ies", "Cities fell.", "Cities", "noun", "city"},
		{"comparative", "It is weaker.", "weaker", "adj", "weak"},
		{"name", "It was Kerry.", "Kerry", "name", "kerry"},
		{"auxiliary", "It has been said.", "has", "aux", "have"},
		{"main verb", "It has a plan.", "has", "verb", "have"},
		{"third person before to", "Iraq plans to ask.", "plans", "verb", "plan"},
		{"possessive", "The minister's plan", "'s", "part", "'s"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, tok := range english.Analyse(c.text).Tokens {
				if tok.Text == c.word {
					if string(tok.Tag) != c.tag || tok.Lemma != c.lemma {
						t.Errorf("%q is %s %q, want %s %q", c.word, tok.Tag, tok.Lemma, c.tag, c.lemma)
					}
					return
				}
			}
			t.Errorf("no token %q", c.word)
		})
	}
}

func TestNegation(t *testing.T) {
	var got []string
	for _, tok := range english.Analyse("No one didn't go, nor never without a reason.").Tokens {
		if tok.Negation {
			got = append(got, tok.Lower)
		}
	}
	if diff := cmp.Diff([]string{"no", "n't", "nor", "never", "without"}, got); diff != "" {
		t.Error(diff)
	}
}
