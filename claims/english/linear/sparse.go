package linear

// sparseTable holds rows of only the weights that are not nil.
type sparseTable struct {
	index index // by key, where the row begins in the cells
	cells []sparseCell
}

// sparseCell is a class with its weight. The first cell of a row holds, in
// place of a class, how many more than one follow.
type sparseCell struct {
	class  uint8
	weight int8
}

func newSparseTable(source rowSource) *sparseTable {
	t := &sparseTable{cells: make([]sparseCell, 0, len(source.classes)+len(source.keys))}
	starts := make([]uint32, 0, len(source.keys))
	at := 0
	for _, length := range source.lengths {
		starts = append(starts, uint32(len(t.cells)))
		t.cells = append(t.cells, sparseCell{class: uint8(length - 1)})
		for range length {
			t.cells = append(t.cells, sparseCell{source.classes[at], int8(source.weights[at])})
			at++
		}
	}
	t.index = newIndex(source.keys, func(i int) uint32 { return starts[i] })
	return t
}

func (t *sparseTable) score(features []Feature, sums []float32) {
	var found [perBatch]uint32
	var all [MaxClasses]int32
	for len(features) > 0 {
		n := min(len(features), perBatch)
		t.add(t.index.lookUp(features[:n], &found), &all)
		features = features[n:]
	}
	for class := range sums {
		sums[class] = float32(all[class])
	}
}

// add sums up the cells of rows. It first looks at the beginnings of all, which
// brings them into the processor's cache together.
func (t *sparseTable) add(found []uint32, all *[MaxClasses]int32) {
	var last [perBatch]uint32
	for i, first := range found {
		last[i] = first + 1 + uint32(t.cells[first].class)
	}
	for i, first := range found {
		for _, c := range t.cells[first+1 : last[i]+1] {
			all[c.class] += int32(c.weight)
		}
	}
}
