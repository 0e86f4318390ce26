package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// retrievalOptions are the flags of the measurement of retrieval.
type retrievalOptions struct {
	articles, gold []string
	pairs, stories []string
	near           int
	show           bool
}

func newRetrievalCommand() *cobra.Command {
	var o retrievalOptions
	command := &cobra.Command{
		Use:   "retrieval",
		Short: "Measure which of the conflicts that a comparison of all pairs finds are offered as candidates",
		Long: "Reads all articles as one archive, compares every two statements, and says how many of the conflicts so found are among\n" +
			"the candidates: with all articles at hand at once, and with each article coming new to an archive of those before it.\n" +
			"Labelled articles, {\"articles\":[{\"id\",\"text\",\"statements\":[{\"key\",\"spans\"}],\"conflicts\":[[key, key]]}],\"cross\":{\"conflicts\":\n" +
			"[[\"article:key\",\"article:key\"]]}}, give the figure for their own conflicts too.\n" +
			"Pairs and stories say how often the other side of a marked conflict is among the nearest of all their claims, bare of\n" +
			"what stands around them, with the keys of words alone and with those by meaning too.",
		Example: "  train retrieval --gold dev.json --articles more.jsonl\n" +
			"  train retrieval --pairs dev.jsonl --stories testdata/stories",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return measureRetrieval(cmd.Context(), cmd.OutOrStdout(), o)
		},
	}
	command.Flags().StringSliceVar(&o.articles, "articles", nil, "articles, one a line: id, text, date, publisher (.jsonl)")
	command.Flags().StringSliceVar(&o.gold, "gold", nil, "articles with labelled statements and conflicts (.json)")
	command.Flags().StringSliceVar(&o.pairs, "pairs", nil, "labelled pairs of claims (.jsonl)")
	command.Flags().StringSliceVar(&o.stories, "stories", nil, "folders of annotated stories")
	command.Flags().IntVar(&o.near, "near", relate.DefaultNear, "how many candidates each statement has, of its own article and of the archive")
	command.Flags().BoolVar(&o.show, "show", false, "print the conflicts that are not offered")
	return command
}

func measureRetrieval(ctx context.Context, out io.Writer, o retrievalOptions) error {
	if err := measureBare(ctx, out, o); err != nil {
		return err
	}
	if len(o.articles)+len(o.gold) == 0 {
		return nil
	}
	p := pool{byArticle: map[claims.ArticleID][]claims.Claim{}, labelled: map[string][]claims.Ref{}}
	for _, path := range o.articles {
		if err := p.readArticles(path); err != nil {
			return err
		}
	}
	for _, path := range o.gold {
		if err := p.readGold(path); err != nil {
			return err
		}
	}
	atHand, err := p.offered(ctx, o.near, false)
	if err != nil {
		return err
	}
	arriving, err := p.offered(ctx, o.near, true)
	if err != nil {
		return err
	}
	found, compared, err := p.conflictsOfAll(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d articles, %d statements that are compared, %d pairs, %d candidates at hand, %d when arriving\n",
		len(p.order), len(p.claims), compared, len(atHand), len(arriving))
	fmt.Fprintf(out, "conflicts of all pairs: %s at hand, %s arriving\n", share(found, atHand), share(found, arriving))
	if gold := p.goldPairs(); len(gold) > 0 {
		fmt.Fprintf(out, "labelled conflicts whose statements were found: %s at hand, %s arriving\n", share(gold, atHand), share(gold, arriving))
	}
	if o.show {
		p.showMissed(out, append(found, p.goldPairs()...), arriving)
	}
	return nil
}

// measureBare measures with claims that stand alone.
func measureBare(ctx context.Context, out io.Writer, o retrievalOptions) error {
	measure := func(a bareArchive, err error) error {
		if err != nil {
			return err
		}
		return a.printFound(ctx, out)
	}
	for _, path := range o.pairs {
		if err := measure(archiveOfPairs(path)); err != nil {
			return err
		}
	}
	for _, folder := range o.stories {
		if err := measure(archiveOfStories(folder)); err != nil {
			return err
		}
	}
	return nil
}

// refPair is two statements, whichever comes first.
type refPair [2]claims.Ref

