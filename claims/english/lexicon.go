package english

import "strings"

// set makes a set of the words in the text.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// titleAbbreviations stand before a name or a number, so never at the end of
// a sentence. Without their stop.
var titleAbbreviations = set(`mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr adm maj brig pvt cpl rev hon pres supt
	det insp fr st mt ft msgr amb atty vs v op fig eq pp vol ch sec art cf ed sens reps govs gens drs`)

// abbreviations keep their full stop. Without it.
var abbreviations = set(`mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr adm maj brig pvt cpl rev hon pres supt
	det insp fr st mt ft msgr amb atty vs v op fig eq pp vol ch sec art cf ed sens reps govs gens drs
	sr jr inc corp co ltd llc esq bros assn dept univ est approx jan feb mar apr jun jul aug sep sept oct nov dec
	mon tue tues wed thu thur thurs fri sat ala ariz ark calif colo conn fla ga ill ind kan ky
	md mich minn mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo etc e.g i.e a.m p.m u.s u.k u.n
	d.c n.y n.j n.c s.c n.h n.m l.a e.u u.s.a ph.d b.a m.a m.d blvd ave rd`)

// sentenceStarters are words that commonly begin a sentence, in small letters.
var sentenceStarters = set(`the he she it they we i you this that these those but and in on at for if when while as a an his
	her its their our my there here what why how who where after before since however although though so or yet then now also
	even some many most not no yes according meanwhile under with from by`)
