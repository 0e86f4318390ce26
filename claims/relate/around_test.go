package relate

import (
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// A denial that does not repeat what it denies disputes what stands right before
// it in its article, and nothing else there.
func TestBareDenial(t *testing.T) {
	const text = "The depot has twelve sheds, the clerk Ivo Brandt said.\n\n" +
		"Counsel Mira Stahl accused officers of having planted a knife in the shed of her client.\n\n" +
		"Inspector Tom Weir rejected the allegation as “grotesque”."
	doc := english.Analyse(text)
	claim := func(id, content, cue, speaker string, class claims.CueClass, commitment claims.Commitment) claims.Claim {
		find := func(words string) []claims.Span {
			i := strings.Index(text, words)
			return []claims.Span{{Start: i, End: i + len(words)}}
		}
		return Propose(doc, claims.Article{ID: "a", Text: text}, claims.Statement{
			ID: claims.StatementID(id), Article: "a", Type: claims.Indirect, Content: find(content), Cue: find(cue), Text: content,
			CueClass: class, Commitment: commitment, Speaker: claims.Speaker{Name: speaker, Kind: claims.Person},
		})
	}
	planted := claim("s2", "having planted a knife in the shed of her client", "accused", "Mira Stahl", claims.CueSay, claims.Asserts)
	sheds := claim("s1", "The depot has twelve sheds", "said", "Ivo Brandt", claims.CueSay, claims.Asserts)
	rejected := claim("s3", "the allegation as “grotesque”", "rejected", "Tom Weir", claims.CueDeny, claims.Denies)
	if got := Compare(planted, rejected); !hasReason(got, "denial", true) {
		t.Errorf("what stands right before is not denied: %+v", got)
	}
	if got := Compare(sheds, rejected); hasReason(got, "denial", true) {
		t.Errorf("what nobody spoke of is denied: %+v", got)
	}
}
