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
		{"articles", articles},
	}
}
