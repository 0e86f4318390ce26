package lexicon

import "strings"

// plural gives the regular plural of a noun.
func plural(lemma string) string {
	if strings.HasSuffix(lemma, "o") && oes[lemma] {
		return lemma + "es"
	}
	return withS(lemma)
}

// third gives the regular form of a verb for the third person: "goes".
func third(lemma string) string {
	if strings.HasSuffix(lemma, "o") && (oes[lemma] || lemma == "go" || strings.HasSuffix(lemma, "ergo") || lemma == "do") {
		return lemma + "es"
	}
	return withS(lemma)
}

// oes are words in -o that take -es.
var oes = set(`echo embargo hero negro potato tomato torpedo veto mosquito volcano cargo domino buffalo tornado forgo outdo redo undo overdo`)

func withS(lemma string) string {
	switch {
	case hasAnyEnd(lemma, "s", "x", "z", "ch", "sh"):
		return lemma + "es"
	case endsConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ies"
	}
	return lemma + "s"
}

// past gives the regular past of a verb.
func past(lemma string) string {
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

// ing gives the present participle of a verb.
func ing(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "ie"):
		return lemma[:len(lemma)-2] + "ying"
	case strings.HasSuffix(lemma, "e") && !hasAnyEnd(lemma, "ee", "oe", "ye") && len(lemma) > 2:
		return lemma[:len(lemma)-1] + "ing"
	case doubles(lemma):
		return lemma + lemma[len(lemma)-1:] + "ing"
	}
	return lemma + "ing"
}

func hasAnyEnd(word string, ends ...string) bool {
	for _, end := range ends {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

func endsConsonantY(word string) bool {
	return len(word) > 1 && word[len(word)-1] == 'y' && !isVowel(word[len(word)-2])
}

func isVowel(letter byte) bool { return strings.IndexByte("aeiou", letter) >= 0 }

// doublesToo are verbs of several syllables that double their last letter.
var doublesToo = set(`admit commit permit submit omit transmit refer prefer confer defer deter incur occur recur concur compel expel propel repel
	rebel regret control patrol begin forget upset equip rebut abet annul acquit befit cancel travel label level model signal fuel quarrel marvel
	counsel channel funnel overrun dispel excel extol enrol instil fulfil distil total rival pedal spiral tunnel unravel shovel panel kidnap worship
	program handicap format transfer infer inter abhor debug embed outfit unplug offset remit emit recap gossip`)

// doubles says whether a verb doubles its last letter before an ending:
// "stop", "admit".
func doubles(word string) bool {
	if doublesToo[word] {
		return true
	}
	end := len(word) - 1
	if end < 2 || isVowel(word[end]) || strings.IndexByte("wxyh", word[end]) >= 0 || !isVowel(word[end-1]) || afterVowel(word[:end]) {
		return false
	}
	vowels := 0
	for i := range len(word) {
		if isVowel(word[i]) || (word[i] == 'y' && i > 0) {
			vowels++
		}
	}
	return vowels == 1 || (vowels == 2 && strings.HasPrefix(word, "qu"))
}

// afterVowel says whether the last vowel follows another one, as in "need", but
// not in "quit".
func afterVowel(word string) bool {
	before := word[len(word)-2]
	return isVowel(before) && before != 'u'
}
