package linear

import (
	"crypto/sha256"
	"encoding/hex"
)

// Digest gives the SHA-256 of a model's bytes, in hex, by which a run names it.
func Digest(model []byte) string {
	sum := sha256.Sum256(model)
	return hex.EncodeToString(sum[:])
}
