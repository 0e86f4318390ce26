package relate

import (
	"cmp"
	"slices"
	"strings"
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

// handlesOf gives the handles of an item.
func handlesOf(l *lexicon, it *item) []handle {
	out := append(make([]handle, 0, 16), handleOf(handleStem, it.stem))
	if it.country != "" {
		out = append(out, handleOf(handleName, it.country))
	}
	if isName(it.Term) {
		for _, w := range strings.Fields(it.Lemma) {
			if !l.light[w] {
				name := strings.TrimSuffix(strings.Trim(w, ".,"), "'s")
				out = append(out, handleOf(handleName, name), handleOf(handleStem, stem(w)))
			}
		}
		return out
	}
	for _, c := range it.classes {
		out = append(out, handleOf(handleClass, l.classKeys[c]))
	}
	for _, p := range it.poles {
		out = append(out, handleOf(handleLine, l.poleKeys[p.line]))
	}
	switch l.effect[it.Lemma] + l.state[it.Lemma] {
	case 1, 2:
		out = append(out, handleAt(handleEffect, 1))
	case -1, -2:
		out = append(out, handleAt(handleEffect, 0))
	}
	for _, prefix := range prefixes {
		if rest, ok := strings.CutPrefix(it.Lemma, prefix); ok && len(rest) >= 4 {
			out = append(out, handleOf(handleStem, stem(rest)))
		}
	}
	return append(out, entryHandles(it)...)
}

// itemIndex finds the items of a side by their handles: sorted by handle, those
// with the same one in the order of the text.
type itemIndex []indexed

type indexed struct {
	handle handle
	item   int32
}

// indexItems lists the items by their handles, a few for each.
func indexItems(items []item) itemIndex {
	const few = 12
	size := 0
	for i := range items {
		size += len(items[i].handles)
	}
	all := make(itemIndex, 0, size)
	for i := range items {
		for _, h := range items[i].handles {
			all = append(all, indexed{h, int32(i)})
		}
	}
	slices.SortFunc(all, func(x, y indexed) int {
		return cmp.Or(cmp.Compare(x.handle, y.handle), cmp.Compare(x.item, y.item))
	})
	kept, run := all[:0], 0
	for i, e := range all {
		if i == 0 || e.handle != all[i-1].handle {
			run = 0
		}
		if run++; run <= few {
			kept = append(kept, e)
		}
	}
	return kept
}

// of gives the entries with a handle.
func (x itemIndex) of(h handle) itemIndex {
	low, high := 0, len(x)
	for low < high {
		if mid := int(uint(low+high) >> 1); x[mid].handle < h {
			low = mid + 1
		} else {
			high = mid
		}
	}
	end := low
	for end < len(x) && x[end].handle == h {
		end++
	}
	return x[low:end]
}
