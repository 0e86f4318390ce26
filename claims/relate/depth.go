package relate

import (
	"context"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// read has the judge read pairs, first in one order and, where that leaves it
// unsure, in the other too. Where it sees a conflict that the detectors give no
// reason for, the words that carry it most are the reason.
func (e Engine) read(ctx context.Context, views []*view) error {
	if len(views) == 0 {
		return nil
	}
	texts := make([]judge.Pair, len(views))
	for i, v := range views {
		texts[i] = judge.Pair{A: tell(v.a.claim).text, B: tell(v.b.claim).text}
	}
	said, err := e.Judge.Judge(ctx, texts)
	if err != nil {
		return err
	}
	if err := e.reread(ctx, texts, said); err != nil {
		return err
	}
	for i, v := range views {
		v.judgement = &said[i]
		if v.firm || v.probabilities().Conflict < v.least() {
			continue
		}
		hidden, err := e.Judge.Occlusion(ctx, texts[i])
		if err != nil {
			return err
		}
		v.means(hidden)
	}
	return nil
}

// reread has pairs read in the other order of which the judge is unsure, and
// takes the mean.
func (e Engine) reread(ctx context.Context, texts []judge.Pair, said []judge.Judgement) error {
	const low, high = 0.15, 0.85
	var unsure []int
	var turned []judge.Pair
	for i := range said {
		if p := said[i].Probabilities.Conflict; p > low && p < high {
			unsure, turned = append(unsure, i), append(turned, judge.Pair{A: texts[i].B, B: texts[i].A})
		}
	}
	if len(unsure) == 0 {
		return nil
	}
	again, err := e.Judge.Judge(ctx, turned)
	if err != nil {
		return err
	}
	for k, i := range unsure {
		said[i] = judge.Mean(said[i], again[k])
	}
	return nil
}

// means adds the reason that hiding words has shown. It replaces what the learned
// part sees in single words.
func (v *view) means(hidden []judge.Word) {
	a, b := tell(v.a.claim), tell(v.b.claim)
	r := claims.Reason{Kind: claims.ReasonMeaning, For: true, A: a.heaviest(hidden, false), B: b.heaviest(hidden, true)}
	if len(r.A) == 0 || len(r.B) == 0 {
		return // a side without any word that says something
	}
	v.found = slices.DeleteFunc(v.found, func(f found) bool { return f.Kind == claims.ReasonMeaning })
	v.found = append(v.found, found{Reason: r, strength: v.judgement.Probabilities.Conflict, loose: true})
	v.meant = true
}

// meanings says how near two claims are in what they mean, 0 to 1: how many of
// their keys of meaning they have in common.
func (v *view) meanings() float64 {
	const full = 8
	a, b := v.a.claim.Keys, v.b.claim.Keys
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Text < b[j].Text:
			i++
		case a[i].Text > b[j].Text:
			j++
		default:
			if isMeaning(a[i]) {
				common++
			}
			i, j = i+1, j+1
		}
	}
	return min(1, float64(common)/full)
}

// isMeaning tells keys of meaning from those of words and names.
func isMeaning(k claims.Key) bool { return strings.HasPrefix(k.Text, meaningKeys) }
