package relate

import (
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
		{"asserted", stand{claims: []claims.Claim{said}}, "the union: “the terminal was full”"},
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
