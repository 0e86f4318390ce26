package linear_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// invented gives weights for features 0, 1, 2, … of template 7.
func invented(features, classes int) iter.Seq2[linear.Feature, []float32] {
	return func(yield func(linear.Feature, []float32) bool) {
		random := rand.New(rand.NewPCG(1, uint64(classes)))
		row := make([]float32, classes)
		for i := range features {
			for class := range row {
				row[class] = random.Float32()*20 - 10
			}
			if !yield(linear.Of(7, uint64(i)), row) {
				return
			}
		}
	}
}

func pack(t testing.TB, classes int, threshold float32, rows iter.Seq2[linear.Feature, []float32]) []byte {
	t.Helper()
	packed, err := linear.Pack(classes, threshold, rows)
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

func read(t testing.TB, packed []byte) *linear.Model {
	t.Helper()
	m, err := linear.Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestScoresSurvivePacking(t *testing.T) {
	const features, threshold = 3000, 2
	for _, classes := range []int{1, 2, 7, 8, 9, 117, 256} {
		t.Run(fmt.Sprint(classes), func(t *testing.T) {
			model := read(t, pack(t, classes, threshold, invented(features, classes)))
			want := make([]float32, classes)
			asked := []linear.Feature{linear.Of(8, 1), linear.Of(7, features)} // not known
			for feature, row := range invented(features, classes) {
				asked = append(asked, feature)
				for class, weight := range row {
					if math.Abs(float64(weight)) >= threshold {
						want[class] += weight
					}
				}
			}
			got := make([]float32, classes)
			model.Score(asked, got)
			for class := range got {
				if off := math.Abs(float64(got[class] - want[class])); off > 12 {
					t.Errorf("class %d scores %v, want %v", class, got[class], want[class])
				}
			}
		})
	}
}

func TestPackPrunes(t *testing.T) {
	rows := func(yield func(linear.Feature, []float32) bool) {
		_ = yield(linear.Of(1, 1), []float32{3, -0.5}) && yield(linear.Of(1, 2), []float32{0.5, 0.5}) && yield(linear.Of(1, 3), []float32{0, -1})
	}
	model := read(t, pack(t, 2, 1, rows))
	var got [3][2]float32
	for i := range got {
		model.Score([]linear.Feature{linear.Of(1, uint64(i+1))}, got[i][:])
	}
	near := cmp.Comparer(func(a, b float32) bool { return math.Abs(float64(a-b)) < 0.02 })
	if diff := cmp.Diff([3][2]float32{{3, 0}, {0, 0}, {0, -1}}, got, near); diff != "" {
		t.Errorf("scores differ (-want +got):\n%s", diff)
	}
}

func TestPackIsTheSameInAnyOrder(t *testing.T) {
	backwards := func(yield func(linear.Feature, []float32) bool) {
		var features []linear.Feature
		var rows [][]float32
		for feature, row := range invented(50, 3) {
			features, rows = append(features, feature), append(rows, append([]float32(nil), row...))
		}
		for i := len(rows) - 1; i >= 0 && yield(features[i], rows[i]); i-- {
		}
	}
	if !bytes.Equal(pack(t, 3, 0, invented(50, 3)), pack(t, 3, 0, backwards)) {
		t.Error("the bytes depend on the order of the rows")
	}
}

func TestPackRefuses(t *testing.T) {
	for _, c := range []struct {
		name    string
		classes int
		rows    iter.Seq2[linear.Feature, []float32]
	}{
		{"no classes", 0, invented(1, 0)},
		{"too many classes", 257, invented(1, 257)},
		{"rows of another length", 4, invented(1, 5)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := linear.Pack(c.classes, 0, c.rows); err == nil {
				t.Error("it was packed")
			}
		})
	}
}

// The learner is taught which of three classes a number is of by its remainder,
// among features that say nothing.
func TestLearnerLearns(t *testing.T) {
	features := func(i int) []linear.Feature {
		return []linear.Feature{linear.Of(1, 0), linear.Of(2, uint64(i%3)), linear.Of3(3, uint64(i%5), 0, 1)}
	}
	learner := linear.NewLearner(3)
	scores := make([]float32, 3)
	for i := range 300 {
		learner.Score(features(i), scores)
		if guess := linear.Highest(scores); guess != i%3 {
			learner.Correct(i%3, guess, features(i))
		}
		learner.Tick()
	}
	model := read(t, pack(t, 3, 0, learner.Rows()))
	for i := range 30 {
		model.Score(features(i), scores)
		if got := linear.Highest(scores); got != i%3 {
			t.Errorf("%d is of class %d", i, got)
		}
	}
}

func TestLearnerAverages(t *testing.T) {
	learner := linear.NewLearner(2)
	feature := linear.Of(1, 1)
	learner.Tick()
	learner.Update(1, []linear.Feature{feature}, 4)
	learner.Tick()
	learner.Update(1, []linear.Feature{feature}, -2)
	learner.Tick()
	learner.Tick()
	for _, row := range learner.Rows() {
		if diff := cmp.Diff([]float32{0, (0 + 4 + 2 + 2) / 4.}, row); diff != "" {
			t.Error(diff)
		}
	}
}

func TestNarrow(t *testing.T) {
	learner := linear.NewLearner(2)
	strong, weak, late := linear.Of(1, 1), linear.Of(1, 2), linear.Of(1, 3)
	learner.Update(1, []linear.Feature{strong}, -4)
	learner.Update(0, []linear.Feature{weak}, 1)
	learner.Tick()
	learner.Narrow(2)
	learner.Update(1, []linear.Feature{strong, weak, late}, 1)
	learner.Tick()
	got := map[linear.Feature]float32{}
	for feature, row := range learner.Rows() {
		got[feature] = row[1]
	}
	if diff := cmp.Diff(map[linear.Feature]float32{strong: -3}, got); diff != "" {
		t.Errorf("weights differ (-want +got):\n%s", diff)
	}
}

func TestRival(t *testing.T) {
	for _, c := range []struct {
		name   string
		scores []float32
		right  int
		want   int
	}{
		{"behind the right one", []float32{5, 1, 3}, 0, 2},
		{"before it", []float32{5, 1, 3}, 2, 0},
		{"below zero", []float32{-5, -9}, 0, 1},
		{"none", []float32{2}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := linear.Rival(c.scores, c.right); got != c.want {
				t.Errorf("class %d, want %d", got, c.want)
			}
		})
	}
}

