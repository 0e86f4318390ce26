package english_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english"
)

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
		{"German and French marks", "„We go“ he said. «We stay», she said. »They« too.", []string{"We go", "We stay", "They"}},
		{"two single characters for a double", "``We go,'' he said. ''They stay'' too.", []string{"We go,", "They stay"}},
		{"blanks inside the marks", "He said \" we go \" and “ they stay ”.", []string{"we go", "they stay"}},
		{"double within double, straight", "\"He said \"no\" to me,\" she said.", []string{"He said \"no\" to me,"}},
		{"double within double, curled", "“He said “no” to me,” she said.", []string{"He said “no” to me,"}},
		{"double within single", "‘He said “no” to me,’ she said.", []string{"He said “no” to me,"}},
		{"single and double end together", "“It’s ‘a shame,’” he said. “And ‘no’.”", []string{"It’s ‘a shame,’", "And ‘no’."}},
		{"opened double, closed single", "“We go,' he said. 'They stay,” she said.", []string{"We go,", "They stay,"}},
		{"closing mark forgotten in between", "\"They stay, she said. \"No one,\" he added, \"knows.\"", []string{"They stay, she said.", "No one,", "knows."}},
		{"years and clipped words", "“The ’90s were good,” he said of rock ‘n’ roll.", []string{"The ’90s were good,"}},
		{"marks beside brackets and dashes", "(“Yes”) [“no”] “we stay”—or so", []string{"Yes", "no", "we stay"}},
		{"possessive within single marks", "'The workers' hall is full,' he said. 'It's so.'", []string{"The workers' hall is full,", "It's so."}},
		{"feet and inches", "The 6'2\" man said \"yes\".", []string{"yes"}},
		{"nothing between", "He said \"\" and “”.", nil},
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

// A quotation in single marks goes on in the next paragraph as one in double
// marks does.
func TestSingleMarksOverParagraphs(t *testing.T) {
	q := english.Analyse("‘We saw the workers’ hall.\n\n‘They stay.’").Quotations
	if len(q) != 2 || q[0].Closed || !q[1].Continues || !q[1].Closed {
		t.Errorf("quotations are %+v", q)
	}
}

func TestQuotationWithinOneThatGoesOn(t *testing.T) {
	text := "“We called it “safe” then.\n\n“It is.”"
	q := english.Analyse(text).Quotations
	if len(q) != 2 || q[0].Inner.In(text) != "We called it “safe” then." || !q[1].Continues {
		t.Errorf("quotations are %+v", q)
	}
}

func TestQuotationOverParagraphs(t *testing.T) {
	q := english.Analyse("“We go.\n\n“They stay.”\n\n“New.”").Quotations
	if len(q) != 3 || q[0].Closed || !q[1].Continues || !q[1].Closed || q[2].Continues {
		t.Errorf("quotations are %+v", q)
	}
}
