package judge

import (
	_ "embed" // for the vectors
	"sync"

	"gonum.org/v1/gonum/blas/blas32"
)

//go:embed static.model
var staticModel []byte

// Static gives the vectors that are built in. They are read when they are first
// asked for, and once. Errors are of kind Invalid.
var Static = sync.OnceValues(func() (*Vectors, error) { return LoadVectors(staticModel) })

// Vectors gives texts a place among meanings: a vector for each word piece,
// the same wherever it stands, and their weighted sum for a text (Arora and
// others 2017, "A simple but tough-to-beat baseline for sentence embeddings").
// It does not change after loading and may be used by several goroutines.
type Vectors struct {
	vocabulary *vocabulary
	rows       packedRows
	weights    []float32 // nil where all weigh the same
	mean       []float32 // nil where nothing is taken away
	cells      matrix    // a row of length 1 for each
}

// LoadVectors reads a container with the tensor "vectors", a row for each line
// of the vocabulary, and "cells", the middles of regions, and perhaps "weights",
// a number for each line, and "mean", what the vectors of all texts have in
// common. It keeps the file, which must not be
// changed afterwards. Errors are of kind Invalid.
func LoadVectors(file []byte) (*Vectors, error) {
	c, err := open(file)
	if err != nil {
		return nil, err
	}
	width := c.byName["vectors"].columns()
	if width < 1 || width > 1024 {
		return nil, torn("no vectors, or longer than 1,024 numbers")
	}
	v := &Vectors{vocabulary: c.vocabulary}
	if v.rows, err = c.packed("vectors", c.vocabulary.size, width); err != nil {
		return nil, err
	}
	if v.weights, err = c.optional("weights", c.vocabulary.size); err != nil {
		return nil, err
	}
	if v.mean, err = c.optional("mean", width); err != nil {
		return nil, err
	}
	if err := v.readCells(c); err != nil {
		return nil, err
	}
	return v, nil
}

// readCells decodes the tensor "cells".
func (v *Vectors) readCells(c *container) error {
	const most = 1 << 14 // more would be slow
	count, width := c.byName["cells"].rows(), v.rows.columns
	if count > most {
		return torn("%d cells, at most %d are read", count, most)
	}
	r := reader{c: c}
	v.cells = matrix{numbers: r.floats("cells", count, width), rows: count, columns: width, stride: width}
	for i := range v.cells.rows {
		if r.err == nil {
			scaleToOne(v.cells.numbers[i*width : (i+1)*width])
		}
	}
	return r.err
}

// optional decodes a tensor of one row; nil where there is none.
func (c *container) optional(name string, columns int) ([]float32, error) {
	if _, ok := c.byName[name]; !ok {
		return nil, nil
	}
	r := reader{c: c}
	return r.floats(name, 1, columns), r.err
}

// embedPieces is how many word pieces of a text count: a statement has fewer.
const embedPieces = 512

// Embed gives the text's vector, of length 1, so that the product of two is
// the cosine of their angle: 1 for the same words, about 0 for meanings that
// have nothing to do with each other. A text without known words has only
// zeros.
func (v *Vectors) Embed(text string) []float32 {
	sum := make([]float32, v.rows.columns)
	for _, id := range v.vocabulary.read(text, embedPieces).ids {
		weight := float32(1)
		if v.weights != nil {
			weight = v.weights[id]
		}
		if id != v.vocabulary.unknown {
			v.rows.add(sum, int(id), weight)
		}
	}
	if scaleToOne(sum) && v.mean != nil {
		blas32.Axpy(-1, vectorOf(v.mean), vectorOf(sum))
		scaleToOne(sum)
	}
	return sum
}
