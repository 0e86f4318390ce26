package claims

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"
)

// Limits on what is taken in. Each is far above what honest use needs.
const (
	MaxSource = 16 << 20 // bytes of one file, page or pasted text
	MaxText   = 2 << 20  // bytes of one article's clean text: some 350,000 words
	MaxNote   = 20_000   // characters of a note or of an annotation's body
	MaxField  = 2_000    // characters of a title, an outlet, an author, an address
)

// CheckText refuses text that is not UTF-8, holds a NUL or is longer than max
// characters. The field is named in the message.
func CheckText(field, text string, max int) error {
	switch {
	case !utf8.ValidString(text):
		return Errorf(Invalid, "not-utf8", "%s is not valid UTF-8", field)
	case strings.ContainsRune(text, 0):
		return Errorf(Invalid, "nul-byte", "%s holds a NUL character", field)
	case utf8.RuneCountInString(text) > max:
		return Errorf(Invalid, "too-long", "%s is longer than %d characters", field, max)
	}
	return nil
}

// CheckURL refuses an address that is not plain http or https: it will stand
// in pages and reports as a link.
func CheckURL(field, address string) error {
	if err := CheckText(field, address, MaxField); err != nil {
		return err
	}
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" || u.User != nil ||
		strings.TrimSpace(address) != address {
		return Errorf(Invalid, "bad-address", "%s is no http or https address: %q", field, address)
	}
	return nil
}

// CheckDate refuses a date that is neither 2006-01-02 nor RFC 3339.
func CheckDate(field, date string) error {
	if _, err := time.Parse(time.DateOnly, date); err == nil {
		return nil
	}
	if _, err := time.Parse(time.RFC3339, date); err == nil {
		return nil
	}
	return Errorf(Invalid, "bad-date", "%s %q is no date", field, date).WithHint("Write it like 2014-12-03")
}

// Check refuses a head with fields that cannot stand in an article.
func (h ArticleHead) Check() error {
	for _, f := range []struct{ name, text string }{
		{"title", h.Title}, {"author", h.Author}, {"publisher", h.Publisher}, {"language", h.Language},
	} {
		if err := CheckText(f.name, f.text, MaxField); err != nil {
			return err
		}
	}
	if h.URL != "" {
		if err := CheckURL("url", h.URL); err != nil {
			return err
		}
	}
	if h.Date != "" {
		return CheckDate("date", h.Date)
	}
	return nil
}
