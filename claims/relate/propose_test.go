package relate

import (
	"os"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/google/go-cmp/cmp"
)

func TestPolarity(t *testing.T) {
	for _, c := range []struct {
		name, text string
		turned     string // the content words under a negation, in dictionary form
	}{
		{"none", "the siren sounded", ""},
		{"not reaches to the end of its clause", "the airstrikes were not weakening the militants, and the towns are calm", "weaken militant"},
		{"nor", "the airstrikes were not weakening the militants nor slowing their advance", "weaken militant slow advance"},
		{"but ends it", "the army did not attack but waited", "attack"},
		{"two cancel", "the company did not fail to report the leak", ""},
		{"denied", "denied that troops had looted the museum", "troop loot museum"},
		{"rejected a claim", "rejected claims that troops had looted the museum", "claim troop loot museum"},
		{"rejected an offer", "the union rejected the offer", ""},
		{"it is a lie", "it is a lie that troops looted the museum", "troop loot museum"},
		{"not aware", "I am not aware of any airstrikes", "airstrike"},
		{"not only", "not only the troops looted the museum", ""},
		{"said of what stands before", "the evidence is not there", "evidence"},
		{"nothing as the object turns the verb", "the doctor had prescribed nothing to the runner", "prescribe runner"},
		{"another verb by the tree", "paying no taxes was clever", "tax"},
		{"so much as begins no clause", "nobody has so much as looked at the sprinklers", "have look at sprinkler"},
		{"not one but two", "he had received not one letter but two", ""},
		{"a question takes for granted", "we do not know why the dam broke", "know"},
		{"whether does not", "I am not aware whether the dam broke", "dam break"},
		{"who is spoken to", "if you don't know the history of the town", "know history town"},
		{"a request", "don't close the bridge", ""},
		{"stopped doing", "the plant stopped printing the paper", "print paper"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, term := range ProposeText(Bare{Text: c.text}).Terms {
				if term.Negated && term.Kind != claims.NegationTerm && term.Kind != claims.OtherTerm {
					got = append(got, term.Lemma)
				}
			}
			if strings.Join(got, " ") != c.turned {
				t.Errorf("%q: turned %q, want %q", c.text, strings.Join(got, " "), c.turned)
			}
		})
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		number      float64
		unit, bound string
	}{
		{"count", "12 people were killed", 12, "person", ""},
		{"at least", "at least 40 houses burned", 40, "house", "least"},
		{"share in words", "two-thirds of the nurses agreed", 200.0 / 3, "percent", ""},
		{"a fifth", "the harvest is down by a fifth", 20, "percent", ""},
		{"one in four", "one in four children went hungry", 25, "percent", ""},
		{"out of", "three out of four trains ran", 75, "percent", ""},
		{"nearly half", "nearly half of the staff left", 50, "percent", "about"},
		{"a single", "a single rocket fell", 1, "rocket", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, term := range ProposeText(Bare{Text: c.text}).Terms {
				if term.Kind == claims.QuantityTerm {
					if diff := term.Number - c.number; diff > 1e-6 || diff < -1e-6 || term.Unit != c.unit || term.Bound != c.bound {
						t.Errorf("got %v %q %q", term.Number, term.Unit, term.Bound)
					}
					return
				}
			}
			t.Error("no figure")
		})
	}
}

func TestAThirdPatientIsNoShare(t *testing.T) {
	for _, term := range ProposeText(Bare{Text: "a third patient died in the first quarter"}).Terms {
		if term.Kind == claims.QuantityTerm {
			t.Errorf("found %q", term.Text)
		}
	}
}

// propose makes the claim of the statement with these words in the article.
func propose(t *testing.T, text, content, cue string, class claims.CueClass, commitment claims.Commitment) claims.Claim {
	t.Helper()
	find := func(words string) []claims.Span {
		i := strings.Index(text, words)
		if words == "" || i < 0 {
			return nil
		}
		return []claims.Span{{Start: i, End: i + len(words)}}
	}
	s := claims.Statement{ID: "s1", Article: "a", Type: claims.Indirect, Content: find(content), Cue: find(cue), Text: content, CueClass: class, Commitment: commitment}
	if len(s.Content) == 0 {
		t.Fatalf("%q is not in the article", content)
	}
	return Propose(english.Analyse(text), claims.Article{ID: "a", Text: text, Date: "2014-12-03", Publisher: "The Outlet"}, s)
}

