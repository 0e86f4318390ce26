package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// Summary says in a sentence or two what was found. It never says that there
// are no contradictions: only that none was found.
func (r Report) Summary() string {
	n := r.Counts
	var found []string
	if n.Judged > 0 {
		found = append(found, many(n.Judged, "conflict", "conflicts")+" judged by reviewers")
	}
	if n.DeniesKnowledge > 0 {
		found = append(found, many(n.DeniesKnowledge, "statement", "statements")+" of not knowing")
	}
	if n.Differing > 0 {
		found = append(found, many(n.Differing, "possible conflict", "possible conflicts")+" on which reviewers differ")
	}
	if r.Unreviewed && n.onlyUnreviewed() {
		return many(n.Unreviewed, "possible conflict", "possible conflicts") + " over " + many(len(r.Suggested), "question", "questions") +
			", suggested by software in " + many(len(r.Sources), "article", "articles") + ". Nobody has reviewed " + itOrThem(n.Unreviewed) + " yet."
	}
	if len(found) == 0 {
		return "None found: no possible conflict here has been judged to be one." + r.waiting()
	}
	return upperFirst(strings.Join(found, ", ")) + "." + r.waiting()
}

// onlyUnreviewed says whether there are possible conflicts, and nobody judged
// any of them.
func (n Counts) onlyUnreviewed() bool {
	return n.Unreviewed > 0 && n == Counts{Unreviewed: n.Unreviewed}
}

func itOrThem(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

// waiting says what the report does not rest on.
func (r Report) waiting() string {
	n := r.Counts.Unreviewed
	switch {
	case n == 0:
		return ""
	case r.Unreviewed:
		return fmt.Sprintf(" %s not reviewed yet, shown apart.", isOrAre(n))
	}
	return fmt.Sprintf(" %s not reviewed yet, and left out.", isOrAre(n))
}

func isOrAre(n int) string {
	if n == 1 {
		return "1 possible conflict is"
	}
	return fmt.Sprintf("%d possible conflicts are", n)
}

// Compared says what was compared and what was not.
func (r Report) Compared() string {
	c := r.Coverage
	s := fmt.Sprintf("%s found, %s compared", many(c.Statements, "statement", "statements"), many(c.Compared, "pair", "pairs"))
	if c.NotCompared > 0 {
		s += fmt.Sprintf("; %s with something in common %s not compared, because a limit was reached.",
			many(c.NotCompared, "pair", "pairs"), wasOrWere(c.NotCompared))
	} else {
		s += "; no pair with something in common was left out."
	}
	if c.Waiting > 0 {
		s += fmt.Sprintf(" %s not yet compared in depth.", pairsAre(c.Waiting))
	}
	return s
}

func pairsAre(n int) string {
	if n == 1 {
		return "1 pair is"
	}
	return fmt.Sprintf("%d pairs are", n)
}

func wasOrWere(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// MadeBy says with what and when the report was made.
func (r Report) MadeBy() string {
	by := "Made with Counterclaim"
	if r.Version != "" {
		by += " " + r.Version
	}
	if m := moment(r.Made); m != "" {
		by += " on " + m
	}
	return by + "."
}

// Method says in a few sentences how the report came about, and what it does
// not show.
func (r Report) Method() []string {
	out := []string{
		r.MadeBy(),
		r.Compared(),
		"Software found the statements and put pairs of them side by side; " + r.judged() + " What neither noticed is not here.",
		"Each quotation is cut from the text of its article as it was received. The SHA-256 of what was received stands with the source.",
		fmt.Sprintf("The software’s score runs from 0 to 1: weak below %[1]g, fair from %[1]g, strong from %[2]g.", claims.FairFrom, claims.StrongFrom),
	}
	if names := r.reviewers(); len(names) > 0 {
		out = append(out, "Reviewed by "+strings.Join(names, ", ")+".")
	}
	return out
}

// judged says what people did with the pairs.
func (r Report) judged() string {
	if r.Counts.onlyUnreviewed() {
		return "nobody has judged the pairs yet."
	}
	return "people judged the pairs."
}

// reviewers names everybody whose judgement is shown, in the order of the
// report.
func (r Report) reviewers() []string {
	var names []string
	for _, p := range r.Pairs() {
		for _, review := range p.Reviews {
			if name := byline(review.Name, review.Reviewer); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

func upperFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
