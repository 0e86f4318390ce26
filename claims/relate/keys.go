package relate

import (
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// keysOf gives the handles by which claims like this one are found. The weight
// of a key hangs on its text alone: 3 for a name, 2 for a synonym class or a
// word, 1 for a line of opposites.
func keysOf(l *lexicon, terms []claims.Term) []claims.Key {
	weight := map[string]int{}
	for i := range terms {
		t := &terms[i]
		switch t.Kind {
		case claims.NameTerm, claims.PlaceTerm:
			weight["n:"+nameKey(l, t.Lemma)] = 3
		case claims.NounTerm, claims.VerbTerm, claims.AdjTerm:
			wordKeys(l, t.Lemma, weight)
		}
	}
	keys := make([]claims.Key, 0, len(weight))
	for text, w := range weight {
		keys = append(keys, claims.Key{Text: text, Weight: w})
	}
	sort.Slice(keys, func(i, j int) bool {
		if keys[i].Weight != keys[j].Weight {
			return keys[i].Weight > keys[j].Weight
		}
		return keys[i].Text < keys[j].Text
	})
	keys = keys[:min(len(keys), maxKeys)]
	sort.Slice(keys, func(i, j int) bool { return keys[i].Text < keys[j].Text })
	return keys
}

func wordKeys(l *lexicon, lemma string, weight map[string]int) {
	if country, ok := l.nation[lemma]; ok {
		weight["n:"+country] = 3
		return
	}
	if l.light[lemma] {
		return
	}
	weight["w:"+stem(lemma)] = 2
	for _, c := range l.classes[lemma] {
		weight["c:"+l.classKeys[c]] = 2
	}
	for _, p := range l.opposites[lemma] {
		weight["o:"+l.poleKeys[p.line]] = 1
	}
}

// nameKey folds a name to its country, or to its last word: "John Kerry" and
// "Kerry" are found together.
func nameKey(l *lexicon, lemma string) string {
	if country, ok := l.nation[lemma]; ok {
		return country
	}
	parts := strings.Fields(lemma)
	if len(parts) == 0 {
		return lemma
	}
	return strings.Trim(parts[len(parts)-1], ".,'’")
}
