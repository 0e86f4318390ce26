package review

import (
	"fmt"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// Text gives the summary in plain lines: what it rests on, then the figures of
// all conflicts, of each two reviewers, of each dispute and of each kind.
func (s Summary) Text() string {
	var out strings.Builder
	s.Overall.write(&out, "All conflicts")
	names := make(map[claims.UserID]string, len(s.Reviewers))
	for _, r := range s.Reviewers {
		if names[r.ID] = r.Name; r.Name == "" {
			names[r.ID] = string(r.ID)
		}
	}
	for _, g := range s.Pairs {
		g.write(&out, fmt.Sprintf("%s and %s", oneLine(names[g.First]), oneLine(names[g.Second])))
	}
	for _, g := range s.Disputes {
		g.write(&out, "Dispute "+oneLine(string(g.Dispute)))
	}
	for _, g := range s.Kinds {
		g.write(&out, "The engine says "+oneLine(string(g.Kind)))
	}
	return out.String()
}

func (g Group) write(out *strings.Builder, title string) {
	fmt.Fprintf(out, "%s: %s\n", title, g.Counts.Text())
	parts := []struct {
		title string
		a     Agreement
	}{{"conflict or no conflict", g.Class}, {"label", g.Label}, {"sureness", g.Sureness}}
	for _, part := range parts {
		fmt.Fprintf(out, "  %s\n", part.title)
		for _, f := range part.a.Figures() {
			fmt.Fprintf(out, "    %s: %s\n", f.Name, f.Figure.Text())
		}
	}
}

// Text says what the figures rest on and what they leave out.
func (c Counts) Text() string {
	return fmt.Sprintf("%s with %s by %s; %s reviewed twice or more; left out: %s as cannot_tell, %s as bad_extraction",
		plural(c.Items, "item"), plural(c.Reviews, "review"), plural(c.Reviewers, "reviewer"), plural(c.Double, "item"),
		plural(c.CannotTell, "review"), plural(c.BadExtraction, "item"))
}

// oneLine keeps a name from breaking the lines, or from turning the direction
// of what follows it.
func oneLine(name string) string {
	name = strings.ToValidUTF8(name, "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u200e' || r == '\u200f' || r == '\u061c' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, name)
}
