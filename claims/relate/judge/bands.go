package judge

import (
	"strconv"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// A text gets one key for each band. Two texts share a band's key when their
// vectors lie on the same sides of all its planes (Charikar 2002, "Similarity
// estimation techniques from rounding algorithms").
const (
	bands    = 16
	bandBits = 12
)

// Bands gives the keys under which a vector of [Vectors.Embed] is kept: at
// most 16, the same for ever for the same model. The more keys two vectors
// share, the nearer they are, most likely. A vector of zeros has none.
func (v *Vectors) Bands(vector []float32) []string {
	if len(vector) != v.rows.columns || blas32.Nrm2(blas32.Vector{N: len(vector), Data: vector, Inc: 1}) == 0 {
		return nil
	}
	sides := make([]float32, bands*bandBits)
	blas32.Gemv(blas.NoTrans, 1,
		blas32.General{Rows: len(sides), Cols: len(vector), Stride: len(vector), Data: v.planes},
		blas32.Vector{N: len(vector), Data: vector, Inc: 1}, 0, blas32.Vector{N: len(sides), Data: sides, Inc: 1})
	keys := make([]string, bands)
	for band := range keys {
		bits := uint64(band) << bandBits
		for i, side := range sides[band*bandBits:][:bandBits] {
			if side > 0 {
				bits |= 1 << i
			}
		}
		keys[band] = "v:" + strconv.FormatUint(bits, 36)
	}
	return keys
}

// planes gives the planes' normals, each number 1 or -1 by a bit of SplitMix64
// (Steele, Lea and Flood 2014): written out here, as the keys of an archive
// must never change with a library.
func planes(width int) []float32 {
	out := make([]float32, bands*bandBits*width)
	state := uint64(1)
	for i := range out {
		state += 0x9e3779b97f4a7c15
		z := state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		out[i] = 1 - 2*float32((z^z>>31)&1)
	}
	return out
}
