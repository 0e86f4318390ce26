package relate

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// Words that somebody denied must never stand under his name as if he had
// said them.
func TestLabelSaysWhoDenies(t *testing.T) {
	denied := claims.Claim{Speaker: claims.Speaker{Name: "Ida Brannock"}, CueClass: claims.CueDeny, Commitment: claims.Denies, Text: "the terminal was full"}
	other := denied
	other.Speaker.Name = "Jon Falk"
	said := claims.Claim{Speaker: claims.Speaker{Name: "the union"}, CueClass: claims.CueSay, Commitment: claims.Asserts, Text: "the terminal was full"}
	tests := []struct {
		name  string
		stand stand
		want  string
	}{
		{"asserted", stand{claims: []claims.Claim{said}}, "The union: “the terminal was full”"},
		{"denied", stand{claims: []claims.Claim{denied}}, "Ida Brannock denies: “the terminal was full”"},
		{"denied by two", stand{claims: []claims.Claim{denied, other}}, "Ida Brannock denies: “the terminal was full”"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := labelled([]*stand{&test.stand})[0].Label; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestQuotable(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "the dam is safe", "the dam is safe"},
		{"marks within", "the finding “premature and wrong”", "the finding ‘premature and wrong’"},
		{"straight marks", `fired "four rounds" at a mortar`, "fired ‘four rounds’ at a mortar"},
		{"only opened", "the claim of “entirely baseless", "the claim of ‘entirely baseless’"},
		{"only closed", "the leadership,”", "the leadership"},
		{"apostrophe", "Strand's mills aren’t safe", "Strand's mills aren’t safe"},
		{"cut within", "a “" + strings.Repeat("long ", 40) + "” quotation", "a ‘" + strings.TrimSpace(strings.Repeat("long ", 21)) + " …’"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := quotable(test.text); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
