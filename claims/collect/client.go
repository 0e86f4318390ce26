package collect

import (
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

const maxRedirects = 5

// NewClient makes the client for addresses that come from outside. It
// connects only where its [Guard] lets it, on every hop; it follows at most
// five redirects, uses no proxy, keeps no cookies and no connections, and
// gives up after the timeout. The caller bounds the body he reads.
//
// Errors wrap a [claims.Error] where the guard refused.
func NewClient(o Outbound) *http.Client {
	guard := NewGuard(o)
	if o.Timeout <= 0 {
		o.Timeout = 20 * time.Second
	}
	dialer := &net.Dialer{Timeout: o.Timeout / 2, Control: guard.Control, Resolver: o.Resolver}
	transport := &http.Transport{
		Proxy:                  nil, // behind a proxy the guard would see only the proxy
		DialContext:            dialer.DialContext,
		DisableKeepAlives:      true,
		TLSHandshakeTimeout:    o.Timeout / 2,
		ResponseHeaderTimeout:  o.Timeout,
		MaxResponseHeaderBytes: 256 << 10,
	}
	return &http.Client{
		Transport:     &guarded{guard: guard, next: transport, agent: userAgent(o.Version)},
		CheckRedirect: checkRedirect,
		Timeout:       o.Timeout,
	}
}

func userAgent(version string) string {
	if version != "" {
		version = "/" + version
	}
	return "Counterclaim" + version + " (+fact-checking; reads one page on request)"
}

// guarded checks the address of every request, redirects included, before the
// dialer gets to see a name.
type guarded struct {
	guard *Guard
	next  http.RoundTripper
	agent string
}

// RoundTrip implements [http.RoundTripper].
func (t *guarded) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := t.guard.CheckURL(req.URL); err != nil {
		return nil, err
	}
	req = req.Clone(req.Context())
	req.Header.Set("User-Agent", t.agent)
	req.Header.Del("Referer")
	return t.next.RoundTrip(req)
}

func checkRedirect(_ *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return claims.Errorf(claims.Unreachable, "too-many-redirects", "the page redirects more than %d times", maxRedirects)
	}
	return nil
}

// clientError turns what the client returned into an error that a person may
// read. Nothing of what the other side or the network said goes into it.
func clientError(err error) error {
	var known *claims.Error
	if errors.As(err, &known) {
		return known
	}
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		return claims.Errorf(claims.Unreachable, "page-unreachable", "the page did not answer in time").
			WithHint("Try again later, or save the page and give the file")
	}
	return claims.Errorf(claims.Unreachable, "page-unreachable", "the page could not be fetched: no connection").
		WithHint("Check the address, or save the page and give the file")
}
