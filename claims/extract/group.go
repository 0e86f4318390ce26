package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims/english"
)

// stretch is some units of a line: first, up to and without last. The zero
// stretch is none.
type stretch struct{ first, last int }

func (s stretch) empty() bool { return s.first >= s.last }

// group is a cue with what belongs to it.
type group struct {
	entry    cueEntry
	verb     int     // the unit of the verb itself
	cue      stretch // with auxiliaries, negation and particles
	source   stretch // empty where the line names nobody
	inverted bool    // the source stands behind the cue: "said Kerry"
	passive  bool    // "was told", "was accused"
	negated  bool    // "did not say"
	reported stretch // what is reported, where the cue itself tells: "his claim that …"
	relative bool    // in a relative clause between commas: ", who had said …,"
}

// before is the first unit of cue and source together, after the one behind
// them.
func (g group) before() int {
	if !g.inverted && g.entry.takes("p") {
		return g.source.first - 1 // the "in" of "in Olin's view"
	}
	if g.source.empty() || g.source.last > g.cue.first {
		return g.cue.first
	}
	return g.source.first
}

func (g group) after() int {
	if g.inverted {
		return g.source.last
	}
	return g.cue.last
}

// cueAt reads the cue whose verb is the unit i; false where it is none.
func (l *line) cueAt(i int) (group, bool) {
	u := l.units[i]
	if g, ok := l.phraseCue(i); ok {
		return g, true
	}
	if g, ok := l.nounCue(i); ok {
		return g, true
	}
	if u.quoted() || u.tag() != english.Verb && !l.verbAfterAll(i) || l.at(i-1).is("-") && l.tight(i) {
		return group{}, false
	}
	lemma := english.Lemma(u.word.Lower, english.Verb)
	g := group{verb: i, cue: stretch{i, i + 1}}
	entry, ok := cues[lemma]
	if next := l.at(i + 1); !next.quoted() && cueParticles[next.word.Lower] {
		if two, known := cues[lemma+"_"+next.word.Lower]; known {
			entry, ok = two, true
			g.cue.last++
		}
	}
	g.entry = entry
	if !ok || !l.standsAsVerb(i) {
		return group{}, false
	}
	l.widenCue(&g)
	return g, true
}

// verbAfterAll says whether a word that was tagged as a noun is a verb,
// because of what it introduces: "the slide states: …".
func (l *line) verbAfterAll(i int) bool {
	u, next, prev := l.units[i], l.at(i+1), l.at(i-1)
	if u.tag() != english.Noun || u.quoted() {
		return false
	}
	if next.is(":") && l.at(i+2).quoted() && nominal(prev) {
		return true // "A sign on the gate read: “No boats.”"
	}
	if !strings.HasSuffix(u.word.Lower, "s") {
		return false
	}
	if next.is("to") && next.tag() == english.Part && prev.tag() == english.Noun && cues[english.Lemma(u.word.Lower, english.Verb)].takes("i") {
		return true // "The city plans to close it"
	}
	if prev.tag() == english.NameTag && (next.is(",", "at", "more", "less") || l.ends(i+1) || l.inDate(i+1)) && (l.at(l.phraseStart(i-1)-1).quoted() || !l.ends(i+1)) {
		return true // '"…," Olin notes'
	}
	if prev.is(",") && (next.tag() == english.Det || next.tag() == english.Pron) {
		return true // "Kowal, 41, claims her son …"
	}
	return (next.is("that", ":") || next.quoted()) && (prev.is(",") || prev.tag() == english.Noun || prev.tag() == english.NameTag || prev.tag() == english.Pron || prev.tag() == english.Adj)
}

// standsAsVerb leaves out verb forms that stand as nouns or in front of one.
func (l *line) standsAsVerb(i int) bool {
	prev := l.at(i - 1)
	if strings.HasSuffix(l.units[i].word.Lower, "ing") {
		return prev.is(",", "by", "in", "as", "and", "before", "after", "for", "while", "–", "—", "-") || prev.quoted() || l.auxBefore(i) || l.issuedBefore(i) >= 0
	}
	switch prev.tag() {
	case english.Det, english.Prep:
		return prev.is("that", "this", "which", "all", "both", "some", "many", "most", "each", "few", "once", "when", "what") || i == 0
	}
	return true
}

// auxBefore says whether an auxiliary stands before the unit, adverbs apart.
func (l *line) auxBefore(i int) bool {
	for i--; i >= 0 && (l.at(i).tag() == english.Adv || l.at(i).is("not", "n't")); i-- {
	}
	return l.at(i).tag() == english.Aux
}

// widenCue takes auxiliaries, adverbs, negation and "went on to" into the cue.
func (l *line) widenCue(g *group) {
	for g.cue.first > 0 {
		u := l.units[g.cue.first-1]
		switch {
		case u.is("not", "n't", "never"), u.is("longer", "more") && l.at(g.cue.first-2).is("no"):
			g.negated = true
		case u.tag() == english.Aux:
			if english.Lemma(u.word.Lower, english.Aux) == "be" && g.cue.first == g.verb && !strings.HasSuffix(l.units[g.verb].word.Lower, "ing") {
				g.passive = true
			}
			if u.is("be", "been") && !strings.HasSuffix(l.units[g.verb].word.Lower, "ing") {
				g.passive = true
			}
		case u.tag() == english.Adv && !u.is("when", "where", "why", "how", "then", "there", "here", "so") && g.cue.first > 1:
		case u.is("to") && l.infinitive(g):
			continue
		default:
			return
		}
		g.cue.first--
	}
}

// leadIns are verbs after which "to" and the cue go on with the same act:
// "went on to say".
var leadIns = map[string]bool{"go": true, "continue": true, "begin": true, "start": true, "come": true, "proceed": true, "manage": true, "hasten": true}

// infinitive takes the "went on" of "went on to say" into the cue.
func (l *line) infinitive(g *group) bool {
	at := g.cue.first - 2
	if l.at(at).is("on") {
		at--
	}
	if at < 0 || l.units[at].quoted() || !leadIns[english.Lemma(l.units[at].word.Lower, english.Verb)] {
		return false
	}
	g.cue.first = at
	return true
}

// isInfinitive says whether the cue is "to" and a verb that nothing leads in.
func (l *line) isInfinitive(g group) bool { return l.at(g.cue.first - 1).is("to") }
