package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// Format names a kind of document.
type Format string

// The formats.
const (
	Markdown Format = "md"
	HTML     Format = "html"
	JSON     Format = "json"
	CSV      Format = "csv"
	// WebAnnotations is the W3C Web Annotation Data Model as JSON-LD.
	WebAnnotations Format = "annotations"
)

// kind is what there is to know about a format.
type kind struct {
	format    Format
	extension string
	mediaType string
	write     func(io.Writer, Report) error
}

func kinds() []kind {
	return []kind{
		{Markdown, ".md", "text/markdown; charset=utf-8", writeMarkdown},
		{HTML, ".html", "text/html; charset=utf-8", writeHTML},
		{JSON, ".json", "application/json", writeJSON},
		{CSV, ".csv", "text/csv; charset=utf-8; header=present", writeCSV},
		{WebAnnotations, ".jsonld", `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`, writeAnnotations},
	}
}

func find(f Format) (kind, error) {
	var names []string
	for _, k := range kinds() {
		if k.format == f {
			return k, nil
		}
		names = append(names, string(k.format))
	}
	return kind{}, claims.Errorf(claims.Invalid, "unknown-format", "%q is no format of a report", string(f)).
		WithHint("Use one of " + strings.Join(names, ", "))
}

// Formats lists the formats in the order in which they are offered.
func Formats() []Format {
	var out []Format
	for _, k := range kinds() {
		out = append(out, k.format)
	}
	return out
}

// ParseFormat gives the format of that name; another name gives an error of
// kind Invalid with the code "unknown-format" that lists the names.
func ParseFormat(name string) (Format, error) {
	k, err := find(Format(strings.ToLower(name)))
	return k.format, err
}

// MediaType is the format's media type, with its charset; empty for an
// unknown format.
func (f Format) MediaType() string {
	k, _ := find(f)
	return k.mediaType
}

// Extension is the ending of a file of this format, with its dot; empty for
// an unknown format.
func (f Format) Extension() string {
	k, _ := find(f)
	return k.extension
}

// Write writes the report as a document of the format. An unknown format
// gives an error of kind Invalid with the code "unknown-format", and nothing
// is written; other errors come from the writer.
func Write(w io.Writer, f Format, r Report) error {
	k, err := find(f)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(w)
	if err := k.write(buffered, r); err != nil {
		return fmt.Errorf("report: writing %s: %w", f, err)
	}
	return buffered.Flush()
}
