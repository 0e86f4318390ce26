package judge

import "github.com/counterclaim/counterclaim/claims"

// reading is a text as word pieces.
type reading struct {
	ids   []int32
	of    []int         // for each piece the number of its word
	words []claims.Span // where the words stand in the text
}

// read takes a text apart, up to limit pieces: more would be cut away anyhow,
// so a huge text costs no more than a long one.
func (v *vocabulary) read(text string, limit int) reading {
	var r reading
	split(text, func(word []byte, span claims.Span) bool {
		before := len(r.ids)
		if len(word) == 0 {
			r.ids = append(r.ids, v.unknown)
		} else {
			r.ids = v.appendPieces(r.ids, word)
		}
		for range r.ids[before:] {
			r.of = append(r.of, len(r.words))
		}
		r.words = append(r.words, span)
		return len(r.ids) < limit
	})
	return r
}

// input is what the encoder reads: "[CLS] a [SEP] b [SEP]".
type input struct {
	ids    []int32
	second int // where the second text begins: its first piece
}

// marksOfPair is how many pieces of an input belong to no text.
const marksOfPair = 3

// join makes the input of two readings of at most limit pieces in all.
func (v *vocabulary) join(a, b reading, limit int) input {
	n, m := fit(len(a.ids), len(b.ids), limit-marksOfPair)
	ids := make([]int32, 0, n+m+marksOfPair)
	ids = append(append(append(ids, v.open), a.ids[:n]...), v.between)
	second := len(ids)
	ids = append(append(ids, b.ids[:m]...), v.between)
	return input{ids: ids, second: second}
}

// fit shortens two lengths to a sum of at most room by taking from the longer,
// and from the second where they are equal, as is done in training.
func fit(n, m, room int) (first, second int) {
	switch {
	case n+m <= room:
		return n, m
	case m <= room/2:
		return room - m, m
	case n <= (room+1)/2:
		return n, room - n
	default:
		return (room + 1) / 2, room / 2
	}
}
