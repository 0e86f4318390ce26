package judge

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims"
)

// vectorsFile makes random vectors, the later a piece the heavier, and cells
// that are the vectors of the words.
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
	f.tensor("cells", "i8row", numbers, len(f.lines), width)
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
	f := vectorsFile(32)
	v := loadVectors(t, f)
	said := v.Keys(v.Embed("The president said airstrikes weakened the deal"))
	shared := func(text string) (n int) {
		for _, key := range v.Keys(v.Embed(text)) {
			if slices.Contains(said, key) {
				n++
			}
		}
		return n
	}
	if len(said) < 3 || len(said) > MaxKeys || len(slices.CompactFunc(slices.Clone(said), func(a, b Key) bool { return a.Text == b.Text })) != len(said) {
		t.Fatalf("keys %v", said)
	}
	same, near, far := shared("THE president said airstrikes weakened the Deal"),
		shared("The president said airstrikes weakened a deal"), shared("never slow $")
	if same != len(said) || near <= far {
		t.Errorf("shared keys: same words %d, near %d, far %d", same, near, far)
	}
	// A cell that is a word's own vector is the nearest to the word.
	own := slices.Index(f.lines, "drafted")
	if got := v.Keys(v.Embed("drafted")); got[0] != (Key{fmt.Sprint("v:", own), 2}) {
		t.Errorf("a word is not nearest to itself: %v", got)
	}
	for _, k := range said {
		one, other, two := strings.Cut(strings.TrimPrefix(k.Text, "v:"), "+")
		if two && (number(t, one) >= number(t, other) || k.Weight != 1) {
			t.Errorf("key %v", k)
		}
	}
	if got := v.Keys([]float32{1}); got != nil {
		t.Errorf("a vector of another model has keys: %v", got)
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
		{"no cells", changed(func(f *file) { f.Tensors = f.Tensors[:2] })},
		{"cells of other vectors", changed(func(f *file) {
			f.Tensors = f.Tensors[:2]
			f.tensor("cells", "i8row", make([]float32, 12), 3, 4)
		})},
		{"too many cells", changed(func(f *file) {
			f.Tensors = f.Tensors[:2]
			f.tensor("cells", "i8row", make([]float32, 20000*8), 20000, 8)
		})},
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

// What is built in can be read, gives the same keys whenever it is asked, and
// puts claims about one thing nearer than others.
func TestStatic(t *testing.T) {
	v, err := Static()
	if err != nil {
		t.Fatal(err)
	}
	cosine := func(a, b string) (sum float32) {
		x, y := v.Embed(a), v.Embed(b)
		for i := range x {
			sum += x[i] * y[i]
		}
		return sum
	}
	const said, like, other = "the hostages were killed in the raid", "the captives are alive and free", "prices of milk rose last year"
	if near, far := cosine(said, like), cosine(said, other); near < far+0.2 {
		t.Errorf("like %.2f, other %.2f", near, far)
	}
	again, err := LoadVectors(staticModel)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(v.Keys(v.Embed(said)), again.Keys(again.Embed(said))); diff != "" {
		t.Error(diff)
	}
	if got := len(v.Keys(v.Embed(said))); got != MaxKeys {
		t.Errorf("%d keys", got)
	}
}

func number(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// BenchmarkKeys makes vectors and keys with what is built in.
func BenchmarkKeys(b *testing.B) {
	v, err := Static()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		v.Keys(v.Embed("The minister said airstrikes weakened the president, not slowing an unable deal, and the minister never saw it."))
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "statements/s")
}

func BenchmarkLoadVectors(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := LoadVectors(staticModel); err != nil {
			b.Fatal(err)
		}
	}
}
