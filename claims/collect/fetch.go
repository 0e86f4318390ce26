package collect

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// CheckLink refuses an address that will certainly not be fetched; see
// [Guard.Check]. It does not connect.
func (r *Reader) CheckLink(address string) error {
	_, err := r.guard.Check(address)
	return err
}

// Fetch reads the page at an address. The snapshot holds the body after
// transfer decoding and says From which address it came in the end, after
// redirects. Beside the errors of [Reader.Read] it gives Invalid
// (bad-address), Forbidden (inside-network, port-refused), Unreachable
// (page-unreachable, page-status, too-many-redirects) and Unsupported
// (page-type, page-encoding).
func (r *Reader) Fetch(ctx context.Context, address string, head claims.ArticleHead, now time.Time) (claims.Article, error) {
	u, err := r.guard.Check(address)
	if err != nil {
		return claims.Article{}, err
	}
	in := source{now: now}
	data, err := r.download(ctx, u, &in)
	if err != nil {
		return claims.Article{}, err
	}
	return r.read(ctx, in, data, head)
}

// download fetches the page and fills in what it learns about it.
func (r *Reader) download(ctx context.Context, u *url.URL, in *source) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, badAddress("%q is no address of a web page", u)
	}
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9")
	req.Header.Set("Accept-Language", "en")
	res, err := r.client.Do(req)
	if err != nil {
		return nil, cancelledOr(ctx, err)
	}
	defer res.Body.Close()
	if err := checkResponse(res, in); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(res.Body, int64(r.maxSource)+1))
	if len(data) > r.maxSource {
		return nil, tooLarge("the page", r.maxSource)
	}
	if err != nil {
		return nil, cancelledOr(ctx, err)
	}
	return data, r.settleType(data, in)
}

func cancelledOr(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	return clientError(err)
}

func checkResponse(res *http.Response, in *source) error {
	last := *res.Request.URL
	last.Fragment = ""
	in.page, in.name, in.id = last.String(), last.String(), pageID(&last)
	in.mediaType = res.Header.Get("Content-Type")
	if res.StatusCode != http.StatusOK {
		return claims.Errorf(claims.Unreachable, "page-status", "%s answered with status %d", last.Host, res.StatusCode).
			WithHint("Check the address in a browser, or save the page and give the file")
	}
	if e := res.Header.Get("Content-Encoding"); e != "" && !strings.EqualFold(e, "identity") {
		return claims.Errorf(claims.Unsupported, "page-encoding", "%s sent the page in an encoding that was not asked for", last.Host)
	}
	if in.mediaType != "" {
		return allowedType(in)
	}
	return nil
}

// settleType looks at the bytes of a page that came without a media type.
func (r *Reader) settleType(data []byte, in *source) error {
	if in.mediaType == "" {
		in.mediaType = http.DetectContentType(data)
	}
	return allowedType(in)
}

// allowedType sets the format by the media type, and refuses all types that
// hold no article.
func allowedType(in *source) error {
	f, ok := formatOfMediaType(in.mediaType)
	if !ok || f == formatLines {
		return claims.Errorf(claims.Unsupported, "page-type", "%s is not a web page or a text", in.name).
			WithHint("Pages that are read: HTML, plain text and Markdown")
	}
	in.format = f
	return nil
}

// pageID makes a readable id of an address: the site's name and the last part
// of the path that says something.
func pageID(u *url.URL) string {
	host := strings.TrimPrefix(u.Hostname(), "www.")
	last := ""
	for part := range strings.SplitSeq(u.Path, "/") {
		part = strings.TrimSuffix(part, path.Ext(part))
		if s := slug(part); len(s) > 2 && s != "index" && s != "default" {
			last = s
		}
	}
	return strings.Trim(slug(host)+"-"+last, "-")
}

// slug keeps letters and digits, in lower case, and puts hyphens between.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToValidUTF8(s, "") {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(unicode.ToLower(r))
		if b.Len() > 80-utf8.UTFMax {
			break
		}
	}
	return b.String()
}
