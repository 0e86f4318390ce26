package relate

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/wordnet"
)

// lore is what is known of a word wherever it stands.
type lore struct {
	stem    string
	weight  float64 // how much it says about what a claim is about
	light   bool
	entry   wordnet.Word // what general English knows of it
	country string       // that it stands for; may be empty
	classes []int        // what the lexicon knows of it: the synonym classes,
	poles   []pole       // the lines of opposites,
	sign    int          // and whether it says that something was harmed, -1, or helped, +1
	handles []handle
}

// lores keeps what was looked up, as the claims that are compared with one
// article share most of their words. It does not outgrow its limit.
type lores map[loreKey]*lore

type loreKey struct {
	lemma string
	kind  claims.TermKind
}

// of gives what is known of the word of a term.
func (known lores) of(l *lexicon, t *claims.Term) *lore {
	const most = 20_000
	key := loreKey{t.Lemma, t.Kind}
	if have := known[key]; have != nil {
		return have
	}
	if len(known) >= most {
		clear(known)
	}
	found := lookUp(l, t)
	known[key] = found
	return found
}

func lookUp(l *lexicon, t *claims.Term) *lore {
	k := &lore{stem: stem(t.Lemma), light: l.light[t.Lemma], entry: entryOf(t), country: l.nation[t.Lemma]}
	k.weight = weigh(t, k.light, l.common[t.Lemma])
	k.classes, k.poles = l.classes[t.Lemma], l.opposites[t.Lemma]
	if k.sign = l.effect[t.Lemma]; k.sign == 0 {
		k.sign = l.state[t.Lemma]
	}
	k.handles = handlesOf(l, t, k)
	return k
}

func weigh(t *claims.Term, light, common bool) float64 {
	switch {
	case light:
		return 0.25
	case isName(t):
		return 1.5
	case common:
		return 0.6
	}
	return 1
}
