package judge

import (
	"math"
	"math/rand/v2"
	"slices"
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
		if zero := v.Embed(empty); slices.Max(zero) != 0 || slices.Min(zero) != 0 || len(v.Keys(zero)) != 0 {
			t.Errorf("%q has a vector or keys", empty)
		}
	}
}

func TestKeys(t *testing.T) {
	v := loadVectors(t, vectorsFile(32))
	said := v.Keys(v.Embed("The president said airstrikes weakened the deal"))
	shared := func(text string) (n int) {
		for _, key := range v.Keys(v.Embed(text)) {
			if slices.Contains(said, key) {
				n++
			}
		}
		return n
	}
	if len(said) < 3 || len(said) > maxKeys || len(slices.Compact(slices.Sorted(slices.Values(said)))) != len(said) {
		t.Fatalf("keys %q", said)
	}
	same, near, far := shared("THE president said airstrikes weakened the Deal"),
		shared("The president said airstrikes weakened a deal"), shared("never slow $")
	if same != len(said) || near <= far {
		t.Errorf("shared keys: same words %d, near %d, far %d", same, near, far)
	}
	if got := v.Keys(v.Embed("drafted")); got[0] != "v:drafted" {
		t.Errorf("a word is not nearest to itself: %q", got)
	}
	if got := v.Keys([]float32{1}); got != nil {
		t.Errorf("a vector of another model has keys: %q", got)
	}
}

// What all texts have in common tells none from another.
func TestMeanIsTakenAway(t *testing.T) {
	f := vectorsFile(4)
	f.tensor("mean", "f32", []float32{0.5, 0, 0, 0}, 4)
	with, without := loadVectors(t, f), loadVectors(t, vectorsFile(4))
	got, want := with.Embed("deal"), without.Embed("deal")
	want[0] -= 0.5
	scaleToOne(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGreatest(t *testing.T) {
	for _, c := range []struct {
		name    string
		numbers []float32
		want    []int
	}{
		{"none", nil, []int{}},
		{"fewer than asked for", []float32{1, -1, 3, 0}, []int{2, 0}},
		{"of equal ones the earlier", []float32{2, 2, 1, 2, 2}, []int{0, 1, 3}},
		{"rising", []float32{1, 2, 3, 4, 5}, []int{4, 3, 2}},
		{"no number", []float32{float32(math.NaN()), 1}, []int{1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, greatest(c.numbers, 3)); diff != "" {
				t.Error(diff)
			}
		})
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

// BenchmarkKeys makes vectors and keys with a vocabulary of the usual size.
func BenchmarkKeys(b *testing.B) {
	v := loadVectors(b, wide())
	b.ReportAllocs()
	for b.Loop() {
		v.Keys(v.Embed("The minister said airstrikes weakened the president, not slowing an unable deal, and the minister never saw it."))
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "statements/s")
}

func BenchmarkLoadVectors(b *testing.B) {
	file := wide().bytes(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := LoadVectors(file); err != nil {
			b.Fatal(err)
		}
	}
}

// wide makes vectors for a vocabulary of the usual size.
func wide() *file {
	f := newFile(pieces())
	for i := range 20000 {
		f.lines = append(f.lines, spelled(i))
	}
	f.tensor("vectors", "i8row", noise(len(f.lines)*64), len(f.lines), 64)
	return f
}

// spelled gives a word for a number.
func spelled(n int) string {
	word := []byte("zzz")
	for ; n > 0; n /= 26 {
		word = append(word, byte('a'+n%26))
	}
	return string(word)
}

func noise(n int) []float32 {
	chance, out := rand.New(rand.NewPCG(5, 6)), make([]float32, n)
	for i := range out {
		out[i] = float32(chance.NormFloat64())
	}
	return out
}
