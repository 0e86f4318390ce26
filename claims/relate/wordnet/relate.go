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
	number  int
	known   bool
	numbers []int // all that is known of it, in the extents below
	family,
	antonyms,
	senses,
	near, // the senses, and of an adjective those it is close to
	wider,
	opposites extent
}

// extent is a part of the numbers of a word.
type extent struct{ from, to int }

func (w *Word) in(e extent) []int { return w.numbers[e.from:e.to] }

// Look looks up a word in dictionary form as one part of speech. A word that
// the table does not know is related to none.
func (t *Table) Look(word string, part Part) Word {
	i, ok := t.find(word)
	if !ok || part < 0 || part >= parts {
		return Word{}
	}
	w := Word{number: i, known: true, numbers: make([]int, 0, 24)}
	from := 0
	if part > 0 {
		from = t.ends[part-1]
	}
	w.family = w.keep(&t.family, i, 0, t.words)
	w.antonyms = w.keep(&t.antonyms, i, 0, t.words)
	w.senses = w.keep(&t.senses, i, from, t.ends[part])
	for k := w.senses.from; k < w.senses.to; k++ {
		w.keep(&t.kinds, w.numbers[k], 0, t.meanings)
	}
	w.wider = extent{w.senses.to, len(w.numbers)}
	nearest := w.senses.to
	if part == Adjective {
		nearest = w.wider.to
	}
	w.near = extent{w.senses.from, nearest}
	for k := w.near.from; k < w.near.to; k++ {
		w.keep(&t.opposites, w.numbers[k], 0, t.meanings)
	}
	w.opposites = extent{w.wider.to, len(w.numbers)}
	return w
}

// Knows says whether the table has a meaning of the word as a part of speech.
func (t *Table) Knows(word string, part Part) bool {
	i, ok := t.find(word)
	if !ok || part < 0 || part >= parts {
		return false
	}
	from := 0
	if part > 0 {
		from = t.ends[part-1]
	}
	for k, end := t.senses.bounds(i); k < end; k++ {
		if n := numberAt(t.senses.entries, k); n >= from && n < t.ends[part] {
			return true
		}
	}
	return false
}

// keep adds those entries of the list of i to the numbers that are from from on
// and below limit.
func (w *Word) keep(l *lists, i, from, limit int) extent {
	at := extent{len(w.numbers), len(w.numbers)}
	for k, end := l.bounds(i); k < end; k++ {
		if n := numberAt(l.entries, k); n >= from && n < limit {
			w.numbers = append(w.numbers, n)
		}
	}
	at.to = len(w.numbers)
	return at
}

// Relate says how two words stand to each other, in whichever order.
func Relate(x, y *Word) Relation {
	switch {
	case !x.known || !y.known:
		return Unrelated
	case slices.Contains(x.in(x.antonyms), y.number), slices.Contains(y.in(y.antonyms), x.number):
		return Antonym
	case meet(x.in(x.senses), y.in(y.senses)):
		return Synonym
	case meet(x.in(x.opposites), y.in(y.near)), meet(y.in(y.opposites), x.in(x.near)):
		return Contrary
	case slices.Contains(x.in(x.family), y.number), slices.Contains(y.in(y.family), x.number):
		return Family
	case meet(x.in(x.wider), y.in(y.senses)), meet(y.in(y.wider), x.in(x.senses)):
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

// Keys gives numbers such that two words which are related have one in common:
// negative ones for words, others for meanings. Words that are not related may
// have one in common too.
func (w *Word) Keys() []int {
	if !w.known {
		return nil
	}
	out := make([]int, 0, len(w.numbers)+1)
	for _, n := range w.numbers[:w.senses.from] { // family and antonyms
		out = append(out, -1-n)
	}
	return append(append(out, -1-w.number), w.numbers[w.senses.from:]...)
}
