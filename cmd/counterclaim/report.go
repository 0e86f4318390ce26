package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/report"
	"github.com/counterclaim/counterclaim/claims/store"
)

func reportCommand(io streams) *cobra.Command {
	var where place
	var format, out string
	var unreviewed bool
	command := &cobra.Command{
		Use:   "report [DISPUTE…]",
		Short: "Write the comparison as a document, for the named disputes or for all",
		RunE: func(c *cobra.Command, args []string) error {
			kind, err := report.ParseFormat(format)
			if err != nil {
				return usageError{err}
			}
			archive, err := where.openExisting(c.Context(), logger(io, slog.LevelWarn))
			if err != nil {
				return err
			}
			defer archive.Close()
			ids := make([]claims.DisputeID, len(args))
			for i, a := range args {
				ids[i] = claims.DisputeID(a)
			}
			options := report.Options{IncludeUnreviewed: unreviewed, Made: time.Now().UTC(), Version: version}
			value, err := assemble(c.Context(), archive, ids, options)
			if err != nil {
				return err
			}
			return writeFile(io.out, out, func(w writer) error { return report.Write(w, kind, value) })
		},
	}
	where.flags(command)
	command.Flags().StringVar(&format, "format", "md", "md, html, json, csv or annotations")
	command.Flags().StringVarP(&out, "output", "o", "-", "file to write; - is standard output")
	command.Flags().BoolVar(&unreviewed, "include-unreviewed", false, "also what only software suggests, apart from the rest")
	return command
}

// assemble loads what a report shows.
func assemble(ctx context.Context, archive *store.Store, ids []claims.DisputeID, options report.Options) (report.Report, error) {
	details, err := archive.DisputeDetails(ctx, ids)
	if err != nil {
		return report.Report{}, err
	}
	coverage := report.CoverageOf(details...)
	if len(ids) == 0 { // the whole archive, with the articles that no dispute quotes
		if coverage, err = archive.Coverage(ctx); err != nil {
			return report.Report{}, err
		}
	}
	var notes []claims.Annotation
	for query := (claims.AnnotationQuery{Query: claims.Query{Limit: 200}}); ; {
		page, err := archive.ListAnnotations(ctx, query)
		if err != nil {
			return report.Report{}, err
		}
		notes = append(notes, page.Items...)
		if query.Cursor = page.Next; page.Next == "" {
			return report.Assemble(details, notes, coverage, options), nil
		}
	}
}

type writer = io.Writer

// writeFile writes to standard output, or to a file that appears under its
// name only once it is whole and on the disk.
func writeFile(standard writer, name string, write func(writer) error) error {
	if name == "" || name == "-" {
		return write(standard)
	}
	file, err := os.CreateTemp(filepath.Dir(name), ".counterclaim-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	err = errors.Join(write(file), file.Sync(), file.Chmod(0o644), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
