package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed irregular.txt
var irregularText string

//go:embed plurals.txt
var pluralsText string

// form is a form of a verb that no rule gives.
type form struct {
	lemma string
	class Class
}

var (
	irregular        = readIrregular(lines(irregularText))
	irregularForms   = allIrregularForms(lines(irregularText))
	irregularPlurals = pairs(lines(pluralsText))
)

// readIrregular gives the past and the participle of irregular verbs.
func readIrregular(lines []string) map[string][]string {
	verbs := map[string][]string{}
	for _, line := range lines {
		words := strings.Fields(line)
		verbs[words[0]] = words[1:]
	}
	return verbs
}

func allIrregularForms(lines []string) map[string][]form {
	forms := map[string][]form{}
	for _, line := range lines {
		words := strings.Fields(line)
		forms[words[1]] = append(forms[words[1]], form{words[0], VerbPast})
		for _, participle := range words[2:] {
			forms[participle] = append(forms[participle], form{words[0], VerbParticiple})
		}
	}
	return forms
}

// auxiliaries gives the dictionary form of auxiliaries and of clipped ones.
var auxiliaries = map[string]string{
	"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'m": "be", "'re": "be",
	"'d": "would", "'s": "be", "gon": "go", "wan": "want", "got": "get",
	"has": "have", "had": "have", "having": "have", "'ve": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
	"'ll": "will", "wo": "will", "ca": "can", "sha": "shall",
}

// Lemma gives the dictionary form of a word by its tag of the Penn Treebank:
// "lay" is "lie" where it is a past. A word of any other class is its own.
func Lemma(low, tag string) string {
	switch tag {
	case "VB", "VBP", "VBZ", "VBD", "VBN", "VBG":
		return VerbOf(low, verbForms[tag])
	case "MD":
		return VerbOf(low, VerbBase)
	case "NNS":
		return NounOf(low, true)
	case "JJR", "JJS":
		return AdjectiveOf(low)
	case "RBR", "RBS":
		if lemma, ok := adverbComparisons[low]; ok {
			return lemma
		}
		return AdjectiveOf(low)
	}
	if low == "n't" {
		return "not"
	}
	return low
}

// verbForms says which form of a verb a tag stands for.
var verbForms = map[string]Class{"VB": VerbBase, "VBP": VerbBase, "VBZ": VerbThird, "VBD": VerbPast, "VBN": VerbParticiple, "VBG": VerbIng}

// VerbOf gives the dictionary form of a verb or an auxiliary. The class says
// which of its forms the word is; zero where that is not known.
func VerbOf(low string, class Class) string {
	if lemma, ok := auxiliaries[low]; ok {
		return lemma
	}
	if class == 0 {
		class = anyVerb
	}
	for _, f := range irregularForms[low] {
		if f.class&class != 0 {
			return f.lemma
		}
	}
	if class&VerbBase != 0 && (class == VerbBase || listed(low)&VerbBase != 0) {
		return low
	}
	for _, try := range []struct {
		class  Class
		ending string
		make   func(string) string
	}{{VerbThird, "s", third}, {VerbPast | VerbParticiple, "ed", past}, {VerbIng, "ing", ing}} {
		if class&try.class != 0 && strings.HasSuffix(low, try.ending) {
			return orGuess(low, find(low, endings[try.ending], VerbBase, try.make), try.ending)
		}
	}
	return low
}

// NounOf gives the singular of a plural, and any other noun as it is. If the
// word is known to be a plural, one that also is a singular is taken apart:
// "customs".
func NounOf(low string, isPlural bool) string {
	if lemma, ok := irregularPlurals[low]; ok {
		return lemma
	}
	if isPlural && isDigit(low) { // "1990s"
		return low
	}
	for _, men := range manyMen {
		if stem, ok := strings.CutSuffix(low, men[0]); ok && isPlural && stem != "" {
			return stem + men[1]
		}
	}
	if len(low) < 4 && !isPlural || !strings.HasSuffix(low, "s") || hasAnyEnd(low, "ss") {
		return low
	}
	lemma := find(low, endings["s"], Noun, plural)
	switch {
	case lemma != "":
		return lemma
	case listed(low)&Noun != 0 || hasAnyEnd(low, "us", "is"):
		return low
	}
	return orGuess(low, "", "s")
}

