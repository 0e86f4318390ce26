package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
	"github.com/counterclaim/counterclaim/claims/extract/attribution"
)

// places says for each token of a document in which line it stands, and in
// which unit of it.
type places struct {
	doc        *english.Document
	lines      []line
	line, unit []int
}

func placesOf(d *english.Document, ls []line) places {
	p := places{d, ls, make([]int, len(d.Tokens)), make([]int, len(d.Tokens))}
	for i := range ls {
		for k, u := range ls[i].units {
			for t := u.first; t < u.last; t++ {
				p.line[t], p.unit[t] = i, k
			}
		}
	}
	return p
}

// units gives the units of some tokens, as far as they are in one line.
func (p places) units(s attribution.Stretch) stretch {
	last := s.Last - 1
	for p.line[last] != p.line[s.First] {
		last--
	}
	return stretch{p.unit[s.First], p.unit[last] + 1}
}

// plain says whether some tokens stand outside of quotation marks.
func (p places) plain(s attribution.Stretch) bool {
	return !p.lines[p.line[s.First]].units[p.unit[s.First]].quoted()
}

// rewrite gives a find the parts that the tagger marked. Where the cue stands
// within a quotation that is a unit, it cannot, and leaves the find as it is.
func (p places) rewrite(f find, x attribution.Finding) (find, bool) {
	if !p.plain(x.Cue) || f.within >= 0 {
		return f, false
	}
	out := find{group: p.group(x), line: p.line[x.Cue.First], through: f.through, within: f.within, answers: f.answers}
	out.through = max(out.line, out.through)
	if out.content, out.direct = p.contents(x.Content); len(out.content) == 0 || f.carried && out.source.empty() {
		return f, false
	}
	if x.Advice < 0 && !p.reports(out, x) {
		out.entry = otherCue
		return out, true
	}
	// The rules know better who speaks in "the office, whose director, Susan
	// Okoro, said" and in "the paper quoted Olin as saying".
	if x.Advice >= 0 && !f.carried && out.line == f.line && (out.verb == f.verb || out.source.empty() && !f.source.empty()) {
		source, inverted, cue := out.source, out.inverted, out.cue
		out.group = f.group
		if l := &p.lines[f.line]; !source.empty() && !l.holds(source, "whose") && !l.quotesBefore(f.group) {
			out.source, out.inverted, out.cue = source, inverted, cue
		}
	}
	if x.Advice >= 0 && alike(out.content, f.content) >= sameContent {
		out.content, out.direct, out.through = f.content, f.direct, f.through
	}
	out.entry = spoken(out)
	return out, true
}

// holds says whether a word stands among some units.
func (l *line) holds(s stretch, word string) bool {
	for i := s.first; i < s.last; i++ {
		if l.units[i].is(word) {
			return true
		}
	}
	return false
}

// sameContent is from which likeness on two contents are the same but for
// their edges, which the rules cut as readers expect.
const sameContent = 0.4

