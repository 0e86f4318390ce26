package auth

import (
	"fmt"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// TooManyTries says that too many secrets from one address were wrong.
type TooManyTries struct{ After time.Duration }

// Error gives the message.
func (e *TooManyTries) Error() string {
	return fmt.Sprintf("too many failed sign-ins from this address, try again in %s", e.After.Round(time.Second))
}

// Failures allowed from one address: a burst, then one for every interval. A
// right secret costs nothing.
const (
	failBurst    = 10
	failInterval = 6 * time.Second
	maxAddresses = 10_000
)

// limiter counts failed tries by address, in bounded memory.
type limiter struct {
	mu   sync.Mutex
	from map[string]*rate.Limiter
}

func newLimiter() *limiter { return &limiter{from: map[string]*rate.Limiter{}} }

// check refuses an address that has failed too often. Nothing is counted.
func (l *limiter) check(address string, now time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	tries, ok := l.from[address]
	if !ok || tries.TokensAt(now) >= 1 {
		return nil
	}
	return &TooManyTries{After: time.Duration((1 - tries.TokensAt(now)) * float64(failInterval))}
}

// failed counts one failed try.
func (l *limiter) failed(address string, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	tries, ok := l.from[address]
	if !ok {
		l.makeRoom(now)
		tries = rate.NewLimiter(rate.Every(failInterval), failBurst)
		l.from[address] = tries
	}
	tries.AllowN(now, 1)
}

// makeRoom forgets addresses that have been quiet, and half of them when too
// many are busy: somebody with thousands of addresses is not stopped by
// counting, and looking through them must not be made to happen every time.
func (l *limiter) makeRoom(now time.Time) {
	if len(l.from) < maxAddresses {
		return
	}
	for address, tries := range l.from {
		if tries.TokensAt(now) >= failBurst {
			delete(l.from, address)
		}
	}
	for address := range l.from {
		if len(l.from) <= maxAddresses/2 {
			return
		}
		delete(l.from, address)
	}
}

// network gives the part of a remote address that failures are counted under:
// the address itself, for IPv6 its /64, which one household has to itself.
func network(remote string) string {
	port, err := netip.ParseAddrPort(remote)
	if err != nil {
		return remote
	}
	address := port.Addr().Unmap().WithZone("")
	if address.Is4() {
		return address.String()
	}
	prefix, err := address.Prefix(64)
	if err != nil {
		return address.String()
	}
	return prefix.String()
}
