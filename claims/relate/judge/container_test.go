package judge

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

func tiny() header {
	return header{Layers: 1, Hidden: 4, Heads: 2, Intermediate: 4, MaxTokens: 8, Pooling: "mean"}
}

func TestLoadRefuses(t *testing.T) {
	whole := random(tiny()).bytes(t)
	changed := func(change func(f *file)) []byte {
		f := random(tiny())
		change(f)
		return f.bytes(t)
	}
	for _, c := range []struct {
		name string
		file []byte
	}{
		{"nothing", nil},
		{"another file", []byte("PK\x03\x04 something else altogether")},
		{"no header", []byte(magic)},
		{"a header longer than the file", []byte(magic + "\xff\xff\x00\x00{}")},
		{"a header that is no JSON", []byte(magic + "\x02\x00\x00\x00{]")},
		{"cut short", whole[:len(whole)-1]},
		{"no tensors", changed(func(f *file) { f.Tensors = nil })},
		{"a tensor outside", changed(func(f *file) { f.Tensors[3].Offset = math.MaxInt - 2 })},
		{"a tensor before the data", changed(func(f *file) { f.Tensors[3].Offset = -1 })},
		{"a tensor twice", changed(func(f *file) { f.Tensors[1].Name = f.Tensors[0].Name })},
		{"a huge shape", changed(func(f *file) { f.Tensors[0].Shape = []int{1 << 40, 1 << 40} })},
		{"no shape", changed(func(f *file) { f.Tensors[0].Shape = nil })},
		{"an unknown type", changed(func(f *file) { f.Tensors[0].Type = "f16" })},
		{"another shape", changed(func(f *file) { f.Tensors[2].Shape = []int{8, 1} })},
		{"words as floats", changed(func(f *file) {
			f.Tensors[0].Name = "x"
			f.tensor("embeddings.word_embeddings.weight", "f32", make([]float32, 4*len(f.lines)), len(f.lines), 4)
		})},
		{"no number", changed(func(f *file) { copy(f.data[len(f.data)-4:], "\xff\xff\xff\xff") })},
		{"a scale without end", changed(func(f *file) { copy(f.data, "\x00\x00\x80\x7f") })},
		{"heads that do not fit", changed(func(f *file) { f.Heads = 3 })},
		{"no heads", changed(func(f *file) { f.Heads = 0 })},
		{"no layers", changed(func(f *file) { f.Layers = 0 })},
		{"more layers than there are", changed(func(f *file) { f.Layers = 2 })},
		{"more places than there are", changed(func(f *file) { f.MaxTokens = 9 })},
		{"no room", changed(func(f *file) { f.MaxTokens = 3 })},
		{"unknown pooling", changed(func(f *file) { f.Pooling = "max" })},
		{"no epsilon", changed(func(f *file) { f.Eps = 0 })},
		{"other classes", changed(func(f *file) { f.Classes = []string{"agree", "agree", "conflict"} })},
		{"a piece twice", changed(func(f *file) { f.lines[7] = f.lines[6] })},
		{"a piece that is not UTF-8", changed(func(f *file) { f.lines[7] = "\xff" })},
		{"no mark between texts", changed(func(f *file) { f.lines[3] = "sep" })},
		{"fewer pieces than vectors", changed(func(f *file) { f.lines = f.lines[:9] })},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Load(c.file); claims.KindOf(err) != claims.Invalid {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, err := Load(whole); err != nil {
		t.Errorf("the whole file: %v", err)
	}
}

// Whatever stands in a file, reading it must end without a panic, and so must
// judging with what was read.
func FuzzLoad(f *testing.F) {
	whole := random(tiny()).bytes(f)
	f.Add(whole, "the deal")
	f.Add(vectorsFile(8).bytes(f), "")
	f.Add(bytes.Replace(whole, []byte(`"heads":2`), []byte(`"heads":4`), 1), strings.Repeat("x", 300))
	f.Fuzz(func(t *testing.T, file []byte, text string) {
		if m, err := Load(file); err == nil {
			if _, err := m.Judge(t.Context(), []Pair{{text, "x"}}); err != nil {
				t.Error(err)
			}
		}
		if v, err := LoadVectors(file); err == nil {
			v.Keys(v.Embed(text))
		}
	})
}
