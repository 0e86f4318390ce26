package collect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
	"golang.org/x/text/language"

	"github.com/counterclaim/counterclaim/claims"
)

// What it takes to call a text foreign. Measured on windows of 840 news
// articles: of 6,646 windows of 100 characters none was reliably taken for
// another language, and of whole articles none was taken for one at all.
const (
	languageSample = 64 << 10 // bytes looked at
	latinMin       = 100      // characters a text in Latin script needs, to be judged
	otherMin       = 20       // letters in another script
	shareMin       = 200      // characters needed to judge by the share of English words
	englishShare   = 0.12     // least share of the commonest English words; news has 0.14 and more
)

// chooseLanguage settles an article's language, or refuses it. What the
// caller gives is taken at its word. Else the text decides where it is long
// enough, as pages often declare a wrong language; else what was declared;
// else it is taken to be English.
func chooseLanguage(given, declared, text string) (string, error) {
	if given != "" {
		return takeGiven(given)
	}
	tag, err := language.Parse(declared)
	known := declared != "" && err == nil
	seen, sure := detect(text)
	switch {
	case sure && seen != "English":
		return "", unsupportedLanguage(seen)
	case !sure && known && !english(tag):
		return "", unsupportedLanguage(nameOf(tag))
	case known && english(tag):
		return tag.String(), nil
	}
	return "en", nil
}

func takeGiven(given string) (string, error) {
	tag, err := language.Parse(given)
	if err != nil {
		return "", claims.Errorf(claims.Invalid, "bad-language", "%q is no language tag", given).
			WithHint(`Write it like "en" or "en-GB"`)
	}
	if !english(tag) {
		return "", unsupportedLanguage(nameOf(tag))
	}
	return tag.String(), nil
}

func english(tag language.Tag) bool {
	base, _ := tag.Base()
	return base.String() == "en"
}

func unsupportedLanguage(name string) error {
	return claims.Errorf(claims.Unsupported, "language-unsupported",
		"the text is in %s, and only English is read", name).
		WithHint(`To take it anyway: --language en, or "language": "en" in the API`)
}

// detect names the language of a text; sure is false where the text is too
// short or too mixed to tell. Text that is surely not English but whose own
// language is doubtful is named by its script.
func detect(text string) (name string, sure bool) {
	text = cut(text, languageSample)
	n := utf8.RuneCountInString(text)
	info := whatlanggo.Detect(text)
	reliable := info.IsReliable()
	switch {
	case info.Script == nil:
		return "", false
	case info.Script != unicode.Latin:
		if letters(text) < otherMin {
			return "", false
		}
		if !reliable {
			return "a language in " + whatlanggo.Scripts[info.Script] + " script", true
		}
		return info.Lang.String(), true
	case n < latinMin:
		return "", false
	case info.Lang == whatlanggo.Eng:
		return "English", true
	case reliable:
		return info.Lang.String(), true
	case n >= shareMin && commonShare(text) < englishShare:
		return "another language, perhaps " + info.Lang.String(), true
	}
	return "", false
}

// cut gives the first bytes of a text, whole characters only.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for !utf8.RuneStart(text[limit]) {
		limit--
	}
	return text[:limit]
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// commonWords are the commonest words of English news, without those that
// are words of its neighbours too.
const commonWords = " the of and to in a is that was for it on with as be by at from this have he his not are but had they " +
	"were which or an said has we who will would been their more its about after than when there "

// commonShare gives the share of a text's words that are common in English.
func commonShare(text string) float64 {
	all, common := 0, 0
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		all++
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if word != "" && strings.Contains(commonWords, " "+word+" ") {
			common++
		}
	}
	return float64(common) / float64(max(all, 1))
}

// nameOf gives the English name of a language, or the tag where the name is
// not known.
func nameOf(tag language.Tag) string {
	base, _ := tag.Base()
	for lang := range whatlanggo.Langs {
		if lang.Iso6391() == base.String() {
			return lang.String()
		}
	}
	return "the language " + base.String()
}
