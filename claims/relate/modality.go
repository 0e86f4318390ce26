package relate

import (
	"strings"
	"sync"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// modal is what a word says about whether something must be, may be or came
// about; see lexicon/modality.txt.
type modal string

const (
	modalMust   modal = "must"
	modalFree   modal = "free"
	modalMay    modal = "may"
	modalBarred modal = "barred"
	modalDone   modal = "done"
	modalAlmost modal = "almost"
)

// modals gives the table of such words, read once.
var modals = sync.OnceValue(func() map[string]modal {
	l, out := &lexicon{phrases: map[string][][]string{}}, map[string]modal{}
	_ = readTable(lexiconFiles, "lexicon/modality.txt", func(line string) error {
		name, members, err := l.named(line)
		for _, m := range members {
			out[m] = modal(name)
		}
		return err
	}) // lines that are wrong are left out; a test sees to it that there are none
	return out
})

// against says which class cannot hold together with another.
func (m modal) against(o modal) bool {
	switch m {
	case modalMust:
		return o == modalFree || o == modalBarred
	case modalMay:
		return o == modalBarred
	case modalFree:
		return o == modalMust
	case modalBarred:
		return o == modalMust || o == modalMay
	case modalDone:
		return o == modalAlmost
	case modalAlmost:
		return o == modalDone
	}
	return false
}

// negated gives what "not" makes of a class: "must not" bars, "need not" frees.
func (m modal) negated(lemma string) modal {
	switch m {
	case modalMust:
		if lemma == "must" || lemma == "shall" {
			return modalBarred
		}
		return modalFree
	case modalMay:
		return modalBarred
	case modalBarred:
		return modalMay
	case modalFree:
		return modalMust
	case modalDone:
		return modalAlmost
	}
	return ""
}

// markModals gives the words of this sort that carry no meaning of their own a
// place among the terms, and says which of them are negated by what follows:
// "must not", "have to".
func markModals(ws []word) {
	for i := range ws {
		w := &ws[i]
		next := lowerAt(ws, i+1)
		if (w.lower == "have" || w.lower == "has" || w.lower == "had") && next == "to" {
			w.term.Lemma, w.modal = "need", true
		}
		if w.cue == "" && (w.tag == english.Aux || w.tag == english.Adv) && modals()[w.term.Lemma] != "" {
			w.modal = true
		}
		if w.modal && i+1 < len(ws) && ws[i+1].cue == cueNot {
			w.flips++
		}
	}
}

// modality finds that one side says something must be, may be or came about,
// and the other that it need not, may not or did not.
func modality(p *pair) []found {
	for _, x := range p.a.modals {
		for _, y := range p.b.modals {
			if !classOf(x).against(classOf(y)) {
				continue
			}
			strength := p.alike(p.a.termIndex(x), p.b.termIndex(y))
			if strength < 0.25 || p.shared() < 1 {
				continue
			}
			return []found{{Reason: claims.Reason{
				Kind: claims.ReasonModality, For: true, A: spansOf(x), B: spansOf(y),
			}, strength: strength}}
		}
	}
	return nil
}

// classOf gives the class of a term, negation taken into account.
func classOf(t *claims.Term) modal {
	m := modals()[strings.ToLower(t.Text)]
	if m == "" {
		m = modals()[t.Lemma]
	}
	if t.Negated {
		return m.negated(t.Lemma)
	}
	return m
}
