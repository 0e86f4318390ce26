// Package auth says who is asking. A visit comes in (the address it comes
// from, the cookie and the header it carries); the user behind it goes out, or
// an error that says why there is none. Secrets are random, and only their
// SHA-256 is ever kept.
package auth
