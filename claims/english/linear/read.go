package linear

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// maxUnpacked is how many bytes a packed model may have when unpacked: more
// than the weights of any model that could be of use.
const maxUnpacked = 64 << 20

var errShort = errors.New("the model ends before its time")

// Read makes a model of bytes that [Pack] wrote. Of other bytes it makes an
// error; whatever they are, it takes no more memory than a few times 64 MiB.
func Read(packed []byte) (*Model, error) {
	zip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(zip, maxUnpacked+1))
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w", err)
	}
	if len(data) > maxUnpacked {
		return nil, fmt.Errorf("a model of more than %d bytes is not read", maxUnpacked)
	}
	r := reader{data: data}
	model := r.model()
	if r.err != nil {
		return nil, fmt.Errorf("reading a model: %w", r.err)
	}
	return model, nil
}

// reader takes numbers from the front of the data. After the first error it
// gives only zeros.
type reader struct {
	data []byte
	err  error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.data = nil
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.fail(errShort)
		return nil
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

// number takes a number from 0 to a limit.
func (r *reader) number(limit int) int {
	value, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.fail(errShort)
		return 0
	}
	if value > uint64(limit) {
		r.fail(fmt.Errorf("a number is %d, at most %d can be", value, limit))
		return 0
	}
	r.data = r.data[n:]
	return int(value)
}

// count takes the number of things that follow, each of a byte at least.
func (r *reader) count(limit int) int {
	return r.number(min(limit, len(r.data)))
}

func (r *reader) scale() float32 {
	four := r.bytes(4)
	if four == nil {
		return 0
	}
	scale := math.Float32frombits(binary.LittleEndian.Uint32(four))
	if !(scale > 0) || math.IsInf(float64(scale), 0) {
		r.fail(errors.New("the scale of the weights is no positive number"))
	}
	return scale
}

// model takes a whole model: head, keys, lengths, classes, weights.
func (r *reader) model() *Model {
	if version := r.number(math.MaxInt32); r.err == nil && version != formatVersion {
		r.fail(fmt.Errorf("the model is of format %d, format %d is read", version, formatVersion))
	}
	classes := r.number(MaxClasses)
	if classes < 1 {
		r.fail(errors.New("the model has no classes"))
	}
	scale := r.scale()
	features := r.count(MaxFeatures)
	keys := r.keys(features)
	lengths, cells := r.lengths(features, classes)
	of, weights := r.bytes(cells), r.bytes(cells)
	for _, class := range of {
		if int(class) >= classes {
			r.fail(fmt.Errorf("class %d of %d", class, classes))
		}
	}
	if r.err != nil {
		return nil
	}
	return newModel(classes, scale, rowSource{keys, lengths, of, weights})
}

// keys takes the keys, which rise.
func (r *reader) keys(features int) []uint32 {
	keys := make([]uint32, 0, features)
	last := 0
	for range features {
		step := r.number(math.MaxUint32 - last)
		if step == 0 && r.err == nil {
			r.fail(errors.New("a key comes twice"))
		}
		if r.err != nil {
			return nil
		}
		last += step
		keys = append(keys, uint32(last))
	}
	return keys
}

// lengths takes how many weights each feature has, and gives their sum too.
func (r *reader) lengths(features, classes int) ([]uint16, int) {
	lengths := make([]uint16, 0, features)
	cells := 0
	for range features {
		n := r.number(classes)
		if n == 0 {
			r.fail(errors.New("a feature has no weights"))
			return nil, 0
		}
		cells += n
		lengths = append(lengths, uint16(n))
	}
	return lengths, cells
}
