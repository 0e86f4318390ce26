package extract

import (
	"slices"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// resolver tells who speaks in each find, in the order of the text.
type resolver struct {
	cast   *cast
	lines  []line
	recent []*actor // who spoke or was spoken of last, the latest at the end
	told   map[string]*actor
	guest  *actor // who answers, where the document is an interview
}

// maxRecent is how far back a pronoun may reach, in actors.
const maxRecent = 12

// resolve gives the actor of every find.
func resolve(d *english.Document, ls []line, finds []find) []*actor {
	r := &resolver{cast: newCast(d), lines: ls, told: map[string]*actor{}}
	if slices.ContainsFunc(finds, func(f find) bool { return f.answers }) {
		r.guest = r.interviewed()
	}
	out := make([]*actor, len(finds))
	next := 0
	for i := range ls {
		from := next
		for next < len(finds) && finds[next].line == i {
			out[next] = r.speakerOf(finds, out, next)
			next++
		}
		r.remember(i, finds[from:next], out[from:next])
	}
	return out
}

// remember puts the speakers of a line, or its subject, before all others.
func (r *resolver) remember(i int, finds []find, actors []*actor) {
	if len(finds) == 0 {
		if a := r.subjectOf(i); a != nil {
			r.push(a)
		}
		return
	}
	for k := len(actors) - 1; k >= 0; k-- {
		if actors[k] != nil && finds[k].within < 0 {
			r.push(actors[k])
		}
	}
	if actors[0] != nil {
		r.push(actors[0])
	}
}

func (r *resolver) push(a *actor) {
	r.recent = append(r.recent, a)
	if len(r.recent) > maxRecent {
		r.recent = r.recent[1:]
	}
}

// subjectOf gives the actor who is the subject of a line without statements.
func (r *resolver) subjectOf(i int) *actor {
	l := &r.lines[i]
	source := l.shared(len(l.units), nil)
	if source.empty() {
		return nil
	}
	head, _ := l.headOf(l.core(source))
	single := english.Lemma(head.Lower, english.Noun)
	return r.fromWords(l, source, isPersonNoun(single) || organisationNouns[head.Lower] || documentNouns[single])
}

// speakerOf gives the actor who speaks in find k.
func (r *resolver) speakerOf(finds []find, out []*actor, k int) *actor {
	f := finds[k]
	switch {
	case f.answers && (r.guest != nil || !f.carried):
		return orWords(r.guest, &r.lines[f.line], stretch{0, 1})
	case f.carried && f.introduced > 0:
		if a := r.subjectOf(f.introduced - 1); a != nil {
			return a
		}
		return r.last()
	case f.carried:
		return r.last()
	case f.source.empty():
		return nil
	}
	l := &r.lines[f.line]
	return r.fromWords(l, l.namedBy(f.source), true)
}

// namedBy gives for a relative pronoun the phrase before it: "the mayor,
// who said". Every other source stands for itself.
func (l *line) namedBy(source stretch) stretch {
	if source.last-source.first != 1 || !l.units[source.first].is("who", "which", "that") {
		return source
	}
	if phrase := l.antecedent(source.first); !phrase.empty() {
		return phrase
	}
	return source
}

func (r *resolver) last() *actor {
	if len(r.recent) == 0 {
		return nil
	}
	return r.recent[len(r.recent)-1]
}

// fromWords gives the actor whom the units of a source name. Where they name
// nobody known, a new one is made if fresh is asked for.
func (r *resolver) fromWords(l *line, source stretch, fresh bool) *actor {
	first := l.units[source.first]
	if first.tag() == english.Pron || source.last-source.first == 1 && first.is("his", "her", "their", "its") {
		return r.pronoun(l, source)
	}
	core := l.core(source)
	if a := r.joint(l, core); a != nil {
		return a
	}
	if a := r.named(l, source, core); a != nil {
		return a
	}
	head, phrase := l.headOf(core)
	if head.Text == "" {
		return nil
	}
	definite := first.is("the", "this", "that", "his", "her", "its", "their") || l.hasPossessive(core) || l.heading
	if definite {
		if a := r.definite(l, core, phrase, head); a != nil {
			return a
		}
	}
	if !fresh {
		return nil
	}
	return r.unnamed(l, source, core, head)
}

func fits(a *actor, g english.Gender) bool {
	return g == english.AnyGender || a.gender == english.AnyGender || a.gender == g
}

// latest gives the actor spoken of last who fits.
func (r *resolver) latest(ok func(*actor) bool) *actor {
	for i := len(r.recent) - 1; i >= 0; i-- {
		if ok(r.recent[i]) {
			return r.recent[i]
		}
	}
	return nil
}

// subjectForms give "he" for "him" and "his", and likewise for others.
var subjectForms = map[string]string{"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it"}

// pronoun finds whom "he", "she", "they" or "it" means: a name before it in
// the sentence that fits, else whoever spoke last and fits.
func (r *resolver) pronoun(l *line, source stretch) *actor {
	word := l.units[source.first].word.Lower
	oblique := word == "him" || word == "her" && l.units[source.first].tag() == english.Pron
	if subject := subjectForms[word]; subject != "" {
		word = subject
	}
	gender := map[string]english.Gender{"he": english.Male, "she": english.Female}[word]
	switch word {
	case "he", "she":
		if a := r.subjectBefore(l, source.first, gender); a != nil && !oblique {
			return a
		}
		a := r.latest(func(a *actor) bool { return a.kind == claims.Person && fits(a, gender) })
		if a == nil {
			a = r.latest(func(a *actor) bool { return a.unnamed && a.kind != claims.Group && fits(a, gender) })
		}
		if a != nil && a.gender == english.AnyGender {
			a.gender = gender
		}
		return orWords(a, l, source)
	case "it":
		if a := r.lineSubject(l, source.first); a != nil && a.kind != claims.Person && a.kind != claims.Group {
			return a
		}
		return orWords(r.latest(func(a *actor) bool { return a.kind == claims.Organisation || a.kind == claims.DocumentSource }), l, source)
	case "they":
		return orWords(r.latest(func(a *actor) bool { return a.kind == claims.Group || a.kind == claims.Organisation }), l, source)
	case "who":
		return nil
	}
	return orWords(nil, l, source)
}

// subjectBefore gives the person who is the subject of the line, where he is
// named before the pronoun.
func (r *resolver) subjectBefore(l *line, before int, gender english.Gender) *actor {
	subject := l.shared(before, nil)
	if subject.empty() || subject.last > before || l.units[subject.first].tag() == english.Pron {
		return nil
	}
	a := r.named(l, subject, l.core(subject))
	if a == nil || a.kind != claims.Person || !fits(a, gender) {
		return nil
	}
	return a
}

// lineSubject gives the actor who is the subject of the line, where he stands
// before the pronoun.
func (r *resolver) lineSubject(l *line, before int) *actor {
	subject := l.shared(before, nil)
	if subject.empty() || subject.last > before || l.units[subject.first].tag() == english.Pron {
		return nil
	}
	head, _ := l.headOf(l.core(subject))
	return r.fromWords(l, subject, documentNouns[head.Lower] || organisationNouns[head.Lower])
}

// orWords gives the actor, or one that has no more than the source's words.
func orWords(a *actor, l *line, source stretch) *actor {
	if a != nil {
		return a
	}
	kind := claims.UnknownSpeaker
	if l.units[source.first].is("they", "some", "others", "many", "both", "several", "few", "most", "all") {
		kind = claims.Group
	}
	return &actor{name: l.words(source.first, source.last), forms: map[string]bool{}, kind: kind, unnamed: true}
}
