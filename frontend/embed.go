// Package frontend holds the built pages. In go the files that the build left
// in dist; out comes a file system to serve. A checkout that was never built
// holds no index.html: whoever serves the pages says so.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Pages gives the built pages with index.html at the root. Before the first
// build the file system holds nothing that could be shown.
func Pages() fs.FS {
	pages, err := fs.Sub(dist, "dist")
	if err != nil { // only a malformed path can fail, and this one is fixed
		return dist
	}
	return pages
}
