package relate

import (
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// handle is what two items must share to be looked at together: a stem, a name,
// a class or line of the lexicon, or a number of their entries. It is the hash
// of what it stands for: two that are the same by chance cost a look more.
type handle uint64

// Sorts of handles.
const (
	handleStem = iota + 1
	handleName
	handleClass
	handleLine
	handleEffect
	handleEntry
)

// handleOf hashes a text (FNV-1a).
func handleOf(sort uint64, text string) handle {
	const basis, prime = 14695981039346656037, 1099511628211
	h := basis ^ sort
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * prime
	}
	return handle(h)
}

// handleAt hashes a number.
func handleAt(sort uint64, n int) handle {
	const spread = 0x9E3779B97F4A7C15
	h := (uint64(n)<<8 | sort) * spread
	return handle(h ^ h>>32)
}

// handlesOf gives the handles of a word.
func handlesOf(l *lexicon, t *claims.Term, k *lore) []handle {
	out := append(make([]handle, 0, 16), handleOf(handleStem, k.stem))
	if k.country != "" {
		out = append(out, handleOf(handleName, k.country))
	}
	if isName(t) {
		for _, w := range strings.Fields(t.Lemma) {
			if !l.light[w] {
				name := strings.TrimSuffix(strings.Trim(w, ".,"), "'s")
				out = append(out, handleOf(handleName, name), handleOf(handleStem, stem(w)))
			}
		}
		return out
	}
	for _, c := range k.classes {
		out = append(out, handleOf(handleClass, l.classKeys[c]))
	}
	for _, p := range k.poles {
		out = append(out, handleOf(handleLine, l.poleKeys[p.line]))
	}
	switch l.effect[t.Lemma] + l.state[t.Lemma] {
	case 1, 2:
		out = append(out, handleAt(handleEffect, 1))
	case -1, -2:
		out = append(out, handleAt(handleEffect, 0))
	}
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(t.Lemma, prefix); ok && len(rest) >= 4 {
			out = append(out, handleOf(handleStem, stem(rest)))
		}
	}
	return append(out, entryHandles(k)...)
}

// itemIndex finds the items of a side by their handles. Its entries hold the
// upper bits of a handle above the number of an item, and so are sorted by
// handle and then in the order of the text.
type itemIndex struct {
	entries []uint64
	known   [knownWords]uint64 // a bit for each handle, by its topmost bits: most that are asked for are not there
}

const (
	itemBits   = 16 // more items than that no claim has
	knownWords = 32
	knownBits  = 11 // of knownWords words
)

// indexItems lists the items by their handles, a few for each.
func indexItems(items []item) (x itemIndex) {
	const few = 12
	size := 0
	for i := range items {
		size += len(items[i].handles)
	}
	all := make([]uint64, 0, size)
	for i := range items {
		for _, h := range items[i].handles {
			all = append(all, uint64(h)>>itemBits<<itemBits|uint64(i))
			bit := uint64(h) >> (64 - knownBits)
			x.known[bit/64] |= 1 << (bit % 64)
		}
	}
	slices.Sort(all)
	x.entries = all[:0]
	run := 0
	for i, e := range all {
		if i == 0 || e>>itemBits != all[i-1]>>itemBits {
			run = 0
		}
		if run++; run <= few {
			x.entries = append(x.entries, e)
		}
	}
	return x
}

// of gives the entries with a handle; itemOf tells their items.
func (x *itemIndex) of(h handle) []uint64 {
	if bit := uint64(h) >> (64 - knownBits); x.known[bit/64]&(1<<(bit%64)) == 0 {
		return nil
	}
	wanted := uint64(h) >> itemBits
	low, high := 0, len(x.entries)
	for low < high {
		if mid := int(uint(low+high) >> 1); x.entries[mid]>>itemBits < wanted {
			low = mid + 1
		} else {
			high = mid
		}
	}
	end := low
	for end < len(x.entries) && x.entries[end]>>itemBits == wanted {
		end++
	}
	return x.entries[low:end]
}

func itemOf(entry uint64) int { return int(entry & (1<<itemBits - 1)) }
