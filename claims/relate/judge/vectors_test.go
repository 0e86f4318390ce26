package judge

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

// vectorsFile makes random vectors, the later a piece the heavier.
func vectorsFile(width int) *file {
	f, chance := newFile(pieces()), rand.New(rand.NewPCG(3, 4))
	numbers, weights := make([]float32, len(f.lines)*width), make([]float32, len(f.lines))
	for i := range numbers {
		numbers[i] = float32(chance.NormFloat64())
	}
	for i := range weights {
		weights[i] = float32(i) / 10
	}
	f.tensor("vectors", "i8row", numbers, len(f.lines), width)
	f.tensor("weights", "f32", weights, len(f.lines))
	return f
}

func loadVectors(t testing.TB, f *file) *Vectors {
	t.Helper()
	v, err := LoadVectors(f.bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestEmbed(t *testing.T) {
	f := vectorsFile(32)
	v := loadVectors(t, f)
	deal, strike := slices.Index(f.lines, "deal"), slices.Index(f.lines, "strike")
	want, length := make([]float64, 32), 0.0
	for i := range want {
		want[i] = f.truth["weights"][deal]*f.truth["vectors"][deal*32+i] + f.truth["weights"][strike]*f.truth["vectors"][strike*32+i]
		length += want[i] * want[i]
	}
	got := v.Embed("Strike жук DEAL")
	for i := range want {
		if d := float64(got[i]) - want[i]/math.Sqrt(length); math.Abs(d) > 1e-5 {
			t.Fatalf("number %d differs by %g", i, d)
		}
	}
	for _, empty := range []string{"", " ", "жук", "\xff"} {
		if zero := v.Embed(empty); slices.Max(zero) != 0 || slices.Min(zero) != 0 || len(v.Bands(zero)) != 0 {
			t.Errorf("%q has a vector or bands", empty)
		}
	}
}

func TestBands(t *testing.T) {
	v := loadVectors(t, vectorsFile(32))
	said := v.Bands(v.Embed("The president said airstrikes weakened the deal"))
	shared := func(text string) (n int) {
		for _, key := range v.Bands(v.Embed(text)) {
			if slices.Contains(said, key) {
				n++
			}
		}
		return n
	}
	if len(said) != bands || len(slices.Compact(slices.Sorted(slices.Values(said)))) != bands {
		t.Fatalf("keys %q", said)
	}
	same, near, far := shared("THE president said airstrikes weakened the Deal"),
		shared("The president said airstrikes weakened a deal"), shared("q w x y z 7 8")
	if same != bands || near <= far || far > 2 {
		t.Errorf("shared keys: same words %d, near %d, far %d", same, near, far)
	}
}

// The keys stand in archives: they must not change.
func TestBandsStay(t *testing.T) {
	v := loadVectors(t, vectorsFile(4))
	got := strings.Join(v.Bands([]float32{0.5, -0.25, 0.75, -0.125}), " ")
	want := "v:ex v:5l5 v:8q1 v:9t8 v:f4j v:ht6 v:lqx v:n43 v:r07 v:sy1 v:wc7 v:ys4 v:126i v:17uc v:18l6 v:1bm2"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoadVectorsRefuses(t *testing.T) {
	changed := func(change func(f *file)) []byte {
		f := vectorsFile(8)
		change(f)
		return f.bytes(t)
	}
	for _, c := range []struct {
		name string
		file []byte
	}{
		{"a judge", random(tiny()).bytes(t)},
		{"a vector too few", changed(func(f *file) { f.lines = append(f.lines, "more") })},
		{"a weight too few", changed(func(f *file) { f.Tensors[1].Shape[0]--; f.Tensors[1].Bytes -= 4 })},
		{"floats", changed(func(f *file) {
			f.Tensors = nil
			f.tensor("vectors", "f32", make([]float32, len(f.lines)), len(f.lines), 1)
		})},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := LoadVectors(c.file); claims.KindOf(err) != claims.Invalid {
				t.Errorf("got %v", err)
			}
		})
	}
}

func BenchmarkBands(b *testing.B) {
	v := loadVectors(b, vectorsFile(128))
	b.ReportAllocs()
	for b.Loop() {
		v.Bands(v.Embed("The minister said airstrikes weakened the president, not slowing an unable deal, and the minister never saw it."))
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "statements/s")
}
