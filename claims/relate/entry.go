package relate

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/wordnet"
)

// entryOf looks up what general English knows of a word; names have no entry.
func entryOf(t *claims.Term) wordnet.Word {
	part := wordnet.Noun
	switch t.Kind {
	case claims.VerbTerm:
		part = wordnet.Verb
	case claims.AdjTerm:
		part = wordnet.Adjective
	case claims.NounTerm:
	default:
		return wordnet.Word{}
	}
	return wordnet.Default().Look(t.Lemma, part)
}

// entryHandles gives what two words must share to be related by their entries.
func entryHandles(it *item) []string {
	if it.light {
		return nil
	}
	const width = 5
	keys := it.entry.Keys()
	letters := make([]byte, 0, width*len(keys))
	for _, k := range keys {
		letters = append(letters, 'w', byte(k), byte(k>>8), byte(k>>16), byte(k>>24))
	}
	all, out := string(letters), make([]string, len(keys)) // one string for all, as this is asked of every word
	for i := range out {
		out[i] = all[width*i : width*(i+1)]
	}
	return out
}

// relateEntries says how two words stand to each other by their entries. What
// general English has to say counts less than the lexicon of news.
func relateEntries(x, y *item) relation {
	if x.light || y.light {
		return unlike
	}
	switch wordnet.Relate(&x.entry, &y.entry) {
	case wordnet.Synonym:
		return near
	case wordnet.Antonym, wordnet.Contrary:
		if x.Kind == claims.AdjTerm && y.Kind == claims.AdjTerm {
			return opposite
		}
	case wordnet.Family:
		return kindred
	case wordnet.Kind:
		return wider
	}
	return unlike
}