func TestBundle(t *testing.T) {
	file := linear.Bundle([]byte("ab"), nil, []byte("c"))
	parts, err := linear.Unbundle(file, 3)
	if err != nil || string(parts[0]) != "ab" || len(parts[1]) != 0 || string(parts[2]) != "c" {
		t.Errorf("parts are %q, %v", parts, err)
	}
	for end := range file {
		if _, err := linear.Unbundle(file[:end], 3); err == nil {
			t.Errorf("the first %d bytes are read as three parts", end)
		}
	}
	if _, err := linear.Unbundle(file, 2); err == nil {
		t.Error("three parts are read as two")
	}
}

func TestReadRefusesTornBytes(t *testing.T) {
	plain := unzip(t, pack(t, 9, 0, invented(5, 9)))
	for end := range plain {
		if _, err := linear.Read(zip(t, plain[:end])); err == nil {
			t.Errorf("the first %d of %d bytes are read as a model", end, len(plain))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte{})
	f.Add(unzip(f, pack(f, 3, 0, invented(4, 3))))
	f.Add(unzip(f, pack(f, 20, 0, invented(4, 20))))
	f.Fuzz(func(t *testing.T, plain []byte) {
		model, err := linear.Read(zip(t, plain))
		if err != nil {
			return
		}
		model.Score([]linear.Feature{linear.Of(7, 1), linear.Of(7, 2), 0}, make([]float32, model.Classes()))
	})
}

func zip(t testing.TB, plain []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func unzip(t testing.TB, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := out.ReadFrom(r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkScore looks up forty features, of which the model knows a third.
func BenchmarkScore(b *testing.B) {
	const known = 300_000
	for _, classes := range []int{7, 90} {
		b.Run(fmt.Sprint(classes), func(b *testing.B) {
			model := read(b, pack(b, classes, 9.7, invented(known, classes)))
			random := rand.New(rand.NewPCG(1, 1))
			asked := make([]linear.Feature, 40_000)
			for i := range asked {
				asked[i] = linear.Of(7, random.Uint64N(3*known))
			}
			scores := make([]float32, classes)
			for i := 0; b.Loop(); i++ {
				at := i % 1000 * 40
				model.Score(asked[at:at+40], scores)
			}
		})
	}
}
