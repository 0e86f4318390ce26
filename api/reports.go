package api

import (
	"bytes"
	"context"
	"mime"
	"net/http"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
	"github.com/counterclaim/counterclaim/claims/review"
)

type reportInput struct {
	Format            string             `query:"format" enum:"md,html,json,csv,annotations" default:"md"`
	Disputes          []claims.DisputeID `query:"dispute,explode" maxItems:"500" doc:"all when none is named"`
	IncludeUnreviewed bool               `query:"include_unreviewed" doc:"also what only software suggests, apart from the rest"`
	Inline            bool               `query:"inline" doc:"show HTML in place of saving it"`
}

func (s *server) reportRoutes() {
	op := v1(http.MethodGet, "/reports", "get-report", "What a reader takes away, as a document", http.StatusOK)
	op.Responses["200"] = fileResponse("The report", "text/markdown", "text/html", "application/json", "text/csv", report.WebAnnotations.MediaType())
	register(s, op, s.makeReport)
}

func (s *server) makeReport(ctx context.Context, in *reportInput) (*fileOutput, error) {
	format, err := report.ParseFormat(in.Format)
	if err != nil {
		return nil, err
	}
	done, err := s.slots.take(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	made := s.Now().UTC()
	r, err := s.assemble(ctx, in, made)
	if err != nil {
		return nil, err
	}
	// Written in full before the first byte goes out, so that a report is whole
	// or is a problem.
	var document bytes.Buffer
	if err := report.Write(&document, format, r); err != nil {
		return nil, err
	}
	name := "counterclaim-" + made.Format(time.DateOnly) + format.Extension()
	out := &fileOutput{ContentType: format.MediaType(), Policy: documentPolicy, Disposition: attachment(name), Body: document.Bytes()}
	if in.Inline && format == report.HTML {
		out.Disposition = mime.FormatMediaType("inline", map[string]string{"filename": name})
	}
	return out, nil
}

// assemble fetches what a report holds.
func (s *server) assemble(ctx context.Context, in *reportInput, made time.Time) (report.Report, error) {
	details, err := s.Archive.DisputeDetails(ctx, in.Disputes)
	if err != nil {
		return report.Report{}, err
	}
	hideBlind(details, userOf(ctx))
	notes, err := everyPage(func(q claims.Query) (claims.Page[claims.Annotation], error) {
		return s.Archive.ListAnnotations(ctx, claims.AnnotationQuery{Query: q})
	})
	if err != nil {
		return report.Report{}, err
	}
	coverage := report.CoverageOf(details...)
	if len(in.Disputes) == 0 { // the whole archive, with the articles that no dispute quotes
		if coverage, err = s.Archive.Coverage(ctx); err != nil {
			return report.Report{}, err
		}
	}
	return report.Assemble(details, notes, coverage, report.Options{
		IncludeUnreviewed: in.IncludeUnreviewed, Made: made, Version: s.Version}), nil
}

// hideBlind keeps a report from telling a reviewer what others judged where he
// has not judged himself: to him those conflicts are not reviewed yet. Who
// owns the archive publishes from it, and sees all.
func hideBlind(details []claims.DisputeDetail, reader claims.User) {
	if reader.Role == claims.Owner {
		return
	}
	for _, d := range details {
		for i := range d.Details {
			if c := &d.Details[i]; review.Visible(c.Reviews, reader.ID).Blind {
				c.Reviews, c.State, c.Judgement = nil, claims.Open, ""
			}
		}
	}
}
