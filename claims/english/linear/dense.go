package linear

import "encoding/binary"

// denseClasses is up to how many classes a row holds a weight for each class.
const denseClasses = 8

// denseTable holds for each feature eight weights beside its key, so that one
// line of the processor's cache serves a feature.
type denseTable struct {
	shift int
	slots []denseSlot
}

// denseSlot is a feature's key, zero where the slot is free, and its weights:
// a byte each, with 128 added. Two halves keep the slot at twelve bytes.
type denseSlot struct {
	key       uint32
	low, high uint32
}

const (
	lift      = 128
	lifted    = 0x80808080
	evenBytes = 0x00FF00FF00FF00FF
	// perBatch is how many rows can be added in lanes of 16 bits.
	perBatch = 256
)

func newDenseTable(rows rowSource) *denseTable {
	count, shift := slots(len(rows.keys))
	t := &denseTable{shift: shift, slots: make([]denseSlot, count)}
	at := 0
	for i, key := range rows.keys {
		var row [denseClasses]byte
		for range rows.lengths[i] {
			row[rows.classes[at]%denseClasses] = rows.weights[at]
			at++
		}
		slot := &t.slots[t.find(key)]
		slot.key = key
		slot.low = binary.LittleEndian.Uint32(row[:4]) ^ lifted
		slot.high = binary.LittleEndian.Uint32(row[4:]) ^ lifted
	}
	return t
}

// find gives the slot of a key, or the free one where it would be.
func (t *denseTable) find(key uint32) uint32 {
	mask := uint32(len(t.slots) - 1)
	at := key >> t.shift
	for t.slots[at&mask].key != key && t.slots[at&mask].key != 0 {
		at++
	}
	return at & mask
}

func (t *denseTable) score(features []Feature, sums []float32) {
	var all [denseClasses]int32
	for len(features) > perBatch {
		t.batch(features[:perBatch], &all)
		features = features[perBatch:]
	}
	t.batch(features, &all)
	for class := range sums {
		sums[class] = float32(all[class])
	}
}

// batch adds four weights at a time: every second byte of the eight stands in
// a lane of 16 bits, which 256 lifted weights cannot overflow.
func (t *denseTable) batch(features []Feature, all *[denseClasses]int32) {
	var even, odd uint64
	found := int32(0)
	for _, feature := range features {
		slot := &t.slots[t.find(keyOf(feature))]
		if slot.key == 0 {
			continue
		}
		row := uint64(slot.low) | uint64(slot.high)<<32
		even += row & evenBytes
		odd += row >> 8 & evenBytes
		found++
	}
	for class := 0; class < denseClasses; class += 2 {
		all[class] += int32(even&0xFFFF) - lift*found
		all[class+1] += int32(odd&0xFFFF) - lift*found
		even, odd = even>>16, odd>>16
	}
}
