package judge

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// matrix is a window on numbers that stand row by row, stride apart.
type matrix struct {
	numbers       []float32
	rows, columns int
	stride        int
}

// at is the part of the matrix from row r and column c on.
func (m matrix) part(r, c, rows, columns int) matrix {
	return matrix{m.numbers[r*m.stride+c:], rows, columns, m.stride}
}

// Gonum's product of matrices starts goroutines of its own from four blocks of
// 64 by 64 results on, and then walks along the rows in short steps. A panel
// below that size is computed in one go by the caller alone, about twice as
// fast; the cores are kept busy by other pairs.
const (
	panelColumns = 64
	panelRows    = 3 * 64
)

// addProduct adds scale times x times y, or with turned set x times y turned
// on its side, to dst.
func addProduct(dst matrix, scale float32, x, y matrix, turned bool) {
	for c := 0; c < dst.columns; c += panelColumns {
		columns := min(panelColumns, dst.columns-c)
		side, way := y.part(0, c, y.rows, columns), blas.NoTrans
		if turned {
			side, way = y.part(c, 0, columns, y.columns), blas.Trans
		}
		for r := 0; r < dst.rows; r += panelRows {
			rows := min(panelRows, dst.rows-r)
			gonum.Implementation{}.Sgemm(blas.NoTrans, way, rows, columns, x.columns,
				scale, x.numbers[r*x.stride:], x.stride, side.numbers, side.stride,
				1, dst.numbers[r*dst.stride+c:], dst.stride)
		}
	}
}

// apply sets dst to the map of each row of x.
func (d *dense) apply(dst, x matrix) {
	for r := range dst.rows {
		copy(dst.numbers[r*dst.stride:], d.bias)
	}
	addProduct(dst, 1, x, matrix{d.weights, d.out, d.in, d.in}, true)
}
