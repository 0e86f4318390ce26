package api

import (
	"mime"
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/counterclaim/counterclaim/claims"
)

// maxName is how many characters a file name that we hand out may have.
const maxName = 120

// attachment gives a Content-Disposition that makes browsers save the file.
// mime quotes and encodes the name, so that it cannot end the header early.
func attachment(name string) string {
	if v := mime.FormatMediaType("attachment", map[string]string{"filename": name}); v != "" {
		return v
	}
	return "attachment"
}

// fileName makes a name that is safe on every system out of any text: no
// folders, no control or direction marks, no leading dots.
func fileName(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return '_'
		case unicode.IsPrint(r):
			return r
		}
		return -1
	}, strings.ToValidUTF8(text, ""))
	text = strings.Trim(text, " .")
	if runes := []rune(text); len(runes) > maxName {
		text = string(runes[len(runes)-maxName:]) // the end holds the kind of file
	}
	return text
}

// snapshotName names the file of a snapshot after where it came from.
func snapshotName(s claims.Snapshot, id claims.ArticleID) string {
	from := s.From
	if u, err := url.Parse(from); err == nil && u.Host != "" {
		if from = path.Base(u.Path); path.Ext(from) != "" {
			from = u.Host + "-" + from
		}
	}
	if name := fileName(from); path.Ext(name) != "" {
		return name
	}
	ending := map[string]string{"text/html": ".html", "text/plain": ".txt", "text/markdown": ".md",
		"application/json": ".json", "application/pdf": ".pdf"}
	mediaType, _, _ := mime.ParseMediaType(s.MediaType) // none gives no ending
	return fileName("article-" + string(id) + ending[mediaType])
}

// safeType lets through the types that articles come in, and calls everything
// else bytes: the sender of a page does not choose what browsers make of it.
func safeType(mediaType string) string {
	base, params, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return "application/octet-stream"
	}
	switch base {
	case "text/html", "text/plain", "text/markdown", "application/json", "application/pdf":
		return mime.FormatMediaType(base, params)
	}
	return "application/octet-stream"
}
