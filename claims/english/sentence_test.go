package english_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

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
		{"titles and places", "Reps. Tom Day and Jim Fox, D-N.Y., left St. Louis vs. St. Paul. Gen. Lee spoke.", []string{"Reps. Tom Day and Jim Fox, D-N.Y., left St. Louis vs. St. Paul.", "Gen. Lee spoke."}},
		{"abbreviation in a name", "In the U.S. Senate he spoke. U.S. Sen. Ada Olin, R-Ariz., left.", []string{"In the U.S. Senate he spoke.", "U.S. Sen. Ada Olin, R-Ariz., left."}},
		{"numbers behind abbreviations", "It was No. 3 (see p. 5). She said no. Olin left.", []string{"It was No. 3 (see p. 5).", "She said no.", "Olin left."}},
		{"clock", "They met at 5 p.m. Tuesday and at 6 p.m. ET. Olin left at 7 p.m. Dahl stayed.", []string{"They met at 5 p.m. Tuesday and at 6 p.m. ET.", "Olin left at 7 p.m.", "Dahl stayed."}},
		{"abbreviation and closing mark", "“It is in the U.S.” Olin left.", []string{"“It is in the U.S.”", "Olin left."}},
		{"company", "He works at Olin Inc. She does not. Dahl Co. said so.", []string{"He works at Olin Inc.", "She does not.", "Dahl Co. said so."}},
		{"initials", "Ada B. Olin and J. P. Dahl left. So did vitamin C. The rest stayed.", []string{"Ada B. Olin and J. P. Dahl left.", "So did vitamin C.", "The rest stayed."}},
		{"dateline", "BRUSSELS, Dec. 3 (Wire) — The ship sank.\n\nLONDON — “It sank,” he said.\n\nNew York (AP) - A ship.", []string{"BRUSSELS, Dec. 3 (Wire) —", "The ship sank.", "LONDON —", "“It sank,” he said.", "New York (AP) -", "A ship."}},
		{"dash that ends no dateline", "NATO — the alliance — met. Olin — He left.", []string{"NATO — the alliance — met.", "Olin — He left."}},
		{"numbered items", "1. Go home. It is late.\n2. Eat.", []string{"1. Go home.", "It is late.", "2. Eat."}},
		{"numbers after a colon", "The plan: 1. Go home. 2. Eat.", []string{"The plan: 1. Go home.", "2. Eat."}},
		{"ellipsis", "We will... fight. We will. . . fight. So... He left … there. “I ... I do.”", []string{"We will... fight.", "We will. . . fight.", "So...", "He left … there.", "“I ... I do.”"}},
		{"small letter after a closed question", "‘Is it?’ she asked. «Non!» he said.", []string{"‘Is it?’ she asked.", "«Non!» he said."}},
		{"no blank after the closing mark", "He said: “It is.”They left.", []string{"He said: “It is.”", "They left."}},
		{"brackets", "He left (so they say). [It is so.] Next.", []string{"He left (so they say).", "[It is so.]", "Next."}},
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

func TestHeadings(t *testing.T) {
	text := "New bridge\n\n• Olin builds it\n\nIt is safe.\n\na) Dahl\n\nBy Ada Olin"
	var got []string
	for _, s := range english.Analyse(text).Sentences {
		if s.Heading {
			got = append(got, s.Span.In(text))
		}
	}
	if diff := cmp.Diff([]string{"New bridge", "By Ada Olin"}, got); diff != "" {
		t.Errorf("headings differ (-want +got):\n%s", diff)
	}
}
