package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/counterclaim/counterclaim/claims"
)

// ArticleInput is an article that is handed in: its text, or a link to it, and
// what is known about it.
type ArticleInput struct {
	Text      string `json:"text,omitempty" doc:"the text itself, kept code point for code point"`
	URL       string `json:"url,omitempty" maxLength:"2000" doc:"where it stands; fetched when no text is given"`
	Title     string `json:"title,omitempty" maxLength:"2000"`
	Publisher string `json:"publisher,omitempty" maxLength:"2000"`
	Date      string `json:"date,omitempty" doc:"2014-12-03, or RFC 3339 with the time"`
	Author    string `json:"author,omitempty" maxLength:"2000"`
	Language  string `json:"language,omitempty" maxLength:"35" doc:"BCP 47; found in the text when not given"`
}

// ArticleFileInput is an article that is handed in as a file.
type ArticleFileInput struct {
	File      string `json:"file" format:"binary" doc:".txt, .md, .html or .jsonl"`
	URL       string `json:"url,omitempty" maxLength:"2000"`
	Title     string `json:"title,omitempty" maxLength:"2000"`
	Publisher string `json:"publisher,omitempty" maxLength:"2000"`
	Date      string `json:"date,omitempty"`
	Author    string `json:"author,omitempty" maxLength:"2000"`
	Language  string `json:"language,omitempty" maxLength:"35"`
}

// handedIn is an article before anything is known about it but what was said.
type handedIn struct {
	name, mediaType string // both empty for pasted text
	data            []byte
	link            string // set instead of data
	head            claims.ArticleHead
}

// parts lists everything that was handed in.
func (in handedIn) parts() [][]byte {
	out := [][]byte{in.data}
	for _, text := range []string{in.name, in.mediaType, in.link, in.head.Title, in.head.Author, in.head.Publisher, in.head.URL,
		in.head.Date, in.head.Language} {
		out = append(out, []byte(text))
	}
	return out
}

type importOutput struct {
	Location string `header:"Location"`
	Body     JobView
}

const multipartForm = "multipart/form-data"

// importRoutes adds POST /articles. It takes two types of body, which huma
// does not know; so the body is read here, and described by hand.
func (s *server) importRoutes() {
	op := v1(http.MethodPost, "/articles", "add-article", "Hand in an article: text, a file, or a link", http.StatusAccepted)
	op.Metadata[bodyLimit] = articleBody
	register(s, op, func(ctx context.Context, in *struct{ Keyed }) (*importOutput, error) {
		given, err := s.handedIn(ctx)
		if err != nil {
			return nil, err
		}
		job, err := s.add(ctx, s.repeatable(ctx, in.Keyed), given)
		if err != nil {
			return nil, err
		}
		return &importOutput{Location: "/api/v1/jobs/" + string(job.ID), Body: viewJob(job)}, nil
	})
	doc := s.huma.OpenAPI().Paths[op.Path].Post
	schemas := s.huma.OpenAPI().Components.Schemas
	doc.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"application/json": {Schema: schemas.Schema(reflect.TypeFor[ArticleInput](), true, "")},
		multipartForm:      {Schema: schemas.Schema(reflect.TypeFor[ArticleFileInput](), true, "")},
	}}
}

// add stores an article that was handed in, or the job that will fetch it.
// Everything that can be found wrong with it is found before.
func (s *server) add(ctx context.Context, act claims.Act, in handedIn) (claims.Job, error) {
	if err := in.head.Check(); err != nil {
		return claims.Job{}, err
	}
	if in.link != "" {
		if err := s.Reader.CheckLink(in.link); err != nil {
			return claims.Job{}, err
		}
		return s.Archive.AddLink(ctx, act, in.link, in.head)
	}
	done, err := s.slots.take(ctx)
	if err != nil {
		return claims.Job{}, err
	}
	defer done()
	article, err := s.Reader.Read(ctx, in.name, in.mediaType, in.data, in.head, act.At)
	if err != nil {
		return claims.Job{}, err
	}
	_, job, err := s.Archive.AddArticle(ctx, act, article)
	return job, err
}

