package collect

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

const (
	frenchText = "Le ministre a déclaré lundi que l'usine du nord du pays était fermée et que personne n'avait été blessé. " +
		"Le syndicat a répondu qu'elle était toujours ouverte et que deux personnes avaient été conduites à l'hôpital."
	russianText = "Министр заявил в понедельник, что завод на севере страны закрыт и никто не пострадал."
	englishText = "The minister said on Monday that the plant in the north of the country was closed and that nobody was hurt."
)

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ name, given, declared, text, want, names string }{
		{"English", "", "", englishText, "en", ""},
		{"English declared", "", "en-gb", englishText, "en-GB", ""},
		{"English declared with a slip", "", "en_US", englishText, "en-US", ""},
		{"English wrongly declared", "", "de", englishText, "en", ""},
		{"French", "", "", frenchText, "", "French"},
		{"French declared English", "", "en", frenchText, "", "French"},
		{"French taken anyway", "en", "fr", frenchText, "en", ""},
		{"Russian", "", "", russianText, "", "Cyrillic or Russian"},
		{"given another", "fr", "", englishText, "", "French"},
		{"given British", "en-GB", "en-US", englishText, "en-GB", ""},
		{"too short to tell", "", "", "Usine fermée.", "en", ""},
		{"too short, declared", "", "de-AT", "Werk zu.", "", "German"},
		{"declared nonsense", "", "!!", englishText, "en", ""},
		{"declared and unknown", "", "tlh", "Qapla'", "", "tlh"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := chooseLanguage(tt.given, tt.declared, tt.text)
			if got != tt.want {
				t.Errorf("%q, want %q: %v", got, tt.want, err)
			}
			if tt.names == "" {
				return
			}
			if code(t, err) != "language-unsupported" || claims.KindOf(err) != claims.Unsupported {
				t.Fatalf("%v", err)
			}
			named := false
			for n := range strings.SplitSeq(tt.names, " or ") {
				named = named || strings.Contains(err.Error(), n)
			}
			if !named || !strings.Contains(err.Error(), "--language en") {
				t.Errorf("message: %v", err)
			}
		})
	}
	if _, err := chooseLanguage("not a tag", "", englishText); code(t, err) != "bad-language" {
		t.Errorf("%v", err)
	}
}
