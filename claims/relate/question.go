package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// question words what a dispute is about as one question that neither side has
// answered yet: "Did Iran launch airstrikes in Iraq?", "How many people were
// killed in the fire?" It is made from that clause of the strongest conflicts
// which holds most of what both sides speak of and of the words that clash;
// where none can be asked, it names what they speak of.
func question(l *lexicon, edges []*edge, read trees) string {
	const first = 3 // conflicts that are looked at
	best := wordedQuestion{}
	for i, e := range edges[:min(first, len(edges))] {
		p := align(l, newSide(l, &e.a), newSide(l, &e.b))
		for _, s := range []struct {
			claim  *claims.Claim
			side   *side
			linked []bool
			isA    bool
		}{{&e.a, &p.a, p.inA, true}, {&e.b, &p.b, p.inB, false}} {
			m := marksOf(e.conflict, s.claim, s.side, s.linked, s.isA)
			if q := m.best(s.claim, read); q.score-float64(i) > best.score {
				best = q
				best.score -= float64(i)
			}
		}
	}
	if best.text != "" {
		return best.text
	}
	return unasked(l, edges[0])
}

// wordedQuestion is a question and how well it suits the dispute.
type wordedQuestion struct {
	text  string
	score float64
}

// leastScore is the score below which a question says too little of what the
// dispute is about.
const leastScore = 3.5

// marks are the words of one side of a conflict that a question should hold,
// in small letters.
type marks struct {
	shared map[string]bool // both sides speak of it
	clash  map[string]bool // a reason for the conflict rests on it
	names  map[string]bool // words of names
	reason claims.ReasonKind
}

func marksOf(c claims.Conflict, claim *claims.Claim, s *side, linked []bool, isA bool) marks {
	m := marks{shared: map[string]bool{}, clash: map[string]bool{}, names: map[string]bool{}}
	for i := range claim.Terms {
		if isName(&claim.Terms[i]) {
			m.add(m.names, claim.Terms[i].Text)
		}
	}
	for i := range s.items {
		if it := &s.items[i]; linked[i] && !it.light && !it.Context {
			m.add(m.shared, it.Text)
		}
	}
	for _, r := range c.Reasons {
		if !r.For {
			continue
		}
		if m.reason == "" {
			m.reason = r.Kind
		}
		spans := r.B
		if isA {
			spans = r.A
		}
		for i := range claim.Terms {
			if t := &claim.Terms[i]; !t.Context && t.Kind != claims.NegationTerm && overlapsAny(t.At, spans) {
				m.add(m.clash, t.Text)
			}
		}
	}
	return m
}

func (m marks) add(set map[string]bool, text string) {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		set[w] = true
	}
}

// best gives the question that suits best of those that a claim's clauses can
// be made into.
func (m marks) best(c *claims.Claim, read trees) wordedQuestion {
	best := wordedQuestion{score: leastScore}
	for _, cl := range read.of(c.Text).clauses() {
		if q := m.ask(cl, c); q.score > best.score {
			best = q
		}
	}
	if best.text == "" {
		return wordedQuestion{}
	}
	if c.Commitment == claims.NotAware {
		best.score -= 2 // what the other side says is the matter, and not that somebody does not know
	}
	return best
}

