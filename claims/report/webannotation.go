package report

import (
	"encoding/json"
	"io"
	"time"
)

// The W3C Web Annotation Data Model (Recommendation of 23 February 2017) as
// JSON-LD. A pair is an annotation that links two targets, the words of its
// two statements; what people noted keeps its motivation. Positions are
// Unicode code points of the article's clean text. A target's state names the
// snapshot that the words were cut from by its SHA-256 (RFC 6920).

type webCollection struct {
	Context string  `json:"@context"`
	Type    string  `json:"type"`
	Label   string  `json:"label"`
	Total   int     `json:"total"`
	First   webPage `json:"first"`
}

type webPage struct {
	Type  string          `json:"type"`
	Start int             `json:"startIndex"`
	Items []webAnnotation `json:"items"`
}

type webAnnotation struct {
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	Motivation string       `json:"motivation"`
	Creator    *webAgent    `json:"creator,omitempty"`
	Generator  *webAgent    `json:"generator,omitempty"`
	Created    *time.Time   `json:"created,omitempty"`
	Modified   *time.Time   `json:"modified,omitempty"`
	Body       []webBody    `json:"body,omitempty"`
	Target     []*webTarget `json:"target"`
}

type webAgent struct {
	ID   string `json:"id,omitempty"`
	Type string `json:"type"`
	Name string `json:"name"`
}

type webBody struct {
	ID      string    `json:"id,omitempty"` // of a page that is linked to
	Type    string    `json:"type,omitempty"`
	Purpose string    `json:"purpose,omitempty"`
	Value   string    `json:"value,omitempty"`
	Format  string    `json:"format,omitempty"`
	Creator *webAgent `json:"creator,omitempty"`
}

type webTarget struct {
	ID       string        `json:"id,omitempty"` // of a whole resource
	Type     string        `json:"type,omitempty"`
	Source   string        `json:"source,omitempty"`
	Selector []webSelector `json:"selector,omitempty"`
	State    *webState     `json:"state,omitempty"`
}

type webSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

type webState struct {
	Type       string `json:"type"`
	Cached     string `json:"cached,omitempty"`
	SourceDate string `json:"sourceDate,omitempty"`
}

const webContext = "http://www.w3.org/ns/anno.jsonld"

func writeAnnotations(w io.Writer, r Report) error {
	items := newWeb(r).items(r)
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(webCollection{
		Context: webContext, Type: "AnnotationCollection", Label: r.Title, Total: len(items),
		First: webPage{Type: "AnnotationPage", Items: items},
	})
}