// handedIn reads the body of the request as what it says it is.
func (s *server) handedIn(ctx context.Context) (handedIn, error) {
	v := visitOf(ctx)
	mediaType, params, err := mime.ParseMediaType(v.request.Header.Get("Content-Type"))
	if err != nil {
		return handedIn{}, claims.Errorf(claims.Unsupported, "content-type", "the type of the body is not understood")
	}
	if mediaType == multipartForm {
		in, err := readForm(v.body, params["boundary"])
		// A second try has another boundary: what counts is what is in the parts.
		v.digest = digestOf(http.MethodPost, v.request.URL.Path, in.parts()...)
		return in, err
	}
	return s.readText(v.body)
}

// readText reads the JSON form: text, or a link.
func (s *server) readText(body []byte) (handedIn, error) {
	var in ArticleInput
	if err := s.decode(body, &in); err != nil {
		return handedIn{}, err
	}
	given := handedIn{data: []byte(in.Text), head: claims.ArticleHead{
		Title: in.Title, Author: in.Author, Publisher: in.Publisher, URL: in.URL, Date: in.Date, Language: in.Language}}
	switch {
	case in.Text != "":
		return given, nil
	case in.URL != "":
		given.link = in.URL
		return given, nil
	}
	return handedIn{}, claims.Errorf(claims.Invalid, "nothing-given", "there is neither a text nor a link").
		WithHint("Give text, or url, or send a file as multipart/form-data")
}

// decode reads JSON into a value after checking it against the schema that
// describes it, with the problems that huma's own bodies have.
func (s *server) decode(body []byte, into any) error {
	var loose any
	if err := json.Unmarshal(body, &loose); err != nil {
		return claims.Errorf(claims.Malformed, "not-json", "the body of the request is no JSON: %v", err)
	}
	schemas := s.huma.OpenAPI().Components.Schemas
	path, found := huma.NewPathBuffer(nil, 0), &huma.ValidateResult{}
	path.Push("body")
	huma.Validate(schemas, schemas.Schema(reflect.TypeOf(into).Elem(), true, ""), path, huma.ModeWriteToServer, loose, found)
	if len(found.Errors) > 0 {
		return problemOfFaults(found.Errors)
	}
	return json.Unmarshal(body, into)
}

// readForm reads the multipart form: one file, and what is known about it.
func readForm(body []byte, boundary string) (handedIn, error) {
	var in handedIn
	fields := map[string]*string{"title": &in.head.Title, "author": &in.head.Author, "publisher": &in.head.Publisher,
		"url": &in.head.URL, "date": &in.head.Date, "language": &in.head.Language}
	r, found := multipart.NewReader(bytes.NewReader(body), boundary), false
	for {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return in, claims.Errorf(claims.Malformed, "bad-form", "the form is not understood: %v", err)
		}
		data, err := io.ReadAll(part) // within the limit on the whole body
		if err != nil {
			return in, claims.Errorf(claims.Malformed, "bad-form", "the form is not understood: %v", err)
		}
		name := part.FormName()
		switch field := fields[name]; {
		case name == "file" && !found:
			found, in.data = true, data
			in.name, in.mediaType = baseName(part.FileName()), part.Header.Get("Content-Type")
		case name == "file":
			return in, claims.Errorf(claims.Invalid, "one-file", "the form holds more than one file").WithHint("Send one file at a time")
		case field == nil:
			return in, claims.Errorf(claims.Invalid, "unknown-part", "the form has a part that is not known: %.60q", name)
		default:
			*field = string(data)
		}
	}
	if !found {
		return in, claims.Errorf(claims.Invalid, "nothing-given", `the form has no part "file"`)
	}
	return in, nil
}

// baseName gives the name of a file without folders, as browsers on other
// systems may send them.
func baseName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" {
		return ""
	}
	return strings.ToValidUTF8(name, "\uFFFD")
}
