package relate

import "github.com/counterclaim/counterclaim/claims"

// reach is how many content words lie at most between what has an effect and
// what it acts on.
const reach = 4

// effect finds opposite effects on one thing: "hampered the insurgency",
// "were not weakening the militants".
func effect(p *pair) []found {
	for i := range p.a.items {
		x := &p.a.items[i]
		signA := p.effectOf(x)
		if signA == 0 {
			continue
		}
		for j := range p.b.items {
			y := &p.b.items[j]
			if signB := p.effectOf(y); signB != -signA || signB == 0 {
				continue
			}
			if ox, oy := p.sharedObject(i, j); ox != nil {
				return []found{{Reason: claims.Reason{
					Kind: claims.ReasonEffect, For: true,
					A: spansOf(x.Term, ox, p.a.cueIf(x)), B: spansOf(y.Term, oy, p.b.cueIf(y)),
				}, strength: 1}}
			}
		}
	}
	return nil
}

// effectOf gives +1 for a word that says something was helped, -1 for harmed,
// negation taken into account; 0 for neither.
func (p *pair) effectOf(it *item) int {
	if it.Context || it.Kind == claims.NounTerm && p.words.state[it.Lemma] == 0 {
		return 0
	}
	if it.Negated {
		return -it.sign
	}
	return it.sign
}

// sharedObject gives what both words act on, where that is the same thing.
func (p *pair) sharedObject(i, j int) (*claims.Term, *claims.Term) {
	for _, k := range p.links {
		if k.rel == opposite || k.rel == effective {
			continue
		}
		x, y := &p.a.items[k.i], &p.b.items[k.j]
		if x.light || y.light || !thing(x) || !thing(y) || x.Context || y.Context {
			continue
		}
		if p.actsOn(&p.a, i, k.i) && p.actsOn(&p.b, j, k.j) {
			return x.Term, y.Term
		}
	}
	return nil, nil
}

func thing(it *item) bool { return it.Kind == claims.NounTerm || isName(it.Term) }

// actsOn says whether the object stands where the word's object is looked for:
// after a verb, before a word for a state.
func (p *pair) actsOn(s *side, word, object int) bool {
	if s.items[object].Clause != s.items[word].Clause {
		return false
	}
	if p.words.state[s.items[word].Lemma] != 0 {
		return object < word && word-object <= reach+2
	}
	return object > word && object-word <= reach
}

// cueIf gives the cue of an item that is turned.
func (s *side) cueIf(it *item) *claims.Term {
	if !it.Negated {
		return nil
	}
	return it.turner
}
