package relate

import (
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// told is a claim as the judge reads it: its words, with the cue in front where
// that denies, doubts or does not know of them. Who says it is not told.
type told struct {
	text  string
	lead  int // bytes in front of the claim's own words
	claim *claims.Claim
}

// tell gives a claim as the judge reads it.
func tell(c *claims.Claim) told {
	lead := leadOf(c)
	return told{lead + c.Text, len(lead), c}
}

// leadOf gives the cue of a claim that turns it round, if it stands outside the
// words of the claim: "denied that ".
func leadOf(c *claims.Claim) string {
	if len(c.Terms) == 0 || c.Commitment == claims.Asserts || c.Commitment == "" {
		return ""
	}
	for i := range c.Terms {
		t := &c.Terms[i]
		if t.Context || t.Kind != claims.NegationTerm || strings.Contains(c.Text, t.Text) {
			continue
		}
		switch cue(t.Lemma) {
		case cueDeny, cueDoubt, cueNotAware:
			return joined(t.Text, c.Text)
		}
	}
	return ""
}

// joined puts what is needed between a cue and what it is about.
func joined(cue, content string) string {
	first, _, _ := strings.Cut(strings.ToLower(content), " ")
	switch {
	case strings.HasSuffix(cue, " of"), strings.HasSuffix(cue, " that"), strings.HasSuffix(first, "ing"), first == "that", first == "whether", first == "if", first == "any":
		return cue + " "
	case strings.HasSuffix(cue, "aware"), strings.HasSuffix(cue, "know"):
		return cue + " of "
	}
	return cue + " that "
}

// What of the words that carry a conflict is marked: so much of their weight on
// each side, in so many words.
const (
	enoughWeight = 0.6
	mostMarked   = 4
)

// heaviest gives the words of a side that carry a conflict most, where they
// stand in the text that the claim was made from. Where none is known it gives
// the first words that say something.
func (t told) heaviest(hidden []judge.Word, second bool) []claims.Span {
	places := t.places()
	total, sum := 0.0, 0.0
	for _, w := range hidden {
		if w.Second == second {
			total += w.Weight
		}
	}
	var out []claims.Span
	for _, w := range hidden {
		if w.Second != second || len(out) == mostMarked || sum >= enoughWeight*total {
			continue
		}
		for _, p := range places {
			if p.shown.Overlaps(w.Span) && !slices.Contains(out, p.at) {
				out, sum = append(out, p.at), sum+w.Weight
				break
			}
		}
	}
	for i := 0; len(out) == 0 && i < len(places) || i < min(len(places), 2) && len(hidden) == 0; i++ {
		out = append(out, places[i].at)
	}
	slices.SortFunc(out, func(x, y claims.Span) int { return x.Start - y.Start })
	return out
}

// placed is a word as the judge read it, and where it stands at the source.
type placed struct{ shown, at claims.Span }

// places finds the terms of the claim in the text that the judge read, in order.
func (t told) places() []placed {
	var out []placed
	from := t.lead
	for i := range t.claim.Terms {
		term := &t.claim.Terms[i]
		if term.Context || term.At.Len() == 0 {
			continue
		}
		n := strings.Index(t.text[from:], term.Text)
		if n < 0 {
			continue
		}
		shown := claims.Span{Start: from + n, End: from + n + len(term.Text)}
		out, from = append(out, placed{shown, term.At}), shown.End
	}
	return out
}
