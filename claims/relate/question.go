package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
)

// question words what a dispute is about: what both sides of its strongest
// conflict speak of, and who stands against whom: "Airstrikes and militants:
// Walid al-Moualem against John Kerry".
func question(l *lexicon, edges []*edge, stands []*stand) string {
	topic := topicOf(l, edges)
	parties := parties(stands)
	if topic == "" {
		return upperFirst(parties)
	}
	return upperFirst(topic) + ": " + parties
}

// parties says who stands against whom.
func parties(stands []*stand) string {
	if len(stands) < 2 {
		return "statements that differ"
	}
	a, b := stands[0].speakers(), stands[1].speakers()
	switch {
	case len(stands) > 2:
		return a + ", " + b + " and others differ"
	case strings.EqualFold(a, b):
		return "two statements of " + a
	}
	return a + " against " + b
}

// topicOf names what the claims of the strongest conflict have in common: two
// things at most, as that side words them which does so more fully.
func topicOf(l *lexicon, edges []*edge) string {
	e := edges[0]
	p := align(l, newSide(l, &e.a), newSide(l, &e.b))
	a, b := p.topics(&p.a, p.inA), p.topics(&p.b, p.inB)
	best := a
	if fuller(b, a) {
		best = b
	}
	switch len(best) {
	case 0:
		return ""
	case 1:
		return best[0]
	}
	return best[0] + " and " + best[1]
}

// fuller says whether one side names the topic in more words than the other.
func fuller(x, y []string) bool {
	count := func(list []string) (n int) {
		for _, t := range list[:min(2, len(list))] {
			n += len(strings.Fields(t))
		}
		return n
	}
	return count(x) > count(y)
}

// topics gives the names and nouns of a side that the other side has too, each
// with the linked words right before it: "Iranian airstrikes".
func (p *pair) topics(s *side, linked []bool) []string {
	var out []string
	seen := map[string]bool{}
	for i := 0; i < len(s.items); i++ {
		if !p.topical(s, linked, i) {
			continue
		}
		text, last := s.items[i].Text, i
		for last+1 < len(s.items) && p.topical(s, linked, last+1) && s.items[last+1].At.Start-s.items[last].At.End == 1 {
			last++
			text += " " + s.items[last].Text
		}
		if thing(&s.items[last]) || isName(s.items[last].Term) {
			if key := strings.ToLower(s.items[last].Lemma); !seen[key] && utf8.RuneCountInString(text) <= 60 {
				seen[key] = true
				out = append(out, strings.Join(strings.Fields(text), " "))
			}
		}
		i = last
	}
	return out
}

func (p *pair) topical(s *side, linked []bool, i int) bool {
	it := &s.items[i]
	return linked[i] && !it.light && !it.Context && (thing(it) || it.Kind == claims.AdjTerm)
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
