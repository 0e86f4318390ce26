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
func entryHandles(k *lore) []handle {
	if k.light {
		return nil
	}
	keys := k.entry.Keys()
	out := make([]handle, len(keys))
	for i, key := range keys {
		out[i] = handleAt(handleEntry, key)
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
