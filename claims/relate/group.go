package relate

import (
	"slices"
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// nameKeys begins the keys of names.
const nameKeys = "n:"

// maxDispute is how many conflicts one dispute holds at most, so that a chain
// of single likenesses does not draw everything together.
const maxDispute = 24

// How much weight of keys a conflict must have in common with one of a
// dispute to join it: through a statement of both, through the same two
// speakers on their two sides, or through the keys alone.
const (
	enoughWithStatement = 2
	enoughWithSpeakers  = 2
	enoughAlone         = 7
	enoughWithCore      = 2 // in any case, with the strongest conflict of the dispute
)

// Group puts conflicts over one question together. A conflict joins a dispute
// when it has a topic in common with a conflict in it and shares a statement
// or both speakers with that one, or has most of its topic in common; a
// dispute takes 24 at most, and what comes later begins a new one. The topic
// of a conflict is the keys that both its claims carry, one of them for its
// content.
//
// Conflicts that a person put into a dispute stay together and apart from those
// that a person put into another one; new ones join them where they fit.
//
// claimOf gives the claims of the statements; a conflict whose claims are
// missing joins through statements only. Disputes come strongest first, and
// beside them the statements of their conflicts, strongest first. The ids of
// disputes and of their conflicts are the store's to set. The same conflicts
// in another order give the same disputes.
func Group(conflicts []claims.Conflict, claimOf map[claims.StatementID]claims.Claim) ([]claims.Dispute, [][]claims.Pair) {
	g := grouper{words: words(), byStatement: map[claims.StatementID][]*cluster{}, byKey: map[string][]*cluster{}, placed: map[claims.DisputeID]*cluster{}}
	sorted := append([]claims.Conflict{}, conflicts...)
	sort.SliceStable(sorted, func(i, j int) bool { return stronger(sorted[i], sorted[j]) })
	for _, c := range sorted {
		if c.Placed {
			g.place(newEdge(c, claimOf))
		}
	}
	for _, c := range sorted {
		if !c.Placed {
			g.place(newEdge(c, claimOf))
		}
	}
	g.order()
	read := trees{}
	g.joinSame(read)
	disputes := make([]claims.Dispute, 0, len(g.clusters))
	members := make([][]claims.Pair, 0, len(g.clusters))
	for _, cl := range g.clusters {
		disputes = append(disputes, cl.dispute(g.words, read))
		pairs := make([]claims.Pair, len(cl.edges))
		for i, e := range cl.edges {
			pairs[i] = claims.Pair{A: e.conflict.A.Statement, B: e.conflict.B.Statement}
		}
		members = append(members, pairs)
	}
	return disputes, members
}

// Ask words one dispute of just these conflicts: its question and who stands
// where. claimOf is as for [Group]; without any claims the dispute is empty.
func Ask(conflicts []claims.Conflict, claimOf map[claims.StatementID]claims.Claim) claims.Dispute {
	cl := cluster{}
	for _, c := range conflicts {
		cl.edges = append(cl.edges, newEdge(c, claimOf))
	}
	if !slices.ContainsFunc(cl.edges, func(e *edge) bool { return e.a.Text != "" && e.b.Text != "" }) {
		return claims.Dispute{}
	}
	cl.order()
	return cl.dispute(words(), trees{})
}

// stronger orders conflicts by score, then by their references.
func stronger(x, y claims.Conflict) bool {
	if x.Score != y.Score {
		return x.Score > y.Score
	}
	if x.A != y.A {
		return refLess(x.A, y.A)
	}
	return refLess(x.B, y.B)
}

// edge is a conflict with its two claims and its topic.
type edge struct {
	conflict claims.Conflict
	a, b     claims.Claim
	topic    map[string]int // key that both claims carry → its weight, as below
	weight   int            // of the topic
}

func newEdge(c claims.Conflict, claimOf map[claims.StatementID]claims.Claim) *edge {
	e := &edge{conflict: c, topic: map[string]int{}}
	e.a, e.b = claimOf[c.A.Statement], claimOf[c.B.Statement]
	has := map[string]claims.Key{}
	for _, k := range e.a.Keys {
		has[k.Text] = k
	}
	for _, k := range e.b.Keys {
		if o, ok := has[k.Text]; ok && (carried(k) || carried(o)) {
			w := max(k.Weight, o.Weight)
			e.topic[k.Text] = w
			e.weight += w
		}
	}
	return e
}

// cluster is a dispute in the making.
type cluster struct {
	edges  []*edge
	placed claims.DisputeID // the dispute that a person made of it; empty where nobody did
}

func (cl *cluster) dispute(l *lexicon, read trees) claims.Dispute {
	return claims.Dispute{Question: question(l, cl.edges, read), Positions: labelled(takePositions(cl.edges))}
}

// order puts the strongest conflict in front.
func (cl *cluster) order() {
	sort.SliceStable(cl.edges, func(i, j int) bool { return stronger(cl.edges[i].conflict, cl.edges[j].conflict) })
}

// order puts the strongest dispute in front, and in each the strongest
// conflict.
func (g *grouper) order() {
	for _, cl := range g.clusters {
		cl.order()
	}
	sort.SliceStable(g.clusters, func(i, j int) bool {
		return stronger(g.clusters[i].edges[0].conflict, g.clusters[j].edges[0].conflict)
	})
}

type grouper struct {
	words       *lexicon
	clusters    []*cluster
	byStatement map[claims.StatementID][]*cluster
	byKey       map[string][]*cluster
	placed      map[claims.DisputeID]*cluster // by the dispute that a person made
}

// place puts a conflict where a person has put it, else into the cluster that
// it fits best, the first of equal ones, or into one of its own.
func (g *grouper) place(e *edge) {
	home := g.home(e)
	if home == nil {
		home = &cluster{}
		g.clusters = append(g.clusters, home)
		if e.conflict.Placed {
			home.placed = e.conflict.Dispute
			g.placed[home.placed] = home
		}
	}
	home.edges = append(home.edges, e)
	for _, id := range []claims.StatementID{e.conflict.A.Statement, e.conflict.B.Statement} {
		g.byStatement[id] = addCluster(g.byStatement[id], home)
	}
	for k := range e.topic {
		g.byKey[k] = addCluster(g.byKey[k], home)
	}
}

// home gives the cluster that a conflict belongs to; nil for one of its own.
func (g *grouper) home(e *edge) *cluster {
	if e.conflict.Placed {
		return g.placed[e.conflict.Dispute]
	}
	var home *cluster
	best := 0
	for _, cl := range g.near(e) {
		if fit := cl.fit(e); fit > best && len(cl.edges) < maxDispute {
			home, best = cl, fit
		}
	}
	return home
}

// joinSame puts clusters together that ask the same question and share a
// statement.
func (g *grouper) joinSame(read trees) {
	asks := map[string][]*cluster{}
	var kept []*cluster
	for _, cl := range g.clusters {
		q := question(g.words, cl.edges, read)
		home := (*cluster)(nil)
		for _, o := range asks[q] {
			if home == nil && o.takes(cl) {
				home = o
			}
		}
		if home == nil {
			asks[q] = append(asks[q], cl)
			kept = append(kept, cl)
			continue
		}
		home.edges = append(home.edges, cl.edges...)
		home.order()
	}
	g.clusters = kept
}

// takes says whether another cluster may become part of this one: a person
// made neither, they are small enough together, and share a statement.
func (cl *cluster) takes(o *cluster) bool {
	if cl.placed != "" || o.placed != "" || len(cl.edges)+len(o.edges) > maxDispute {
		return false
	}
	for _, x := range cl.edges {
		for _, y := range o.edges {
			if sharesStatement(x, y) {
				return true
			}
		}
	}
	return false
}

func addCluster(list []*cluster, c *cluster) []*cluster {
	for _, o := range list {
		if o == c {
			return list
		}
	}
	return append(list, c)
}

// near gives the clusters that share a statement or a key with the conflict,
// in the order in which they were made. Keys of very many clusters are passed
// over.
func (g *grouper) near(e *edge) []*cluster {
	const crowded = 50
	found := map[*cluster]bool{}
	for _, id := range []claims.StatementID{e.conflict.A.Statement, e.conflict.B.Statement} {
		for _, cl := range g.byStatement[id] {
			found[cl] = true
		}
	}
	for k := range e.topic {
		if list := g.byKey[k]; len(list) <= crowded {
			for _, cl := range list {
				found[cl] = true
			}
		}
	}
	var out []*cluster
	for _, cl := range g.clusters {
		if found[cl] {
			out = append(out, cl)
		}
	}
	return out
}

// fit says how well a conflict fits a cluster: the greatest weight of topic
// that it has in common with one of its conflicts, 0 where it does not fit.
func (cl *cluster) fit(e *edge) int {
	if core := cl.edges[0]; cl.placed == "" && len(e.topic) > 0 && len(core.topic) > 0 && inCommon(e, core) < enoughWithCore && !sameSpeakers(e, core) {
		return 0 // it would be likened to another conflict that was likened to another
	}
	best := 0
	for _, o := range cl.edges {
		common := inCommon(e, o)
		switch {
		case sharesStatement(e, o) && sameSpeakers(e, o):
			best = max(best, common+30)
		case sharesStatement(e, o):
			if common >= enoughWithStatement && 3*common >= min(e.weight, o.weight) || len(e.topic) == 0 {
				best = max(best, common+20)
			}
		case sameSpeakers(e, o):
			if common >= enoughWithSpeakers && 3*common >= min(e.weight, o.weight) {
				best = max(best, common+10)
			}
		case common >= enoughAlone && 2*common >= e.weight && 2*common >= o.weight:
			best = max(best, common)
		}
	}
	return best
}

// inCommon gives the weight of topic that two conflicts share. A name counts
// little: those in the news are in every second statement.
func inCommon(e, o *edge) int {
	common := 0
	for k, w := range e.topic {
		switch _, ok := o.topic[k]; {
		case ok && strings.HasPrefix(k, nameKeys):
			common++
		case ok:
			common += w
		}
	}
	return common
}

func sharesStatement(x, y *edge) bool {
	return x.conflict.A == y.conflict.A || x.conflict.A == y.conflict.B || x.conflict.B == y.conflict.A || x.conflict.B == y.conflict.B
}

// sameSpeakers says whether the two conflicts set the same two speakers
// against each other.
func sameSpeakers(x, y *edge) bool {
	xa, xb, ya, yb := who(x.a), who(x.b), who(y.a), who(y.b)
	if xa == "" || xb == "" || xa == xb {
		return false
	}
	return xa == ya && xb == yb || xa == yb && xb == ya
}

func who(c claims.Claim) string { return strings.ToLower(c.Speaker.Name) }
