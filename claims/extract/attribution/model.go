package attribution

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

//go:embed attribution.model
var embedded []byte

// Model is a trained tagger and linker. It is not changed by use: any number
// may use it at once.
type Model struct {
	cues        cueTable
	transitions transitions
	tagger      *linear.Model // seven classes, the labels
	linker      *linear.Model // one class
	bonus       float32
	threshold   float32
}

// Default gives the model inside the program. It is read at the first call.
var Default = sync.OnceValues(func() (*Model, error) { return Read(embedded) })

// Read makes a model of the bytes that [Train] wrote. It refuses others.
func Read(data []byte) (*Model, error) {
	parts, err := linear.Unbundle(data, 4)
	if err != nil {
		return nil, fmt.Errorf("reading the attribution model: %w", err)
	}
	m := &Model{}
	if m.cues, err = readCues(parts[0]); err != nil {
		return nil, fmt.Errorf("reading the attribution model: %w", err)
	}
	if err := m.readNumbers(parts[1]); err != nil {
		return nil, err
	}
	if m.tagger, err = linear.Read(parts[2]); err != nil {
		return nil, fmt.Errorf("reading the attribution tagger: %w", err)
	}
	if m.linker, err = linear.Read(parts[3]); err != nil {
		return nil, fmt.Errorf("reading the attribution linker: %w", err)
	}
	if m.tagger.Classes() != int(labels) || m.linker.Classes() != 1 {
		return nil, fmt.Errorf("the attribution model has %d and %d classes, not %d and 1", m.tagger.Classes(), m.linker.Classes(), labels)
	}
	return m, nil
}

// numbers gives the bonus, the threshold and the transitions in order.
func (m *Model) numbers() []*float32 {
	out := []*float32{&m.bonus, &m.threshold}
	for before := range m.transitions {
		for after := range m.transitions[before] {
			out = append(out, &m.transitions[before][after])
		}
	}
	return out
}

func (m *Model) readNumbers(data []byte) error {
	numbers := m.numbers()
	if len(data) != 4*len(numbers) {
		return fmt.Errorf("the attribution model has %d bytes of numbers, not %d", len(data), 4*len(numbers))
	}
	for i, n := range numbers {
		*n = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		if *n != *n || *n < impossible || *n > -impossible {
			return fmt.Errorf("the attribution model has the number %v", *n)
		}
	}
	return nil
}

func (m *Model) writeNumbers() []byte {
	var out []byte
	for _, n := range m.numbers() {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(*n))
	}
	return out
}
