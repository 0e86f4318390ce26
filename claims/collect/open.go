package collect

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// Stdin is the source that stands for standard input.
const Stdin = "-"

// Open reads the articles of one source: a file by its path, a page by its
// http or https address, or [Stdin], which is read from the given reader. A
// .jsonl file gives an article a line; everything else gives one. An error
// comes in the place of an article; after one that is about a single line the
// next lines follow. What head holds wins over what is found.
func (r *Reader) Open(
	ctx context.Context, name string, stdin io.Reader, head claims.ArticleHead, now time.Time,
) iter.Seq2[claims.Article, error] {
	switch {
	case name == Stdin:
		return r.readStream(ctx, source{id: "stdin", name: "stdin", now: now}, stdin, head)
	case isAddress(name):
		return one(func() (claims.Article, error) { return r.Fetch(ctx, name, head, now) })
	}
	return r.openFile(ctx, name, head, now)
}

// OpenAll reads the articles of several sources, one after the other. Each is
// received when its turn comes, which is what now is asked for: many pages can
// take hours. An id that was seen before gets a number, so that all are
// different; the message of an error begins with the name of its source.
func (r *Reader) OpenAll(
	ctx context.Context, names []string, stdin io.Reader, head claims.ArticleHead, now func() time.Time,
) iter.Seq2[claims.Article, error] {
	return func(yield func(claims.Article, error) bool) {
		seen := map[claims.ArticleID]int{}
		for _, name := range names {
			for a, err := range r.Open(ctx, name, stdin, head, now()) {
				if err == nil {
					a.ID = unused(seen, a.ID)
				}
				if !yield(a, named(name, err)) {
					return
				}
			}
		}
	}
}

// named puts the name of a source in front of an error's message, where it
// does not stand there already.
func named(name string, err error) error {
	var e *claims.Error
	if !errors.As(err, &e) || strings.Contains(e.Message, name) {
		return err
	}
	c := *e
	if name == Stdin {
		name = "standard input"
	}
	c.Message = name + ": " + e.Message
	return &c
}

// unused gives the id, or the id with a number where it was seen before. The
// numbers go on where they stopped: any number of lines may bear the same id.
func unused(seen map[claims.ArticleID]int, id claims.ArticleID) claims.ArticleID {
	free, n := id, max(1, seen[id])
	for seen[free] > 0 {
		n++
		free = claims.ArticleID(fmt.Sprintf("%s-%d", id, n))
	}
	seen[free], seen[id] = 1, n
	return free
}

// isAddress says whether a name is meant as an address, of whatever scheme.
func isAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && scheme != "" && !strings.ContainsAny(scheme, `/\. `)
}

func one(read func() (claims.Article, error)) iter.Seq2[claims.Article, error] {
	return func(yield func(claims.Article, error) bool) { yield(read()) }
}

func (r *Reader) openFile(
	ctx context.Context, name string, head claims.ArticleHead, now time.Time,
) iter.Seq2[claims.Article, error] {
	return func(yield func(claims.Article, error) bool) {
		file, err := openRegular(name)
		if err != nil {
			yield(claims.Article{}, err)
			return
		}
		defer file.Close()
		base := baseName(name)
		in := source{id: fileID(base), name: base, now: now}
		for a, err := range r.readStream(ctx, in, file, head) {
			if !yield(a, err) {
				return
			}
		}
	}
}

// openRegular opens a file or a pipe, and says what is wrong where it cannot.
func openRegular(name string) (*os.File, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, openFailed(name, err)
	}
	info, err := file.Stat()
	if err == nil && !info.IsDir() {
		return file, nil
	}
	file.Close()
	if err != nil {
		return nil, openFailed(name, err)
	}
	return nil, claims.Errorf(claims.Invalid, "is-folder", "%s is a folder", name).WithHint("Name the files in it")
}

func openFailed(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return claims.Errorf(claims.NotFound, "no-such-file", "there is no file %s", name)
	case errors.Is(err, fs.ErrPermission):
		return claims.Errorf(claims.Forbidden, "unreadable-file", "%s may not be read by this user", name)
	}
	return claims.Errorf(claims.Invalid, "unreadable-file", "%s cannot be read: %w", name, err)
}

// readStream reads an open file or standard input. Lines of JSON are read as
// they come; anything else is read whole, up to the limit.
func (r *Reader) readStream(
	ctx context.Context, in source, from io.Reader, head claims.ArticleHead,
) iter.Seq2[claims.Article, error] {
	return func(yield func(claims.Article, error) bool) {
		buffered := bufio.NewReaderSize(from, 8<<10)
		start, _ := buffered.Peek(4 << 10)
		var err error
		if in.format, err = formatOf(in.name, "", start); err != nil {
			yield(claims.Article{}, err)
			return
		}
		if in.format == formatLines {
			r.ReadLines(ctx, in.name, buffered, head, in.now)(yield)
			return
		}
		data, err := io.ReadAll(io.LimitReader(buffered, int64(r.maxSource)+1))
		if err != nil {
			yield(claims.Article{}, readFailed(err))
			return
		}
		yield(r.read(ctx, in, data, head))
	}
}
