package collect

import (
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"

	"github.com/counterclaim/counterclaim/claims"
)

// Outbound sets up a client for addresses that come from outside. The zero
// value is fit for use.
type Outbound struct {
	// Version stands in the User-Agent; "" leaves it out.
	Version string
	// Timeout is for one request with all its redirects and its body; 0 means
	// 20 seconds.
	Timeout time.Duration
	// Ports are those that may be connected to; none means 80 and 443.
	Ports []uint16
	// Allow lists prefixes that may be reached although they lie inside a
	// network. It is there for tests and must be empty in use.
	Allow []netip.Prefix
	// Resolver looks names up; nil means the system's.
	Resolver *net.Resolver
}

// Guard decides which addresses may be connected to: plain http and https on
// the usual ports, and nothing that lies inside a network. [Guard.Check] looks
// at an address as written; [Guard.Control] looks at what is about to be
// dialled, after every lookup and on every redirect, so that no name can lead
// inside.
type Guard struct {
	ports []uint16
	allow []netip.Prefix
	iana  *ssrf.Guardian
}

// NewGuard makes a guard.
func NewGuard(o Outbound) *Guard {
	ports := o.Ports
	if len(ports) == 0 {
		ports = []uint16{80, 443}
	}
	return &Guard{ports: ports, allow: o.Allow, iana: ssrf.New(ssrf.WithAnyPort())}
}

// inside lists the address blocks that are not the public internet, over
// those for which netip has a question (private, loopback, link-local,
// multicast, unspecified): the IANA special-purpose registries for IPv4 and
// IPv6, the deprecated blocks that old hosts still route, and every IPv6 block
// that can carry an IPv4 address within.
var inside = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
	"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32",
	"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
	"3fff::/20", "5f00::/16", "fec0::/10",
)

func prefixes(texts ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(texts))
	for i, t := range texts {
		out[i] = netip.MustParsePrefix(t)
	}
	return out
}

// Control refuses a connection that would lead inside. It has the form of
// [net.Dialer]'s field of the same name.
func (g *Guard) Control(network, address string, c syscall.RawConn) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil || (network != "tcp4" && network != "tcp6") {
		return insideNetwork()
	}
	if !slices.Contains(g.ports, target.Port()) {
		return portRefused(target.Port())
	}
	return g.checkAddr(target.Addr())
}

func (g *Guard) checkAddr(a netip.Addr) error {
	a = a.Unmap().WithZone("")
	holds := func(p netip.Prefix) bool { return p.Contains(a) }
	switch {
	case slices.ContainsFunc(g.allow, holds):
		return nil
	case !a.IsValid(), a.IsPrivate(), a.IsLoopback(), a.IsLinkLocalUnicast(), a.IsMulticast(), a.IsUnspecified():
		return insideNetwork()
	case slices.ContainsFunc(inside, holds), g.iana.SafeAddr(a) != nil:
		return insideNetwork()
	}
	return nil
}

// insideNetwork never says what stands at the address, nor whether anything
// does.
func insideNetwork() error {
	return claims.Errorf(claims.Forbidden, "inside-network", "the address leads inside a network, where nothing is fetched").
		WithHint("Only pages on the public internet are fetched. Save the page and give the file")
}

func portRefused(port uint16) error {
	return claims.Errorf(claims.Forbidden, "port-refused", "port %d is not fetched from", port).
		WithHint("Pages are fetched on the usual ports of http and https only")
}

func badAddress(format string, args ...any) error {
	return claims.Errorf(claims.Invalid, "bad-address", format, args...).
		WithHint("Give it like https://example.org/story")
}

// Check parses an address and refuses one that will certainly not be fetched:
// another scheme or port, a user name within it, a host inside a network in
// whichever spelling. It does not connect or look anything up.
func (g *Guard) Check(address string) (*url.URL, error) {
	address = strings.TrimSpace(address)
	if err := claims.CheckText("the address", address, claims.MaxField); err != nil {
		return nil, err
	}
	u, err := url.Parse(address)
	if err != nil || u.Opaque != "" {
		return nil, badAddress("%q is no address of a web page", address)
	}
	u.Fragment, u.RawFragment = "", ""
	return u, g.CheckURL(u)
}

// CheckURL is [Guard.Check] for an address that is parsed already.
func (g *Guard) CheckURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return badAddress("only http and https addresses are fetched, not %q", u.Scheme)
	}
	if u.User != nil {
		return badAddress("an address with a user name or password in it is not fetched")
	}
	if u.Hostname() == "" {
		return badAddress("the address names no host")
	}
	if port := u.Port(); port != "" {
		n, err := strconv.ParseUint(port, 10, 16)
		if err != nil {
			return badAddress("%q is no port", port)
		}
		if !slices.Contains(g.ports, uint16(n)) {
			return portRefused(uint16(n))
		}
	}
	return g.checkHost(u.Hostname())
}
