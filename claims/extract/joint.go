package extract

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// joint makes one actor of two who speak together: "Ida Sund and Ole Hamm". It
// gives nil where the phrase names no two.
func (r *resolver) joint(l *line, core stretch) *actor {
	i := l.andAfterName(core)
	if i < 0 || l.hasPossessive(core) {
		return nil
	}
	a, one := r.cast.actorAt(*l.units[i-1].word)
	_, across := r.cast.actorAt(*l.units[i+1].word)
	if a == nil || across == one || isPersonNoun(l.units[i-1].word.Lower) {
		return nil
	}
	first := stretch{core.first, i}
	x := r.fromWords(l, first, true)
	if x != nil && x.kind != claims.Person && l.hasPrep(first) && l.units[i+1].tag() == english.NameTag {
		whole := r.unnamed(l, core, core, *l.units[i-1].word) // "Centre for Arts and Crafts"
		if whole != nil {
			whole.kind = x.kind
		}
		return whole
	}
	y := r.fromWords(l, stretch{i + 1, core.last}, true)
	if x == nil || y == nil || x == y {
		return nil
	}
	return r.together(x, y)
}

// andAfterName finds the "and" behind the first name of a phrase; -1 for none.
func (l *line) andAfterName(core stretch) int {
	for i := core.first + 1; i < core.last-1; i++ {
		if l.units[i].is("and") && l.units[i-1].tag() == english.NameTag {
			return i
		}
	}
	return -1
}

// together gives the actor that stands for two.
func (r *resolver) together(a, b *actor) *actor {
	name := a.name + " and " + b.name
	both := r.told[name]
	if both == nil {
		both = &actor{name: name, forms: map[string]bool{}, kind: claims.Group, first: min(a.first, b.first), unnamed: true}
		r.told[name] = both
	}
	return both
}
