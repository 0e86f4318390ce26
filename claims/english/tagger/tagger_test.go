package tagger_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english/surface"
	"github.com/counterclaim/counterclaim/claims/english/tagger"
)

// tagsOf gives the fine tags of words set apart by blanks.
func tagsOf(t *tagger.Tagger, sentence string) string {
	var words []surface.Word
	for _, word := range strings.Fields(sentence) {
		words = append(words, surface.Of(word))
	}
	numbers := make([]uint8, len(words))
	t.Tag(words, numbers)
	var tags []string
	for _, number := range numbers {
		tags = append(tags, t.Tags()[number].Fine)
	}
	return strings.Join(tags, " ")
}

// The constructions that news is made of.
func TestNews(t *testing.T) {
	loaded, err := tagger.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, sentence, want string }{
		{"report", "Olin said the bridge was safe .", "NNP VBD DT NN VBD JJ ."},
		{"report with that", "The minister denied that troops had crossed the border .", "DT NN VBD IN NNS VBD VBN DT NN ."},
		{"fronted quotation", "`` We found nothing , '' she said .", "`` PRP VBD NN , '' PRP VBD ."},
		{"inversion", "`` It is over , '' said Lind , a spokeswoman .", "`` PRP VBZ RB , '' VBD NNP , DT NN ."},
		{"according to", "According to the report , two people died .", "VBG IN DT NN , CD NNS VBD ."},
		{"relative clause", "Lind , who leads the ministry , resigned .", "NNP , WP VBZ DT NN , VBD ."},
		{"passive", "Six people were killed by the blast .", "CD NNS VBD VBN IN DT NN ."},
		{"progressive", "The strikes are weakening the militants .", "DT NNS VBP VBG DT NNS ."},
		{"perfect", "They have launched more airstrikes since Monday .", "PRP VBP VBN JJR NNS IN NNP ."},
		{"infinitive", "The city wants to close the bridge .", "DT NN VBZ TO VB DT NN ."},
		{"modal", "The court may reopen the case in May .", "DT NN MD VB DT NN IN NNP ."},
		{"possessives", "The minister 's deputy lost his seat .", "DT NN POS NN VBD PRP$ NN ."},
		{"contraction", "He did n't know .", "PRP VBD RB VB ."},
		{"title and name", "Prime Minister Haider al - Abadi left .", "NNP NNP NNP NNP HYPH NNP VBD ."},
		{"verb that is seldom seen", "The inspectorate rebuts the allegation .", "DT NN VBZ DT NN ."},
		{"spelling of Britain", "The organisation favours labour reform .", "DT NN VBZ NN NN ."},
		{"word that looks like a modal", "Mould had been found .", "NN VBD VBN VBN ."},
		{"question", "Did the army attack them first ?", "VBD DT NN VB PRP RB ."},
		{"existential there", "There were no survivors .", "EX VBD DT NNS ."},
		{"coordination", "He and she lied and fled .", "PRP CC PRP VBD CC VBD ."},
		{"money", "It lost $ 2.4 billion last year .", "PRP VBD $ CD CD JJ NN ."},
		{"adverb in front", "Meanwhile , officials urged residents to leave .", "RB , NNS VBD NNS TO VB ."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, tagsOf(loaded, c.sentence)); diff != "" {
				t.Errorf("tags of %q differ (-want +got):\n%s", c.sentence, diff)
			}
		})
	}
}

// taught gives sentences in which "to" makes a verb of "plan" and "the" a noun.
func taught() []tagger.Sentence {
	tags := map[string]tagger.Tag{"the": {Fine: "DT", Coarse: "DET"}, "to": {Fine: "TO", Coarse: "PART"}, "they": {Fine: "PRP", Coarse: "PRON"}, "want": {Fine: "VBP", Coarse: "VERB"}}
	noun, verb := tagger.Tag{Fine: "NN", Coarse: "NOUN"}, tagger.Tag{Fine: "VB", Coarse: "VERB"}
	var all []tagger.Sentence
	for _, word := range []string{"plan", "claim", "report"} {
		all = append(all,
			tagger.Sentence{Words: []string{"they", "want", "to", word}, Tags: []tagger.Tag{tags["they"], tags["want"], tags["to"], verb}},
			tagger.Sentence{Words: []string{"they", "want", "the", word}, Tags: []tagger.Tag{tags["they"], tags["want"], tags["the"], noun}})
	}
	return all
}

func train(t testing.TB) []byte {
	t.Helper()
	model, err := tagger.Train(taught(), tagger.Options{Epochs: 5, Margin: 1, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return model
}

func TestTrain(t *testing.T) {
	model := train(t)
	if !bytes.Equal(model, train(t)) {
		t.Error("the same training gives other bytes")
	}
	trained, err := tagger.Read(model)
	if err != nil {
		t.Fatal(err)
	}
	for sentence, want := range map[string]string{"they want to attack": "PRP VBP TO VB", "they want the attack": "PRP VBP DT NN"} {
		if got := tagsOf(trained, sentence); got != want {
			t.Errorf("%q is %s, want %s", sentence, got, want)
		}
	}
	if _, err := tagger.Train(nil, tagger.Usual()); err == nil {
		t.Error("a tagger was trained on nothing")
	}
}

func TestReadRefusesTornBytes(t *testing.T) {
	model := train(t)
	for end := range model {
		if _, err := tagger.Read(model[:end]); err == nil {
			t.Errorf("the first %d of %d bytes are read as a tagger", end, len(model))
		}
	}
}

func BenchmarkTag(b *testing.B) {
	loaded, err := tagger.Load()
	if err != nil {
		b.Fatal(err)
	}
	var words []surface.Word
	for _, word := range strings.Fields("Mr. Olin , who leads the ministry , told reporters on Wednesday that the airstrikes had not weakened the militants .") {
		words = append(words, surface.Of(word))
	}
	tags := make([]uint8, len(words))
	for b.Loop() {
		loaded.Tag(words, tags)
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "words/s")
}
