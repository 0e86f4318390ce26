package attribution

import (
	"sync"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// Digest gives the SHA-256 of the model that is part of the program, in hex.
var Digest = sync.OnceValue(func() string { return linear.Digest(embedded) })
