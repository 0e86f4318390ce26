package auth

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

func TestSecrets(t *testing.T) {
	raw := bytes.Repeat([]byte{0xAB}, secretBytes)
	secret, hash, err := NewSecret(bytes.NewReader(raw))
	if err != nil || secret != "vov2xk5lvov2xk5lvov2xk5lvov2xk5l" || hash != Hash(secret) || len(hash) != 64 {
		t.Errorf("%q, %q, %v", secret, hash, err)
	}
	token, hash, err := NewToken(bytes.NewReader(raw))
	if err != nil || token != "cc_"+secret || hash != Hash(token) {
		t.Errorf("%q, %q, %v", token, hash, err)
	}
	// FIPS 180-2, appendix B.1.
	if got := Hash("abc"); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("hash of abc: %s", got)
	}
	if _, _, err := NewSecret(bytes.NewReader(raw[:5])); err == nil {
		t.Error("a secret of too few random bytes")
	}
}

func TestNetwork(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.7:5000":                 "192.0.2.7",
		"[::ffff:192.0.2.7]:5000":        "192.0.2.7",
		"[2001:db8:1:2:3:4:5:6]:5000":    "2001:db8:1:2::/64",
		"[2001:db8:1:2:ffff::1]:9":       "2001:db8:1:2::/64",
		"[fe80::1%eth0]:5000":            "fe80::/64",
		"@":                              "@", // a socket in the file system
		"not an address, and no port":    "not an address, and no port",
		"2001:db8:1:2:3:4:5:6 (no port)": "2001:db8:1:2:3:4:5:6 (no port)",
	} {
		if got := network(remote); got != want {
			t.Errorf("%s counts under %s, want %s", remote, got, want)
		}
	}
}

func TestLimiter(t *testing.T) {
	l, now := newLimiter(), time.Unix(1e9, 0)
	for range failBurst {
		if err := l.check("a", now); err != nil {
			t.Fatal(err)
		}
		l.failed("a", now)
	}
	var tries *TooManyTries
	if err := l.check("a", now); !errors.As(err, &tries) || tries.After <= 0 || tries.After > failInterval {
		t.Fatalf("after %d failures: %v", failBurst, err)
	}
	if err := l.check("b", now); err != nil {
		t.Errorf("another address is refused too: %v", err)
	}
	if err := l.check("a", now.Add(tries.After)); err != nil {
		t.Errorf("refused when the time that was named is over: %v", err)
	}
}

func TestLimiterIsBounded(t *testing.T) {
	l, now := newLimiter(), time.Unix(1e9, 0)
	for i := range 3 * maxAddresses {
		l.failed(fmt.Sprint(i), now)
	}
	if len(l.from) > maxAddresses {
		t.Errorf("%d addresses are kept", len(l.from))
	}
	l.failed("new", now.Add(time.Hour)) // all others have been quiet since
	if len(l.from) != 1 {
		t.Errorf("%d addresses are kept after an hour", len(l.from))
	}
}

func TestMay(t *testing.T) {
	for _, a := range []Action{DeleteTokensOfOthers, ChangeAnnotationsOfOthers} {
		if !May(claims.User{Role: claims.Owner}, a) {
			t.Errorf("an owner may not %s", a)
		}
		for _, role := range []claims.Role{claims.Reviewer, "", "admin"} {
			if May(claims.User{Role: role}, a) {
				t.Errorf("a %q may %s", role, a)
			}
		}
	}
}
