package collect

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/counterclaim/counterclaim/claims"
)

// record is one line of JSON. Keys that are not known are passed over.
type record struct {
	ID        words  `json:"id"`
	Text      *words `json:"text"`
	Title     words  `json:"title"`
	Date      words  `json:"date"`
	Publisher words  `json:"publisher"`
	URL       words  `json:"url"`
	Author    words  `json:"author"`
	Language  words  `json:"language"`
}

// words is a string that may also be written as a number or a list of
// strings, as ids and authors often are; null gives nothing.
type words string

// UnmarshalJSON implements [json.Unmarshaler].
func (w *words) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*w = words(one)
		return nil
	}
	var list []string
	if json.Unmarshal(data, &list) == nil {
		*w = words(strings.Join(list, ", "))
		return nil
	}
	var number json.Number
	err := json.Unmarshal(data, &number)
	*w = words(number)
	return err
}

// ReadLines reads articles from lines of JSON, one a line, each with its own
// snapshot: the bytes of its line. Lines that cannot be read give an error
// that names the line, and reading goes on with the next; a failing reader
// ends it. The name, without its ending and with the line's number, makes ids
// where a line has none. What head holds goes for every line.
func (r *Reader) ReadLines(
	ctx context.Context, name string, in io.Reader, head claims.ArticleHead, now time.Time,
) iter.Seq2[claims.Article, error] {
	base := baseName(name)
	return func(yield func(claims.Article, error) bool) {
		if err := head.Check(); err != nil {
			yield(claims.Article{}, err)
			return
		}
		empty := true
		for l, err := range r.lines(in) {
			empty = false
			var a claims.Article
			if err == nil {
				err = ctx.Err()
			}
			if err == nil {
				src := source{id: fileID(base) + "-" + strconv.Itoa(l.number), name: base, format: formatLines, now: now}
				a, err = readLine(src, l, head)
			}
			if !yield(a, atLine(base, l.number, err)) || ctx.Err() != nil {
				return
			}
		}
		if empty {
			yield(claims.Article{}, emptyFile(source{name: base}.label()))
		}
	}
}

// line is one line that is not blank, without its end.
type line struct {
	number int // from 1
	data   []byte
}

// lines cuts a stream into lines, however long it is; a line over the limit
// is skipped without being kept, and gives an error.
func (r *Reader) lines(in io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		b := bufio.NewReaderSize(in, 64<<10)
		for number := 1; ; number++ {
			data, long, err := nextLine(b, r.maxSource)
			if number == 1 {
				data = bytes.TrimPrefix(data, utf8BOM)
			}
			data = bytes.TrimRight(data, "\r\n")
			switch {
			case long:
				if !yield(line{number: number}, tooLarge("the line", r.maxSource)) {
					return
				}
			case len(bytes.TrimSpace(data)) > 0:
				if !yield(line{number, data}, nil) {
					return
				}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(line{number: number}, readFailed(err))
				}
				return
			}
		}
	}
}

func readFailed(err error) error {
	return claims.Errorf(claims.Invalid, "unreadable-file", "the file cannot be read to its end: %w", err)
}

// nextLine reads up to the next line end. Of a line over the limit it gives
// nothing.
func nextLine(b *bufio.Reader, limit int) (data []byte, long bool, err error) {
	for {
		part, err := b.ReadSlice('\n')
		if long = long || len(data)+len(part) > limit; long {
			data = nil
		} else {
			data = append(data, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return data, long, err
		}
	}
}

// atLine says in the message which line an error is about.
func atLine(name string, number int, err error) error {
	var known *claims.Error
	if !errors.As(err, &known) {
		return err
	}
	at := *known
	at.Message = fmt.Sprintf("line %d: %s", number, known.Message)
	if name != "" {
		at.Message = name + ", " + at.Message
	}
	return &at
}

// readLine makes an article of one line.
func readLine(in source, l line, head claims.ArticleHead) (claims.Article, error) {
	rec, err := parseRecord(l.data)
	if err != nil {
		return claims.Article{}, err
	}
	given := claims.ArticleHead{
		Title: string(rec.Title), Author: string(rec.Author), Publisher: string(rec.Publisher),
		URL: string(rec.URL), Date: string(rec.Date), Language: string(rec.Language),
	}
	if err := given.Check(); err != nil {
		return claims.Article{}, err
	}
	if err := claims.CheckText("id", string(rec.ID), claims.MaxField); err != nil {
		return claims.Article{}, err
	}
	if rec.ID != "" {
		in.id = string(rec.ID)
	}
	f := found{text: strings.TrimPrefix(string(*rec.Text), "\uFEFF")}
	if strings.ContainsRune(f.text, 0) {
		return claims.Article{}, claims.Errorf(claims.Invalid, "nul-byte", "the text holds a NUL character")
	}
	f.head = textHead(f.text)
	language := head.Language
	head = merge(head, given)
	head.Language = language
	set(&head.Language, given.Language)
	return finish(in, f, l.data, head)
}

func parseRecord(data []byte) (record, error) {
	var rec record
	if at := firstBadByte(data); at >= 0 {
		return rec, notUTF8("the line", at)
	}
	if err := json.Unmarshal(data, &rec); err != nil {
		return rec, badJSON(err)
	}
	if rec.Text == nil {
		return rec, claims.Errorf(claims.Invalid, "bad-line", `the article has no "text"`)
	}
	if loneHalf(data) {
		return rec, claims.Errorf(claims.Invalid, "not-utf8", `a \u escape is half of a character`)
	}
	return rec, nil
}

// badJSON says what is wrong in words of ours; those of the decoder name Go
// types.
func badJSON(err error) error {
	what := "no object whose fields are texts"
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		what = fmt.Sprintf("no valid JSON, see byte %d", syntax.Offset)
	}
	bad := claims.Errorf(claims.Malformed, "bad-line", "%s", what).
		WithHint(`Each line is an object with "text", and where known "id", "title", "date", "publisher", "url", "author"`)
	bad.Err = err
	return bad
}

// loneHalf says whether JSON that is known to be valid holds an escape for
// half of a surrogate pair by itself, which the decoder would silently replace.
func loneHalf(data []byte) bool {
	for i := 0; i+1 < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		i++
		if data[i] != 'u' {
			continue
		}
		unit, ok := escaped(data[i-1:])
		if i += 4; !ok || unit < 0xD800 || unit > 0xDFFF {
			continue
		}
		low, ok := escaped(data[min(i+1, len(data)):])
		if unit > 0xDBFF || !ok || low < 0xDC00 || low > 0xDFFF {
			return true
		}
		i += 6
	}
	return false
}

// escaped reads an escape \uXXXX at the start.
func escaped(data []byte) (uint64, bool) {
	if len(data) < 6 || data[0] != '\\' || data[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(data[2:6]), 16, 16)
	return n, err == nil
}

// onlyLine reads lines of JSON where one article is asked for.
func (r *Reader) onlyLine(in source, data []byte, head claims.ArticleHead) (claims.Article, error) {
	var only *line
	for l, err := range r.lines(bytes.NewReader(data)) {
		if err != nil {
			return claims.Article{}, atLine(in.name, l.number, err)
		}
		if only != nil {
			return claims.Article{}, claims.Errorf(claims.Invalid, "several-articles", "%s holds several articles", in.label()).
				WithHint("Give one article at a time, or bring them all in with: counterclaim import FILE")
		}
		only = &l
	}
	if only == nil {
		return claims.Article{}, emptyFile(in.label())
	}
	a, err := readLine(in, *only, head)
	return a, atLine(in.name, only.number, err)
}
