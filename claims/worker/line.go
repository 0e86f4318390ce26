package worker

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract"
	"github.com/counterclaim/counterclaim/claims/relate"
)

// Line is the way of an article through the stages, in their order: its text
// is read once (english), the statements are found in it (extract), each puts
// forward a claim, claims near each other are compared, and the conflicts are
// grouped into disputes (relate).
type Line struct {
	Engine    string       // version of the program, kept with every run
	Narration bool         // also find what the article says in its own voice
	Judge     relate.Judge // compares in depth; nil to compare by words alone
}

// nearest is how many claims of its own article and of the archive are
// compared with each new one, at most, of either.
const nearest = relate.DefaultNear

// ReadArticle is an article with the statements found in it.
type ReadArticle struct {
	Article    claims.Article
	Statements []claims.Statement
}

// Related is what relating articles to each other gives.
type Related struct {
	Read     []ReadArticle
	Disputes []claims.DisputeDetail
	Coverage claims.Coverage
}

// Extract finds the statements of an article, with ids s1, s2, … by start.
func (l Line) Extract(a claims.Article) (found []claims.Statement, err error) {
	err = safely(func() error {
		_, found = l.read(a)
		return nil
	})
	return found, err
}

func (l Line) read(a claims.Article) (*english.Document, []claims.Statement) {
	doc := english.Analyse(a.Text)
	return doc, extract.Statements(doc, a, extract.Options{Narration: l.Narration})
}

// propose gives the claims of those statements that are compared.
func (l Line) propose(doc *english.Document, a claims.Article, found []claims.Statement) []claims.Claim {
	var out []claims.Claim
	for _, s := range found {
		if s.CueClass.Compared() && s.Type != claims.Narration {
			out = append(out, relate.Propose(doc, a, s))
		}
	}
	return out
}

// Relate carries articles through the whole line in memory: nothing is
// stored. Disputes get the ids d1, d2, … strongest first.
func (l Line) Relate(ctx context.Context, articles []claims.Article) (related Related, err error) {
	err = safely(func() error {
		related, err = l.relate(ctx, articles)
		return err
	})
	return related, err
}

func (l Line) relate(ctx context.Context, articles []claims.Article) (Related, error) {
	var r Related
	ids := map[claims.ArticleID]bool{}
	sides := map[claims.StatementID]claims.Side{}
	var fresh []claims.Claim
	for _, a := range articles {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		if ids[a.ID] {
			return r, claims.Errorf(claims.Invalid, "same-id", "two articles have the id %q", a.ID).
				WithHint("Give the files different names, or the lines different ids")
		}
		ids[a.ID] = true
		doc, found := l.read(a)
		r.Read = append(r.Read, ReadArticle{a, found})
		r.Coverage.Statements += len(found)
		for _, c := range l.propose(doc, a, found) {
			// Statement ids are only unique within their article here.
			c.Statement = qualified(c.Article, c.Statement)
			fresh = append(fresh, c)
		}
		for _, s := range found {
			sides[qualified(a.ID, s.ID)] = claims.Side{Statement: s, Article: a}
		}
	}
	conflicts, copies, coverage, err := l.compare(ctx, fresh, nil, relate.InDepth*len(articles))
	if err != nil {
		return r, err
	}
	coverage.Statements = r.Coverage.Statements
	r.Coverage = coverage
	conflicts = copies.Fold(conflicts, nil, nil)
	appear(sides, copies)
	r.Disputes = detailed(group(conflicts, fresh), sides)
	return r, nil
}

// grouped is a dispute with the conflicts it holds.
type grouped struct {
	claims.Dispute
	members []claims.Conflict
}

// compare finds and compares the pairs worth it: among the fresh claims, and
// of each fresh claim with those of the archive, where there is one, most of
// them at most in depth. It also tells which of all these claims are one
// passage in several articles.
func (l Line) compare(ctx context.Context, fresh []claims.Claim, archive relate.Index, most int) ([]claims.Conflict, relate.Copies, claims.Coverage, error) {
	pairs, coverage, err := relate.Candidates(ctx, fresh, relate.NewMemory(fresh...), archive, nearest)
	if err != nil {
		return nil, relate.Copies{}, coverage, err
	}
	all := slices.Clone(fresh)
	if archive != nil {
		for _, p := range pairs {
			all = append(all, p[0], p[1])
		}
	}
	found, err := relate.Engine{Judge: l.Judge}.Conflicts(ctx, pairs, most)
	coverage.Waiting = found.Waiting
	return found.Conflicts, relate.FindCopies(all), coverage, err
}

// appear notes beside each side where else its words stand.
func appear(sides map[claims.StatementID]claims.Side, copies relate.Copies) {
	for id, side := range sides {
		for _, o := range copies.Others(claims.Ref{Article: side.Article.ID, Statement: id}) {
			a := sides[o.Statement].Article
			side.Also = append(side.Also, claims.Appearance{Ref: plainRef(o, sides), Publisher: a.Publisher, Title: a.Title, Date: a.Date, URL: a.URL})
		}
		sides[id] = side
	}
}

