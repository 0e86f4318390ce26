package collect

import (
	"net/netip"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// checkHost refuses a host that certainly lies inside a network: an IP
// address in any spelling that some resolver understands, a name without a
// dot, and names under the endings that are kept for networks of one's own.
func (g *Guard) checkHost(host string) error {
	if a, err := netip.ParseAddr(host); err == nil {
		if a.Zone() != "" {
			return insideNetwork()
		}
		return g.checkAddr(a)
	}
	name, err := idna.Lookup.ToASCII(strings.TrimRight(host, "."))
	if err != nil || name == "" {
		return badAddress("%q is no name of a host", host)
	}
	name = strings.ToLower(strings.TrimRight(name, "."))
	if a, err := netip.ParseAddr(name); err == nil {
		return g.checkAddr(a)
	}
	if numeric(name) {
		a, ok := parseOldIPv4(name)
		if !ok {
			return badAddress("%q is no name of a host", host)
		}
		if err := g.checkAddr(a); err != nil {
			return err
		}
		return badAddress("the address %q is not written in the usual way; it means %s", host, a)
	}
	if insideName(name) {
		return insideNetwork()
	}
	return nil
}

// insideEndings are top-level names that are never public, by RFC 6761, 6762,
// 8375 and ICANN's decision on .internal, or by common use at home and at work.
var insideEndings = []string{
	"localhost", "localdomain", "local", "internal", "home.arpa", "intranet", "private", "corp", "home", "lan",
}

func insideName(name string) bool {
	if !strings.Contains(name, ".") {
		return true
	}
	for _, e := range insideEndings {
		if strings.HasSuffix(name, "."+e) {
			return true
		}
	}
	return false
}

// numeric says whether the last label is a number: such a host is an IPv4
// address in an old spelling, or nothing (WHATWG URL, "ends in a number").
func numeric(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	if _, err := parseOldNumber(last, 1<<62); err == nil {
		return true
	}
	return strings.Trim(last, "0123456789") == ""
}

// parseOldIPv4 reads the spellings of inet_aton: one to four numbers, each
// decimal, octal with a leading 0 or hexadecimal with 0x, the last filling all
// the bytes that are left.
func parseOldIPv4(name string) (netip.Addr, bool) {
	parts := strings.Split(name, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var v uint64
	for i, p := range parts {
		limit := uint64(0xFF)
		if i == len(parts)-1 {
			limit = 1<<(8*uint(5-len(parts))) - 1
		}
		n, err := parseOldNumber(p, limit)
		if err != nil {
			return netip.Addr{}, false
		}
		if i == len(parts)-1 {
			v = v<<(8*uint(5-len(parts))) | n
		} else {
			v = v<<8 | n
		}
	}
	return netip.AddrFrom4([4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}), true
}

func parseOldNumber(s string, limit uint64) (uint64, error) {
	base := 10
	switch {
	case strings.HasPrefix(s, "0x"):
		if s = s[2:]; s == "" {
			return 0, nil
		}
		base = 16
	case len(s) > 1 && s[0] == '0':
		s, base = s[1:], 8
	}
	n, err := strconv.ParseUint(s, base, 64)
	if err == nil && n > limit {
		err = strconv.ErrRange
	}
	return n, err
}
