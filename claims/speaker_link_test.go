package claims_test

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

func person(name, role string, aliases ...string) claims.Speaker {
	return claims.Speaker{Name: name, Kind: claims.Person, Role: role, Aliases: aliases}
}

func body(name string) claims.Speaker {
	return claims.Speaker{Name: name, Kind: claims.Organisation}
}

// TestSpeakersAcrossArticles keeps the rule that nobody is linked on less than
// a full name and roles that go together.
func TestSpeakersAcrossArticles(t *testing.T) {
	const sure, apart = claims.SpeakerGrounds("sure"), claims.SpeakerGrounds("")
	for _, test := range []struct {
		name string
		a, b claims.Speaker
		want claims.SpeakerGrounds
	}{
		{"equal full names", person("John Kerry", ""), person("John Kerry", "secretary of state"), sure},
		{"case, title and point", person("Dr. Mary Okafor", ""), person("MARY OKAFOR", ""), sure},
		{"accents", person("José Núñez", "mayor"), person("Jose Nunez", "the mayor"), sure},
		{"a role worded at more length", person("Walid al-Moualem", "foreign minister"), person("Walid al-Moualem", "Syria's foreign minister"), sure},
		{"another role", person("Ann Reed", "coach"), person("Ann Reed", "chief inspector"), claims.SameName},
		{"a former holder", person("Ann Reed", "mayor"), person("Ann Reed", "former mayor"), claims.SameName},
		{"surname alone", person("Kerry", ""), person("Kerry", ""), claims.SameName},
		{"surname and full name", person("Kerry", ""), person("John Kerry", ""), claims.PartOfName},
		{"middle initial", person("John F. Kerry", ""), person("John Kerry", ""), claims.PartOfName},
		{"first initial", person("J. Kerry", ""), person("John Kerry", ""), claims.PartOfName},
		{"namesakes", person("Anna Kerry", ""), person("John Kerry", ""), apart},
		{"surname, and a role that does not fit", person("Kerry", "coach"), person("John Kerry", "secretary of state"), apart},
		{"spelling", person("Walid al-Moualem", ""), person("Waleed al-Muallem", ""), claims.OtherSpelling},
		{"short names that sound alike", person("Li", ""), person("Lu", ""), apart},
		{"alias", person("Abu Bakr al-Baghdadi", "", "Ibrahim al-Badri"), person("Ibrahim al-Badri", ""), claims.KnownAsAlias},
		{"organisations", body("Pentagon"), body("the Pentagon"), sure},
		{"initials of an organisation", body("UN"), body("United Nations"), claims.Initials},
		{"organisations with points", body("U.N."), body("UN"), sure},
		{"two organisations", body("United Nations"), body("United Nurses"), apart},
		{"a person and an organisation", person("Ford Motor", ""), body("Ford Motor"), apart},
		{"groups are nobody in particular", claims.Speaker{Name: "local residents", Kind: claims.Group}, claims.Speaker{Name: "local residents", Kind: claims.Group}, apart},
		{"no names", claims.Speaker{}, claims.Speaker{}, apart},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, way := range [][2]claims.Speaker{{test.a, test.b}, {test.b, test.a}} {
				got, _ := claims.MayBeSame(way[0], way[1])
				if claims.SameSpeaker(way[0], way[1]) {
					got = sure
				}
				if got != test.want {
					t.Errorf("%q and %q: %q, want %q", way[0].Name, way[1].Name, got, test.want)
				}
				if test.want != apart && !shareTrace(way[0], way[1]) {
					t.Errorf("%q and %q have no trace in common", way[0].Name, way[1].Name)
				}
			}
		})
	}
}

func shareTrace(a, b claims.Speaker) bool {
	return strings.Contains(strings.Join(claims.SpeakerTraces(a), "\n")+"\n", commonTrace(a, b)+"\n")
}

func commonTrace(a, b claims.Speaker) string {
	have := map[string]bool{}
	for _, trace := range claims.SpeakerTraces(a) {
		have[trace] = true
	}
	for _, trace := range claims.SpeakerTraces(b) {
		if have[trace] {
			return trace
		}
	}
	return "none"
}
