package relate

import (
	"sort"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/relate/judge"
)

// Limits on a claim. What lies beyond is left out, so that a comparison stays
// cheap whatever somebody put between quotation marks.
const (
	MaxTerms   = 256    // terms of one claim, those from around it included
	maxContent = 16_000 // bytes of the content that are read
	maxContext = 48     // of them, at most, from around the content
	maxKeys    = 40     // keys of one claim by its words, those of the content first; by its meaning it has up to judge.MaxKeys more
)

// Bare is a claim given on its own, without an article.
type Bare struct {
	ID      string
	Text    string // the words; quotation marks and an introducing "denied that …" may be among them
	Speaker string
	Date    string // when it was said or published: 2006-01-02 or RFC 3339; may be empty
	Context string // what was said around it; may be empty
}

// Propose gives the claim that a statement puts forward. The document is the
// article's text as read; spans of the terms point into it. A denial in the
// cue turns the claim round, so that "denied that X" is against X; terms from
// the rest of the paragraph are marked as context.
func Propose(doc *english.Document, a claims.Article, s claims.Statement) claims.Claim {
	c := claims.Claim{
		Article: s.Article, Statement: s.ID, Speaker: s.Speaker, Publisher: a.Publisher, CueClass: s.CueClass,
		Commitment: s.Commitment, SaidAt: s.SaidAt, About: s.About, Text: s.Text,
	}
	if c.Article == "" {
		c.Article = a.ID
	}
	if c.SaidAt == "" {
		c.SaidAt = a.Date
	}
	b := builder{words: words(), doc: doc, day: a.Date, speaker: s.Speaker.Name}
	b.own, b.kind = s.Type != claims.Direct, s.Speaker.Kind
	b.content(s.Content)
	b.commit(s)
	around := paragraphsOf(doc, s.Content)
	if bare(b.words, b.terms) {
		around = append(inFrontOf(doc, around), around...)
	}
	b.around(around, append(append(append([]claims.Span{}, s.Content...), s.Source...), s.Cue...))
	b.story()
	c.Keys = withMeaning(keysOf(b.words, b.terms), c.Text, judge.Static)
	c.Terms = b.finish()
	return c
}

// ProposeText gives the claim that a text on its own puts forward. Spans point
// into the text; terms from the context have the zero span, as their words
// stand elsewhere. A text that is not valid UTF-8 is read as far as it is.
func ProposeText(p Bare) claims.Claim {
	c := claims.Claim{
		Statement: claims.StatementID(p.ID), Speaker: claims.Speaker{Name: p.Speaker}, CueClass: claims.CueSay,
		Commitment: claims.Asserts, SaidAt: p.Date, Text: p.Text,
	}
	b := builder{words: words(), doc: english.Analyse(p.Text), day: p.Date, speaker: p.Speaker}
	b.content([]claims.Span{{Start: 0, End: len(p.Text)}})
	for i := range b.terms {
		switch {
		case b.terms[i].Kind != claims.NegationTerm:
		case b.terms[i].Lemma == string(cueNotAware):
			c.Commitment = claims.NotAware
		case c.Commitment == claims.Asserts && (b.terms[i].Lemma == string(cueDeny) || b.terms[i].Lemma == string(cueFalse)):
			c.Commitment = claims.Denies
		}
	}
	if p.Context != "" {
		b.doc = english.Analyse(p.Context)
		b.around([]claims.Span{{Start: 0, End: len(p.Context)}}, nil)
		for i := range b.terms {
			if b.terms[i].Context && b.terms[i].Clause == 0 {
				b.terms[i].At = claims.Span{}
			}
		}
	}
	c.Terms = b.finish()
	c.Keys = withMeaning(keysOf(b.words, c.Terms), c.Text, judge.Static)
	return c
}

// builder gathers the terms of one claim.
type builder struct {
	words   *lexicon
	doc     *english.Document
	day     string
	terms   []claims.Term
	clauses int // how many clauses were counted so far
	speaker string
	kind    claims.SpeakerKind
	own     bool // "he" in the content may be the speaker
}

// content adds the terms of the content, sentence by sentence.
func (b *builder) content(spans []claims.Span) {
	for _, parts := range b.sentences(firstBytes(spans, maxContent)) {
		if len(b.terms) >= MaxTerms {
			return
		}
		ws := readClock(b.doc, wordsIn(b.words, b.doc, parts, b.day))
		turn(b.words, b.doc, ws)
		markModals(ws)
		assignRoles(b.doc, ws)
		b.clauses = assignClauses(b.doc, ws, b.clauses)
		b.add(ws, false)
		b.speaks(ws)
	}
}

// firstBytes gives as much of the spans as makes up n bytes.
func firstBytes(spans []claims.Span, n int) []claims.Span {
	out := make([]claims.Span, 0, len(spans))
	for _, s := range spans {
		if s.End = min(s.End, s.Start+n); s.Len() > 0 {
			out = append(out, s)
			n -= s.Len()
		}
	}
	return out
}

// sentences cuts spans at the ends of sentences: a list of fragments each.
func (b *builder) sentences(spans []claims.Span) [][]claims.Span {
	var out [][]claims.Span
	last := -1
	for _, s := range spans {
		from := sort.Search(len(b.doc.Sentences), func(i int) bool { return b.doc.Sentences[i].Span.End > s.Start })
		for i := from; i < len(b.doc.Sentences) && b.doc.Sentences[i].Span.Start < s.End; i++ {
			at := b.doc.Sentences[i].Span
			part := claims.Span{Start: max(at.Start, s.Start), End: min(at.End, s.End)}
			if i == last {
				out[len(out)-1] = append(out[len(out)-1], part)
				continue
			}
			out, last = append(out, []claims.Span{part}), i
		}
	}
	return out
}

