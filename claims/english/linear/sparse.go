package linear

// sparseTable holds for each feature only the weights that are not nil.
type sparseTable struct {
	shift int
	slots []sparseSlot
	cells []sparseCell
}

// sparseSlot is a feature's key, zero where the slot is free, and where its
// row begins in the cells. The first cell of a row holds, in place of a class,
// how many more than one follow.
type sparseSlot struct {
	key   uint32
	first uint32
}

type sparseCell struct {
	class  uint8
	weight int8
}

func newSparseTable(rows rowSource) *sparseTable {
	count, shift := slots(len(rows.keys))
	t := &sparseTable{shift: shift, slots: make([]sparseSlot, count)}
	t.cells = make([]sparseCell, 0, len(rows.classes)+len(rows.keys))
	at := 0
	for i, key := range rows.keys {
		n := int(rows.lengths[i])
		t.slots[t.find(key)] = sparseSlot{key: key, first: uint32(len(t.cells))}
		t.cells = append(t.cells, sparseCell{class: uint8(n - 1)})
		for range n {
			t.cells = append(t.cells, sparseCell{rows.classes[at], int8(rows.weights[at])})
			at++
		}
	}
	return t
}

// find gives the slot of a key, or the free one where it would be.
func (t *sparseTable) find(key uint32) uint32 {
	mask := uint32(len(t.slots) - 1)
	at := key >> t.shift
	for t.slots[at&mask].key != key && t.slots[at&mask].key != 0 {
		at++
	}
	return at & mask
}

// score first looks all features up and then adds: so the processor fetches
// many slots from memory at the same time.
func (t *sparseTable) score(features []Feature, sums []float32) {
	var found [perBatch]uint32
	var all [MaxClasses]int32
	for len(features) > 0 {
		n := min(len(features), perBatch)
		t.add(t.lookUp(features[:n], found[:0]), &all)
		features = features[n:]
	}
	for class := range sums {
		sums[class] = float32(all[class])
	}
}

func (t *sparseTable) lookUp(features []Feature, found []uint32) []uint32 {
	for _, feature := range features {
		if slot := t.slots[t.find(keyOf(feature))]; slot.key != 0 {
			found = append(found, slot.first)
		}
	}
	return found
}

// add sums up the cells of rows.
func (t *sparseTable) add(found []uint32, all *[MaxClasses]int32) {
	for _, first := range found {
		last := first + 1 + uint32(t.cells[first].class)
		for _, c := range t.cells[first+1 : last+1] {
			all[c.class] += int32(c.weight)
		}
	}
}
