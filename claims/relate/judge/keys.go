package judge

import (
	"slices"
	"strings"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

const (
	maxKeys  = 16   // of a text
	maxWords = 8192 // that may be keys; more words make rarer keys and slower work
)

// compass holds the directions in which the words of the vocabulary lie.
//
// A text is kept under the words nearest to it, whether it holds them or not:
// two texts of like meaning have some of them in common. On news claims this
// finds more of the conflicts with at most one word in common than cutting the
// space with random planes does (Charikar 2002, "Similarity estimation
// techniques from rounding algorithms") at the same number of strangers, and a
// person can read the keys.
type compass struct {
	words      []string
	directions matrix // a row of length 1 for each word
}

// newCompass takes the first pieces that are whole words of three letters or
// more: shorter ones, endings and figures have no meaning of their own, and the
// vocabularies of BERT begin with the commonest words.
func newCompass(v *vocabulary, rows packedRows) compass {
	var c compass
	width := rows.columns
	for _, word := range v.words() {
		at := len(c.words) * width
		c.directions.numbers = slices.Grow(c.directions.numbers, width)[:at+width]
		direction := c.directions.numbers[at:]
		rows.row(direction, int(v.start[word]))
		if scaleToOne(direction) {
			c.words = append(c.words, word)
		}
	}
	c.directions.rows, c.directions.columns, c.directions.stride = len(c.words), width, width
	return c
}

// words gives the first whole words in order of their numbers.
func (v *vocabulary) words() []string {
	pieces := make([]string, v.size)
	for piece, id := range v.start {
		pieces[id] = piece
	}
	out := slices.DeleteFunc(pieces, func(piece string) bool {
		return len(piece) < 3 || strings.ContainsFunc(piece, func(r rune) bool { return r < 'a' || r > 'z' })
	})
	return out[:min(len(out), maxWords)]
}

// Keys gives the keys under which a vector of [Vectors.Embed] is kept and
// looked up: "v:" and a word, at most 16, the nearest word first. The more of
// them two texts share, the nearer their meanings are, most likely. The same
// model always gives the same keys; another model gives others, so keys of two
// models must not be mixed. A vector of zeros has none.
func (v *Vectors) Keys(vector []float32) []string {
	d := v.compass.directions
	if len(vector) != d.columns || d.rows == 0 {
		return nil
	}
	nearness := make([]float32, d.rows)
	blas32.Gemv(blas.NoTrans, 1, blas32.General{Rows: d.rows, Cols: d.columns, Stride: d.stride, Data: d.numbers},
		vectorOf(vector), 0, vectorOf(nearness))
	var keys []string
	for _, i := range greatest(nearness, maxKeys) {
		keys = append(keys, "v:"+v.compass.words[i])
	}
	return keys
}

// greatest gives the places of the count greatest numbers above 0, the
// greatest first and of equal ones the earlier.
func greatest(numbers []float32, count int) []int {
	best := make([]int, 0, count+1)
	for i, x := range numbers {
		if !(x > 0) || len(best) == count && x <= numbers[best[count-1]] {
			continue
		}
		at := len(best)
		for at > 0 && numbers[best[at-1]] < x {
			at--
		}
		best = slices.Insert(best, at, i)
		best = best[:min(len(best), count)]
	}
	return best
}

func vectorOf(numbers []float32) blas32.Vector {
	return blas32.Vector{N: len(numbers), Data: numbers, Inc: 1}
}

// scaleToOne brings a vector to length 1; false, and zeros, for one without a
// length.
func scaleToOne(vector []float32) bool {
	length := blas32.Nrm2(vectorOf(vector))
	if !(length > 0) || !finite(1/length) || !finite(length) {
		clear(vector)
		return false
	}
	blas32.Scal(1/length, vectorOf(vector))
	return true
}
