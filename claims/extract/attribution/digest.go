package attribution

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

// Digest gives the SHA-256 of the model that is part of the program, in hex.
var Digest = sync.OnceValue(func() string {
	sum := sha256.Sum256(embedded)
	return hex.EncodeToString(sum[:])
})
