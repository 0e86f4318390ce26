package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
	"github.com/counterclaim/counterclaim/claims/report"
	"github.com/counterclaim/counterclaim/claims/worker"
)

func relateCommand(io streams) *cobra.Command {
	var head claims.ArticleHead
	var format, pairs string
	var judging judging
	var weights bool
	command := &cobra.Command{
		Use:   "relate FILE|URL|-…  |  relate --pairs FILE.jsonl",
		Short: "Print the disputes between articles, or compare pairs of claims",
		RunE: func(c *cobra.Command, args []string) error {
			judge, err := judging.load()
			if err != nil {
				return err
			}
			line := worker.Line{Engine: version, Judge: judge}
			if pairs != "" {
				if len(args) > 0 {
					return wrongUsage("--pairs takes one file and no articles beside it")
				}
				if c.Flags().Changed("format") {
					if err := oneOf("--format with --pairs", format, "jsonl"); err != nil {
						return err
					}
				}
				return relatePairs(c.Context(), io, line, pairs)
			}
			if weights {
				return printWeights(io)
			}
			if len(args) == 0 {
				return wrongUsage("relate needs at least one article, or --pairs")
			}
			if err := oneOf("--format", format, "json", "jsonl", "markdown", "text"); err != nil {
				return err
			}
			return relateArticles(c, io, line, args, head, format)
		},
	}
	headFlags(command, &head)
	command.Flags().StringVar(&format, "format", "json", "json, jsonl (one dispute a line), markdown or text")
	command.Flags().BoolVar(&weights, "explain", false, "print how much each piece of evidence counts, and what it is")
	judging.flag(command)
	command.Flags().StringVar(&pairs, "pairs", "", "a file with one pair of claims a line: id, a, b and, where known, a_speaker, b_speaker, a_date, b_date, a_context, b_context")
	return command
}

// titles says of each table of weights what it is for.
var titles = map[relate.Table]string{
	relate.ForPairs:         fmt.Sprintf("Pairs of claims, by their words alone; a conflict from a score of %.2f", relate.Likely),
	relate.ForJudgedPairs:   "Pairs of claims, read by the judge too",
	relate.ForArchive:       fmt.Sprintf("Statements of an archive, where few pairs are conflicts, by their words alone; a possible conflict from a score of %.2f", relate.Threshold),
	relate.ForJudgedArchive: "Statements of an archive, read by the judge too",
	relate.ForDepth:         "Which pairs of an archive the judge is to read",
}

// printWeights writes the tables of weights for a reader.
func printWeights(io streams) error {
	var b strings.Builder
	b.WriteString("Log-odds for a conflict and for agreement, against neither, of each piece of evidence.\n\n")
	for _, table := range relate.Tables() {
		fmt.Fprintf(&b, "%s\n\n", titles[table])
		for _, w := range relate.Weights(table) {
			fmt.Fprintf(&b, "%6.2f %6.2f  %-26s %s\n", w.Conflict, w.Agree, w.Evidence, w.Meaning)
		}
		b.WriteByte('\n')
	}
	_, err := fmt.Fprint(io.out, b.String())
	return err
}

func relateArticles(c *cobra.Command, io streams, line worker.Line, sources []string, head claims.ArticleHead, format string) error {
	var articles []claims.Article
	failed := eachArticle(c, io, sources, head, func(a claims.Article) error {
		articles = append(articles, a)
		return nil
	})
	if c.Context().Err() != nil || len(articles) == 0 {
		return failed
	}
	related, err := line.Relate(c.Context(), articles)
	if err != nil {
		return err
	}
	switch format {
	case "json":
		err = io.writeJSON(viewRelated(related), true)
	case "jsonl":
		for _, d := range viewRelated(related).Disputes {
			if err = io.writeJSON(d, false); err != nil {
				break
			}
		}
	case "markdown":
		options := report.Options{IncludeUnreviewed: true, Made: time.Now().UTC(), Version: version}
		err = report.Write(io.out, report.Markdown, report.Assemble(related.Disputes, nil, related.Coverage, options))
	case "text":
		err = printDisputes(io, related)
	}
	if err != nil {
		return err
	}
	return failed
}

// relatedView is what `relate` prints.
type relatedView struct {
	Articles []statementsView `json:"articles"`
	Disputes []disputeView    `json:"disputes"`
	Coverage claims.Coverage  `json:"coverage"`
}

type disputeView struct {
	ID        claims.DisputeID `json:"id"`
	Question  string           `json:"question"`
	Positions []positionView   `json:"positions"`
	Conflicts []conflictView   `json:"conflicts"`
}

