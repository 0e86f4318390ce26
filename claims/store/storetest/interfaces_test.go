package storetest_test

import (
	"github.com/counterclaim/counterclaim/api"
	"github.com/counterclaim/counterclaim/claims/store"
	"github.com/counterclaim/counterclaim/claims/worker"
)

// The store gives what those who use it ask for.
var (
	_ api.Archive    = (*store.Store)(nil)
	_ worker.Archive = (*store.Store)(nil)
)
