package judge

import (
	"crypto/sha256"
	_ "embed" // for the model
	"encoding/hex"
	"sync"
)

//go:embed judge.model
var judgeModel []byte

// Embedded gives the model that the program carries. It is read the first time,
// in some 50 ms.
var Embedded = sync.OnceValues(func() (*Model, error) { return Load(judgeModel) })

// Digest gives the SHA-256 of that model.
var Digest = sync.OnceValue(func() string {
	sum := sha256.Sum256(judgeModel)
	return hex.EncodeToString(sum[:])
})
