package judge

import (
	"runtime"
	"testing"
	"time"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// shape is that of the judge that is trained here.
func shape() header {
	return header{Layers: 6, Hidden: 384, Heads: 12, Intermediate: 1536, MaxTokens: 96, Pooling: "mean"}
}

// twenty is a pair of two claims of 20 words, which are 22 word pieces each.
func twenty() Pair {
	return Pair{
		A: "the minister said the president never saw a deal and airstrikes weakened the strike not the air said the minister",
		B: "the president said the minister drafted a deal and the strikes never slow the air not said the president slowing a",
	}
}

// BenchmarkLoad states how long a start takes and what it allocates.
func BenchmarkLoad(b *testing.B) {
	file := random(shape()).bytes(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(file); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPair judges a pair on one core, and beside it computes gonum's bare
// products of the encoder's matrices, as gonum itself would, in the same run.
func BenchmarkPair(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	m := load(b, random(shape()))
	pair := twenty()
	pieces := len(m.vocabulary.join(m.read(pair.A), m.read(pair.B), m.shape.MaxTokens).ids)
	var judging, multiplying time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := m.Judge(b.Context(), []Pair{pair}); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		bare(m, pieces)
		judging += middle.Sub(start)
		multiplying += time.Since(middle)
	}
	products := float64(b.N) * operations(m, pieces)
	b.ReportMetric(float64(judging.Milliseconds())/float64(b.N), "ms/pair")
	b.ReportMetric(products/float64(judging.Nanoseconds()), "GFLOP/s")
	b.ReportMetric(products/float64(multiplying.Nanoseconds()), "GFLOP/s-bare")
	b.ReportMetric(100*float64(multiplying)/float64(judging), "%-of-bare")
	b.ReportMetric(0, "ns/op")
}

// operations is how many additions and multiplications the encoder's linear
// maps take; attention comes on top.
func operations(m *Model, pieces int) float64 {
	return 2 * float64(pieces) * float64(m.shape.Layers) * float64(4*m.shape.Hidden*m.shape.Hidden+2*m.shape.Hidden*m.shape.Intermediate)
}

func bare(m *Model, pieces int) {
	x := make([]float32, pieces*m.shape.Intermediate)
	y := make([]float32, pieces*m.shape.Intermediate)
	for i := range x {
		x[i] = float32(i%7) - 3
	}
	for i := range m.layers {
		l := &m.layers[i]
		for _, d := range []*dense{&l.asks, &l.attended, &l.wide, &l.back} {
			gonum.Implementation{}.Sgemm(blas.NoTrans, blas.Trans, pieces, d.out, d.in, 1, x, d.in, d.weights, d.in, 0, y, d.out)
		}
	}
}

// BenchmarkPairs judges many pairs with all cores.
func BenchmarkPairs(b *testing.B) {
	m := load(b, random(shape()))
	many := make([]Pair, 20)
	for i := range many {
		many[i] = twenty()
	}
	for b.Loop() {
		if _, err := m.Judge(b.Context(), many); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*len(many)), "ms/pair")
}

// BenchmarkOcclusion explains a pair with all cores.
func BenchmarkOcclusion(b *testing.B) {
	m := load(b, random(shape()))
	for b.Loop() {
		if _, err := m.Occlusion(b.Context(), twenty()); err != nil {
			b.Fatal(err)
		}
	}
}
