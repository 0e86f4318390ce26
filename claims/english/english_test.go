package english_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"clitics", "They didn't say it's Kerry's, cannot they’ve", "They|did|n't|say|it|'s|Kerry|'s|,|can|not|they|’ve"},
		{"initials", "J. Smith left the U.S. at 5 p.m. sharp.", "J.|Smith|left|the|U.S.|at|5|p.m.|sharp|."},
		{"numbers", "1,000 of 3.5m at 10:30, 14,", "1,000|of|3.5m|at|10:30|,|14|,"},
		{"hyphens", "the US-led coalition – al-Abadi", "the|US|-|led|coalition|–|al|-|Abadi"},
		{"addresses", "see https://example.com/a?b=1. Or mail a.b@example.com!", "see|https://example.com/a?b=1|.|Or|mail|a.b@example.com|!"},
		{"no space after the stop", "It ended.The rest", "It|ended|.|The|rest"},
		{"ellipsis", "Well... yes…", "Well|...|yes|…"},
		{"clipped words", "the '90s and 'em", "the|'90s|and|'em"},
		{"handles", "@harbour #bridge_now", "@harbour|#bridge_now"},
		{"direction marks", "a\u202e b\u200fc", "a|b|c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tok := range english.Analyse(c.text).Tokens {
				got = append(got, tok.Text)
			}
			if diff := cmp.Diff(strings.Split(c.want, "|"), got); diff != "" {
				t.Errorf("tokens differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"abbreviations", "Mr. Olin met Gov. Lind in the U.S. on Aug. 8. He left.", []string{"Mr. Olin met Gov. Lind in the U.S. on Aug. 8.", "He left."}},
		{"abbreviation at the end", "He left the U.S. The ship sank.", []string{"He left the U.S.", "The ship sank."}},
		{"quotation", "“It is safe.” She left. “Is it?” he asked.", []string{"“It is safe.”", "She left.", "“Is it?” he asked."}},
		{"heading", "New bridge\n\nIt is safe.", []string{"New bridge", "It is safe."}},
		{"heading on a line of its own", "New bridge\nIt is safe. It holds.", []string{"New bridge", "It is safe.", "It holds."}},
		{"wrapped lines", "The bridge was\nopened in May and\nclosed again in\nJune. It is safe.\n\nNobody saw\nit.", []string{"The bridge was\nopened in May and\nclosed again in\nJune.", "It is safe.", "Nobody saw\nit."}},
		{"windows line ends", "One.\r\n\r\nTwo.", []string{"One.", "Two."}},
		{"decimal", "It grew by 3.5 percent. Fine.", []string{"It grew by 3.5 percent.", "Fine."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range english.Analyse(c.text).Sentences {
				got = append(got, s.Span.In(c.text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("sentences differ (-want +got):\n%s", diff)
			}
		})
	}
}

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

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"curled", "He said “we go” and left.", []string{"we go"}},
		{"mismatched", "“We go,\" he said. \"They stay,” she said.", []string{"We go,", "They stay,"}},
		{"single with apostrophes", "‘We don’t go to the workers’ hall,’ he said.", []string{"We don’t go to the workers’ hall,"}},
		{"straight single", "He said 'we go' and left.", []string{"we go"}},
		{"possessive is no mark", "The militants' hall and the workers' hall.", nil},
		{"single within double", "\"The board says 'delayed' again,\" he said.", []string{"The board says 'delayed' again,"}},
		{"inches", "A 12\" pipe and a 14\" pipe.", nil},
		{"left open at the paragraph", "“We go.\n\n“They stay.”", []string{"We go.", "They stay."}},
		{"forgotten closing mark", "He said “we go. They left.\n\nMore.", []string{"we go."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range english.Analyse(c.text).Quotations {
				got = append(got, q.Inner.In(c.text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("quotations differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuotationOverParagraphs(t *testing.T) {
	q := english.Analyse("“We go.\n\n“They stay.”\n\n“New.”").Quotations
	if len(q) != 3 || q[0].Closed || !q[1].Continues || !q[1].Closed || q[2].Continues {
		t.Errorf("quotations are %+v", q)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"title", "They met US Secretary of State John Kerry.", []string{"US Secretary of State|John Kerry|person"}},
		{"particle", "He met Prime Minister Haider al-Abadi.", []string{"Prime Minister|Haider al-Abadi|person"}},
		{"several", "The head of NATO flew from Syria to see Robert de Vries.", []string{"|NATO|organisation", "|Syria|place", "|Robert de Vries|person"}},
		{"of", "She left the University of Leeds.", []string{"|University of Leeds|organisation"}},
		{"weekday is none", "It came on Wednesday to the Ministry.", []string{"|Ministry|other"}},
		{"first word of a sentence", "Officials left. Norrbro stayed.", []string{"|Norrbro|other"}},
		{"role in front", "Forecaster Ada Norring left.", []string{"|Ada Norring|person"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, n := range english.Analyse(c.text).Names {
				got = append(got, n.Title+"|"+n.Text+"|"+string(n.Kind))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("names differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuantities(t *testing.T) {
	type quantity struct {
		Words string
		Value float64
		Unit  string
		Bound string
	}
	for _, c := range []struct {
		text string
		want []quantity
	}{
		{"It flew more than 1,000 airstrikes.", []quantity{{"more than 1,000 airstrikes", 1000, "airstrike", "least"}}},
		{"At least six people died.", []quantity{{"At least six people", 6, "person", "least"}}},
		{"Up to twenty-one drums leaked.", []quantity{{"Up to twenty-one drums", 21, "drum", "most"}}},
		{"A bid of $2.4 billion failed.", []quantity{{"$2.4 billion", 2.4e9, "$", ""}}},
		{"It owns 9 percent, or 14%.", []quantity{{"9 percent", 9, "percent", ""}, {"14%", 14, "percent", ""}}},
		{"Two hundred and five old houses fell.", []quantity{{"Two hundred and five old houses", 205, "house", ""}}},
		{"Dozens of cars sank.", []quantity{{"Dozens of cars", 24, "car", "least"}}},
		{"Ten or more ships came.", []quantity{{"Ten or more ships", 10, "ship", "least"}}},
		{"It sank on Aug. 8, 2014.", nil},
	} {
		t.Run(c.text, func(t *testing.T) {
			var got []quantity
			for _, q := range english.Analyse(c.text).Quantities {
				got = append(got, quantity{q.Span.In(c.text), q.Value, q.Unit, q.Bound})
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("quantities differ (-want +got):\n%s", diff)
			}
		})
	}
}
