package judge

import (
	"math"

	"gonum.org/v1/gonum/blas/blas32"
)

// Vectors gives texts a place among meanings: a vector for each word piece,
// the same wherever it stands, and their weighted mean for a text (Arora and
// others 2017, "A simple but tough-to-beat baseline for sentence embeddings").
// It does not change after loading and may be used by several goroutines.
type Vectors struct {
	vocabulary *vocabulary
	rows       packedRows
	weights    []float32 // nil where all weigh the same
	planes     []float32
}

// LoadVectors reads a container with the tensor "vectors", a row for each line
// of the vocabulary, and perhaps "weights", a number for each. It keeps the
// file, which must not be changed afterwards. Errors are of kind Invalid.
func LoadVectors(file []byte) (*Vectors, error) {
	c, err := open(file)
	if err != nil {
		return nil, err
	}
	t, ok := c.byName["vectors"]
	if !ok || t.columns() > 1024 {
		return nil, torn("no vectors, or longer than 1,024 numbers")
	}
	v := &Vectors{vocabulary: c.vocabulary}
	if v.rows, err = c.packed("vectors", c.vocabulary.size, t.columns()); err != nil {
		return nil, err
	}
	if _, ok := c.byName["weights"]; ok {
		v.weights = make([]float32, c.vocabulary.size)
		if err := c.floats(v.weights, "weights", 1, c.vocabulary.size); err != nil {
			return nil, err
		}
	}
	v.planes = planes(t.columns())
	return v, nil
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
	vector := blas32.Vector{N: len(sum), Data: sum, Inc: 1}
	if length := blas32.Nrm2(vector); length > 0 && !math.IsInf(float64(length), 0) {
		blas32.Scal(1/length, vector)
	} else {
		clear(sum)
	}
	return sum
}
