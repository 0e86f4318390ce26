package judge

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"
)

// The pairs of testdata/golden.json were judged by the framework that trained
// the model; see training/export.py.
func TestJudgeAsTrained(t *testing.T) {
	m, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden []struct {
		A, B   string
		IDs    []int32
		Logits []float64 // in the order of the model's classes
	}
	if err := json.Unmarshal(data, &golden); err != nil || len(golden) < 20 {
		t.Fatalf("%d pairs, %v", len(golden), err)
	}
	for _, g := range golden {
		in := m.vocabulary.join(m.read(g.A), m.read(g.B), m.shape.MaxTokens)
		if !slices.Equal(in.ids, g.IDs) {
			t.Errorf("%q and %q: pieces %v, want %v", g.A, g.B, in.ids, g.IDs)
			continue
		}
		for class, got := range m.logits(&workspace{}, []input{in})[0] {
			if d := math.Abs(float64(got) - g.Logits[class]); !(d < 0.05) {
				t.Errorf("%q and %q, %s: got %g, want %g", g.A, g.B, m.shape.Classes[class], got, g.Logits[class])
			}
		}
	}
}
