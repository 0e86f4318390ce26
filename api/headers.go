package api

import (
	"strings"

	"github.com/gin-gonic/gin"
)

// Content security policies. Data is no document: nothing may run or load in
// it, wherever it is opened. A document that somebody wrote (a snapshot, a
// report) may bring its own styles and nothing else, and has no origin.
const (
	dataPolicy     = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	documentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)

// pagePolicy is for the web application: its own files and nothing else. Styles
// that its scripts make carry the nonce; style attributes that scripts set are
// not subject to the policy.
func pagePolicy(nonce string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'nonce-" + nonce + "'",
		"style-src 'self' 'nonce-" + nonce + "'",
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	}, "; ")
}

// setHeaders sets what every answer carries, errors included. Pages and files
// loosen it where they must.
func (s *server) setHeaders(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", dataPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
	h.Set("Cache-Control", "no-store")
	if s.Secure {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}