// alike is twice the bytes that two contents share by the bytes of both.
func alike(a, b []claims.Span) float64 {
	shared, size := 0, 0
	for _, x := range a {
		size += x.Len()
		for _, y := range b {
			shared += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		size += y.Len()
	}
	return 2 * float64(shared) / float64(max(1, size))
}

// reports says whether what the tagger alone found puts something forward:
// somebody is named who did not keep silent, and the content is a quotation or
// a clause.
func (p places) reports(f find, x attribution.Finding) bool {
	l := &p.lines[f.line]
	asked := f.source.first == 0 && l.at(0).is("who", "what", "which") // "Who said the gate was open?"
	if f.source.empty() || l.silent(f.group) || !l.speaks(f.source) || asked {
		return false
	}
	if f.direct {
		return true
	}
	for _, c := range x.Content {
		if p.clause(c) {
			return true
		}
	}
	return false
}

// clause says whether the words of a stretch hang on a verb, or on a word that
// has a subject: "the bridge is safe", and not "the threat posed by it".
func (p places) clause(s attribution.Stretch) bool {
	tokens := p.doc.Tokens
	for i := s.First; i < s.Last; i++ {
		t := tokens[i]
		inside := t.Head >= s.First && t.Head < s.Last
		switch {
		case !inside && (t.Tag == english.Verb || t.Tag == english.Aux):
			return true
		case inside && strings.HasPrefix(t.Relation, "nsubj"):
			if up := tokens[t.Head].Head; up < s.First || up >= s.Last {
				return true
			}
		}
	}
	return false
}

// silent says whether the cue tells that somebody did not speak: "declined to
// say", "would not say whether".
func (l *line) silent(g group) bool {
	negated := g.negated
	for i := g.cue.first; i < g.cue.last; i++ {
		u := l.units[i]
		if u.quoted() {
			continue
		}
		negated = negated || u.word.Negation
		if u.is("without") || silence[english.Lemma(u.word.Lower, english.Verb)] {
			return true
		}
	}
	asks := l.at(g.cue.last).is("whether", "if", "when", "where", "who", "how", "why", "what", "which")
	return negated && (asks || g.entry.class == claims.CueDeny) || silence[english.Lemma(l.at(g.cue.first-2).word.Lower, english.Verb)]
}

// group reads the cue and the source that the tagger marked.
func (p places) group(x attribution.Finding) group {
	at := p.line[x.Cue.First]
	l := &p.lines[at]
	cue := p.units(x.Cue)
	g := l.readCue(cue)
	g.cue = l.trim(cue)
	if !x.Source.Empty() && p.line[x.Source.First] == at && p.plain(x.Source) {
		g.source = l.trim(p.units(x.Source))
		g.inverted = g.source.first > cue.first
	}
	return g
}

// trim takes the marks off the ends of some units, unless there is nothing else.
func (l *line) trim(s stretch) stretch {
	t := s
	for !t.empty() && l.units[t.first].tag() == english.Punct {
		t.first++
	}
	for !t.empty() && l.units[t.last-1].tag() == english.Punct {
		t.last--
	}
	if t.empty() {
		return s
	}
	return t
}

// readCue finds the verb of the lexicon in some units, or what comes nearest.
func (l *line) readCue(cue stretch) group {
	g := group{entry: otherCue, verb: cue.last - 1}
	for i := cue.first; i < cue.last; i++ {
		if l.units[i].quoted() {
			continue
		}
		if read, ok := l.cueAt(i); ok {
			return read
		}
		if entry, ok := cues[english.Lemma(l.units[i].word.Lower, english.Verb)]; ok {
			g.entry, g.verb = entry, i
		}
	}
	return g
}

// contents gives the spans of fragments without "that", marks at their ends
// and outer quotation marks, and whether all of them are quotations.
func (p places) contents(fragments []attribution.Stretch) (spans []claims.Span, direct bool) {
	direct = true
	tokens := p.doc.Tokens
	for _, s := range fragments {
		for s.First < s.Last && (edgeMark(tokens[s.First]) || tokens[s.First].Lower == "that") {
			s.First++
		}
		for s.First < s.Last && edgeMark(tokens[s.Last-1]) {
			s.Last--
		}
		if s.Empty() {
			continue
		}
		span := claims.Span{Start: tokens[s.First].Span.Start, End: tokens[s.Last-1].Span.End}
		if q := tokens[s.First].Quotation; q >= 0 && p.doc.Quotations[q].Span.Contains(span) {
			inner := p.doc.Quotations[q].Inner
			span = claims.Span{Start: max(span.Start, inner.Start), End: min(span.End, inner.End)}
		} else {
			direct = false
		}
		if span.Start < span.End {
			spans = append(spans, span)
		}
	}
	return spans, direct
}

// edgeMark says whether a token is a mark that is no part of what is reported.
func edgeMark(t english.Token) bool {
	return t.Tag == english.Punct && t.Quotation < 0 && t.Text != "?" && t.Text != "!" && t.Text != "$" && t.Text != "£" && t.Text != "(" && t.Text != ")"
}
