package relate

import (
	"cmp"
	"math"
	"sort"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// Threshold is the score from which two statements are stored as a possible
// conflict. In an archive the score is the share of real conflicts among pairs
// like these, of which there are few: what lies below is not worth a look.
const Threshold = 0.2

// Alone is the score from which two statements are stored as a possible conflict
// where the judge alone sees it. Within one story it takes many a statement that
// is only critical for a contradiction: of what it sees at 0.2 a sixth is real.
const Alone = 0.35

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

// view is a pair with what the detectors found in it, and, once it was asked,
// what the judge makes of it.
type view struct {
	*pair
	found     []found
	waiting   bool             // the judge is to read it another time
	meant     bool             // the judge sees a conflict in it, where no words clash
	archive   bool             // it is one of an archive's many pairs
	firm      bool             // a reason rests on words that clash, and not only on what the two sides share
	swapped   bool             // the sides stand in another order than they were asked in
	judgement *judge.Judgement // nil while the judge has not read it
}

// look puts two sides into an order of their own and lets the detectors see
// them.
func look(l *lexicon, a, b *side, archive bool) *view {
	v := &view{archive: archive}
	if v.swapped = !inOrder(a.claim, b.claim); v.swapped {
		a, b = b, a
	}
	v.pair = align(l, a, b)
	for _, d := range clashes() {
		v.found = append(v.found, d(v.pair)...)
	}
	for _, f := range v.found {
		v.firm = v.firm || f.For && !f.loose
	}
	for _, d := range others(archive) {
		v.found = append(v.found, d(v.pair)...)
	}
	return v
}

// inOrder puts two claims in an order of their own, so that a choice between
// two equal reasons falls the same way whichever side is asked for first.
func inOrder(a, b *claims.Claim) bool {
	return cmp.Or(
		cmp.Compare(a.Text, b.Text), cmp.Compare(a.Speaker.Name, b.Speaker.Name), cmp.Compare(a.SaidAt, b.SaidAt),
		cmp.Compare(a.Article, b.Article), cmp.Compare(a.Statement, b.Statement)) <= 0
}

// table names the weights for the pair.
func (v *view) table() Table {
	switch {
	case v.archive && v.judgement != nil:
		return ForJudgedArchive
	case v.archive:
		return ForArchive
	case v.judgement != nil:
		return ForJudgedPairs
	}
	return ForPairs
}

// least is the score from which the pair is a conflict.
func (v *view) least() float64 {
	switch {
	case v.archive && v.firm:
		return Threshold
	case v.archive:
		return Alone
	}
	return Likely
}

// probabilities is where detectors and judge meet: two sums of weighted
// evidence, for a conflict and for agreement, against neither.
func (v *view) probabilities() claims.Probabilities {
	pr := chances(measure(v), weightsOf(v.table()))
	if v.judgement == nil {
		switch {
		case v.archive && !v.firm:
			pr.Conflict = 0 // as candidates are found by what they share, that they share it is no reason
		case !reasoned(v.found):
			pr.Conflict = min(pr.Conflict, Unreasoned)
		}
	}
	pr.Neutral = 1 - pr.Conflict - pr.Agree
	return pr
}

// chances weighs evidence.
func chances(x Evidence, table []Weight) claims.Probabilities {
	c, g := x.sums(table)
	conflict, agree := math.Exp(c), math.Exp(g)
	total := 1 + conflict + agree
	return claims.Probabilities{Conflict: conflict / total, Agree: agree / total, Neutral: 1 / total}
}

// shown says whether what was found holds a reason that can be shown: in an
// archive one that rests on words that clash, or on the judge.
func (v *view) shown() bool { return v.firm || v.meant || !v.archive && reasoned(v.found) }

// decide turns the evidence into one answer. A conflict is what reaches
// [Likely], in an archive what reaches [Threshold] or [Alone]. It reorders what was found.
func (v *view) decide() claims.Comparison {
	pr := v.probabilities()
	all := consistent(v.found)
	out := claims.Comparison{Probabilities: pr, Score: pr.Conflict, Reasons: reasonsOf(all)}
	switch {
	case pr.Conflict >= v.least() && reasoned(all):
		out.Relation, out.Kind = claims.RelationConflict, conflictKind(all)
	case pr.Agree > pr.Neutral:
		out.Relation, out.Kind = claims.RelationAgree, claims.Agrees
	default:
		out.Relation, out.Kind = claims.RelationNeutral, neutralKind(all)
	}
	if v.swapped {
		swapSides(out.Reasons)
	}
	return out
}

func swapSides(reasons []claims.Reason) {
	for i := range reasons {
		r := &reasons[i]
		r.A, r.B = r.B, r.A
		if len(r.Values) == 2 {
			r.Values[0], r.Values[1] = r.Values[1], r.Values[0]
		}
	}
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
