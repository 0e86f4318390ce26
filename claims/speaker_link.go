package claims

import (
	"slices"
	"strings"
	"unicode"
)

// SameSpeaker says whether two speakers of two articles are surely one: equal
// full names and roles that go together. A person's full name has two words or
// more, an organisation's or a document's any number; a group ("residents") and
// an unnamed speaker are never sure.
func SameSpeaker(a, b Speaker) bool {
	ka, kb := a.Key(), b.Key()
	return ka != "" && ka == kb && a.Kind == b.Kind && RolesGoTogether(a.Role, b.Role)
}

// Key is the name by which a speaker is found across articles: lower case,
// without titles, accents and points, words parted by one space. It is empty
// for a speaker whom his name does not tell from others.
func (s Speaker) Key() string {
	words := nameWords(s.Name)
	switch s.Kind {
	case Person:
		if len(words) < 2 {
			return ""
		}
	case Organisation, DocumentSource:
	default:
		return ""
	}
	return strings.Join(words, " ")
}

// RolesGoTogether says whether one person may hold both roles, as worded: one
// of them is missing, or they share their main words, so that "foreign
// minister" goes with "Syria's foreign minister", and not with "former foreign
// minister" or "spokesman".
func RolesGoTogether(a, b string) bool {
	x, y := roleWords(a), roleWords(b)
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	for _, w := range y {
		if !slices.Contains(x, w) && changesRole[w] {
			return false
		}
	}
	return true
}

// Named says whether a speaker is somebody in particular: a person, a body or a
// document with a name, and not "officials" or "the driver".
func (s Speaker) Named() bool {
	switch s.Kind {
	case Person, Organisation, DocumentSource:
	default:
		return false
	}
	if len(nameWords(s.Name)) == 0 {
		return false
	}
	words := strings.Fields(s.Name)
	return strings.IndexFunc(words[len(words)-1], unicode.IsLower) != 0
}

// MayBeSame says why two speakers who are not surely one may still be, and
// whether there is any ground at all.
func MayBeSame(a, b Speaker) (SpeakerGrounds, bool) {
	x, y := nameWords(a.Name), nameWords(b.Name)
	if len(x) == 0 || len(y) == 0 || a.Kind == Group || b.Kind == Group || !kindsGoTogether(a.Kind, b.Kind) {
		return "", false
	}
	switch {
	case slices.Equal(x, y):
		return SameName, !SameSpeaker(a, b)
	case !RolesGoTogether(a.Role, b.Role):
		return "", false
	case a.knownAs(y) || b.knownAs(x):
		return KnownAsAlias, true
	case initialsOf(x) == strings.Join(y, "") || initialsOf(y) == strings.Join(x, ""):
		return Initials, true
	case a.Kind == Person || b.Kind == Person:
		return personMayBe(x, y)
	}
	return "", false
}

// MayBeSame says why two entries that are not linked may still be one
// speaker: see [MayBeSame]. One role of each that go together are enough.
func (e SpeakerEntry) MayBeSame(o SpeakerEntry) (SpeakerGrounds, bool) {
	for _, a := range e.asSpeakers() {
		for _, b := range o.asSpeakers() {
			if grounds, ok := MayBeSame(a, b); ok {
				return grounds, true
			}
			if SameSpeaker(a, b) { // in this role, and not in another
				return SameName, true
			}
		}
	}
	return "", false
}

// asSpeakers gives the entry once for each of its roles.
func (e SpeakerEntry) asSpeakers() []Speaker {
	s := Speaker{ID: e.ID, Name: e.Name, Kind: e.Kind, Aliases: e.Aliases}
	if len(e.Roles) == 0 {
		return []Speaker{s}
	}
	out := make([]Speaker, len(e.Roles))
	for i, role := range e.Roles {
		out[i] = s
		out[i].Role = role
	}
	return out
}

// personMayBe compares the names of two persons.
func personMayBe(x, y []string) (SpeakerGrounds, bool) {
	last := x[len(x)-1] == y[len(y)-1]
	switch {
	case last && (len(x) == 1 || len(y) == 1 || x[0] == y[0] || initialFits(x[0], y[0])):
		return PartOfName, true
	case len(x) != len(y) || len(x) < 2 && len(x[0]) < 6:
		return "", false
	}
	for i := range x {
		if skeleton(x[i]) != skeleton(y[i]) || skeleton(x[i]) == "" {
			return "", false
		}
	}
	return OtherSpelling, true
}

func initialFits(x, y string) bool {
	return (len(x) == 1 || len(y) == 1) && x[0] == y[0]
}