// add turns words into terms. Of what stands around a content only the words
// that help to find it are kept.
func (b *builder) add(ws []word, context bool) {
	for i := range ws {
		w := &ws[i]
		t := w.term
		t.Context, t.Negated = context, w.flips%2 == 1
		if w.cue != "" {
			t.Kind, t.Lemma, t.Text = claims.NegationTerm, string(w.cue), t.At.In(b.doc.Text)
		}
		keep := w.content() || w.modal || (!context && !w.mark && t.Kind != claims.OtherTerm)
		if keep && len(b.terms) < MaxTerms {
			b.terms = append(b.terms, t)
		}
	}
}

// commit folds the commitment of a statement in where the words of the content
// do not show it themselves.
func (b *builder) commit(s claims.Statement) {
	var c cue
	switch s.Commitment {
	case claims.Denies:
		c = cueDeny
	case claims.Doubts:
		c = cueDoubt
	case claims.NotAware:
		c = cueNotAware
	default:
		if s.CueClass != claims.CueDeny {
			return
		}
		c = cueDeny
	}
	if b.grants(s, c) {
		return
	}
	shown := s.CommitmentWords
	if len(shown) == 0 {
		shown = s.Cue
	}
	at := claims.Hull(shown)
	for _, t := range b.terms {
		again := c == cueDeny && !t.Negated && oneOf(cue(t.Lemma), []cue{cueDispute, cueFalse}) // "rejected the claim of … as baseless": denied once
		if t.Kind == claims.NegationTerm && (t.Lemma == string(c) || again || at.Contains(t.At)) {
			return // found in the content already
		}
	}
	if len(shown) == 0 || shown[0].Check(b.doc.Text) != nil {
		return
	}
	if s.Type != claims.Direct { // what stands in quotation marks is said, not denied: "She denied it: “I was at home”"
		for i := range b.terms {
			b.terms[i].Negated = !b.terms[i].Negated
		}
	}
	word := claims.Term{Text: shown[0].In(b.doc.Text), Lemma: string(c), Kind: claims.NegationTerm, At: shown[0]}
	b.terms = append([]claims.Term{word}, b.terms...)
}

// grants says whether a content is a question that takes for granted what it
// speaks of: who questioned how a dam broke does not dispute that it did, and what
// does not show whether it did denies nothing.
func (b *builder) grants(s claims.Statement, c cue) bool {
	if c == cueNotAware || len(s.Content) == 0 || s.Content[0].Check(b.doc.Text) != nil {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(s.Content[0].In(b.doc.Text)), " ")
	switch first {
	case "how", "what", "why", "who", "when", "where", "which":
		return true
	case "them", "him", "her", "us", "me":
		return c == cueDeny // "could deny them permits" refuses something
	case "whether", "if":
		words := strings.ToLower(claims.Hull(s.Cue).In(b.doc.Text))
		return c == cueDeny || !strings.Contains(words, "doubt") && !strings.Contains(words, "question")
	}
	return false
}

// around adds the words of the spans that are not in one of the others.
func (b *builder) around(spans, except []claims.Span) {
	added := 0
	for _, parts := range b.sentences(spans) {
		ws := wordsIn(b.words, b.doc, parts, b.day)
		kept := ws[:0]
		for _, w := range ws {
			if w.content() && w.cue == "" && !overlapsAny(w.term.At, except) && !b.words.light[w.term.Lemma] && added < maxContext {
				kept, added = append(kept, w), added+1
			}
		}
		b.add(kept, true)
	}
}

// story adds the names at the beginning of the article, which tell what story
// it belongs to.
func (b *builder) story() {
	const lede, few = 1000, 8 // bytes, names
	seen := map[string]bool{}
	for _, n := range b.doc.NamesIn(claims.Span{End: min(lede, len(b.doc.Text))}) {
		w := nameWord(n, "")
		if key := nameKey(b.words, w.term.Lemma); !seen[key] && len(seen) < few {
			seen[key] = true
			b.add([]word{w}, true)
		}
	}
}

// finish puts the terms in the order of the text, context after content.
func (b *builder) finish() []claims.Term {
	sort.SliceStable(b.terms, func(i, j int) bool {
		x, y := &b.terms[i], &b.terms[j]
		if x.Context != y.Context {
			return y.Context
		}
		return x.At.Start < y.At.Start
	})
	return b.terms
}

func overlapsAny(s claims.Span, others []claims.Span) bool {
	for _, o := range others {
		if s.Overlaps(o) {
			return true
		}
	}
	return false
}

// paragraphsOf gives what stands around a content: the paragraphs it touches,
// at most some hundred words of each side.
func paragraphsOf(doc *english.Document, content []claims.Span) []claims.Span {
	const reach = 600 // bytes to each side
	hull := claims.Hull(content)
	if hull.Check(doc.Text) != nil {
		return nil
	}
	p := claims.Paragraph(doc.Text, hull)
	return []claims.Span{{Start: max(p.Start, hull.Start-reach), End: min(p.End, hull.End+reach)}}
}