// ask makes one clause into the question that the conflict's reason calls for,
// else into one that asks whether it is so.
func (m marks) ask(cl clause, c *claims.Claim) wordedQuestion {
	shapes := []func(*asking) string{(*asking).yesNo}
	clash := func(i int) bool { return m.clash[cl.doc.Tokens[i].Lower] }
	switch m.reason {
	case claims.ReasonNumber:
		shapes = []func(*asking) string{(*asking).howMany, (*asking).yesNo}
	case claims.ReasonDate:
		shapes = append([]func(*asking) string{func(a *asking) string { return a.which("When", clash) }}, shapes...)
	case claims.ReasonPlace:
		shapes = append([]func(*asking) string{func(a *asking) string { return a.which("Where", clash) }}, shapes...)
	case claims.ReasonCause:
		shapes = append([]func(*asking) string{func(a *asking) string { return a.which("Why", clash) }}, shapes...)
	case claims.ReasonAgent:
		if cl.subject >= 0 && clash(cl.subject) && isPerson(cl.doc, cl.subject) {
			shapes = append([]func(*asking) string{(*asking).who}, shapes...)
		}
	}
	for i, shape := range shapes {
		a := &asking{clause: cl, speaker: c.Speaker, names: m.names}
		if text := shape(a); text != "" && utf8.RuneCountInString(text) <= longestQuestion {
			score := m.score(a, text)
			if i < len(shapes)-1 && score > 0 {
				score += 3 // it leaves out the words that clash, and asks for them
			}
			return wordedQuestion{text, score}
		}
	}
	return wordedQuestion{}
}

// longestQuestion keeps a title on one line or two, in characters.
const longestQuestion = 110

func isPerson(doc *english.Document, i int) bool {
	for _, n := range doc.Names {
		if n.Span.Contains(doc.Tokens[i].Span) {
			return n.Kind == english.PersonName
		}
	}
	return false
}

// score says how well a question suits: it should hold what both sides speak
// of and what clashes, be short, and leave nobody guessing whom it means.
func (m marks) score(a *asking, text string) float64 {
	s, seen := 0.0, map[string]bool{}
	for _, i := range a.used {
		w := a.doc.Tokens[i].Lower
		if seen[w] {
			continue
		}
		seen[w] = true
		if m.shared[w] {
			s += 2
		}
		if m.clash[w] {
			s += 1.5
		}
	}
	if s == 0 {
		return 0
	}
	if a.main {
		s += 0.5
	}
	return s - 1.5*float64(a.unclear) - float64(max(0, utf8.RuneCountInString(text)-60))/15
}

// unasked is the question where no clause can be made into one: what both
// sides speak of, or who they are.
func unasked(l *lexicon, e *edge) string {
	topic := topicOf(l, e)
	a, b := nameOf(e.a), nameOf(e.b)
	switch {
	case topic == "" && strings.EqualFold(a, b):
		return "Which of two statements of " + a + " holds?"
	case topic == "":
		return "Who is right, " + a + " or " + b + "?"
	case e.conflict.Kind == claims.DiffersInNumber:
		return "Which figure is right for " + topic + "?"
	}
	return "What is true about " + topic + "?"
}

// topicOf names what the claims of a conflict have in common: two things at
// most, as that side words them which does so more fully.
func topicOf(l *lexicon, e *edge) string {
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
// with the linked words right before it: "the Iranian airstrikes".
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
		if it := &s.items[last]; thing(it) || isName(it.Term) {
			if key := strings.ToLower(it.Lemma); !seen[key] && utf8.RuneCountInString(text) <= 60 {
				seen[key] = true
				if i == 0 {
					text = lowerFirstLetter(text)
				}
				out = append(out, withArticle(text, isName(it.Term)))
			}
		}
		i = last
	}
	return out
}

// withArticle puts "the" before a noun, and before names that have it.
func withArticle(text string, name bool) string {
	words := strings.Fields(text)
	for len(words) > 1 && determiners[strings.ToLower(words[0])] {
		words = words[1:]
	}
	text = strings.Join(words, " ")
	if name && words[0] != "United" {
		return text
	}
	return "the " + text
}

var determiners = map[string]bool{"the": true, "a": true, "an": true, "his": true, "her": true, "their": true, "its": true, "my": true, "our": true, "your": true, "this": true, "that": true}

func (p *pair) topical(s *side, linked []bool, i int) bool {
	it := &s.items[i]
	return linked[i] && !it.light && !it.Context && (thing(it) || it.Kind == claims.AdjTerm)
}

// lowerFirstLetter begins a text with a small letter, but for a word with more
// capitals and a name.
func lowerFirstLetter(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || strings.ToLower(s[n:]) != s[n:] {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
