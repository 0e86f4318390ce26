package api

import (
	"context"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// expensiveAtOnce is how many requests may read articles, compare statements
// or make reports at the same time; others wait, but not for long.
const (
	expensiveAtOnce = 4
	slotWait        = 10 * time.Second
)

// slots lets in only so many at a time.
type slots chan struct{}

func newSlots(n int) slots { return make(slots, n) }

// take waits for a slot; call the function to give it back. An error of kind
// Busy says that none came free in time.
func (s slots) take(ctx context.Context) (func(), error) {
	timer := time.NewTimer(slotWait)
	defer timer.Stop()
	select {
	case s <- struct{}{}:
		return func() { <-s }, nil
	case <-ctx.Done():
	case <-timer.C:
	}
	return nil, claims.Errorf(claims.Busy, "busy", "the server has too much to do").WithHint("Try again in a few seconds")
}
