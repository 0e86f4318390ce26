package english

import (
	_ "embed"
	"strings"
)

//go:embed words/nouns.txt
var nounsText string

// pluralNouns gives the singular of nouns with an uncommon plural.
var pluralNouns = pairs(lines(nounsText))

// pairs reads lines of two words into a map from the first to the second.
func pairs(lines []string) map[string]string {
	m := map[string]string{}
	for _, l := range lines {
		if a, b, ok := strings.Cut(l, " "); ok {
			m[a] = b
		}
	}
	return m
}

// auxLemmas gives the dictionary form of auxiliaries.
var auxLemmas = map[string]string{
	"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'m": "be", "'re": "be",
	"has": "have", "had": "have", "having": "have", "'ve": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
	"'ll": "will", "'d": "would", "wo": "will", "ca": "can", "sha": "shall",
}

// comparisons gives the plain form of uncommon comparatives and superlatives.
var comparisons = map[string]string{
	"better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far", "farther": "far", "more": "much", "most": "much",
	"less": "little", "least": "little", "fewer": "few", "larger": "large", "largest": "large",
}

// Lemma gives the dictionary form that a word in small letters has, or would
// have, with this tag: "claims" is "claim" as a verb and as a noun.
func Lemma(low string, tag Tag) string {
	switch {
	case low == "n't":
		return "not"
	case len(low) > longWord:
		return low
	}
	switch tag {
	case Aux:
		if l, ok := auxLemmas[low]; ok {
			return l
		}
	case Verb:
		return verbLemma(low)
	case Noun:
		return nounLemma(low)
	case Adj, Adv:
		return adjectiveLemma(low)
	}
	return low
}

func verbLemma(low string) string {
	if f, ok := verbForms[low]; ok {
		return f.lemma
	}
	if l, ok := auxLemmas[low]; ok {
		return l
	}
	for _, end := range []string{"ing", "ied", "ed", "ies", "es", "s"} {
		if stem, ok := strings.CutSuffix(low, end); ok && len(stem) > 2 {
			return regularVerbLemma(stem, end)
		}
	}
	return low
}

// regularVerbLemma rebuilds the dictionary form of a verb that is not in the
// list from its stem and ending.
func regularVerbLemma(stem, end string) string {
	n := len(stem)
	switch {
	case end == "ied" || end == "ies":
		return stem + "y"
	case end == "s":
		return stem
	case end == "es" && (strings.HasSuffix(stem, "ch") || strings.HasSuffix(stem, "sh") || strings.HasSuffix(stem, "ss") || strings.HasSuffix(stem, "x")):
		return stem
	case end == "es":
		return stem + "e"
	case stem[n-1] == stem[n-2] && !isVowel(stem[n-1]) && strings.IndexByte("lsfz", stem[n-1]) < 0:
		return stem[:n-1]
	case needsE(stem):
		return stem + "e"
	}
	return stem
}

// needsE says whether a stem that lost its ending once ended in e: "declar",
// "us", "institut".
func needsE(stem string) bool {
	for _, end := range []string{"at", "iz", "is", "ut", "uc", "nc", "rg", "dg", "ng", "rs", "ns", "v", "u", "tl", "bl", "pl", "dl", "gl", "ar", "ur", "ir", "iv"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}

func nounLemma(low string) string {
	if l, ok := pluralNouns[low]; ok {
		return l
	}
	n := len(low)
	switch {
	case n < 4 || low[n-1] != 's':
		return low
	case strings.HasSuffix(low, "ss"), strings.HasSuffix(low, "us"), strings.HasSuffix(low, "is"):
		return low
	case strings.HasSuffix(low, "ies") && n > 4:
		return low[:n-3] + "y"
	case strings.HasSuffix(low, "sses"), strings.HasSuffix(low, "shes"), strings.HasSuffix(low, "ches"), strings.HasSuffix(low, "xes"), strings.HasSuffix(low, "oes"), strings.HasSuffix(low, "zzes"):
		return low[:n-2]
	}
	return low[:n-1]
}

func adjectiveLemma(low string) string {
	if l, ok := comparisons[low]; ok {
		return l
	}
	for _, end := range []string{"est", "er"} {
		stem, ok := strings.CutSuffix(low, end)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, plain := range []string{stem, stem + "e", stem[:len(stem)-1], strings.TrimSuffix(stem, "i") + "y"} {
			if adjectives[plain] {
				return plain
			}
		}
	}
	return low
}
