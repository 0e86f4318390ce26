package relate

import (
	"maps"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// What the words of the content weigh as keys. What stands around it weighs
// less: it tells the story, not what is said.
const (
	nameWeight     = 3
	wordWeight     = 2
	classWeight    = 2 // of a synonym class
	oppositeWeight = 1 // of a line of opposites
	aroundName     = 2 // of a name from around the content
	aroundWord     = 1
)

// keysOf gives the handles by which claims like this one are found: names,
// stems, synonym classes and lines of opposites of the content, and then, as
// far as there is room, the names and words around it.
func keysOf(l *lexicon, terms []claims.Term) []claims.Key {
	content, around := map[string]int{}, map[string]int{}
	for i := range terms {
		t := &terms[i]
		into := content
		if t.Context {
			into = around
		}
		switch t.Kind {
		case claims.NameTerm, claims.PlaceTerm:
			into["n:"+nameKey(l, t.Lemma)] = nameWeight
		case claims.NounTerm, claims.VerbTerm, claims.AdjTerm:
			wordKeys(l, t.Lemma, t.Context, into)
		}
	}
	for text := range content {
		delete(around, text)
	}
	keys := append(heaviest(content), heaviest(around)...)
	for i := len(content); i < len(keys); i++ {
		keys[i].Weight = aroundWord
		if strings.HasPrefix(keys[i].Text, "n:") {
			keys[i].Weight = aroundName
		}
	}
	keys = keys[:min(len(keys), maxKeys)]
	slices.SortFunc(keys, func(x, y claims.Key) int { return strings.Compare(x.Text, y.Text) })
	return keys
}

// carried says whether a key comes from the words of the content, and not from
// around it, where classes and lines of opposites are not read, nor from its
// meaning, which puts things of one kind together and tells no topic.
func carried(k claims.Key) bool {
	switch {
	case strings.HasPrefix(k.Text, meaningKeys):
		return false
	case strings.HasPrefix(k.Text, "n:"):
		return k.Weight == nameWeight
	case strings.HasPrefix(k.Text, "w:"):
		return k.Weight == wordWeight
	}
	return true
}

// heaviest gives keys in the order in which they are kept.
func heaviest(weight map[string]int) []claims.Key {
	out := make([]claims.Key, 0, len(weight))
	for _, text := range slices.Sorted(maps.Keys(weight)) {
		out = append(out, claims.Key{Text: text, Weight: weight[text]})
	}
	slices.SortStableFunc(out, func(x, y claims.Key) int { return y.Weight - x.Weight })
	return out
}

// wordKeys adds the keys of a word. One from around the content has its stem
// alone.
func wordKeys(l *lexicon, lemma string, around bool, weight map[string]int) {
	if country, ok := l.nation[lemma]; ok {
		weight["n:"+country] = nameWeight
		return
	}
	if l.light[lemma] {
		return
	}
	weight["w:"+stem(lemma)] = wordWeight
	if around {
		return
	}
	for _, c := range l.classes[lemma] {
		weight["c:"+l.classKeys[c]] = classWeight
	}
	for _, p := range l.opposites[lemma] {
		weight["o:"+l.poleKeys[p.line]] = oppositeWeight
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
