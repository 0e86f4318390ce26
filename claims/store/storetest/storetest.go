// Package storetest proves that a store keeps what package claims promises,
// alike on every database: it takes a way to open an empty store and runs all
// that a store must do against it.
package storetest

import (
	"testing"

	"github.com/counterclaim/counterclaim/claims/store"
)

// Run proves a store. open gives an empty one for each test, and closes it
// when the test ends.
func Run(t *testing.T, open func(t *testing.T) *store.Store) {
	for _, test := range tests() {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

type test struct {
	name string
	run  func(t *testing.T, s *store.Store)
}

func tests() []test {
	return []test{
		{"every field is kept", fields},
		{"lists in pages", lists},
		{"lists in order", orders},
		{"filters", filters},
		{"hostile text", hostile},
		{"articles", articles},
		{"a new date", newDate},
		{"reviews", reviews},
		{"annotations", annotations},
		{"joined by hand", joins},
		{"signing in", signIn},
		{"jobs", jobs},
		{"jobs that workers die of", vanishing},
		{"many workers", takers},
		{"collecting", collecting},
		{"comparing in depth", depth},
		{"comparing in depth that fails", depthFails},
		{"conflicts not yet compared in depth", shallow},
		{"repeated requests", once},
		{"repeated requests at once", onceAtOnce},
		{"history", history},
		{"speakers across articles", speakers},
		{"near", near},
		{"near with a common key", common},
		{"near with keys of many", budget},
		{"a run replaces what nobody touched", untouched},
		{"a run leaves what people did", touched},
		{"a run leaves what people joined", byHand},
		{"a run and a person at once", atOnce},
		{"results that do not fit", refusedResults},
		{"disputes grow", growing},
		{"disputes end", emptied},
		{"neighbours", neighbours},
		{"wire copy", copies},
		{"disputes that people merge", merging},
		{"disputes that people split", splitting},
	}
}