func inOrder(a, b claims.Ref) refPair {
	if b.Article < a.Article || b.Article == a.Article && b.Statement < a.Statement {
		a, b = b, a
	}
	return refPair{a, b}
}

// offered gives the candidates: of all articles at once, or of each with those
// before it.
func (p *pool) offered(ctx context.Context, near int, arriving bool) (map[refPair]bool, error) {
	out := map[refPair]bool{}
	take := func(fresh []claims.Claim, archive relate.Index) error {
		pairs, _, err := relate.Candidates(ctx, fresh, relate.NewMemory(fresh...), archive, near)
		for _, c := range pairs {
			out[inOrder(refOf(c[0]), refOf(c[1]))] = true
		}
		return err
	}
	if !arriving {
		return out, take(p.claims, nil)
	}
	archive := relate.NewMemory()
	for _, id := range p.order {
		if err := take(p.byArticle[id], archive); err != nil {
			return out, err
		}
		archive.Add(p.byArticle[id]...)
	}
	return out, nil
}

// conflictsOfAll compares every two claims.
func (p *pool) conflictsOfAll(ctx context.Context) (found [][]refPair, compared int, err error) {
	const batch = 4096
	var some [][2]claims.Claim
	compare := func() {
		all, failed := relate.Engine{}.Conflicts(ctx, some, 0)
		err = errors.Join(err, failed)
		for _, c := range all.Conflicts {
			found = append(found, []refPair{inOrder(c.A, c.B)})
		}
		compared += len(some)
		some = some[:0]
	}
	for i := range p.claims {
		for j := range i {
			if relate.Comparable(&p.claims[i], &p.claims[j]) {
				some = append(some, [2]claims.Claim{p.claims[i], p.claims[j]})
			}
			if len(some) == batch {
				compare()
			}
		}
	}
	compare()
	return found, compared, err
}

// goldPairs gives for each labelled conflict of which both statements were
// found the pairs that stand for it.
func (p *pool) goldPairs() [][]refPair {
	var out [][]refPair
	for _, g := range p.gold {
		var pairs []refPair
		for _, a := range p.labelled[g[0]] {
			for _, b := range p.labelled[g[1]] {
				if a != b {
					pairs = append(pairs, inOrder(a, b))
				}
			}
		}
		if len(pairs) > 0 {
			out = append(out, pairs)
		}
	}
	return out
}

// missed gives those of which no pair is offered.
func missed(of [][]refPair, offered map[refPair]bool) [][]refPair {
	var out [][]refPair
	for _, pairs := range of {
		if !slices.ContainsFunc(pairs, func(p refPair) bool { return offered[p] }) {
			out = append(out, pairs)
		}
	}
	return out
}

func share(of [][]refPair, offered map[refPair]bool) string {
	n := len(of) - len(missed(of, offered))
	return fmt.Sprintf("%d of %d (%.3f)", n, len(of), float64(n)/float64(max(1, len(of))))
}

func (p *pool) showMissed(out io.Writer, of [][]refPair, offered map[refPair]bool) {
	at := map[claims.Ref]*claims.Claim{}
	for i := range p.claims {
		at[refOf(p.claims[i])] = &p.claims[i]
	}
	for _, pairs := range missed(of, offered) {
		a, b := at[pairs[0][0]], at[pairs[0][1]]
		why := "in common: " + strings.Join(common(a, b), " ")
		if !relate.Comparable(a, b) {
			why = "one passage"
		}
		fmt.Fprintf(out, "\n%v %s: %s\n%v %s: %s\n  %s\n", pairs[0][0], a.Speaker.Name, a.Text, pairs[0][1], b.Speaker.Name, b.Text, why)
	}
}

// common gives the keys that two claims share.
func common(a, b *claims.Claim) []string {
	in := map[string]bool{}
	for _, k := range a.Keys {
		in[k.Text] = true
	}
	var out []string
	for _, k := range b.Keys {
		if in[k.Text] {
			out = append(out, fmt.Sprintf("%s=%d", k.Text, k.Weight))
		}
	}
	return out
}

func refOf(c claims.Claim) claims.Ref {
	return claims.Ref{Article: c.Article, Statement: c.Statement}
}
