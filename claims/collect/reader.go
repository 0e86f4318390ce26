package collect

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Options are the settings of a [Reader]. The zero value is fit for use.
type Options struct {
	// Outbound sets up the client that fetches pages.
	Outbound Outbound
	// MaxSource is the most bytes that one file, page or line may have; 0
	// means [claims.MaxSource].
	MaxSource int
	// PageTime is how long taking the text out of one HTML page may take; 0
	// means 20 seconds.
	PageTime time.Duration
	// Pages is how many HTML pages are taken apart at the same time; 0 means 2.
	Pages int
}

// Reader reads articles. It is safe for use by several goroutines.
type Reader struct {
	guard     *Guard
	client    *http.Client
	maxSource int
	pageTime  time.Duration
	pages     chan struct{} // one place for each page being taken apart
}

// New makes a reader.
func New(o Options) *Reader {
	if o.MaxSource <= 0 {
		o.MaxSource = claims.MaxSource
	}
	if o.PageTime <= 0 {
		o.PageTime = 20 * time.Second
	}
	if o.Pages <= 0 {
		o.Pages = 2
	}
	return &Reader{
		guard:     NewGuard(o.Outbound),
		client:    NewClient(o.Outbound),
		maxSource: o.MaxSource,
		pageTime:  o.PageTime,
		pages:     make(chan struct{}, o.Pages),
	}
}

// Read reads one file or pasted text. The name tells the format by its
// ending; without an ending the media type does, and without that the first
// bytes. No name and no media type mean pasted text. What head holds wins over
// what is found.
//
// Errors that a person can do something about are [claims.Error]: Unsupported
// (format-unsupported, binary-file, charset-unsupported, language-unsupported),
// Invalid (empty-file, not-utf8, nul-byte, no-text, several-articles, …),
// Malformed (bad-line) and TooLarge.
func (r *Reader) Read(
	ctx context.Context, name, mediaType string, data []byte, head claims.ArticleHead, now time.Time,
) (claims.Article, error) {
	in := source{name: baseName(name), now: now, mediaType: mediaType}
	in.id = fileID(in.name)
	var err error
	if in.format, err = formatOf(in.name, mediaType, data); err != nil {
		return claims.Article{}, err
	}
	return r.read(ctx, in, data, head)
}

// source is what is known about bytes before they are read.
type source struct {
	id        string // the article's, if the bytes give none
	name      string // file name without folders, or the address; "" for pasted text
	page      string // the address they were fetched from; "" for files
	format    format
	mediaType string // as declared, or ""
	now       time.Time
}

// label names the source in messages.
func (s source) label() string {
	if s.name == "" {
		return "the text"
	}
	return s.name
}

// found is what a format's reader took out of the bytes. The head's language
// is the declared one.
type found struct {
	text string
	head claims.ArticleHead
}

func (r *Reader) read(ctx context.Context, in source, data []byte, head claims.ArticleHead) (claims.Article, error) {
	if err := ctx.Err(); err != nil {
		return claims.Article{}, err
	}
	if err := head.Check(); err != nil {
		return claims.Article{}, err
	}
	if err := r.checkSize(in.label(), data); err != nil {
		return claims.Article{}, err
	}
	var f found
	var err error
	switch in.format {
	case formatLines:
		return r.onlyLine(in, data, head)
	case formatHTML:
		f, err = r.readPage(ctx, in, data)
	default:
		f, err = readText(in, data)
	}
	if err != nil {
		return claims.Article{}, err
	}
	return finish(in, f, data, head)
}

func (r *Reader) checkSize(label string, data []byte) error {
	if len(data) > r.maxSource {
		return tooLarge(label, r.maxSource)
	}
	if len(data) == 0 {
		return emptyFile(label)
	}
	return nil
}

func emptyFile(label string) error {
	return claims.Errorf(claims.Invalid, "empty-file", "%s is empty", label)
}

func tooLarge(label string, limit int) error {
	return claims.Errorf(claims.TooLarge, "too-large", "%s is larger than %d bytes", label, limit).
		WithHint("Give the article alone, or several articles as lines of a .jsonl file")
}

// finish checks the text and the language and puts the article together.
func finish(in source, f found, data []byte, head claims.ArticleHead) (claims.Article, error) {
	if blank(f.text) {
		return claims.Article{}, claims.Errorf(claims.Invalid, "no-text", "%s holds no text", in.label()).
			WithHint("If it is a web page, copy the article's text and paste it")
	}
	if len(f.text) > claims.MaxText {
		return claims.Article{}, claims.Errorf(claims.TooLarge, "too-large",
			"the text of %s is longer than %d bytes", in.label(), claims.MaxText)
	}
	language, err := chooseLanguage(head.Language, f.head.Language, f.text)
	if err != nil {
		return claims.Article{}, err
	}
	h := merge(head, tidy(f.head))
	return claims.Article{
		ID: claims.ArticleID(in.id), Title: h.Title, Author: h.Author, Publisher: h.Publisher,
		URL: h.URL, Date: h.Date, Language: language, Text: f.text,
		Snapshot: snapshot(in, data), State: claims.ArticleWaiting,
	}, nil
}

func snapshot(in source, data []byte) claims.Snapshot {
	sum := sha256.Sum256(data)
	return claims.Snapshot{
		SHA256: hex.EncodeToString(sum[:]), Bytes: data, Size: int64(len(data)),
		MediaType: in.format.mediaType(in.mediaType), From: in.name, ReceivedAt: in.now,
	}
}

// merge fills what the caller left empty with what was found.
func merge(given, found claims.ArticleHead) claims.ArticleHead {
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&given.Title, found.Title}, {&given.Author, found.Author}, {&given.Publisher, found.Publisher},
		{&given.URL, found.URL}, {&given.Date, found.Date},
	} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	return given
}

// tidy empties what was found but cannot stand in an article: it is not the
// reader's to complain about.
func tidy(h claims.ArticleHead) claims.ArticleHead {
	for _, f := range []*string{&h.Title, &h.Author, &h.Publisher} {
		if *f = tidyField(*f); claims.CheckText("", *f, claims.MaxField) != nil {
			*f = ""
		}
	}
	if claims.CheckURL("", h.URL) != nil {
		h.URL = ""
	}
	if claims.CheckDate("", h.Date) != nil {
		h.Date = ""
	}
	return h
}
