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
func Digest() string { return digest(judgeModel) }

// StaticDigest gives the SHA-256 of the model of [Static].
func StaticDigest() string { return digest(staticModel) }

func digest(model []byte) string {
	sum := sha256.Sum256(model)
	return hex.EncodeToString(sum[:])
}
