package english

import (
	_ "embed"
	"strings"
)

//go:embed words/verbs.txt
var verbsText string

//go:embed words/irregular.txt
var irregularText string

// form is a form of a verb.
type form struct {
	lemma string
	kind  formKind
	noun  bool // the verb's own form is as often a noun
}

// formKind is a set of the places a verb's form may have.
type formKind uint8

const (
	baseForm       formKind = 1 << iota // "say"
	thirdForm                           // "says"
	pastForm                            // "said", "gave"
	participleForm                      // "said", "given"
	ingForm                             // "saying"
)

// verbForms holds every form of every verb in the list.
var verbForms = makeVerbForms(lines(verbsText), lines(irregularText))

// lines gives the lines of a word list without comments and empty ones.
func lines(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

func makeVerbForms(verbs, irregular []string) map[string]form {
	odd := map[string][]string{}
	for _, l := range irregular {
		f := strings.Fields(l)
		odd[f[0]] = f
	}
	forms := map[string]form{}
	for _, l := range verbs {
		for _, word := range strings.Fields(l) {
			lemma, noun := strings.CutSuffix(word, "*")
			addVerb(forms, lemma, noun, odd[lemma])
			delete(odd, lemma)
		}
	}
	for lemma, f := range odd {
		addVerb(forms, lemma, false, f)
	}
	return forms
}

// addVerb adds the forms of one verb; odd is its line of the irregular table,
// or nil.
func addVerb(forms map[string]form, lemma string, noun bool, odd []string) {
	add := func(word string, kind formKind, noun bool) {
		f, known := forms[word]
		if known && f.lemma != lemma && f.kind&baseForm != 0 {
			return // "found" stays with "find" only where it is no verb of its own
		}
		forms[word] = form{lemma: lemma, kind: f.kind | kind, noun: noun || f.noun}
	}
	past, participle := regularPast(lemma), regularPast(lemma)
	if odd != nil {
		past, participle = odd[1], odd[2]
	}
	add(lemma, baseForm, noun)
	add(thirdPerson(lemma), thirdForm, noun)
	add(past, pastForm, false)
	add(participle, participleForm, false)
	add(presentParticiple(lemma), ingForm, false)
}

func thirdPerson(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "z"),
		strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "sh"), lemma == "go", lemma == "undergo", lemma == "veto", lemma == "echo", lemma == "forgo":
		return lemma + "es"
	case endsConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ies"
	}
	return lemma + "s"
}

func regularPast(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case endsConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ied"
	case doubles(lemma):
		return lemma + lemma[len(lemma)-1:] + "ed"
	}
	return lemma + "ed"
}

func presentParticiple(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "ie"):
		return lemma[:len(lemma)-2] + "ying"
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") && !strings.HasSuffix(lemma, "oe") && len(lemma) > 2:
		return lemma[:len(lemma)-1] + "ing"
	case doubles(lemma):
		return lemma + lemma[len(lemma)-1:] + "ing"
	}
	return lemma + "ing"
}

func endsConsonantY(w string) bool {
	return len(w) > 1 && w[len(w)-1] == 'y' && !isVowel(w[len(w)-2])
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// doublesToo are verbs of several syllables that double their last letter.
var doublesToo = set(`admit commit permit submit omit transmit refer prefer confer defer deter incur occur recur concur compel expel propel repel
	rebel regret control patrol begin forget upset equip rebut abet annul acquit befit cancel travel label level model signal fuel quarrel marvel
	counsel channel funnel overrun sabotage`)

// doubles says whether a verb doubles its last letter before an ending:
// "stop", "admit".
func doubles(w string) bool {
	if doublesToo[w] {
		return true
	}
	n := len(w)
	if n < 3 || isVowel(w[n-1]) || strings.IndexByte("wxyh", w[n-1]) >= 0 || !isVowel(w[n-2]) || (n > 2 && isVowel(w[n-3]) && !strings.HasPrefix(w[n-3:], "ui") && w[n-3] != 'u') {
		return false
	}
	vowels := 0
	for i := range len(w) {
		if isVowel(w[i]) || (w[i] == 'y' && i > 0) {
			vowels++
		}
	}
	return vowels == 1 || (vowels == 2 && strings.HasPrefix(w, "qu"))
}
