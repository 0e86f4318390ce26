package collect

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"runtime/debug"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"github.com/counterclaim/counterclaim/claims"
)

// Limits on what one page may be made of. News pages have a few thousand
// elements; the longest live blogs about twenty thousand.
const (
	maxElements = 50_000
	// The extractor joins all paragraphs anew for each one, so its work grows
	// with their number times their length.
	maxWork = 16_000_000_000
)

// readPage takes the article out of a page, in a goroutine of its own: the
// libraries at work may panic or take long. One that takes too long is left to
// end by itself, and keeps its place among the pages until then.
func (r *Reader) readPage(ctx context.Context, in source, data []byte) (found, error) {
	page, bad, err := decodePage(in, data)
	if err != nil {
		return found{}, err
	}
	limit, cancel := context.WithTimeout(ctx, r.pageTime)
	defer cancel()
	select {
	case r.pages <- struct{}{}:
	case <-limit.Done():
		if ctx.Err() != nil {
			return found{}, ctx.Err()
		}
		return found{}, claims.Errorf(claims.Busy, "busy", "too many pages are being read at the moment").WithHint("Try again later")
	}
	type result struct {
		found
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() { <-r.pages }()
		f, err := safely(in, func() (found, error) { return extract(in, page) })
		done <- result{f, err}
	}()
	select {
	case res := <-done:
		if res.err == nil && bad >= 0 && strings.ContainsRune(res.text, '\uFFFD') {
			return found{}, notUTF8(in.label(), bad)
		}
		return res.found, res.err
	case <-limit.Done():
		if ctx.Err() != nil {
			return found{}, ctx.Err()
		}
		return found{}, pageTooMuch(in, "it takes too long to read")
	}
}

func pageTooMuch(in source, why string) error {
	return claims.Errorf(claims.TooLarge, "page-too-complex", "%s cannot be read as a page: %s", in.label(), why).
		WithHint("Copy the article's text and paste it")
}

// safely turns a panic of a library into an error.
func safely(in source, do func() (found, error)) (f found, err error) {
	defer func() {
		if p := recover(); p != nil {
			failed := claims.Errorf(claims.Invalid, "page-unreadable", "%s cannot be read as a page", in.label()).
				WithHint("Copy the article's text and paste it")
			failed.Err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			err = failed
		}
	}()
	return do()
}

// decodePage gives a page as UTF-8: by byte-order mark, by the charset of the
// header or of a <meta>, else as UTF-8. As pages often have a stray byte in
// places that are not read, bytes that are no UTF-8 are replaced; bad is the
// offset of the first, or -1.
func decodePage(in source, data []byte) (page string, bad int, err error) {
	if text, ok, err := decodeUTF16(in.label(), data); ok || err != nil {
		return text, -1, err
	}
	if err := checkBinary(in.label(), data); err != nil {
		return "", 0, err
	}
	enc, name, certain := charset.DetermineEncoding(data, in.mediaType)
	if !certain {
		enc, name, certain = lateCharset(data)
	}
	if certain && name != "utf-8" {
		if data, err = enc.NewDecoder().Bytes(data); err != nil {
			return "", 0, claims.Errorf(claims.Invalid, "bad-charset", "%s is not written in its declared charset %s", in.label(), name)
		}
	}
	bad = firstBadByte(data)
	if !certain && bad >= 0 {
		return "", 0, notUTF8(in.label(), bad)
	}
	page = strings.TrimPrefix(strings.ToValidUTF8(string(data), "\uFFFD"), "\uFEFF")
	_, err = checkedUTF8(in.label(), []byte(page), 0)
	return page, bad, err
}

var metaCharset = regexp.MustCompile(`(?i)<meta\s[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})`)

// lateCharset looks for a declared charset beyond the first 1024 bytes, where
// the standard looks.
func lateCharset(data []byte) (enc encoding.Encoding, name string, ok bool) {
	m := metaCharset.FindSubmatch(data[:min(len(data), 64<<10)])
	if m == nil {
		return nil, "", false
	}
	enc, name = charset.Lookup(string(m[1]))
	return enc, name, enc != nil && !strings.HasPrefix(name, "utf-16")
}

// extract finds the article on a page and what is known about it.
func extract(in source, page string) (found, error) {
	page, err := lighten(in, page)
	if err != nil {
		return found{}, err
	}
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return found{}, pageTooMuch(in, "its elements are nested too deeply")
	}
	if work(doc) > maxWork {
		return found{}, pageTooMuch(in, "it has too much text in too many paragraphs")
	}
	var base *url.URL
	if in.page != "" {
		if base, err = url.Parse(in.page); err != nil {
			return found{}, err
		}
	}
	meta := readMeta(doc, base)
	settleRaised(doc)
	var seen lookup
	seen.add(linesOf(doc))
	seen.add(articleBody(in, meta.body))
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		ExcludeComments: true, HtmlDateMode: trafilatura.Fast, OriginalURL: base,
	})
	if err != nil {
		return found{head: meta.head}, nil //nolint:nilerr // no text was found: the caller says so
	}
	text := seen.restore(linesOf(result.ContentNode))
	head := meta.complete(result.Metadata)
	return found{text: withoutTitle(text, head.Title), head: head}, nil
}

// formatting are elements that only change how words look. Left open, the
// parser repeats each of them in every paragraph that follows, and a small
// page becomes a tree of millions; so they go before parsing.
var formatting = map[string]bool{
	"b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true, "s": true,
	"small": true, "strike": true, "strong": true, "tt": true, "u": true,
}

// lighten drops tags of formatting and comments, and refuses a page of too
// many elements, before a tree is built.
func lighten(in source, page string) (string, error) {
	l := lightener{}
	l.out.Grow(len(page))
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		kind := tokens.Next()
		raw := string(tokens.Raw()) // before the name is asked for, which changes the bytes
		switch kind {
		case html.ErrorToken:
			l.keep(raw)
			return l.out.String(), nil
		case html.CommentToken:
			l.drop()
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			if kind != html.EndTagToken {
				l.elements++
			}
			if l.elements > maxElements {
				return "", pageTooMuch(in, fmt.Sprintf("it has more than %d elements", maxElements))
			}
			if name, _ := tokens.TagName(); formatting[string(name)] {
				l.drop()
			} else {
				l.keep(raw)
			}
		default:
			l.keep(raw)
		}
	}
}

type lightener struct {
	out      strings.Builder
	last     byte
	elements int
}

func (l *lightener) keep(raw string) {
	if raw != "" {
		l.out.WriteString(raw)
		l.last = raw[len(raw)-1]
	}
}

// drop leaves a token out. A lone < before it must not start a tag with what
// comes after it.
func (l *lightener) drop() {
	if l.last == '<' {
		l.keep(" ")
	}
}

// work estimates what the extractor will do with a page.
func work(doc *html.Node) int {
	paragraphs, bytes := 0, 0
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.TextNode:
			bytes += len(n.Data)
		case n.Type == html.ElementNode && n.Data == "p":
			paragraphs++
		}
	}
	return paragraphs * bytes
}

// withoutTitle drops a first line that only repeats the title.
func withoutTitle(text, title string) string {
	first, rest, ok := strings.Cut(text, "\n\n")
	if ok && title != "" && strings.EqualFold(squeeze(first), squeeze(title)) {
		return strings.TrimLeft(rest, "\n")
	}
	return text
}
