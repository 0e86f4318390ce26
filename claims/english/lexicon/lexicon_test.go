package lexicon_test

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims/english/lexicon"
)

func TestLoad(t *testing.T) {
	if err := lexicon.Load(); err != nil {
		t.Fatal(err)
	}
}

func TestClassOf(t *testing.T) {
	const verb = lexicon.OftenVerb
	for _, c := range []struct {
		word string
		want lexicon.Class
	}{
		{"denies", lexicon.VerbThird | verb},
		{"claims", lexicon.Plural | lexicon.OftenNoun | lexicon.VerbThird | verb},
		{"inspectorate", lexicon.Noun},
		{"argued", lexicon.VerbPast | lexicon.VerbParticiple | verb},
		{"gave", lexicon.VerbPast | verb},
		{"given", lexicon.VerbParticiple | verb | lexicon.Noun | lexicon.Adjective | lexicon.OftenAdjective},
		{"weaker", lexicon.Comparative | lexicon.OftenAdjective},
		{"women", lexicon.Plural | lexicon.OftenNoun},
		{"kerry", 0},
		{"", 0},
		{"é", 0},
	} {
		t.Run(c.word, func(t *testing.T) {
			if got := lexicon.ClassOf(c.word); got != c.want {
				t.Errorf("class %b, want %b", got, c.want)
			}
		})
	}
}

func TestLemma(t *testing.T) {
	for _, c := range []struct{ name, word, tag, want string }{
		{"silent e", "hoping", "VBG", "hope"},
		{"doubled letter", "hopping", "VBG", "hop"},
		{"doubled letter of the word itself", "telling", "VBG", "tell"},
		{"y", "denies", "VBZ", "deny"},
		{"ie", "lying", "VBG", "lie"},
		{"k", "panicked", "VBD", "panic"},
		{"e before s", "focuses", "VBZ", "focus"},
		{"irregular", "said", "VBD", "say"},
		{"past", "found", "VBD", "find"},
		{"present of the same letters", "found", "VBP", "found"},
		{"lie", "lay", "VBD", "lie"},
		{"lay", "lay", "VB", "lay"},
		{"clipped", "'re", "VBP", "be"},
		{"modal", "'ll", "MD", "will"},
		{"British doubling", "cancelled", "VBN", "cancel"},
		{"not listed", "tweetstormed", "VBD", "tweetstorm"},
		{"plural", "airstrikes", "NNS", "airstrike"},
		{"plural in -ies", "ministries", "NNS", "ministry"},
		{"plural in -ves", "halves", "NNS", "half"},
		{"odd plural", "women", "NNS", "woman"},
		{"longer odd plural", "assemblymen", "NNS", "assemblyman"},
		{"no singular", "clothes", "NNS", "clothes"},
		{"decade", "1990s", "NNS", "1990s"},
		{"noun in -s", "news", "NN", "news"},
		{"comparative", "weaker", "JJR", "weak"},
		{"superlative in y", "deadliest", "JJS", "deadly"},
		{"adverb", "better", "RBR", "well"},
		{"adjective", "better", "JJR", "good"},
		{"no comparative", "former", "JJ", "former"},
		{"name", "States", "NNPS", "States"},
		{"not", "n't", "RB", "not"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lexicon.Lemma(c.word, c.tag); got != c.want {
				t.Errorf("%s as %s is of %q, want %q", c.word, c.tag, got, c.want)
			}
		})
	}
}

func TestNounOfUnknownNumber(t *testing.T) {
	for word, want := range map[string]string{"claims": "claim", "news": "news", "crisis": "crisis", "bus": "bus", "series": "series", "class": "class", "militias": "militia"} {
		if got := lexicon.NounOf(word, false); got != want {
			t.Errorf("%q gives %q, want %q", word, got, want)
		}
	}
}

func FuzzLemma(f *testing.F) {
	for _, seed := range []string{"ing", "ied", "es", "s", "ying", "'s", "bbed", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, word string) {
		lexicon.ClassOf(word)
		for _, tag := range []string{"VBD", "VBG", "VBZ", "NNS", "JJR", "RBS", ""} {
			if lexicon.Lemma(word, tag) == "" && word != "" {
				t.Errorf("%q as %s has no dictionary form", word, tag)
			}
		}
	})
}