// manyMen are irregular plurals that also stand at the end of longer words.
var manyMen = [][2]string{{"men", "man"}, {"children", "child"}, {"wives", "wife"}, {"teeth", "tooth"}, {"feet", "foot"}}

func isDigit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// AdjectiveOf gives the plain form of a comparative or a superlative, and any
// other adjective or adverb as it is.
func AdjectiveOf(low string) string {
	if lemma, ok := comparisons[low]; ok {
		return lemma
	}
	if !hasAnyEnd(low, "er", "est") || len(low) < 5 {
		return low
	}
	if lemma := find(low, endings["er"], Adjective|Adverb, nil); lemma != "" {
		return lemma
	}
	return low
}

// comparisons gives the plain form of uncommon comparatives and superlatives.
var comparisons = map[string]string{
	"better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far", "furthest": "far", "farther": "far", "farthest": "far",
	"fewer": "few", "fewest": "few", "larger": "large", "largest": "large", "elder": "old", "eldest": "old",
}

// adverbComparisons does so where an adverb has another one than the adjective.
var adverbComparisons = map[string]string{"better": "well", "best": "well", "worse": "badly", "worst": "badly"}

// change is how a word is made of one that ends otherwise.
type change struct {
	ending, instead string
	double          bool // the letter before the ending stands twice
}

// endings are the changes to undo, the likelier first.
var endings = map[string][]change{
	"s":   {{"ies", "y", false}, {"s", "", false}, {"es", "", false}, {"ves", "f", false}, {"ves", "fe", false}, {"ies", "ie", false}},
	"ed":  {{"ied", "y", false}, {"cked", "c", false}, {"ed", "e", false}, {"ed", "", true}, {"ed", "", false}},
	"ing": {{"ying", "ie", false}, {"cking", "c", false}, {"ing", "e", false}, {"ing", "", true}, {"ing", "", false}},
	"er":  {{"ier", "y", false}, {"iest", "y", false}, {"er", "e", false}, {"est", "e", false}, {"er", "", true}, {"est", "", true}, {"er", "", false}, {"est", "", false}},
}

// undo gives the word that a change may have begun with, or nothing.
func (c change) undo(low string) string {
	stem, ok := strings.CutSuffix(low, c.ending)
	if !ok || len(stem)+len(c.instead) < 2 {
		return ""
	}
	if c.double {
		if n := len(stem); n < 3 || stem[n-1] != stem[n-2] || isVowel(stem[n-1]) {
			return ""
		}
		stem = stem[:len(stem)-1]
	}
	return stem + c.instead
}

// find looks for a listed word of a class from which the word is formed. One of
// which the rule makes exactly the word comes first.
func find(low string, changes []change, class Class, rule func(string) string) string {
	found := ""
	for _, c := range changes {
		lemma := c.undo(low)
		if lemma == "" || listed(lemma)&class == 0 {
			continue
		}
		if rule == nil || rule(lemma) == low {
			return lemma
		}
		if found == "" {
			found = lemma
		}
	}
	return found
}

// orGuess gives what was found, or else rebuilds a word that is not listed.
func orGuess(low, found, ending string) string {
	if found != "" {
		return found
	}
	stem := strings.TrimSuffix(low, ending)
	n := len(stem)
	switch {
	case n < 3:
		return low
	case ending == "s" && strings.HasSuffix(stem, "ie") && n > 3:
		return stem[:n-2] + "y"
	case ending == "s" && hasAnyEnd(stem, "che", "she", "sse", "xe", "zze", "oe"):
		return stem[:n-1]
	case ending == "s":
		return stem
	case stem[n-1] == 'i':
		return stem[:n-1] + "y"
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
	return hasAnyEnd(stem, "at", "iz", "is", "ut", "uc", "nc", "rg", "dg", "ng", "rs", "ns", "v", "u", "tl", "bl", "pl", "dl", "gl", "ar", "ur", "ir")
}

// pairs reads lines of two words into a map from the first to the second.
func pairs(lines []string) map[string]string {
	all := map[string]string{}
	for _, line := range lines {
		if first, second, ok := strings.Cut(line, " "); ok {
			all[first] = second
		}
	}
	return all
}

// set makes a set of the words in a text.
func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// lines gives the lines of a word list without comments and empty ones.
func lines(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return all
}
