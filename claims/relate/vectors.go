package relate

import (
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// meaningKeys begins the keys by the meaning of a content, as package judge
// gives them.
const meaningKeys = "v:"

// withMeaning adds the keys by which claims of like meaning are found that have
// no words in common: a second channel beside the words, whose keys weigh less
// than theirs, as a name in common tells more than a likeness. Only the content
// counts: what stands around it is that of every claim of the article. Where
// the vectors cannot be read, the words alone must do.
func withMeaning(keys []claims.Key, text string, vectors func() (*judge.Vectors, error)) []claims.Key {
	v, err := vectors()
	if err != nil {
		return keys
	}
	for _, k := range v.Keys(v.Embed(text[:min(len(text), maxContent)])) {
		keys = append(keys, claims.Key{Text: k.Text, Weight: k.Weight})
	}
	slices.SortFunc(keys, func(x, y claims.Key) int { return strings.Compare(x.Text, y.Text) })
	return keys
}
