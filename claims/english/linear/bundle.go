package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Bundle puts parts into one file, each with its length in front, for
// [Unbundle].
func Bundle(parts ...[]byte) []byte {
	var out []byte
	for _, part := range parts {
		out = binary.AppendUvarint(out, uint64(len(part)))
		out = append(out, part...)
	}
	return out
}

// Unbundle gives the parts of a file that [Bundle] made of so many. They share
// the memory of the file.
func Unbundle(data []byte, count int) ([][]byte, error) {
	r := reader{data: data}
	var parts [][]byte
	for range count {
		parts = append(parts, r.bytes(r.count(len(data))))
	}
	if r.err != nil {
		return nil, fmt.Errorf("reading the parts of a model: %w", r.err)
	}
	if len(r.data) > 0 {
		return nil, errors.New("there are bytes behind the last part of a model")
	}
	return parts, nil
}
