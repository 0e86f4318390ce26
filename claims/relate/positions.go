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
	value  string // the figure, date, place or name that it gives, where that is what the dispute is about
}

// takePositions parts the statements of a dispute so that no two in conflict
// stand together: the strongest conflict makes the first two positions, then
// each statement goes where its speaker stands already, else to the first
// position that nothing speaks against. Where figures, dates, places or names
// differ, two who contradict a third need not agree: there only those stand
// together who give the same.
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
	put := func(ref claims.Ref, c claims.Claim, value string) {
		if !placed[ref] {
			placed[ref] = true
			stands = join(stands, ref, c, against[ref], value)
		}
	}
	for _, e := range edges {
		a, b := e.values()
		put(e.conflict.A, e.a, a)
		put(e.conflict.B, e.b, b)
	}
	return stands
}

// values gives what the two sides of a conflict put in the same place, where
// its strongest reason is that they put different things there.
func (e *edge) values() (a, b string) {
	for _, r := range e.conflict.Reasons {
		if !r.For {
			continue
		}
		switch r.Kind {
		case claims.ReasonNumber, claims.ReasonDate, claims.ReasonPlace, claims.ReasonAgent, claims.ReasonCause:
			if len(r.Values) == 2 {
				return strings.ToLower(r.Values[0]), strings.ToLower(r.Values[1])
			}
			return wordsAt(&e.a, r.A), wordsAt(&e.b, r.B)
		}
		break
	}
	return "", ""
}

// wordsAt gives the words of a claim that stand at the spans.
func wordsAt(c *claims.Claim, at []claims.Span) string {
	var out []string
	for i := range c.Terms {
		if t := &c.Terms[i]; !t.Context && overlapsAny(t.At, at) {
			out = append(out, t.Lemma)
		}
	}
	return strings.Join(out, " ")
}

// join puts a statement into the position that suits it, or into a new one.
func join(stands []*stand, ref claims.Ref, c claims.Claim, against map[claims.Ref]bool, value string) []*stand {
	var open, own *stand
	for _, s := range stands {
		if s.conflicts(against) {
			continue
		}
		if open == nil && (value == "" || s.value == "" || value == s.value) {
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
		open = &stand{value: value}
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

// labelled gives the positions as they are shown: the words of the strongest
// statement of each, and who said or denied them. Nobody else is named, as a
// quotation stands under the name of its speaker alone.
func labelled(stands []*stand) []claims.Position {
	out := make([]claims.Position, len(stands))
	for i, s := range stands {
		label := upperFirst(nameOf(s.claims[0]))
		if text := quotable(s.claims[0].Text); text != "" {
			label += stance(s.claims[0]) + ": “" + text + "”"
		}
		out[i] = claims.Position{Label: label, Statements: s.refs}
	}
	return out
}

// quotable gives the beginning of a text as it can stand between quotation
// marks: those within are single ones, and none is left open.
func quotable(text string) string {
	text = strings.NewReplacer("“", "‘", "”", "’", "\"", "’", "„", "‘").Replace(text)
	var b strings.Builder
	for i, r := range text { // a straight mark opens after a space
		if r == '’' && (i == 0 || strings.HasSuffix(text[:i], " ") || strings.HasSuffix(text[:i], "(")) {
			r = '‘'
		}
		b.WriteRune(r)
	}
	text = strings.Trim(clip(b.String(), 110), " ,‘")
	if strings.Count(text, "‘") == 0 {
		text = strings.TrimRight(text, " ,’")
	}
	if strings.LastIndex(text, "‘") > strings.LastIndex(text, "’") {
		text += "’"
	}
	return text
}

// stance says in a label that the words are not put forward but denied or
// doubted.
func stance(c claims.Claim) string {
	switch c.Commitment {
	case claims.Denies:
		return " denies"
	case claims.Doubts:
		return " doubts"
	}
	return ""
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
