package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// notAwareAt says how many words a phrase that denies knowledge takes here, 0
// for none. Up to two words may stand between the words of the phrase.
func (l *lexicon) notAwareAt(ws []word, i int) int {
	for _, first := range formsOf(&ws[i]) {
		for _, rest := range l.notAware[first] {
			if n := matchPhrase(ws[i+1:], strings.Fields(rest)); n >= 0 {
				return n + 1
			}
		}
	}
	return 0
}

// formsOf gives the forms under which a phrase may name the word: as written,
// its dictionary form, "not" for "n't" and "nobody" for "no one".
func formsOf(w *word) []string {
	forms := []string{w.lower}
	if w.term.Lemma != w.lower {
		forms = append(forms, w.term.Lemma)
	}
	switch {
	case w.lower == "n't":
		forms = append(forms, "not")
	case w.term.Lemma == "no one":
		forms = append(forms, "nobody")
	}
	return forms
}

// matchPhrase says how many words the parts take at the start of ws, with up
// to two others in between, five after a "~"; -1 where they do not match.
func matchPhrase(ws []word, parts []string) int {
	n, reach := 0, 2
	for _, part := range parts {
		if part == "~" {
			reach = 5
			continue
		}
		gap := gapTo(ws[min(n, len(ws)):], part, reach)
		if gap < 0 {
			return -1
		}
		n, reach = n+gap+1, 2
	}
	return n
}

// gapTo says how many words stand before the next word of this form; -1 where
// none is within reach.
func gapTo(ws []word, form string, reach int) int {
	for gap := 0; gap <= reach && gap < len(ws) && !ws[gap].mark; gap++ {
		for _, f := range formsOf(&ws[gap]) {
			if f == form {
				return gap
			}
		}
	}
	return -1
}

// turnNotAware marks the n words from i as one phrase, and turns what it
// speaks of: what follows it in the sentence, else what stands before it. It
// gives how many words were taken besides the first.
func turnNotAware(doc *english.Document, ws []word, i, n int) int {
	for j := i; j < i+n; j++ {
		ws[j].cue = ""
		ws[j].term.Kind = claims.OtherTerm
	}
	ws[i].cue = cueNotAware
	ws[i].term.At.End = ws[i+n-1].term.At.End
	end := complementEnd(doc, ws, i, i+n)
	if hasContent(ws[i+n : end]) {
		flip(ws[i+n : end])
	} else {
		flip(ws[:i])
	}
	return n - 1
}

// addressed says whether it is the one spoken to who is said not to know: "if
// you don't know", which tells nothing of the speaker.
func addressed(ws []word, i int) bool {
	for j := i - 1; j >= max(0, i-3) && !ws[j].mark; j-- {
		if ws[j].lower == "you" {
			return true
		}
	}
	return false
}

// asks says whether a question follows that takes for granted what it speaks of:
// who does not know why a dam broke, does not deny that it did.
func asks(ws []word, i int) bool {
	switch lowerAt(ws, i) {
	case "what", "why", "how", "who", "whom", "which", "where", "when", "whose":
		return true
	}
	return false
}
