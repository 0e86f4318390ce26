package judge

import (
	"fmt"
	"slices"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

const (
	nearCells = 13 // cells that a text is kept under
	pairCells = 3  // of them, those that are kept two by two as well
	heavyKeys = 4  // keys that weigh twice: the nearest cells

	// MaxKeys is how many keys a text has at most.
	MaxKeys = nearCells + pairCells*(pairCells-1)/2
)

// Key is a handle under which a text is kept and looked up.
type Key struct {
	Text   string // "v:" and the number of a cell, or "v:12+907" for two of them
	Weight int    // 2 for the cells nearest to the text, else 1
}

// Keys gives the keys of a vector of [Vectors.Embed], at most MaxKeys, the
// nearest cell first and those of two cells last. The more of them two texts
// share, the nearer their meanings are, most likely. The same model always gives
// the same keys; another model gives others, so keys of two models must not be
// mixed. A vector of zeros has none, nor has one of another length.
//
// Cells are the middles of the regions in which texts lie thickest (an inverted
// file; Sivic and Zisserman 2003, "Video Google"). A text is kept under several,
// so that two on the two sides of a border still meet. In an archive of hundreds
// of thousands so many claims lie in a cell that it tells little; two cells at
// once still do.
func (v *Vectors) Keys(vector []float32) []Key {
	d := v.cells
	if len(vector) != d.columns || d.rows == 0 {
		return nil
	}
	nearness := make([]float32, d.rows)
	blas32.Gemv(blas.NoTrans, 1, blas32.General{Rows: d.rows, Cols: d.columns, Stride: d.stride, Data: d.numbers},
		vectorOf(vector), 0, vectorOf(nearness))
	near := greatest(nearness, nearCells)
	keys := make([]Key, 0, MaxKeys)
	for i, cell := range near {
		weight := 1
		if i < heavyKeys {
			weight = 2
		}
		keys = append(keys, Key{fmt.Sprintf("v:%d", cell), weight})
	}
	for i, one := range near[:min(pairCells, len(near))] {
		for _, other := range near[:i] {
			keys = append(keys, Key{fmt.Sprintf("v:%d+%d", min(one, other), max(one, other)), 1})
		}
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
