package judge

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// pieces is a vocabulary that spells every word of small letters and knows a
// few whole.
func pieces() []string {
	list := []string{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
	for r := 'a'; r <= 'z'; r++ {
		list = append(list, string(r), "##"+string(r))
	}
	for r := '0'; r <= '9'; r++ {
		list = append(list, string(r), "##"+string(r))
	}
	return append(list, strings.Fields(`. , ! ? ' " - [ ] $ % ; # ## ## the minister drafted never saw a deal strike strikes air ##strike ##strikes
		##ed ##ing un ##able weak ##en ##ened 新 京 ß œ ά σ ς … “ ” ’ — said president not slow slowing`)...)
}

// file is a container in the making.
type file struct {
	header
	lines []string
	data  []byte
	truth map[string][]float64 // the numbers as they come out of the file
}

func newFile(lines []string) *file {
	seen, once := map[string]bool{}, []string{}
	for _, l := range lines {
		if !seen[l] {
			seen[l] = true
			once = append(once, l)
		}
	}
	return &file{lines: once, truth: map[string][]float64{}}
}

func (f *file) tensor(name, kind string, numbers []float32, shape ...int) {
	t := tensor{Name: name, Type: kind, Shape: shape, Offset: len(f.data)}
	truth := make([]float64, len(numbers))
	if kind == "f32" {
		for i, x := range numbers {
			f.data = binary.LittleEndian.AppendUint32(f.data, math.Float32bits(x))
			truth[i] = float64(x)
		}
	} else {
		for at := 0; at < len(numbers); at += t.columns() {
			f.row(numbers[at:at+t.columns()], truth[at:])
		}
	}
	t.Bytes = len(f.data) - t.Offset
	f.Tensors, f.truth[name] = append(f.Tensors, t), truth
}

// row packs a row of numbers into bytes.
func (f *file) row(numbers []float32, truth []float64) {
	var top float32
	for _, x := range numbers {
		top = max(top, x, -x)
	}
	scale := top / 127
	f.data = binary.LittleEndian.AppendUint32(f.data, math.Float32bits(scale))
	for i, x := range numbers {
		q := int8(math.RoundToEven(float64(x / scale)))
		f.data = append(f.data, byte(q))
		truth[i] = float64(q) * float64(scale)
	}
}

func (f *file) bytes(t testing.TB) []byte {
	t.Helper()
	text := strings.Join(f.lines, "\n") + "\n"
	f.Vocab, f.VocabBytes = len(f.lines), len(text)
	head, err := json.Marshal(f.header)
	if err != nil {
		t.Fatal(err)
	}
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(head)))
	return append(append(append(out, head...), text...), f.data...)
}

// random makes a model of random numbers, always the same ones.
func random(h header) *file {
	f, chance := newFile(pieces()), rand.New(rand.NewPCG(1, 2))
	h.Eps, h.Classes = 1e-12, []string{"neutral", "conflict", "agree"}
	f.header = h
	numbers := func(n int, middle, spread float64) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = float32(middle + spread*chance.NormFloat64())
		}
		return out
	}
	matrix := func(name string, out, in int) {
		f.tensor(name+".weight", "i8row", numbers(out*in, 0, 1.5/math.Sqrt(float64(in))), out, in)
		f.tensor(name+".bias", "f32", numbers(out, 0, 0.1), out)
	}
	scaling := func(name string) {
		f.tensor(name+".weight", "f32", numbers(h.Hidden, 1, 0.1), h.Hidden)
		f.tensor(name+".bias", "f32", numbers(h.Hidden, 0, 0.1), h.Hidden)
	}
	f.tensor("embeddings.word_embeddings.weight", "i8row", numbers(len(f.lines)*h.Hidden, 0, 1), len(f.lines), h.Hidden)
	f.tensor("embeddings.position_embeddings.weight", "f32", numbers(h.MaxTokens*h.Hidden, 0, 0.3), h.MaxTokens, h.Hidden)
	f.tensor("embeddings.token_type_embeddings.weight", "f32", numbers(2*h.Hidden, 0, 0.3), 2, h.Hidden)
	scaling("embeddings.LayerNorm")
	for i := range h.Layers {
		layer := "encoder.layer." + strconv.Itoa(i) + "."
		for _, part := range []string{"query", "key", "value"} {
			matrix(layer+"attention.self."+part, h.Hidden, h.Hidden)
		}
		matrix(layer+"attention.output.dense", h.Hidden, h.Hidden)
		scaling(layer + "attention.output.LayerNorm")
		matrix(layer+"intermediate.dense", h.Intermediate, h.Hidden)
		matrix(layer+"output.dense", h.Hidden, h.Intermediate)
		scaling(layer + "output.LayerNorm")
	}
	matrix("classifier", 3, h.Hidden)
	return f
}

func small(pooling string) header {
	return header{Layers: 2, Hidden: 24, Heads: 3, Intermediate: 40, MaxTokens: 48, Pooling: pooling}
}

func load(t testing.TB, f *file) *Model {
	t.Helper()
	m, err := Load(f.bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}
