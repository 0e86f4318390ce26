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