func TestProposeFoldsTheCueIn(t *testing.T) {
	text := "Heavy rain fell. The mayor denied that the dam had broken, although Ardenholt was under water."
	c := propose(t, text, "the dam had broken", "denied", claims.CueDeny, claims.Denies)
	var turned, cues, around []string
	for _, term := range c.Terms {
		switch {
		case term.At.In(text) != term.Text:
			t.Errorf("%q stands at %q", term.Text, term.At.In(text))
		case term.Context:
			around = append(around, term.Lemma)
		case term.Kind == claims.NegationTerm:
			cues = append(cues, term.Text)
		case term.Negated:
			turned = append(turned, term.Lemma)
		}
	}
	if want := []string{"dam", "break"}; !cmp.Equal(turned, want) {
		t.Errorf("turned %v, want %v", turned, want)
	}
	if want := []string{"denied"}; !cmp.Equal(cues, want) {
		t.Errorf("cues %v, want %v", cues, want)
	}
	if !strings.Contains(strings.Join(around, " "), "mayor") || !strings.Contains(strings.Join(around, " "), "ardenholt") {
		t.Errorf("around: %v", around)
	}
	if c.SaidAt != "2014-12-03" || c.Publisher != "The Outlet" {
		t.Errorf("said %q, published by %q", c.SaidAt, c.Publisher)
	}
}

