package english_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

func TestLoad(t *testing.T) {
	if err := english.Load(); err != nil {
		t.Fatal(err)
	}
}

// relations gives the arcs of the wanted relations as "dependent relation head".
func relations(d *english.Document, wanted ...string) []string {
	var got []string
	for _, tok := range d.Tokens {
		for _, relation := range wanted {
			if tok.Relation == relation && tok.Head >= 0 {
				got = append(got, fmt.Sprintf("%s %s %s", tok.Text, tok.Relation, d.Tokens[tok.Head].Text))
			}
		}
	}
	return got
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"report", "Kerry said the attacks had hampered the militants.", []string{"Kerry nsubj said", "attacks nsubj hampered", "hampered ccomp said", "militants obj hampered"}},
		{"report with that", "The minister denied that troops had crossed the border.", []string{"minister nsubj denied", "troops nsubj crossed", "crossed ccomp denied", "border obj crossed"}},
		{"fronted quotation", "“We found nothing,” the mayor said.", []string{"We nsubj found", "found ccomp said", "nothing obj found", "mayor nsubj said"}},
		{"inversion with a role", "“The talks have failed,” said Marta Lind, a spokeswoman.", []string{"talks nsubj failed", "failed ccomp said", "Marta nsubj said"}},
		{"passive", "Six people were killed by the blast.", []string{"people nsubj:pass killed", "blast obl:agent killed"}},
		{"copula", "The bridge is not safe.", []string{"bridge nsubj safe"}},
		{"relative clause", "Olin, who leads the ministry, has resigned.", []string{"Olin nsubj resigned", "who nsubj leads", "ministry obj leads"}},
		{"infinitive", "Iraq plans to send more troops.", []string{"Iraq nsubj plans", "send xcomp plans", "troops obj send"}},
		{"object and clause", "She told reporters that the plant had closed.", []string{"She nsubj told", "reporters iobj told", "plant nsubj closed", "closed ccomp told"}},
		{"two verbs of one subject", "The army shelled the town and took the bridge.", []string{"army nsubj shelled", "town obj shelled", "bridge obj took"}},
		{"apposition", "Ada Olin, the fire chief, blamed the drums.", []string{"Ada nsubj blamed", "drums obj blamed"}},
		{"question", "Why did they close the bridge?", []string{"they nsubj close", "bridge obj close"}},
		{"heading in capitals", "Iran Launches Airstrikes Against Militants\n\nIran denied it.", []string{"Iran nsubj Launches", "Airstrikes obj Launches", "Iran nsubj denied", "it obj denied"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := relations(english.Analyse(c.text), "nsubj", "nsubj:pass", "obj", "iobj", "ccomp", "xcomp", "obl:agent")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("relations of %q differ (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestCoarseTags(t *testing.T) {
	for _, c := range []struct {
		name, text, word string
		want             english.Tag
	}{
		{"that before a clause", "He said that it fell.", "that", english.Conj},
		{"that which refers back", "The bridge that fell was old.", "that", english.Conj},
		{"that by itself", "That is old.", "That", english.Pron},
		{"that before a noun", "That bridge fell.", "That", english.Det},
		{"possessive", "They sold their house.", "their", english.Det},
		{"her before a noun", "He met her deputy.", "her", english.Det},
		{"her by itself", "He met her.", "her", english.Pron},
		{"to before a verb", "He wants to leave.", "to", english.Part},
		{"to before a noun", "He went to Leeds.", "to", english.Prep},
		{"because", "He left because it fell.", "because", english.Conj},
		{"when", "He left when it fell.", "when", english.Adv},
		{"participle before a noun", "The wounded man left.", "wounded", english.Adj},
		{"participle as a verb", "The ministry rejected claims that it fell.", "rejected", english.Verb},
		{"according", "It fell, according to Olin.", "according", english.Prep},
		{"nationality within a sentence", "He met Syrian troops.", "Syrian", english.NameTag},
		{"a verb with a capital at the start", "Asked about it, he left.", "Asked", english.Verb},
		{"capitals before a colon", "REYES: It fell.", "REYES", english.NameTag},
		{"clipped is", "He's gone.", "'s", english.Aux},
		{"genitive", "The town's bridge fell.", "'s", english.Part},
		{"number", "It has 40 rooms.", "40", english.Number},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, tok := range english.Analyse(c.text).Tokens {
				if tok.Text == c.word {
					if tok.Tag != c.want {
						t.Errorf("%q is %s (%s), want %s", c.word, tok.Tag, tok.Fine, c.want)
					}
					return
				}
			}
			t.Errorf("no token %q", c.word)
		})
	}
}

// Heads lie within the sentence, and no word leads back to itself, also where a
// sentence is longer than what is parsed as one.
func TestHeadsStayInTheSentence(t *testing.T) {
	d := english.Analyse("It fell. " + strings.Repeat("the bridge and ", 500) + "fell.\n\nIt held.")
	for i, tok := range d.Tokens {
		s := d.Sentences[tok.Sentence]
		steps := 0
		for at := i; at != -1; at = d.Tokens[at].Head {
			if at < s.First || at >= s.Last {
				t.Fatalf("token %d leads to %d, outside its sentence", i, at)
			}
			if steps++; steps > s.Last-s.First {
				t.Fatalf("token %d leads back to itself", i)
			}
		}
	}
}

// BenchmarkAnalyse reads a news report and tells how many words it reads in a
// second.
func BenchmarkAnalyse(b *testing.B) {
	const report = `An explosion tore through a chemical works on the edge of Lundermoor on Monday, killing at least six people, emergency officials said.

The blast began shortly before noon in a hall where solvents were stored in drums, said Antal Reve, the town's fire chief. “We heard two bangs, the second much louder than the first,” he told reporters at the gate.

The company, which employs about 400 people, denied that the drums had been stored without a permit. “All our papers are in order,” a spokeswoman said in a statement. But the regional inspectorate, citing its own records, said no permit had been issued since 2029.

Residents who were told to keep their windows shut said they had not been warned until late in the afternoon. The mayor rejected the criticism and said that sirens had sounded within minutes, according to the local radio station.

`
	english.Analyse(report)
	text := strings.Repeat(report, 8)
	words := len(strings.Fields(text))
	for b.Loop() {
		english.Analyse(text)
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "words/s")
}