// group puts conflicts over one question together.
func group(conflicts []claims.Conflict, of []claims.Claim) []grouped {
	claimOf := make(map[claims.StatementID]claims.Claim, len(of))
	for _, c := range of {
		claimOf[c.Statement] = c
	}
	byPair := make(map[claims.Pair]claims.Conflict, len(conflicts))
	for _, c := range conflicts {
		byPair[claims.Pair{A: c.A.Statement, B: c.B.Statement}] = c
	}
	disputes, members := relate.Group(conflicts, claimOf)
	out := make([]grouped, len(disputes))
	for i, d := range disputes {
		out[i].Dispute = d
		for _, pair := range members[i] {
			out[i].members = append(out[i].members, byPair[pair])
		}
	}
	return out
}

// detailed gives disputes with all that a reader needs, under the ids that the
// command line shows.
func detailed(groups []grouped, sides map[claims.StatementID]claims.Side) []claims.DisputeDetail {
	out := make([]claims.DisputeDetail, len(groups))
	n := 0
	for i, g := range groups {
		d := claims.DisputeDetail{Dispute: g.Dispute, Sides: map[claims.StatementID]claims.Side{}}
		d.ID = claims.DisputeID(fmt.Sprintf("d%d", i+1))
		for p := range d.Positions {
			for s, ref := range d.Positions[p].Statements {
				d.Positions[p].Statements[s] = plainRef(ref, sides)
			}
		}
		for _, c := range g.members {
			n++
			a, b := sides[c.A.Statement], sides[c.B.Statement]
			c.ID = claims.ConflictID(fmt.Sprintf("c%d", n))
			c.A, c.B, c.Dispute, c.State = plainRef(c.A, sides), plainRef(c.B, sides), d.ID, claims.Open
			d.Conflicts = append(d.Conflicts, c.ID)
			d.Details = append(d.Details, claims.ConflictDetail{Conflict: c, SideA: a, SideB: b})
		}
		out[i] = d
	}
	return out
}

func plainRef(r claims.Ref, sides map[claims.StatementID]claims.Side) claims.Ref {
	return claims.Ref{Article: r.Article, Statement: sides[r.Statement].Statement.ID}
}

func qualified(a claims.ArticleID, s claims.StatementID) claims.StatementID {
	return claims.StatementID(string(a) + "\x00" + string(s))
}

// Bare is a claim on its own, as `relate --pairs` reads it.
type Bare = relate.Bare

// CompareBare compares pairs of claims that stand alone, which the judge reads
// together; spans of the reasons are into the two texts.
func (l Line) CompareBare(ctx context.Context, pairs [][2]Bare) (said []claims.Comparison, err error) {
	err = safely(func() error {
		proposed := make([][2]claims.Claim, len(pairs))
		for i, p := range pairs {
			proposed[i] = [2]claims.Claim{relate.ProposeText(p[0]), relate.ProposeText(p[1])}
		}
		said, err = relate.Engine{Judge: l.Judge}.CompareAll(ctx, proposed)
		return err
	})
	return said, err
}

// Comparer compares any two statements of an archive.
type Comparer struct {
	Judge   relate.Judge // nil to compare by words alone
	Archive interface {
		Statement(ctx context.Context, id claims.StatementID) (claims.Side, error)
	}
}

// Compare reads the two statements' articles anew, once where it is the same
// one, and compares what they put forward; spans of the reasons are into the
// two articles.
func (c Comparer) Compare(ctx context.Context, a, b claims.StatementID) (said claims.Comparison, err error) {
	one, err := c.Archive.Statement(ctx, a)
	if err != nil {
		return said, err
	}
	other, err := c.Archive.Statement(ctx, b)
	if err != nil {
		return said, err
	}
	err = safely(func() error {
		doc := english.Analyse(one.Article.Text)
		first := relate.Propose(doc, one.Article, one.Statement)
		if other.Article.ID != one.Article.ID {
			doc = english.Analyse(other.Article.Text)
		}
		said, err = relate.Engine{Judge: c.Judge}.Compare(ctx, first, relate.Propose(doc, other.Article, other.Statement))
		return err
	})
	return said, err
}

// run describes one pass of the engine with these settings.
func (l Line) run(id string, now time.Time) claims.Run {
	settings := fmt.Sprintf(`{"narration":%t,"nearest":%d,"judge":%t}`, l.Narration, nearest, l.Judge != nil)
	names := extract.Models()
	maps.Copy(names, relate.Engine{Judge: l.Judge}.Models())
	models, err := json.Marshal(names)
	if err != nil { // strings always marshal
		models = []byte("{}")
	}
	return claims.Run{ID: claims.RunID(id), Engine: l.Engine, Settings: settings, Models: string(models), At: now}
}
