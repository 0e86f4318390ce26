package relate

import (
	"strings"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// stand is a position in the making: claims that do not conflict with each
// other.
type stand struct {
	refs   []claims.Ref
	claims []claims.Claim
}

// takePositions parts the statements of a dispute so that no two in conflict
// stand together: the strongest conflict makes the first two positions, then
// each statement goes where its speaker stands already, else to the first
// position that nothing speaks against.
func takePositions(edges []*edge) []*stand {
	against := map[claims.Ref]map[claims.Ref]bool{}
	for _, e := range edges {
		for _, p := range [][2]claims.Ref{{e.conflict.A, e.conflict.B}, {e.conflict.B, e.conflict.A}} {
			if against[p[0]] == nil {
				against[p[0]] = map[claims.Ref]bool{}
			}
			against[p[0]][p[1]] = true
		}
	}
	var stands []*stand
	placed := map[claims.Ref]bool{}
	put := func(ref claims.Ref, c claims.Claim) {
		if !placed[ref] {
			placed[ref] = true
			stands = join(stands, ref, c, against[ref])
		}
	}
	for _, e := range edges {
		put(e.conflict.A, e.a)
		put(e.conflict.B, e.b)
	}
	return stands
}

// join puts a statement into the position that suits it, or into a new one.
func join(stands []*stand, ref claims.Ref, c claims.Claim, against map[claims.Ref]bool) []*stand {
	var open, own *stand
	for _, s := range stands {
		if s.conflicts(against) {
			continue
		}
		if open == nil {
			open = s
		}
		if own == nil && s.holds(c) {
			own = s
		}
	}
	switch {
	case own != nil:
		open = own
	case open == nil:
		open = &stand{}
		stands = append(stands, open)
	}
	open.refs, open.claims = append(open.refs, ref), append(open.claims, c)
	return stands
}

func (s *stand) conflicts(against map[claims.Ref]bool) bool {
	for _, r := range s.refs {
		if against[r] {
			return true
		}
	}
	return false
}

// holds says whether the claim's speaker has taken this position already.
func (s *stand) holds(c claims.Claim) bool {
	for _, o := range s.claims {
		if who(o) != "" && who(o) == who(c) {
			return true
		}
	}
	return false
}

// speakers names who takes a position: "John Kerry", "John Kerry and others".
func (s *stand) speakers() string {
	var names []string
	seen := map[string]bool{}
	for _, c := range s.claims {
		if key := who(c); !seen[key] {
			seen[key] = true
			names = append(names, nameOf(c))
		}
	}
	switch len(names) {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	}
	return names[0] + " and others"
}

// nameOf names the speaker of a claim, or whoever published it.
func nameOf(c claims.Claim) string {
	switch {
	case c.Speaker.Name != "":
		return clip(c.Speaker.Name, 60)
	case c.Publisher != "":
		return "a source of " + clip(c.Publisher, 50)
	}
	return "an unnamed source"
}

// labelled gives the positions as they are shown: who takes each, and the
// words of its strongest statement.
func labelled(stands []*stand) []claims.Position {
	out := make([]claims.Position, len(stands))
	for i, s := range stands {
		label := s.speakers()
		if text := strings.Trim(clip(s.claims[0].Text, 110), ` ,"“”`); text != "" {
			label += stance(s.claims[0], strings.Contains(label, " and ")) + ": “" + text + "”"
		}
		out[i] = claims.Position{Label: label, Statements: s.refs}
	}
	return out
}

// stance says in a label that the words are not put forward but denied or
// doubted, where the words themselves do not say so.
func stance(c claims.Claim, several bool) string {
	verb := ""
	switch {
	case c.Commitment == claims.Denies:
		verb = " denies"
	case c.Commitment == claims.Doubts:
		verb = " doubts"
	}
	switch {
	case !several:
		return verb
	case verb == " denies":
		return " deny"
	}
	return strings.TrimSuffix(verb, "s")
}

// clip shortens a text to about n characters, at a space where it can, and
// makes one line of it.
func clip(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	runes := []rune(text)[:n]
	short := string(runes)
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:-") + " …"
}
