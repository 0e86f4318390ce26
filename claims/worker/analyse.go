package worker

import (
	"context"
	"slices"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// analyse carries one stored article through the line and gives what is to be
// stored. Nothing is written before the end. The first time few pairs are
// compared in depth, so that an import is not kept waiting; deep, all that are
// worth it.
func (w *Worker) analyse(ctx context.Context, article claims.Article, deep bool, p *progress) (claims.Analysis, error) {
	r := claims.Analysis{Run: w.line.run(w.archive.NewID(), w.options.Now()), Article: article.ID}
	p.report("reading", 0, 1)
	doc, found := w.line.read(article)
	found = worthShowing(found)
	earlier, err := w.archive.StatementsOf(ctx, article.ID)
	if err != nil {
		return r, err
	}
	keepIDs(found, earlier, w.archive.NewID)
	r.Statements = found
	r.Claims = w.line.propose(doc, article, found)

	p.report("comparing", 0, len(r.Claims))
	most := relate.AtOnce
	if deep {
		most = relate.InDepth
	}
	conflicts, copies, coverage, err := w.line.compare(ctx, r.Claims, w.archive, most)
	if err != nil {
		return r, err
	}
	r.Conflicts, r.Copies = conflicts, copiesIn(article.ID, copies)
	coverage.Statements = len(found)
	r.Coverage = coverage

	p.report("grouping", 0, 1)
	groups, err := w.regroup(ctx, &r, copies)
	if err != nil {
		return r, err
	}
	for _, g := range groups {
		r.Disputes = append(r.Disputes, g.Dispute)
		members := make([]claims.Pair, len(g.members))
		for i, c := range g.members {
			members[i] = claims.Pair{A: c.A.Statement, B: c.B.Statement}
		}
		r.Members = append(r.Members, members)
	}
	return r, nil
}

// copiesIn gives the pairs of one passage that have a statement in the article.
func copiesIn(article claims.ArticleID, copies relate.Copies) []claims.Pair {
	var out []claims.Pair
	for _, p := range copies.Pairs() {
		if p[0].Article != p[1].Article && (p[0].Article == article || p[1].Article == article) {
			out = append(out, claims.Pair{A: p[0].Statement, B: p[1].Statement})
		}
	}
	return out
}

// regroup groups the new conflicts together with those of the disputes they
// touch. Of conflicts between the same passages in several articles it leaves
// one.
func (w *Worker) regroup(ctx context.Context, r *claims.Analysis, copies relate.Copies) ([]grouped, error) {
	touched := map[claims.StatementID]bool{}
	for _, c := range r.Conflicts {
		touched[c.A.Statement], touched[c.B.Statement] = true, true
	}
	for _, s := range r.Statements {
		touched[s.ID] = true
	}
	neighbours, err := w.archive.Neighbours(ctx, r.Article, keys(touched))
	if err != nil {
		return nil, err
	}
	earlier, err := w.archive.Paired(ctx, r.Article)
	if err != nil {
		return nil, err
	}
	r.Conflicts = copies.Fold(r.Conflicts, neighbours, earlier)
	conflicts := slices.Clone(r.Conflicts)
	have := map[claims.Pair]int{}
	for i, c := range conflicts {
		have[claims.Pair{A: c.A.Statement, B: c.B.Statement}], have[claims.Pair{A: c.B.Statement, B: c.A.Statement}] = i, i
	}
	for _, c := range neighbours {
		if i, ok := have[claims.Pair{A: c.A.Statement, B: c.B.Statement}]; ok {
			conflicts[i].Dispute, conflicts[i].Placed = c.Dispute, c.Placed
			continue
		}
		conflicts = append(conflicts, c)
		touched[c.A.Statement], touched[c.B.Statement] = true, true
	}
	for _, c := range r.Claims {
		delete(touched, c.Statement)
	}
	others, err := w.archive.ClaimsOf(ctx, keys(touched))
	if err != nil {
		return nil, err
	}
	return group(conflicts, append(others, r.Claims...)), nil
}

func keys(set map[claims.StatementID]bool) []claims.StatementID {
	out := make([]claims.StatementID, 0, len(set))
	for id := range set {
		out = append(out, id)
	}
	return out
}

// worthShowing leaves out what reports nothing that a person could judge, such
// as "discussed the threat": an archive that keeps it only hides the rest.
func worthShowing(all []claims.Statement) []claims.Statement {
	return slices.DeleteFunc(all, func(s claims.Statement) bool { return s.CueClass == claims.CueOther })
}
