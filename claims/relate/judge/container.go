package judge

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"

	"github.com/counterclaim/counterclaim/claims"
)

// A container is, one after the other: "CCJ1\n"; the length of the header,
// four bytes, little end first; the header, JSON; the vocabulary, one word
// piece a line; the data of the tensors, at the offsets the header gives.
//
// A tensor of type f32 is its numbers, four bytes each. One of type i8row has
// for each row a scale, four bytes, and then a byte for each column: the
// number is scale times byte, the byte read as a signed one.
const magic = "CCJ1\n"

// The largest sizes that are read, far above those of any model that would be
// quick enough to use.
const (
	maxHeader = 1 << 20
	maxSide   = 1 << 17 // rows or columns of a tensor, lines of the vocabulary
)

type header struct {
	Layers       int      `json:"layers"`
	Hidden       int      `json:"hidden"`
	Heads        int      `json:"heads"`
	Intermediate int      `json:"intermediate"`
	MaxTokens    int      `json:"max_tokens"`
	Eps          float64  `json:"eps"`
	Pooling      string   `json:"pooling"`
	Classes      []string `json:"classes"`
	Vocab        int      `json:"vocab"`
	VocabBytes   int      `json:"vocab_bytes"`
	Tensors      []tensor `json:"tensors"`
}

type tensor struct {
	Name   string `json:"name"`
	Type   string `json:"type"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"`
	Bytes  int    `json:"bytes"`
}

// container is a file that was taken apart; tensors are decoded on demand.
type container struct {
	header
	vocabulary *vocabulary
	data       []byte
	byName     map[string]tensor
}

// torn is the error of a file that is not what it should be.
func torn(format string, args ...any) error {
	return claims.Errorf(claims.Invalid, "judge-model", "the model file is damaged: "+format, args...).
		WithHint("Build the program again from a clean copy of its source")
}

func open(file []byte) (*container, error) {
	rest, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return nil, torn("it does not begin with %q", magic)
	}
	if len(rest) < 4 {
		return nil, torn("it ends before its header")
	}
	size := int64(binary.LittleEndian.Uint32(rest))
	if rest = rest[4:]; size > maxHeader || size > int64(len(rest)) {
		return nil, torn("a header of %d bytes in a file of %d", size, len(file))
	}
	c := &container{}
	if err := json.Unmarshal(rest[:size], &c.header); err != nil {
		return nil, torn("its header: %w", err)
	}
	rest = rest[size:]
	if c.VocabBytes < 0 || c.VocabBytes > len(rest) {
		return nil, torn("a vocabulary of %d bytes with %d left", c.VocabBytes, len(rest))
	}
	var err error
	if c.vocabulary, err = newVocabulary(string(rest[:c.VocabBytes]), c.Vocab); err != nil {
		return nil, err
	}
	c.data = rest[c.VocabBytes:]
	return c, c.index()
}

// index checks that every tensor lies within the data and has the size its
// shape asks for.
func (c *container) index() error {
	c.byName = make(map[string]tensor, len(c.Tensors))
	for _, t := range c.Tensors {
		if t.Offset < 0 || t.Bytes < 0 || t.Offset > len(c.data) || t.Bytes > len(c.data)-t.Offset {
			return torn("tensor %q lies outside", t.Name)
		}
		if len(t.Shape) < 1 || len(t.Shape) > 2 {
			return torn("tensor %q has %d dimensions", t.Name, len(t.Shape))
		}
		for _, side := range t.Shape {
			if side < 1 || side > maxSide {
				return torn("tensor %q has a side of %d", t.Name, side)
			}
		}
		if want := t.size(); want != int64(t.Bytes) {
			return torn("tensor %q has %d bytes, want %d", t.Name, t.Bytes, want)
		}
		if _, twice := c.byName[t.Name]; twice {
			return torn("tensor %q stands there twice", t.Name)
		}
		c.byName[t.Name] = t
	}
	return nil
}

// rows and columns of the tensor; one of a single dimension is one row.
func (t tensor) rows() int {
	if len(t.Shape) == 2 {
		return t.Shape[0]
	}
	return 1
}

// columns is 0 for a tensor that is not there.
func (t tensor) columns() int {
	if len(t.Shape) == 0 {
		return 0
	}
	return t.Shape[len(t.Shape)-1]
}

// size is how many bytes the tensor's shape asks for, -1 for an unknown type.
func (t tensor) size() int64 {
	switch rows, columns := int64(t.rows()), int64(t.columns()); t.Type {
	case "f32":
		return rows * columns * 4
	case "i8row":
		return rows * (4 + columns)
	default:
		return -1
	}
}

// find gives a tensor that has the stated rows and columns.
func (c *container) find(name string, rows, columns int) (tensor, []byte, error) {
	t, ok := c.byName[name]
	if !ok {
		return t, nil, torn("tensor %q is missing", name)
	}
	if t.rows() != rows || t.columns() != columns {
		return t, nil, torn("tensor %q is %d by %d, want %d by %d", name, t.rows(), t.columns(), rows, columns)
	}
	return t, c.data[t.Offset : t.Offset+t.Bytes], nil
}

// floats decodes a tensor into dst, which has rows times columns places.
func (c *container) floats(dst []float32, name string, rows, columns int) error {
	t, data, err := c.find(name, rows, columns)
	if err != nil {
		return err
	}
	if t.Type == "i8row" {
		packed := packedRows{data, columns}
		if err := packed.check(name); err != nil {
			return err
		}
		for r := range rows {
			packed.row(dst[r*columns:(r+1)*columns], r)
		}
		return nil
	}
	for i := range dst {
		dst[i] = floatAt(data, 4*i)
		if !finite(dst[i]) {
			return torn("tensor %q holds a number without end", name)
		}
	}
	return nil
}

func floatAt(data []byte, at int) float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(data[at:]))
}

// finite is also false for "not a number".
func finite(x float32) bool { return x-x == 0 }
