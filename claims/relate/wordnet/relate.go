package wordnet

import "slices"

// Relation is how two words stand to each other.
type Relation int

// The relations, the weakest first.
const (
	Unrelated Relation = iota
	Kind               // a meaning of one is a kind of a meaning of the other: "ferry", "boat"
	Family             // one is derived from the other: "collide", "collision"
	Synonym            // they share a frequent meaning: "begin", "start"
	Contrary           // near to words that are opposites: "sodden", "arid"
	Antonym            // opposites: "wet", "dry"
)

// Word is a word of the table, looked up once to be compared with many. The
// zero Word is one that the table does not know.
type Word struct {
	number    int
	known     bool
	senses    []int
	near      []int // the senses, and of an adjective those it is close to
	wider     []int
	family    []int
	antonyms  []int
	opposites []int
}

// Look looks up a word in dictionary form as one part of speech. A word that
// the table does not know is related to none.
func (t *Table) Look(word string, part Part) Word {
	i, ok := t.find(word)
	if !ok || part < 0 || part >= parts {
		return Word{}
	}
	w := Word{number: i, known: true, family: t.family.numbers(i), antonyms: t.antonyms.numbers(i)}
	from := 0
	if part > 0 {
		from = t.ends[part-1]
	}
	for _, s := range t.senses.numbers(i) {
		if s < from || s >= t.ends[part] {
			continue
		}
		w.senses, w.near = append(w.senses, s), append(w.near, s)
		w.opposites = append(w.opposites, t.opposites.numbers(s)...)
		for _, k := range t.kinds.numbers(s) {
			w.wider = append(w.wider, k)
			if part == Adjective {
				w.near = append(w.near, k)
				w.opposites = append(w.opposites, t.opposites.numbers(k)...)
			}
		}
	}
	return w
}

// Relate says how two words stand to each other, in whichever order.
func Relate(x, y Word) Relation {
	switch {
	case !x.known || !y.known:
		return Unrelated
	case slices.Contains(x.antonyms, y.number), slices.Contains(y.antonyms, x.number):
		return Antonym
	case meet(x.senses, y.senses):
		return Synonym
	case meet(x.opposites, y.near), meet(y.opposites, x.near):
		return Contrary
	case slices.Contains(x.family, y.number), slices.Contains(y.family, x.number):
		return Family
	case meet(x.wider, y.senses), meet(y.wider, x.senses):
		return Kind
	}
	return Unrelated
}

func meet(x, y []int) bool {
	for _, a := range x {
		if slices.Contains(y, a) {
			return true
		}
	}
	return false
}

// Keys gives numbers such that two words which are related have one in common.
// Words that are not may have one in common too.
func (w Word) Keys() []int {
	if !w.known {
		return nil
	}
	out := []int{-1 - w.number}
	out = append(append(append(out, w.senses...), w.wider...), w.opposites...)
	for _, n := range w.family {
		out = append(out, -1-n)
	}
	for _, n := range w.antonyms {
		out = append(out, -1-n)
	}
	return out
}
