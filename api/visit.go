package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"

	"github.com/counterclaim/counterclaim/claims"
)

// visit is what is known about the request that is being answered.
type visit struct {
	id      string // named in the answer and in the log
	request *http.Request
	user    claims.User // the zero value on routes that are open to all
	body    []byte      // as received; nil where the route takes none
	digest  string      // of method, path and body, for requests that may be repeated
}

type visitKey struct{}

func withVisit(ctx context.Context, v *visit) context.Context {
	return context.WithValue(ctx, visitKey{}, v)
}

// visitOf gives the visit of a request, an empty one outside of any.
func visitOf(ctx context.Context) *visit {
	if v, ok := ctx.Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{}
}

// userOf gives who is signed in.
func userOf(ctx context.Context) claims.User { return visitOf(ctx).user }

// digestOf sums up a request, so that a repeated one is told from another one
// under the same key. Each part is summed by itself, which keeps them apart.
func digestOf(method, path string, parts ...[]byte) string {
	h := sha256.New()
	for _, p := range append([][]byte{[]byte(method), []byte(path)}, parts...) {
		sum := sha256.Sum256(p)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// act says who does something, and when.
func (s *server) act(ctx context.Context) claims.Act {
	return claims.Act{Actor: userOf(ctx).ID, At: s.Now().UTC()}
}

// repeatable is the act of a request with an Idempotency-Key.
func (s *server) repeatable(ctx context.Context, k Keyed) claims.Act {
	act := s.act(ctx)
	if k.Key != "" {
		act.Key, act.Digest = k.Key, visitOf(ctx).digest
	}
	return act
}

// Keyed is the part of an input by which a client may repeat a request safely.
type Keyed struct {
	Key string `header:"Idempotency-Key" maxLength:"200" pattern:"^[!-~]*$" doc:"The same key with the same request gives the first result again"`
}

// randomText gives a short name that is not given twice.
func (s *server) randomText(bytes int) (string, error) {
	raw := make([]byte, bytes)
	if _, err := io.ReadFull(s.Random, raw); err != nil {
		return "", err
	}
	return hex.EncodeToString(raw), nil
}
