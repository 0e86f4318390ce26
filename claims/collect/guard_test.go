package collect

import (
	"errors"
	"fmt"
	"net/netip"
	"testing"

	"github.com/counterclaim/counterclaim/claims"
)

// insideAddresses are one or more out of every block that is not the public
// internet.
var insideAddresses = []string{
	"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.254", "127.0.0.1", "127.9.9.9",
	"169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
	"198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
	"255.255.255.255",
	"::", "::1", "::127.0.0.1", "::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1",
	"2001:db8::1", "2002:7f00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
}

var outsideAddresses = []string{
	"1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1",
	"198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:2800:220:1::1", "2a00:1450:4001::1",
}

// code gives the code of an error that a person may read, "" for none.
func code(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var e *claims.Error
	if !errors.As(err, &e) {
		t.Fatalf("no error that a person may read: %v", err)
	}
	return e.Code
}

func host(a string) string {
	if netip.MustParseAddr(a).Is6() {
		return "[" + a + "]"
	}
	return a
}

func TestControl(t *testing.T) {
	g := NewGuard(Outbound{})
	for _, a := range insideAddresses {
		for _, as := range []string{a, mapped(a)} {
			if got := code(t, g.Control("tcp6", "["+as+"]:443", nil)); got != "inside-network" {
				t.Errorf("dialling %s: code %q", as, got)
			}
		}
	}
	for _, a := range outsideAddresses {
		if err := g.Control("tcp4", netip.AddrPortFrom(netip.MustParseAddr(a), 80).String(), nil); err != nil {
			t.Errorf("dialling %s: %v", a, err)
		}
	}
	for _, tt := range []struct{ name, network, address, code string }{
		{"port", "tcp4", "93.184.216.34:22", "port-refused"},
		{"network", "udp4", "93.184.216.34:443", "inside-network"},
		{"zone", "tcp6", "[fe80::1%eth0]:443", "inside-network"},
		{"no address", "tcp4", "example.org:443", "inside-network"},
	} {
		if got := code(t, g.Control(tt.network, tt.address, nil)); got != tt.code {
			t.Errorf("%s: code %q, want %q", tt.name, got, tt.code)
		}
	}
}

// mapped writes an IPv4 address as an IPv6 one.
func mapped(a string) string {
	if addr := netip.MustParseAddr(a); addr.Is4() {
		return "::ffff:" + a
	}
	return a
}

// spellings are the ways in which resolvers and browsers let an IPv4 address
// be written.
func spellings(a string) []string {
	b := netip.MustParseAddr(a).As4()
	n := uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
	return []string{
		a, a + ".", "[" + mapped(a) + "]",
		fmt.Sprint(n), fmt.Sprintf("0x%x", n), fmt.Sprintf("0X%X", n), fmt.Sprintf("0%o", n),
		fmt.Sprintf("0%o.0%o.0%o.0%o", b[0], b[1], b[2], b[3]),
		fmt.Sprintf("0x%x.0x%x.0x%x.0x%x", b[0], b[1], b[2], b[3]),
		fmt.Sprintf("%d.%d", b[0], n&0xFFFFFF), fmt.Sprintf("0x%x.%d", b[0], n&0xFFFFFF),
		fmt.Sprintf("%d.%d.%d", b[0], b[1], n&0xFFFF),
		wide(a),
	}
}

// wide writes figures and dots as full-width characters, which IDNA maps back.
func wide(a string) string {
	out := ""
	for _, r := range a {
		if r == '.' {
			out += "。"
		} else {
			out += string('０' + r - '0')
		}
	}
	return out
}

func TestCheckLinkSpellings(t *testing.T) {
	r := New(Options{})
	for _, a := range insideAddresses {
		hosts := []string{host(a)}
		if netip.MustParseAddr(a).Is4() {
			hosts = spellings(a)
		}
		for _, h := range hosts {
			for _, form := range []string{"http://%s/", "https://%s:443/story?x=1#top", "HTTP://%s"} {
				link := fmt.Sprintf(form, h)
				if got := code(t, r.CheckLink(link)); got != "inside-network" {
					t.Errorf("%s: code %q", link, got)
				}
			}
		}
	}
}

func TestCheckLink(t *testing.T) {
	r := New(Options{})
	for _, tt := range []struct{ name, link, code string }{
		{"name", "https://news.example.org/2014/story.html?a=b#c", ""},
		{"spaces around", "  https://news.example.org/ ", ""},
		{"international name", "https://bücher.example/", ""},
		{"public address", "http://93.184.216.34/", ""},
		{"public IPv6 address", "http://[2606:2800:220:1::1]/", ""},
		{"usual port", "http://example.org:80/", ""},
		{"public address in an old spelling", "http://1572395042/", "bad-address"},
		{"number too large", "http://4294967296/", "bad-address"},
		{"number as last label", "http://example.1/", "bad-address"},
		{"localhost", "http://localhost/", "inside-network"},
		{"localhost with a dot", "http://LOCALHOST./", "inside-network"},
		{"name under localhost", "http://a.localhost/", "inside-network"},
		{"mDNS name", "http://printer.local/", "inside-network"},
		{"cloud metadata", "http://metadata.google.internal/computeMetadata/v1/", "inside-network"},
		{"home network", "https://nas.home.arpa/", "inside-network"},
		{"name without a dot", "http://intranet/", "inside-network"},
		{"zone", "http://[fe80::1%25eth0]/", "inside-network"},
		{"zone on a public address", "http://[2606:2800:220:1::1%25eth0]/", "inside-network"},
		{"other port", "http://example.org:8080/", "port-refused"},
		{"port zero", "http://example.org:0/", "port-refused"},
		{"port too large", "http://example.org:65616/", "bad-address"},
		{"user name", "http://user@example.org/", "bad-address"},
		{"user name that looks like a host", "http://example.org@127.0.0.1/", "bad-address"},
		{"file", "file:///etc/passwd", "bad-address"},
		{"ftp", "ftp://example.org/", "bad-address"},
		{"gopher", "gopher://127.0.0.1:70/", "bad-address"},
		{"javascript", "javascript:alert(1)", "bad-address"},
		{"no scheme", "example.org/story", "bad-address"},
		{"no host", "http:///story", "bad-address"},
		{"opaque", "http:example.org", "bad-address"},
		{"backslash", `http://example.org\@127.0.0.1/`, "bad-address"},
		{"line end", "http://example.org/\nx", "bad-address"},
		{"escaped host", "http://%31%32%37.0.0.1/", "bad-address"},
		{"empty", "", "bad-address"},
		{"NUL", "http://example.org/\x00", "nul-byte"},
		{"not UTF-8", "http://example.org/\xff", "not-utf8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := code(t, r.CheckLink(tt.link)); got != tt.code {
				t.Errorf("%q: code %q, want %q", tt.link, got, tt.code)
			}
		})
	}
}

func TestGuardAllow(t *testing.T) {
	g := NewGuard(Outbound{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Ports: []uint16{8080}})
	if err := g.Control("tcp4", "127.0.0.1:8080", nil); err != nil {
		t.Errorf("an allowed prefix is refused: %v", err)
	}
	for _, a := range []string{"10.0.0.1:8080", "[::1]:8080", "127.0.0.1:80"} {
		if g.Control("tcp4", a, nil) == nil {
			t.Errorf("%s was let through", a)
		}
	}
}
