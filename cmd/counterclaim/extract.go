package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/worker"
)

func extractCommand(io streams) *cobra.Command {
	var head claims.ArticleHead
	var format string
	var narration bool
	command := &cobra.Command{
		Use:   "extract FILE|URL|-…",
		Short: "Print who said what",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("--format", format, "json", "jsonl", "text"); err != nil {
				return err
			}
			line := worker.Line{Engine: version, Narration: narration}
			all := []statementsView{}
			err := eachArticle(c, io, args, head, func(a claims.Article) error {
				found, err := line.Extract(a)
				if err != nil {
					return fmt.Errorf("%s: %w", a.ID, err)
				}
				switch format {
				case "jsonl":
					return io.writeJSON(viewStatements(a, found), false)
				case "text":
					return printStatements(io, a, found)
				}
				all = append(all, viewStatements(a, found))
				return nil
			})
			if format == "json" && c.Context().Err() == nil {
				if err := io.writeJSON(all, true); err != nil {
					return err
				}
			}
			return err
		},
	}
	headFlags(command, &head)
	command.Flags().StringVar(&format, "format", "json", "json, jsonl (one article a line) or text")
	command.Flags().BoolVar(&narration, "narration", false, "also what the article says in its own voice")
	return command
}

// oneOf refuses a flag's value that is none of the given ones.
func oneOf(flag, value string, values ...string) error {
	for _, v := range values {
		if v == value {
			return nil
		}
	}
	return wrongUsage("%s is one of %s, not %q", flag, strings.Join(values, ", "), value)
}

// statementsView is an article's statements as `extract` prints them.
type statementsView struct {
	ID         claims.ArticleID       `json:"id"`
	Statements []claims.StatementView `json:"statements"`
}

func viewStatements(a claims.Article, found []claims.Statement) statementsView {
	points := claims.NewPoints(a.Text)
	view := statementsView{ID: a.ID, Statements: make([]claims.StatementView, len(found))}
	for i, s := range found {
		view.Statements[i] = points.Statement(s)
	}
	return view
}

func printStatements(io streams, a claims.Article, found []claims.Statement) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d statements\n", a.ID, len(found))
	for _, s := range found {
		fmt.Fprintf(&b, "  %-4s %-8s %s [%s]: %s\n", s.ID, s.Type, speakerLine(s.Speaker), s.CueClass, oneLine(s.Text))
	}
	_, err := fmt.Fprint(io.out, b.String())
	return err
}

func speakerLine(s claims.Speaker) string {
	name := s.Name
	if name == "" {
		name = "not named"
	}
	if s.Role != "" && s.Role != s.Name {
		name += " (" + s.Role + ")"
	}
	return oneLine(name)
}

// oneLine folds white space and drops control characters, as a terminal would
// act on them.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r <= ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0) }), " ")
}
