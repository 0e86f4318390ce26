package english_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"title", "They met US Secretary of State John Kerry.", []string{"US Secretary of State|John Kerry|person"}},
		{"particle", "He met Prime Minister Haider al-Abadi.", []string{"Prime Minister|Haider al-Abadi|person"}},
		{"several", "The head of NATO flew from Syria to see Robert de Vries.", []string{"|NATO|organisation", "|Syria|place", "|Robert de Vries|person"}},
		{"of", "She left the University of Leeds.", []string{"|University of Leeds|organisation"}},
		{"weekday is none", "It came on Wednesday to the Ministry.", []string{"|Ministry|organisation"}},
		{"first word of a sentence", "Officials left. Norrbro stayed.", []string{"|Norrbro|other"}},
		{"honorifics before surnames that are titles", "They met Mr. King and Gov. Brown with Steve King.", []string{"Mr.|King|person", "Gov.|Brown|person", "|Steve King|person"}},
		{"title of a department", "She heard the Secretary of State for Foreign Affairs Ada Olin.", []string{"Secretary of State for Foreign Affairs|Ada Olin|person"}},
		{"title that is part of a name", "She left the Justice Department and the General Assembly on King Street.", []string{"|Justice Department|organisation", "|General Assembly|organisation", "|King Street|place"}},
		{"whose president", "He is President of the Olin Society.", []string{"|President|other", "|Olin Society|organisation"}},
		{"company", "He sold Olin Dahl Inc. to Norrbro Motors.", []string{"|Olin Dahl Inc.|organisation", "|Norrbro Motors|organisation"}},
		{"nationality", "The Syrian man met Americans and Russian Ivan Olin.", []string{"|Syrian|other", "|Americans|other", "|Ivan Olin|person"}},
		{"possessive", "It is Hillary Olin’s plan.", []string{"|Hillary Olin|person"}},
		{"party and state", "Ada Olin, R-Ariz., left.", []string{"|Ada Olin|person", "|Ariz.|place"}},
		{"surname elsewhere", "The talks ended. Yesterday Norring left. They met Ada Norring.", []string{"|Norring|person", "|Ada Norring|person"}},
		{"age", "They met Zuvenko, 45, there.", []string{"|Zuvenko|person"}},
		{"role before", "They met the activist Tarn Zuvenko and the company Olex.", []string{"|Tarn Zuvenko|person", "|Olex|organisation"}},
		{"apposition", "They met Tarn Zuvenko, a senior spokeswoman for Olex, a firm.", []string{"|Tarn Zuvenko|person", "|Olex|organisation"}},
		{"place before a place", "They went to Buxby, England, and to northern Zuvia.", []string{"|Buxby|place", "|England|place", "|Zuvia|place"}},
		{"initials of an organisation", "They left the Norrbro Harbour Authority. The NHA replied.", []string{"|Norrbro Harbour Authority|organisation", "|NHA|organisation"}},
		{"capitals of a thing", "The CEO watched TV with the FBI.", []string{"|CEO|other", "|TV|other", "|FBI|organisation"}},
		{"dateline in capitals", "LUNDBY (AP) — It sank.", []string{"|LUNDBY|place", "|AP|organisation"}},
		{"speaker in a transcript", "OLIN: It sank.", []string{"|OLIN|person"}},
		{"saint", "They left St. Louis.", []string{"|St. Louis|place"}},
		{"an agreement is no place", "They left the North Zuvian Trade Agreement.", []string{"|North Zuvian Trade Agreement|other"}},
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

// A heading in capitals tells no names.
func TestNoNamesInCapitals(t *testing.T) {
	for _, n := range english.Analyse("BRIDGE OF OLIN FALLS DOWN\n\nIt sank.").Names {
		t.Errorf("%q is a name", n.Text)
	}
}
