package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/collect"
	"github.com/counterclaim/counterclaim/claims/store"
	"github.com/counterclaim/counterclaim/claims/worker"
)

func importCommand(io streams) *cobra.Command {
	var where place
	var head claims.ArticleHead
	var judging judging
	command := &cobra.Command{
		Use:   "import FILE|URL|-…",
		Short: "Read articles into the archive; what is there already is left alone",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			judge, err := judging.load()
			if err != nil {
				return err
			}
			archive, err := where.open(c.Context(), logger(io, slog.LevelError))
			if err != nil {
				return err
			}
			defer archive.Close()
			keeper, err := owner(c.Context(), archive)
			if err != nil {
				return err
			}
			i := importer{io: io, archive: archive, keeper: keeper, reader: newReader(), line: worker.Line{Engine: version, Judge: judge}}
			return i.run(c.Context(), args, head)
		},
	}
	where.flags(command)
	headFlags(command, &head)
	judging.flag(command)
	return command
}

// headFlags are the flags by which a person says what is known about an
// article.
func headFlags(c *cobra.Command, head *claims.ArticleHead) {
	c.Flags().StringVar(&head.Language, "language", "", "take the text as this language: en")
	c.Flags().StringVar(&head.Publisher, "publisher", "", "the outlet, where the article does not say")
	c.Flags().StringVar(&head.Date, "date", "", "when it was published, like 2014-12-03, where the article does not say")
}

// importer is one run of the import command.
type importer struct {
	io      streams
	archive *store.Store
	keeper  claims.User
	reader  *collect.Reader
	line    worker.Line
	added   int
	known   int
	failed  int
}

// run stores each article as it is read, then analyses what is waiting. It
// may be interrupted at any time: what was stored stays, a second run goes on
// where the first one stopped.
func (i *importer) run(ctx context.Context, sources []string, head claims.ArticleHead) error {
	bar := newBar(i.io)
	for article, err := range i.reader.OpenAll(ctx, sources, i.io.in, head, time.Now) {
		if err == nil {
			err = i.add(ctx, article)
		}
		if ctx.Err() != nil {
			return fmt.Errorf("interrupted after %d articles; run the same command again to go on", i.added)
		}
		if err != nil {
			i.failed++
			bar.clear()
			explain(i.io, err)
		}
		bar.show("reading", i.added+i.known+i.failed, 0)
	}
	if err := i.analyse(ctx, bar); err != nil {
		return err
	}
	bar.clear()
	fmt.Fprintf(i.io.err, "%d imported, %d already there, %d failed\n", i.added, i.known, i.failed)
	if i.failed > 0 {
		return errReported
	}
	return nil
}

func (i *importer) add(ctx context.Context, article claims.Article) error {
	act := claims.Act{Actor: i.keeper.ID, At: time.Now(), Reason: "import"}
	_, _, err := i.archive.AddArticle(ctx, act, article)
	switch {
	case err == nil:
		i.added++
	case claims.KindOf(err) == claims.Exists:
		i.known++
	default:
		return fmt.Errorf("%s: %w", article.ID, err)
	}
	return nil
}

// analyse does the waiting jobs, beside a running server or without one:
// comparisons in depth last. A job that fails is told with its article, which
// stays stored.
func (i *importer) analyse(ctx context.Context, bar *bar) error {
	desk := worker.New(i.archive, i.reader, i.line, worker.Options{})
	for done, deep := 0, 0; ; {
		if deep > 0 {
			bar.show("comparing in depth", deep, 0)
		} else {
			bar.show("comparing", done, i.added)
		}
		ended, more, err := desk.Once(ctx)
		if ended.Job.Kind == claims.DeepenJob {
			deep++
		} else {
			done++
		}
		if err == nil && ended.Err != nil && ctx.Err() == nil {
			bar.clear()
			i.failedJob(ended)
		}
		if err != nil {
			return errors.Join(errors.New("interrupted; what was read is stored, and is compared by the next import or by the server"), err)
		}
		if !more {
			return nil
		}
	}
}

// failedJob tells what became of an article whose job failed. One that was only
// to be compared in depth is in the archive with what was found without that.
func (i *importer) failedJob(ended worker.Outcome) {
	left := "compared, but not in depth"
	if ended.Job.Kind != claims.DeepenJob {
		left = "stored but not compared"
		i.failed++
	}
	fmt.Fprintf(i.io.err, "counterclaim: %s: article %s: %s\n", left, ended.Job.Article, claims.ProblemOf(ended.Err).Detail)
}
