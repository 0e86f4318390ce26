package relate

import (
	"cmp"
	"math"
	"sort"

	"github.com/counterclaim/counterclaim/claims"
)

// Threshold is the score from which two statements are stored as a possible
// conflict. In an archive the score is the share of real conflicts among pairs
// like these, of which there are few: what lies below is not worth a look.
const Threshold = 0.2

// Unreasoned is the highest score of a pair for which no detector found a
// reason: without one there is nothing to show, and no conflict.
const Unreasoned = 0.4

// Likely is the score from which a pair on its own is a conflict.
const Likely = 0.5

// found is what a detector found: a reason, and how strongly it speaks, 0 to 1.
type found struct {
	claims.Reason
	strength float64
	common   float64 // how much the clauses that clash share, 0 to 1; 0 where that is not known
	loose    bool    // it rests on what the two sides have in common, not on a clash of words
}

// detector looks at a pair for one kind of reason.
type detector func(*pair) []found

// clashes look for words that clash.
func clashes() []detector {
	return []detector{negation, antonym, effect, denial, notAware, number, date, agent, cause, modality, place}
}

// others look for what else speaks for a conflict, or against one. The learned
// part has no say in an archive, and so gives no reason there.
func others(archive bool) []detector {
	all := []detector{different, scope, event, hedge, update, paraphrase, opinion}
	if archive {
		return all
	}
	return append(all, meaning)
}

// Compare says what two claims are to each other. It sees only its two values;
// with the sides swapped it says the same with the sides of its reasons
// swapped.
func Compare(a, b claims.Claim) claims.Comparison {
	l := words()
	c, _ := compare(l, newSide(l, &a), newSide(l, &b), false)
	return c
}

// compare puts the two sides in an order of their own. Of a pair of an archive
// it also says whether the comparison is firm: whether one of its reasons rests
// on words that clash, and not only on what the two sides share. Where it is
// not, the comparison is left empty.
func compare(l *lexicon, a, b *side, archive bool) (c claims.Comparison, firm bool) {
	if inOrder(a.claim, b.claim) {
		return detect(align(l, a, b), archive)
	}
	c, firm = detect(align(l, b, a), archive)
	for i := range c.Reasons {
		r := &c.Reasons[i]
		r.A, r.B = r.B, r.A
		if len(r.Values) == 2 {
			r.Values[0], r.Values[1] = r.Values[1], r.Values[0]
		}
	}
	return c, firm
}

// inOrder puts two claims in an order of their own, so that a choice between
// two equal reasons falls the same way whichever side is asked for first.
func inOrder(a, b *claims.Claim) bool {
	return cmp.Or(
		cmp.Compare(a.Text, b.Text), cmp.Compare(a.Speaker.Name, b.Speaker.Name), cmp.Compare(a.SaidAt, b.SaidAt),
		cmp.Compare(a.Article, b.Article), cmp.Compare(a.Statement, b.Statement)) <= 0
}

func detect(p *pair, archive bool) (c claims.Comparison, firm bool) {
	var all []found
	for _, d := range clashes() {
		all = append(all, d(p)...)
	}
	for _, f := range all {
		firm = firm || f.For && !f.loose
	}
	table := weights()
	if archive {
		if table = archiveWeights(); !firm {
			return c, false
		}
	}
	for _, d := range others(archive) {
		all = append(all, d(p)...)
	}
	return decide(p, all, table, archive), firm
}

// decide turns what the detectors found into one answer: two sums of weighted
// evidence, for a conflict and for agreement, against neither. A conflict is what
// reaches [Likely]; in an archive, where few pairs are, what reaches [Threshold].
func decide(p *pair, all []found, table []Weight, archive bool) claims.Comparison {
	x, least := measure(p, all), Likely
	if archive {
		least = Threshold
	}
	all = consistent(all)
	c, g := x.sums(table)
	conflict, agree := math.Exp(c), math.Exp(g)
	total := 1 + conflict + agree
	pr := claims.Probabilities{Conflict: conflict / total, Agree: agree / total}
	if pr.Conflict > Unreasoned && !reasoned(all) {
		pr.Conflict = Unreasoned
	}
	pr.Neutral = 1 - pr.Conflict - pr.Agree
	out := claims.Comparison{Probabilities: pr, Score: pr.Conflict, Reasons: reasonsOf(all)}
	switch {
	case pr.Conflict >= least && reasoned(all):
		out.Relation, out.Kind = claims.RelationConflict, conflictKind(all)
	case pr.Agree > pr.Neutral:
		out.Relation, out.Kind = claims.RelationAgree, claims.Agrees
	default:
		out.Relation, out.Kind = claims.RelationNeutral, neutralKind(all)
	}
	return out
}

// consistent leaves out what another reason says better: that the two sides
// say the same, where something clashes; a negation, where a denial or a lack
// of knowledge has been found in the same words.
func consistent(all []found) []found {
	clash, stated := reasoned(all), false
	for _, f := range all {
		stated = stated || !f.loose && (f.Kind == claims.ReasonDenial || f.Kind == claims.ReasonNotAware)
	}
	kept := all[:0]
	for _, f := range all {
		if clash && f.Kind == claims.ReasonParaphrase || stated && f.Kind == claims.ReasonNegation {
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

func reasoned(all []found) bool {
	for _, f := range all {
		if f.For {
			return true
		}
	}
	return false
}

// conflictKind names a conflict after its strongest reason.
func conflictKind(all []found) claims.Label {
	best := found{}
	for _, f := range all {
		if f.For && f.strength > best.strength {
			best = f
		}
	}
	switch best.Kind {
	case claims.ReasonNumber:
		return claims.DiffersInNumber
	case claims.ReasonNotAware:
		return claims.DeniesKnowledge
	}
	return claims.Contradicts
}

// neutralKind names what keeps two claims apart that do not conflict.
func neutralKind(all []found) claims.Label {
	out := claims.Unrelated
	for _, f := range all {
		switch {
		case f.For:
		case f.Kind == claims.ReasonUpdate:
			return claims.Updated
		case f.Kind == claims.ReasonTime, f.Kind == claims.ReasonPlace, f.Kind == claims.ReasonScope:
			out = claims.DifferentTimePlaceScope
		}
	}
	return out
}

// reasonsOf gives the reasons, those for a conflict first, the strongest of
// each in front.
func reasonsOf(all []found) []claims.Reason {
	sort.SliceStable(all, func(i, j int) bool {
		x, y := all[i], all[j]
		if x.For != y.For {
			return x.For
		}
		if x.strength != y.strength {
			return x.strength > y.strength
		}
		return x.Kind < y.Kind
	})
	out := make([]claims.Reason, len(all))
	for i, f := range all {
		out[i] = f.Reason
	}
	return out
}