func kindsGoTogether(a, b SpeakerKind) bool {
	return a == b || a == UnknownSpeaker || b == UnknownSpeaker
}

// knownAs says whether one of the speaker's aliases is this name. An alias of
// one word is only a part of a name.
func (s Speaker) knownAs(name []string) bool {
	for _, alias := range s.Aliases {
		if words := nameWords(alias); slices.Equal(words, name) && (len(words) > 1 || s.Kind != Person) {
			return true
		}
	}
	return false
}

// SpeakerTraces are the keys under which entries that [MayBeSame] could
// suggest for one another are found: last word, its sound, and initials.
func SpeakerTraces(s Speaker) []string {
	words := nameWords(s.Name)
	if len(words) == 0 || s.Kind == Group {
		return nil
	}
	last := words[len(words)-1]
	out := []string{"last:" + last}
	if sound := skeleton(last); len(sound) > 1 {
		out = append(out, "sound:"+sound)
	}
	if len(words) > 1 {
		out = append(out, "initials:"+initialsOf(words))
	} else if len(last) <= 6 {
		out = append(out, "initials:"+last)
	}
	for _, alias := range s.Aliases {
		if w := nameWords(alias); len(w) > 0 && w[len(w)-1] != last {
			out = append(out, "last:"+w[len(w)-1])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// plainLetters takes accents from the letters that names in English news carry.
var plainLetters = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ā", "a", "ă", "a", "ą", "a", "æ", "ae",
	"ç", "c", "ć", "c", "č", "c", "ď", "d", "đ", "d", "ð", "d",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "ē", "e", "ė", "e", "ę", "e", "ě", "e", "ğ", "g", "ģ", "g",
	"í", "i", "ì", "i", "î", "i", "ï", "i", "ī", "i", "ı", "i", "i̇", "i", "ķ", "k", "ł", "l", "ļ", "l", "ĺ", "l", "ľ", "l",
	"ñ", "n", "ń", "n", "ň", "n", "ņ", "n", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ō", "o", "ő", "o", "œ", "oe",
	"ř", "r", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ß", "ss", "ť", "t", "ţ", "t", "ț", "t", "þ", "th",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u", "ý", "y", "ÿ", "y", "ź", "z", "ż", "z", "ž", "z",
	"’", "'", "‘", "'", "ʼ", "'")

// titles stand before names and are no part of them.
var titles = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true, "professor": true, "sir": true,
	"dame": true, "lord": true, "lady": true, "the": true, "rev": true, "gen": true, "sen": true, "rep": true, "gov": true, "lt": true, "col": true, "capt": true, "sgt": true}

// nameWords cuts a name into its words: letters and digits, lower case.
func nameWords(name string) []string {
	if len(name) > MaxField {
		return nil
	}
	plain := strings.ReplaceAll(plainLetters.Replace(strings.ToLower(name)), "'s ", " ")
	plain = strings.NewReplacer(".", "", "'", "").Replace(plain)
	words := strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	return words
}

// changesRole are words that make another role of the one they stand with.
var changesRole = map[string]bool{"former": true, "ex": true, "deputy": true, "vice": true, "assistant": true, "acting": true, "spokesman": true,
	"spokeswoman": true, "spokesperson": true, "shadow": true, "late": true, "incoming": true, "outgoing": true, "candidate": true,
	"son": true, "daughter": true, "wife": true, "husband": true, "brother": true, "sister": true, "lawyer": true, "adviser": true, "aide": true}

var lightRoleWords = map[string]bool{"a": true, "an": true, "the": true, "of": true, "for": true, "and": true, "in": true, "at": true, "s": true, "its": true, "his": true, "her": true, "their": true}

func roleWords(role string) []string {
	return slices.DeleteFunc(nameWords(role), func(w string) bool { return lightRoleWords[w] })
}

func initialsOf(words []string) string {
	if len(words) < 2 {
		return "\x00" // a name of one word has none, and equals no other
	}
	var b strings.Builder
	for _, w := range words {
		if lightRoleWords[w] {
			continue
		}
		for _, r := range w {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}

// skeleton is what transliterations of a name have in common: its consonants,
// doubled ones once, with letters that stand for one sound as one.
func skeleton(word string) string {
	word = strings.NewReplacer("ph", "f", "kh", "h", "gh", "g", "ck", "k", "q", "k", "c", "k", "z", "s", "w", "v").Replace(word)
	var b strings.Builder
	var before rune
	for _, r := range word {
		if !strings.ContainsRune("aeiouyj'", r) && r != before {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}