type positionView struct {
	Label      string       `json:"label"`
	Statements []claims.Ref `json:"statements"`
}

type conflictView struct {
	A       claims.Ref          `json:"a"`
	B       claims.Ref          `json:"b"`
	Kind    claims.Label        `json:"kind"`
	Score   float64             `json:"score"`
	Shallow bool                `json:"not_in_depth,omitempty"` // compared by its words alone so far
	Same    bool                `json:"same_speaker,omitempty"` // one speaker stands on both sides
	AlsoA   []claims.Ref        `json:"also_a,omitempty"`       // statements of other articles that are the same passage as side a
	AlsoB   []claims.Ref        `json:"also_b,omitempty"`
	Reasons []claims.ReasonView `json:"reasons"`
}

// viewRelated gives the result with offsets as code points. Of the statements
// it shows those whose cue says, denies or asks.
func viewRelated(r worker.Related) relatedView {
	view := relatedView{Articles: []statementsView{}, Disputes: []disputeView{}, Coverage: r.Coverage}
	points := map[claims.ArticleID]*claims.Points{}
	for _, read := range r.Read {
		points[read.Article.ID] = claims.NewPoints(read.Article.Text)
		var shown []claims.Statement
		for _, s := range read.Statements {
			if s.CueClass.Shown() {
				shown = append(shown, s)
			}
		}
		view.Articles = append(view.Articles, viewStatements(read.Article, shown))
	}
	for _, d := range r.Disputes {
		v := disputeView{ID: d.ID, Question: d.Question}
		for _, p := range d.Positions {
			v.Positions = append(v.Positions, positionView{p.Label, p.Statements})
		}
		for _, x := range d.Details {
			v.Conflicts = append(v.Conflicts, conflictView{x.A, x.B, x.Kind, x.Score, x.NotInDepth(),
				x.Reversal(), refsOf(x.SideA.Also), refsOf(x.SideB.Also),
				claims.ViewReasons(points[x.A.Article], points[x.B.Article], x.Reasons)})
		}
		view.Disputes = append(view.Disputes, v)
	}
	return view
}

func refsOf(all []claims.Appearance) []claims.Ref {
	var out []claims.Ref
	for _, a := range all {
		out = append(out, a.Ref)
	}
	return out
}

// printDisputes writes for a person at a terminal, from the same value that
// the reports are made of.
func printDisputes(io streams, r worker.Related) error {
	var b strings.Builder
	value := report.Assemble(r.Disputes, nil, r.Coverage, report.Options{IncludeUnreviewed: true})
	for _, d := range value.Suggested {
		fmt.Fprintf(&b, "%s  %s\n", d.ID, oneLine(d.Question))
		for _, group := range d.Groups {
			for _, pair := range group.Pairs {
				printPair(&b, pair)
			}
		}
		b.WriteByte('\n')
	}
	if len(value.Suggested) == 0 {
		b.WriteString("none found\n")
	}
	c := r.Coverage
	fmt.Fprintf(&b, "%d statements, %d pairs compared, %d not compared", c.Statements, c.Compared, c.NotCompared)
	if c.Waiting > 0 {
		fmt.Fprintf(&b, ", %d not yet compared in depth", c.Waiting)
	}
	b.WriteByte('\n')
	_, err := fmt.Fprint(io.out, b.String())
	return err
}

func printPair(b *strings.Builder, pair report.Pair) {
	marks := ""
	if pair.NotInDepth() {
		marks = ", not yet compared in depth"
	}
	if pair.Reversal {
		marks += ": two statements of one speaker"
	}
	fmt.Fprintf(b, "  %s, %s (%.2f)%s\n", pair.Kind, claims.StrengthOf(pair.Score), pair.Score, marks)
	for _, side := range []report.Side{pair.SideA, pair.SideB} {
		fmt.Fprintf(b, "    %s, %s: %s“%s”\n", speakerLine(side.Statement.Speaker), oneLine(side.Published()), side.Stance(), oneLine(side.Statement.Text))
		if also := side.AlsoIn(); also != "" {
			fmt.Fprintf(b, "      %s\n", oneLine(also))
		}
	}
	for _, reason := range pair.For {
		fmt.Fprintf(b, "    + %s\n", oneLine(reason.Sentence()))
	}
	for _, reason := range pair.Against {
		fmt.Fprintf(b, "    - %s\n", oneLine(reason.Sentence()))
	}
}
