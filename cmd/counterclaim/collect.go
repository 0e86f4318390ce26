package main

import (
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/collect"
)

func collectCommand(io streams) *cobra.Command {
	var head claims.ArticleHead
	command := &cobra.Command{
		Use:   "collect FILE|URL|-…",
		Short: "Print articles as JSON, one a line: clean text and metadata; nothing is stored",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return eachArticle(c, io, args, head, func(a claims.Article) error {
				return io.writeJSON(viewArticle(a), false)
			})
		},
	}
	headFlags(command, &head)
	return command
}

// eachArticle reads the sources one after the other. One that cannot be read
// is explained, and the command fails in the end, after the others.
func eachArticle(c *cobra.Command, io streams, sources []string, head claims.ArticleHead, use func(claims.Article) error) error {
	var failed error
	for article, err := range newReader().OpenAll(c.Context(), sources, io.in, head, time.Now) {
		if err != nil {
			if c.Context().Err() != nil {
				return c.Context().Err()
			}
			explain(io, err)
			failed = errReported
			continue
		}
		if err := use(article); err != nil {
			return err
		}
	}
	return failed
}

// newReader makes the one reader of foreign formats, which says who asks when
// it fetches a page.
func newReader() *collect.Reader {
	return collect.New(collect.Options{Outbound: collect.Outbound{Version: version}})
}

// articleView is an article as `collect` prints it. It can be read again as
// JSON Lines.
type articleView struct {
	ID        claims.ArticleID `json:"id"`
	Title     string           `json:"title,omitempty"`
	Author    string           `json:"author,omitempty"`
	Publisher string           `json:"publisher,omitempty"`
	Date      string           `json:"date,omitempty"`
	URL       string           `json:"url,omitempty"`
	Language  string           `json:"language,omitempty"`
	Text      string           `json:"text"`
	Snapshot  snapshotView     `json:"snapshot"`
}

type snapshotView struct {
	SHA256     string    `json:"sha256"`
	Size       int64     `json:"size"`
	MediaType  string    `json:"media_type"`
	From       string    `json:"from,omitempty"`
	ReceivedAt time.Time `json:"received_at"`
}

func viewArticle(a claims.Article) articleView {
	return articleView{a.ID, a.Title, a.Author, a.Publisher, a.Date, a.URL, a.Language, a.Text,
		snapshotView{a.Snapshot.SHA256, a.Snapshot.Size, a.Snapshot.MediaType, a.Snapshot.From, a.Snapshot.ReceivedAt.UTC()}}
}
