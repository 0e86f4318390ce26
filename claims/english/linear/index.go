package linear

// index finds the value of a key. Its slots hold the key in the upper half and
// the value in the lower one; a slot of zero is free. A key stands at its place
// or behind, with no free slot between, and the keys rise.
type index struct {
	slots  []uint64
	places uint64
}

// fullness is how many of ten places are taken.
const fullness = 6

// newIndex makes an index of keys that rise, none of them zero.
func newIndex(keys []uint32, value func(i int) uint32) index {
	x := index{places: uint64(len(keys))*10/fullness + 1}
	x.slots = make([]uint64, x.places, x.places+8)
	free := uint64(0)
	for i, key := range keys {
		at := max(x.place(key), free)
		for at >= uint64(len(x.slots)) {
			x.slots = append(x.slots, 0)
		}
		x.slots[at] = uint64(key)<<32 | uint64(value(i))
		free = at + 1
	}
	x.slots = append(x.slots, 0)
	return x
}

// place gives where a key stands if nothing is in its way: keys are spread
// evenly, so their part of the whole range will do.
func (x *index) place(key uint32) uint64 { return uint64(key) * x.places >> 32 }

// perBatch is how many features are looked up at a time.
const perBatch = 160

// lookUp gives the values of the features that it finds, up to perBatch of
// them. It first fetches the slots of all, so that the processor waits for the
// memory once and not for each.
func (x *index) lookUp(features []Feature, found *[perBatch]uint32) []uint32 {
	var fetched [perBatch]uint64
	for i, feature := range features {
		fetched[i] = x.slots[x.place(keyOf(feature))]
	}
	n := 0
	for i, feature := range features {
		key := keyOf(feature)
		slot := fetched[i]
		if slot != 0 && uint32(slot>>32) < key {
			slot = x.behind(key)
		}
		if uint32(slot>>32) == key {
			found[n] = uint32(slot)
			n++
		}
	}
	return found[:n]
}

// behind goes on looking for a key behind its place. It gives the first slot
// that is free or holds this key or a higher one.
func (x *index) behind(key uint32) uint64 {
	for at := x.place(key) + 1; ; at++ {
		if slot := x.slots[at]; slot == 0 || uint32(slot>>32) >= key {
			return slot
		}
	}
}