// A pronoun for the speaker carries the name, in its clause, and clashes with
// nothing.
func TestPronounsOfTheSpeaker(t *testing.T) {
	for _, c := range []struct {
		name, text, content string
		kind                claims.SpeakerKind
		want                string // the pronouns that stand for the speaker
	}{
		{"direct speech", "“I wrote to the mayor and we waited,” Ada Holt said.", "I wrote to the mayor and we waited", claims.Person, "I we"},
		{"indirect speech", "Ada Holt said she had written to the mayor.", "she had written to the mayor", claims.Person, "she"},
		{"after another name", "Ada Holt said Mayor Jo Reed knew that she was late.", "Mayor Jo Reed knew that she was late", claims.Person, ""},
		{"of a firm", "The firm said it would not join, and they agreed.", "it would not join, and they agreed", claims.Organisation, "it they"},
		{"no person is it", "Ada Holt said it would rain.", "it would rain", claims.Person, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := strings.Index(c.text, c.content)
			s := claims.Statement{ID: "s1", Article: "a", Type: claims.Indirect, Text: c.content, CueClass: claims.CueSay,
				Speaker: claims.Speaker{Name: "Ada Holt", Kind: c.kind}, Content: []claims.Span{{Start: at, End: at + len(c.content)}}}
			var got []string
			for _, term := range Propose(english.Analyse(c.text), claims.Article{ID: "a", Text: c.text}, s).Terms {
				if term.Clause > 0 && term.Context {
					got = append(got, term.Text)
					if term.Lemma != "ada holt" || term.Kind != claims.NameTerm {
						t.Errorf("%+v", term)
					}
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestClausesAreTold(t *testing.T) {
	at := map[string]int{}
	for _, term := range ProposeText(Bare{Text: "Rents rose while wages fell. Nobody complained."}).Terms {
		at[term.Lemma] = term.Clause
	}
	if at["rent"] == 0 || at["rent"] != at["rise"] || at["wage"] != at["fall"] || at["rent"] == at["wage"] || at["complain"] == at["wage"] {
		t.Errorf("clauses %v", at)
	}
}

func TestKeys(t *testing.T) {
	a := ProposeText(Bare{Text: "John Kerry said the attacks hampered the insurgency of the Iranian militants, Kerry added"})
	weight := map[string]int{}
	for i, k := range a.Keys {
		if i > 0 && a.Keys[i-1].Text >= k.Text {
			t.Errorf("keys are not sorted, or repeat: %q, %q", a.Keys[i-1].Text, k.Text)
		}
		weight[k.Text] = k.Weight
	}
	for text, want := range map[string]int{"n:kerry": 3, "n:iran": 3, "c:militant": 2, "c:airstrike": 2, "w:insurg": 2} {
		if weight[text] != want {
			t.Errorf("key %q weighs %d, want %d", text, weight[text], want)
		}
	}
}

func TestClaimsAreCapped(t *testing.T) {
	for _, long := range []string{
		strings.Repeat("the brave army of Ardenholt attacked seven quiet villages. ", 4000),
		strings.Repeat("not aware that the claim is a lie ", 20000), // one sentence
	} {
		c := ProposeText(Bare{Text: long, Context: long})
		if len(c.Terms) == 0 || len(c.Terms) > MaxTerms || len(c.Keys) > maxKeys {
			t.Errorf("%d terms, %d keys", len(c.Terms), len(c.Keys))
		}
		checkComparison(t, Bare{Text: long}, Bare{Text: long}, Compare(c, c))
	}
}

// The article that the project was started from: its two disputes must come
// out by rules that know nothing of it.
func TestSampleArticle(t *testing.T) {
	data, err := os.ReadFile("../../cmd/counterclaim/sample/coalition.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	claim := func(speaker, content string) claims.Claim {
		c := propose(t, text, content, "", claims.CueSay, claims.Asserts)
		c.Speaker.Name, c.Statement = speaker, claims.StatementID(content)
		return c
	}
	hampered := claim("John Kerry", "the attacks have greatly hampered the insurgency")
	compromised := claim("John Kerry", "the airstrikes have already compromised the Islamic State group's leadership")
	notWeakening := claim("Walid al-Moualem", "the airstrikes were not weakening the militants nor slowing their advance")
	notWeaker := claim("Walid al-Moualem", "All the indications say that [Islamic State] today, after two months of coalition air strikes, is not weaker,")
	launched := claim("Pentagon", "Iran had launched airstrikes against Islamic State forces in eastern Iraq")
	notAware := claim("Haider al-Abadi", "I’m not aware there were Iranian airstrikes.")
	news := claim("Haider al-Abadi", "Did they have a role in that? That’s news for me,")
	for _, c := range []struct {
		name   string
		a, b   claims.Claim
		kind   claims.Label
		reason claims.ReasonKind
	}{
		{"hampered, not weakening", hampered, notWeakening, claims.Contradicts, claims.ReasonEffect},
		{"compromised, not weaker", compromised, notWeaker, claims.Contradicts, claims.ReasonEffect},
		{"launched, not aware", launched, notAware, claims.DeniesKnowledge, claims.ReasonNotAware},
		{"launched, news for me", launched, news, claims.DeniesKnowledge, claims.ReasonNotAware},
	} {
		got := Compare(c.a, c.b)
		if got.Relation != claims.RelationConflict || got.Kind != c.kind || !hasReason(got, string(c.reason), true) || got.Score < Likely {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if got := Compare(hampered, notAware); got.Score >= Likely {
		t.Errorf("Iranian airstrikes are not the coalition's: %+v", got)
	}
	all := []claims.Claim{hampered, compromised, notWeakening, notWeaker, launched, notAware, news}
	checkSampleDisputes(t, all)
}

func checkSampleDisputes(t *testing.T, all []claims.Claim) {
	t.Helper()
	pairs, _, err := Candidates(t.Context(), all, NewMemory(all...), nil, DefaultNear)
	if err != nil {
		t.Fatal(err)
	}
	claimOf := map[claims.StatementID]claims.Claim{}
	for _, c := range all {
		claimOf[c.Statement] = c
	}
	disputes, _ := Group(conflictsOf(t, pairs), claimOf)
	if len(disputes) != 2 {
		t.Fatalf("%d disputes: %+v", len(disputes), disputes)
	}
	for _, speakers := range [][2]string{{"John Kerry", "Walid al-Moualem"}, {"Haider al-Abadi", "Pentagon"}} {
		found := false
		for _, d := range disputes {
			var labels string
			for _, p := range d.Positions {
				labels += p.Label + "\n"
			}
			about := strings.Contains(labels, speakers[0]) && strings.Contains(labels, speakers[1]) && strings.Contains(d.Question, "strikes")
			found = found || about && len(d.Positions) == 2
		}
		if !found {
			t.Errorf("no dispute of %v in %+v", speakers, disputes)
		}
	}
}
