package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// resolver tells who speaks in each find, in the order of the text.
type resolver struct {
	cast   *cast
	lines  []line
	recent []*actor // who spoke or was spoken of last, the latest at the end
	told   map[string]*actor
}

// maxRecent is how far back a pronoun may reach, in actors.
const maxRecent = 12

// resolve gives the actor of every find.
func resolve(d *english.Document, ls []line, finds []find) []*actor {
	r := &resolver{cast: newCast(d), lines: ls, told: map[string]*actor{}}
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
	return r.fromWords(&r.lines[f.line], f.source, true)
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
	if first.tag() == english.Pron {
		return r.pronoun(l, source)
	}
	core := l.core(source)
	if a := r.named(l, source, core); a != nil {
		return a
	}
	head, phrase := l.headOf(core)
	if head.Text == "" {
		return nil
	}
	definite := first.is("the", "this", "that", "his", "her", "its", "their") || l.hasPossessive(core)
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

// core is the part of a source before the first comma or relative clause.
func (l *line) core(source stretch) stretch {
	for i := source.first + 1; i < source.last; i++ {
		if l.units[i].is(",", "who", "which", "whose", "(") || l.units[i].quoted() {
			return stretch{source.first, i}
		}
	}
	return source
}

// headOf gives the head noun of a phrase, and the tokens up to it.
func (l *line) headOf(core stretch) (english.Token, []english.Token) {
	var phrase []english.Token
	head := english.Token{}
	for i := core.first; i < core.last; i++ {
		u := l.units[i]
		if u.quoted() || u.tag() == english.Prep && !l.inName(i) && head.Text != "" || u.tag() == english.Verb && head.Text != "" || u.is("and", "or") {
			break
		}
		if u.tag() == english.Noun || u.tag() == english.NameTag || u.tag() == english.Adj && (l.at(i+1).tag() != english.Noun) || u.tag() == english.Number && head.Text == "" {
			head = *u.word
		}
		phrase = append(phrase, *u.word)
	}
	return head, phrase
}

func (l *line) hasPossessive(core stretch) bool {
	for i := core.first; i < core.last; i++ {
		if l.units[i].is("'s", "’s", "'", "’") && l.units[i].tag() == english.Part {
			return true
		}
	}
	return false
}

// named finds the name in a source that is its head: "Tess Aldous of the
// union", "Plant manager Owen Rigg", "His wife, Teresa".
func (r *resolver) named(l *line, source, core stretch) *actor {
	head, _ := l.headOf(core)
	if head.Text != "" && head.Tag == english.NameTag {
		if a, _ := r.cast.actorAt(head); a != nil && !l.possessed(head) {
			return a
		}
	}
	last := l.units[core.last-1]
	if last.tag() == english.NameTag && core.last-core.first > 1 {
		if a, i := r.cast.actorAt(*last.word); a != nil && a.kind == claims.Person && l.stands(r.cast.doc.Names[i], core) {
			return a
		}
	}
	return r.apposed(l, source, core)
}

// possessed says whether a possessive mark follows the name: it is not the
// name that speaks.
func (l *line) possessed(t english.Token) bool {
	for i, u := range l.units {
		if !u.quoted() && u.word.Span == t.Span {
			return l.at(i+1).is("'s", "’s")
		}
	}
	return false
}

// stands says whether a name follows a noun directly within the phrase, and no
// preposition: "head of communications Fay Dutton".
func (l *line) stands(n english.Name, core stretch) bool {
	for i := core.first; i < core.last; i++ {
		if l.doc.Tokens[l.units[i].first].Span.Start >= n.Span.Start-titleLength(n) {
			prev := l.at(i - 1)
			return i == core.first || prev.tag() == english.Noun || prev.tag() == english.Adj || prev.is("'s", "’s")
		}
	}
	return false
}

// apposed finds the name that explains a phrase: "Its head, Ambassador Lise
// Roth".
func (r *resolver) apposed(l *line, source, core stretch) *actor {
	next := core.last + 1
	if next >= source.last || !l.at(core.last).is(",") || l.units[next].tag() != english.NameTag {
		return nil
	}
	a, _ := r.cast.actorAt(*l.units[next].word)
	if a == nil {
		return nil
	}
	if a.role == "" {
		a.role = withoutArticle(l.words(core.first, core.last))
	}
	return a
}

// definite finds whom "the foreign minister", "the company" or "her deputy"
// takes up.
func (r *resolver) definite(l *line, core stretch, phrase []english.Token, head english.Token) *actor {
	if a := r.cast.byRole(phrase, head, head.Span.Start); a != nil && !l.saysMore(core, head, a) {
		return a
	}
	if a := r.cast.byNoun(phrase, head); a != nil {
		return a
	}
	if a := r.told[head.Lower]; a != nil {
		return a
	}
	if l.hasPossessive(core) || l.contentWords(core) > 3 || l.at(core.first).is("his", "her", "their", "its") {
		return nil
	}
	switch kindOfNoun(head) {
	case claims.Organisation:
		if !genericBodies[head.Lower] || l.contentWords(core) > 1 {
			return nil
		}
		return r.latest(func(a *actor) bool { return a.kind == claims.Organisation })
	case claims.Person:
		return r.latest(func(a *actor) bool { return a.kind == claims.Person && fits(a, genderOfRole(head.Lower)) })
	}
	return nil
}

// genericBodies are nouns that take up any organisation named before.
var genericBodies = wordSet(`company firm group agency bank club team party organisation organization charity newspaper paper manufacturer maker retailer insurer supplier operator publisher developer`)

// contentWords counts the nouns, names and adjectives of a phrase, ages apart.
func (l *line) contentWords(s stretch) int {
	n := 0
	for i := s.first; i < s.last; i++ {
		switch u := l.units[i]; u.tag() {
		case english.Noun, english.NameTag, english.Adj:
			if !l.at(i-1).is("-") && !l.at(i+1).is("-") {
				n++
			}
		}
	}
	return n
}

// saysMore says whether a phrase goes on, "the captain of a stranded vessel",
// with words that the actor's role does not have.
func (l *line) saysMore(core stretch, head english.Token, a *actor) bool {
	role := strings.ToLower(a.role)
	behind := false
	for i := core.first; i < core.last; i++ {
		u := l.units[i]
		if behind && (u.tag() == english.Noun || u.tag() == english.NameTag) && !strings.Contains(role, u.word.Lower) && u.word.Lower != "question" {
			return true
		}
		behind = behind || u.word.Span == head.Span
	}
	return false
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

// pronoun finds whom "he", "she", "they" or "it" means: a name before it in
// the sentence that fits, else whoever spoke last and fits.
func (r *resolver) pronoun(l *line, source stretch) *actor {
	word := l.units[source.first].word.Lower
	gender := map[string]english.Gender{"he": english.Male, "she": english.Female}[word]
	switch word {
	case "he", "she":
		if a := r.subjectBefore(l, source.first, gender); a != nil {
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
	return &actor{name: l.words(source.first, source.last), forms: map[string]bool{}, kind: claims.UnknownSpeaker, unnamed: true}
}

// unnamed makes an actor of a source without a name: "a NATO spokeswoman".
func (r *resolver) unnamed(l *line, source, core stretch, head english.Token) *actor {
	name := withoutArticle(l.words(core.first, core.last))
	if name == "" {
		return nil
	}
	key := strings.ToLower(name)
	if a := r.told[key]; a != nil {
		return a
	}
	a := &actor{name: name, forms: map[string]bool{}, kind: kindOfNoun(head), gender: genderOfRole(name), first: head.Span.Start, unnamed: true}
	if a.kind == claims.Person {
		a.role = name
	}
	r.told[key] = a
	r.told[head.Lower] = a
	return a
}

func withoutArticle(phrase string) string {
	for _, article := range []string{"the ", "a ", "an ", "its ", "his ", "her ", "their "} {
		if len(phrase) > len(article) && strings.EqualFold(phrase[:len(article)], article) {
			return phrase[len(article):]
		}
	}
	return phrase
}
