package auth

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// secretBytes is the length of every secret: 160 bits, which nobody guesses,
// in 32 characters.
const secretBytes = 20

// TokenPrefix stands before the secret of an API token, so that it can be
// recognised where it was left by mistake.
const TokenPrefix = "cc_"

// NewSecret makes a secret for a sign-in link or a session, and the hash under
// which it is kept. random is crypto/rand.Reader outside of tests.
func NewSecret(random io.Reader) (secret, hash string, err error) {
	raw := make([]byte, secretBytes)
	if _, err := io.ReadFull(random, raw); err != nil {
		return "", "", fmt.Errorf("reading random bytes: %w", err)
	}
	secret = strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(raw))
	return secret, Hash(secret), nil
}

// NewToken makes the secret of an API token, and its hash.
func NewToken(random io.Reader) (secret, hash string, err error) {
	secret, _, err = NewSecret(random)
	if err != nil {
		return "", "", err
	}
	secret = TokenPrefix + secret
	return secret, Hash(secret), nil
}

// Hash gives the form in which a secret is kept: SHA-256 in lower-case
// hexadecimal. A fast hash is enough, as the secrets are random.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
