// Package api is the HTTP face of Counterclaim: it validates, authorises and
// answers, and does none of the work itself. Requests come in; what goes out
// is JSON, problem documents (RFC 9457), reports, snapshots and the files of
// the web application.
//
// One file holds one resource with its views, the types that leave the
// program. errors.go maps kinds of error to statuses, route.go says what every
// route goes through before its handler runs, archive.go lists what is needed
// of the store. The OpenAPI document is made from the same types; see
// [OpenAPI].
package api
