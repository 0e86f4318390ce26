package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// The places of a token about quotation marks.
const (
	unquoted uint64 = iota
	opening         // the mark that opens
	closing         // the mark that closes
	quoted          // between the two
)

// reading is a document laid out for the features: one entry a token in each
// list. Words, shapes, tags and names are hashes.
type reading struct {
	doc    *english.Document
	norm   []uint64 // the word in small letters, marks alike, figures by shape
	lemma  []uint64
	shape  []uint64
	suffix []uint64
	tag    []uint64 // the fine tag
	name   []uint64 // kind of the name around, and the place in it
	quote  []uint64
	length []uint64 // of the quotation around, by class
	cue    []uint64 // how often the word is a cue, by class
	cueLem []uint64 // how often words of the lemma and tag are
	hint   []uint64
	left   []int // the nearest likely cue to the left in the sentence, or -1
	right  []int // and to the right
	tree   []treeMark
}

// layOut reads a document for the features.
func layOut(d *english.Document, advice []Attribution, cues cueTable) *reading {
	n := len(d.Tokens)
	all := make([]uint64, 11*n)
	next := func() []uint64 {
		out := all[:n:n]
		all = all[n:]
		return out
	}
	r := &reading{
		doc: d, norm: next(), lemma: next(), shape: next(), suffix: next(), tag: next(), name: next(), quote: next(), length: next(),
		cue: next(), cueLem: next(), hint: next(), left: make([]int, n), right: make([]int, n), tree: make([]treeMark, n),
	}
	for i := range d.Tokens {
		r.word(i, cues)
	}
	for _, a := range advice {
		r.advise(Cue, a.Cue)
		r.advise(Source, a.Source)
		r.advise(Content, a.Content...)
	}
	r.names()
	r.quotations()
	r.nearest()
	r.climb()
	return r
}

// advise marks the tokens of a part that the rules found, unless they are part
// of something before. Content within quotation marks is marked as such.
func (r *reading) advise(role Role, parts ...Stretch) {
	for _, s := range parts {
		for i := s.First; i < s.Last; i++ {
			if r.hint[i] != 0 {
				continue
			}
			label := role.Inside()
			if i == s.First {
				label = role.Begin()
			}
			r.hint[i] = uint64(label)
			if role == Content && r.doc.Tokens[s.First].Quotation >= 0 && r.doc.Tokens[s.First].Quotation == r.doc.Tokens[s.Last-1].Quotation {
				r.hint[i] += uint64(labels)
			}
		}
	}
}

// longWord is how many bytes of a word are looked at.
const longWord = 40

func (r *reading) word(i int, cues cueTable) {
	t := &r.doc.Tokens[i]
	low := normal(t.Lower)
	shape := shapeOf(t.Text)
	if strings.ContainsRune(shape, 'd') {
		low = shape
	}
	low = low[:min(len(low), longWord)]
	r.shape[i] = linear.Word(shape)
	r.norm[i] = linear.Word(low)
	r.suffix[i] = linear.Word(lastLetters(low, 3))
	r.lemma[i] = linear.Word(t.Lemma[:min(len(t.Lemma), longWord)])
	r.tag[i] = linear.Of2(0, linear.Word(t.Fine), linear.Word(string(t.Tag)))
	r.cue[i] = cues.word(low)
	r.cueLem[i] = cues.lemma(t.Lemma, t.Tag)
}

// normal gives one form of marks that are written in several ways.
func normal(word string) string {
	switch word {
	case "“", "”", "„", "``", "''", "«", "»":
		return "\""
	case "‘", "’", "`":
		return "'"
	case "–", "—", "--", "---":
		return "-"
	case "…", "....":
		return "..."
	}
	return word
}

// shapeOf writes a word with X for capitals, x for small letters and d for
// figures, at most two of each in a row.
func shapeOf(word string) string {
	const longest = 12
	var b strings.Builder
	var last rune
	run := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsDigit(r):
			r = 'd'
		case unicode.IsLetter(r):
			r = 'x'
		}
		if r != last {
			run = 0
		}
		last = r
		if run++; run <= 2 {
			b.WriteRune(r)
		}
		if b.Len() > longest {
			break
		}
	}
	return b.String()
}

func lastLetters(word string, n int) string {
	start := len(word)
	for ; n > 0 && start > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(word[:start])
		start -= w
	}
	return word[start:]
}

// names marks the kind of each name at its first, inner and last word.
func (r *reading) names() {
	for _, name := range r.doc.Names {
		from, to := r.doc.TokenRange(name.Span)
		kind := linear.Word(string(name.Kind))
		if name.Title != "" {
			kind++
		}
		for i := from; i < to; i++ {
			place := uint64(2)
			switch i {
			case to - 1:
				place = 3
			case from:
				place = 1
			}
			r.name[i] = linear.Of2(0, kind, place)
		}
	}
}

// quotations marks what stands within quotation marks, and the marks.
func (r *reading) quotations() {
	for _, q := range r.doc.Quotations {
		from, to := r.doc.TokenRange(q.Span)
		size := quotationSize(q, to-from)
		for i := from; i < to; i++ {
			t := r.doc.Tokens[i].Span
			switch {
			case t.Start < q.Inner.Start:
				r.quote[i] = opening
			case t.Start >= q.Inner.End:
				r.quote[i] = closing
			case r.quote[i] == unquoted:
				r.quote[i] = quoted
			}
			if r.length[i] == 0 {
				r.length[i] = size
			}
		}
	}
}

func quotationSize(q english.Quotation, tokens int) uint64 {
	switch {
	case !q.Closed || q.Continues:
		return 5
	case tokens > 16:
		return 4
	case tokens > 8:
		return 3
	case tokens > 5:
		return 2
	}
	return 1
}

// nearest finds the likely cues on both sides of each token.
func (r *reading) nearest() {
	tokens := r.doc.Tokens
	last := -1
	for i := range tokens {
		if i > 0 && tokens[i].Sentence != tokens[i-1].Sentence {
			last = -1
		}
		r.left[i] = last
		if r.likelyCue(i) {
			last = i
		}
	}
	last = -1
	for i := len(tokens) - 1; i >= 0; i-- {
		if i+1 < len(tokens) && tokens[i].Sentence != tokens[i+1].Sentence {
			last = -1
		}
		r.right[i] = last
		if r.likelyCue(i) {
			last = i
		}
	}
}

func (r *reading) likelyCue(i int) bool { return r.cue[i] >= likely && r.quote[i] != quoted }
