package linear

import "encoding/binary"

const (
	// denseClasses is up to how many classes a row holds a weight for each.
	denseClasses = 8
	// inlineClasses is up to how many classes a row fits into its slot of the
	// index.
	inlineClasses = 4
)

// denseTable holds rows of a byte for each class: its weight with 128 added.
type denseTable struct {
	index index
	rows  []uint64 // nil where the rows stand in the index itself
}

const (
	lift      = 128
	lifted    = 0x8080808080808080
	evenBytes = 0x00FF00FF00FF00FF
)

func newDenseTable(classes int, source rowSource) *denseTable {
	rows := make([]uint64, 0, len(source.keys))
	at := 0
	for _, length := range source.lengths {
		var row [denseClasses]byte
		for range length {
			row[source.classes[at]%denseClasses] = source.weights[at]
			at++
		}
		rows = append(rows, binary.LittleEndian.Uint64(row[:])^lifted)
	}
	if classes <= inlineClasses {
		return &denseTable{index: newIndex(source.keys, func(i int) uint32 { return uint32(rows[i]) })}
	}
	return &denseTable{index: newIndex(source.keys, func(i int) uint32 { return uint32(i) }), rows: rows}
}

func (t *denseTable) score(features []Feature, sums []float32) {
	var found [perBatch]uint32
	var all [denseClasses]int32
	for len(features) > 0 {
		n := min(len(features), perBatch)
		t.add(t.index.lookUp(features[:n], &found), &all)
		features = features[n:]
	}
	for class := range sums {
		sums[class] = float32(all[class])
	}
}

// add adds rows, four weights at a time: every second byte of the eight stands
// in a lane of 16 bits, which the lifted weights of a batch cannot overflow.
func (t *denseTable) add(found []uint32, all *[denseClasses]int32) {
	var even, odd uint64
	for _, value := range found {
		row := uint64(value)
		if t.rows != nil {
			row = t.rows[value]
		}
		even += row & evenBytes
		odd += row >> 8 & evenBytes
	}
	lifts := lift * int32(len(found))
	for class := 0; class < denseClasses; class += 2 {
		all[class] += int32(even&0xFFFF) - lifts
		all[class+1] += int32(odd&0xFFFF) - lifts
		even, odd = even>>16, odd>>16
	}
}
