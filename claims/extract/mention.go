package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// core is the part of a source before the first comma or relative clause.
func (l *line) core(source stretch) stretch {
	if source.last-source.first > 1 && l.units[source.last-1].is("'s", "’s", "'", "’") {
		source.last-- // "the minister's" opinion
	}
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
		if u.quoted() || u.tag() == english.Prep && !l.inName(i) && head.Text != "" || u.tag() == english.Verb && head.Text != "" {
			break
		}
		if u.is("and", "or") && head.Tag != english.Adj { // but "current and former officials"
			break
		}
		if u.tag() == english.Noun || u.tag() == english.NameTag || u.tag() == english.Adj && (l.at(i+1).tag() != english.Noun) || u.tag() == english.Number && head.Text == "" || head.Text == "" && shares[u.word.Lower] && (i == core.last-1 || l.at(i+2).tag() == english.Pron) {
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
	if strings.HasSuffix(strings.ToLower(l.words(core.first, core.last)), "-year-old") {
		return r.latest(func(a *actor) bool { return a.kind == claims.Person })
	}
	if l.hasPossessive(core) || l.contentWords(core) > 3 || l.hasPrep(core) || l.at(core.first).is("his", "her", "their", "its") || children[head.Lower] {
		return nil
	}
	switch kind := kindOfNoun(head); {
	case kind == claims.Organisation && genericBodies[head.Lower] && l.contentWords(core) == 1:
		return r.latest(func(a *actor) bool { return a.kind == claims.Organisation })
	case kind == claims.Person, partisans[head.Lower]:
		return r.generic(l, core, head)
	}
	return nil
}

// generic gives the person whom a noun without a name takes up: one named in
// the line who is not its subject, else the one spoken of last.
func (r *resolver) generic(l *line, core stretch, head english.Token) *actor {
	gender := genderOfRole(head.Lower)
	definite := isOffice(head.Lower) || dignities[head.Lower] || professions[head.Lower]
	person := func(a *actor) bool {
		return a.kind == claims.Person && fits(a, gender) && !(definite && a.role != "")
	}
	if a := r.spokenOf(l, core.first, person); a != nil {
		return a
	}
	return r.latest(person)
}

// children are nouns that take up nobody by name: who is named with a role is
// no child.
var children = wordSet(`boy girl child baby toddler`)

// professions, like offices, take up nobody of whom the article tells another
// role: "the doctor" is not the mayor.
var professions = wordSet(`senator congressman congresswoman representative professor doctor judge lawyer attorney spokesman spokeswoman spokesperson general captain sheriff
	mother father wife husband nurse witness student teacher driver officer`)

// spokenOf gives the actor whom a line names last before the unit, and who is
// not its subject: "Voss met Reyes after the minister had said".
func (r *resolver) spokenOf(l *line, before int, ok func(*actor) bool) *actor {
	subject := r.subjectOfLine(l, before)
	for i := before - 1; subject != nil && i >= 0 && before-i < reach; i-- {
		if l.units[i].tag() != english.NameTag {
			continue
		}
		if a, _ := r.cast.actorAt(*l.units[i].word); a != nil && a != subject && ok(a) {
			return a
		}
	}
	return nil
}

// subjectOfLine gives the named actor who is the subject of the line, where
// that ends before the unit.
func (r *resolver) subjectOfLine(l *line, before int) *actor {
	subject := l.shared(before, nil)
	if subject.empty() || subject.last > before {
		return nil
	}
	return r.named(l, subject, l.core(subject))
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

// hasPrep says whether a phrase goes on with a preposition: "of the ferry".
func (l *line) hasPrep(s stretch) bool {
	for i := s.first + 1; i < s.last; i++ {
		if l.units[i].tag() == english.Prep {
			return true
		}
	}
	return false
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

// unnamed makes an actor of a source without a name: "a NATO spokeswoman".
func (r *resolver) unnamed(l *line, source, core stretch, head english.Token) *actor {
	for i := core.first + 2; i < core.last && !unknownNouns[head.Lower]; i++ {
		if l.reduced(i) { // "a report published on Tuesday"
			core.last = i
		}
	}
	name, role := withoutArticle(l.words(core.first, core.last)), ""
	if body, bodyHead := l.bodyBehind(source, core); !body.empty() { // "The ferry's owner, the county council,"
		name, role, head = withoutArticle(l.words(body.first, body.last)), name, bodyHead
	}
	if name == "" {
		return nil
	}
	key := strings.ToLower(name)
	if a := r.told[key]; a != nil {
		return a
	}
	a := &actor{name: name, forms: map[string]bool{}, kind: kindOfNoun(head), gender: genderOfRole(name), role: role, first: head.Span.Start, unnamed: true}
	if a.kind == claims.Person {
		a.role = name
	}
	r.told[key] = a
	r.told[head.Lower] = a
	return a
}

// bodyBehind finds an organisation that explains a phrase, without a name of
// its own.
func (l *line) bodyBehind(source, core stretch) (stretch, english.Token) {
	if core.last+1 >= source.last || !l.at(core.last).is(",") || !nominal(l.units[core.last+1]) {
		return stretch{}, english.Token{}
	}
	body := l.core(stretch{core.last + 1, source.last})
	head, _ := l.headOf(body)
	if head.Tag != english.Noun || !organisationNouns[head.Lower] {
		return stretch{}, english.Token{}
	}
	return body, head
}

func withoutArticle(phrase string) string {
	for _, article := range []string{"the ", "a ", "an ", "its ", "his ", "her ", "their "} {
		if len(phrase) > len(article) && strings.EqualFold(phrase[:len(article)], article) {
			return phrase[len(article):]
		}
	}
	return phrase
}
