package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

// Words of a claim come from anybody's text.
func TestClaimBodyKeepsHostileWords(t *testing.T) {
	for _, text := range []string{"", "a\tb\nc", `back\slash\t`, "\x00", "t\tk\t\n", "\u202eleft", `\`, `\\n`} {
		b := claimBody{Text: text, Terms: []claims.Term{{Text: text, Lemma: text, Unit: text, Bound: "least"}, {}}, Keys: []claims.Key{{Text: text, Weight: 2}, {Text: text}}}
		stored, err := b.Value()
		if err != nil {
			t.Fatal(err)
		}
		var got claimBody
		if err := got.Scan(stored); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// A damaged row is an error, and no claim with something missing.
func FuzzClaimBody(f *testing.F) {
	f.Add("{}\nt\ta\tb\tnoun\t1\t2\nk\tw:a\t2")
	f.Add("{}\nt\ta\tb\tnoun\tx")
	f.Add("no JSON")
	f.Fuzz(func(t *testing.T, stored string) {
		var b, again claimBody
		if b.Scan(stored) != nil {
			return
		}
		text, err := b.Value()
		if err != nil {
			t.Fatal(err)
		}
		if err := again.Scan(text); err != nil {
			t.Fatal(err)
		}
		second, err := again.Value()
		if err != nil || second != text {
			t.Errorf("%q became %q, %v", text, second, err)
		}
	})
}
