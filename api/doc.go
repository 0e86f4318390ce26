// Package api is the HTTP face: it validates, authorises and answers.
package api
