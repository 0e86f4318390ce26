package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// gather finds all attributions of a document, in the order of its lines.
func gather(d *english.Document) ([]line, []find) {
	ls := lines(d)
	var out []find
	talk := interview{answer: -1}
	for i := range ls {
		l := &ls[i]
		answer, answered := talk.answers(l, i)
		found := matchLine(l, i)
		switch {
		case len(found) > 0:
			out = appendFinds(out, found)
		case answered:
			out = append(out, answer)
		case l.label() == "q":
		case l.onlyQuotes():
			out = loose(ls, i, out)
		default:
			if f, ok := l.byColon(i); ok {
				out = append(out, f)
			} else if signed, ok := signature(ls, i, out); ok {
				out = signed
			} else if f, ok := l.byQuote(i); ok {
				out = append(out, f)
			} else {
				out = lateCue(ls, i, out)
			}
		}
	}
	return ls, out
}

// appendFinds adds the finds of a line; their links within it become links
// within the whole list.
func appendFinds(out, found []find) []find {
	base := len(out)
	for _, f := range found {
		if f.within >= 0 {
			f.within += base
		}
		out = append(out, f)
	}
	return out
}

// onlyQuotes says whether the line is quotations and marks alone.
func (l *line) onlyQuotes() bool {
	quotes := 0
	for _, u := range l.units {
		if u.quoted() {
			quotes++
		} else if u.tag() != english.Punct {
			return false
		}
	}
	return quotes > 0
}

// shortest is how many words a quotation without a cue needs to be speech, and
// no title or word held at a distance.
const shortest = 3

// loose gives a line of quotations alone to whoever spoke before it. Within a
// paragraph, or where the paragraph takes up an open quotation, the words go
// on with the statement before; else they are one of their own.
func loose(ls []line, i int, out []find) []find {
	l := &ls[i]
	spans, words := l.quotedWords()
	introduced := i > 0 && words >= shortest && (ls[i-1].paragraph == l.paragraph || ls[i-1].introduces(l))
	if len(out) == 0 && introduced {
		return append(out, subjectBefore(i, spans))
	}
	if len(out) == 0 || words < shortest && ls[out[len(out)-1].line].paragraph != l.paragraph {
		return out
	}
	last := &out[len(out)-1]
	for last.within >= 0 {
		last = &out[last.within]
	}
	before := &ls[last.line]
	same := before.paragraph == l.paragraph && last.through == i-1
	q := l.doc.Quotations[l.firstQuote()]
	switch {
	case last.direct && (same || q.Continues):
		last.content = append(last.content, spans...)
		last.through = i
		return out
	case same || q.Continues, before.paragraph == l.paragraph-1 && ls[last.through+1].paragraph != before.paragraph:
		return append(out, carriedFind(i, spans))
	case i > 0 && ls[i-1].paragraph == l.paragraph, introduced && ls[i-1].introduces(l):
		return append(out, subjectBefore(i, spans))
	}
	return out
}

// carriedFind is a quotation without source and cue: the speaker before it
// goes on.
func carriedFind(i int, spans []claims.Span) find {
	return find{group: group{entry: colonCue}, line: i, through: i, content: spans, direct: true, within: -1, carried: true}
}

// subjectBefore gives a quotation to the subject of the sentence before it:
// 'Rourke was unimpressed. "I am not surprised."'
func subjectBefore(i int, spans []claims.Span) find {
	f := carriedFind(i, spans)
	f.introduced = i
	return f
}

// firstQuote is the index of the first quotation of the line; -1 for none.
func (l *line) firstQuote() int {
	for _, u := range l.units {
		if u.quoted() {
			return u.quotation
		}
	}
	return -1
}

// quotedWords gives the insides of the line's quotations and their number of
// words.
func (l *line) quotedWords() (spans []claims.Span, words int) {
	for _, u := range l.units {
		if u.quoted() {
			spans = append(spans, l.doc.Quotations[u.quotation].Inner)
			words += u.last - u.first - 2
		}
	}
	return spans, words
}

// byColon reads "Feld: …" and "The union went further: …", where no verb of
// the lexicon reports.
func (l *line) byColon(index int) (find, bool) {
	const longest = 40 // units before the colon
	for i := 1; i < len(l.units)-1 && i < longest; i++ {
		if !l.units[i].is(":") {
			continue
		}
		quoted := l.units[i+1].quoted()
		speaker := l.speakerLabel(i)
		if !quoted && !speaker {
			return find{}, false
		}
		f := find{group: group{entry: colonCue, verb: i, cue: stretch{i, i + 1}}, line: index, through: index, within: -1}
		f.source = stretch{0, i}
		if !speaker {
			f.source = l.shared(i, nil)
		}
		if f.source.empty() {
			return find{}, false
		}
		part := stretch{i + 1, len(l.units)}
		if quoted {
			part.last = i + 2
		}
		f.content, f.direct = l.fragments([]stretch{part})
		return f, len(f.content) > 0
	}
	return find{}, false
}

// speakerLabel says whether the units before the colon are a name alone, as in
// headlines and transcripts.
func (l *line) speakerLabel(colon int) bool {
	if l.units[colon+1].quoted() && l.roleLabel(colon) {
		return true
	}
	if colon > 4 {
		return false
	}
	name, ok := l.nameAround(l.units[colon-1])
	if !ok || name.Kind == english.PlaceName {
		return false
	}
	for i := 0; i < colon; i++ {
		if l.units[i].tag() != english.NameTag && !l.inName(i) {
			return false
		}
	}
	return l.heading || l.units[colon+1].quoted() || l.units[0].word.Text == strings.ToUpper(l.units[0].word.Text)
}

// roleLabel says whether the units before the colon are what a person or a
// body is called, with or without a name: "The harbour master", "Ivo Kask, a
// resident".
func (l *line) roleLabel(colon int) bool {
	end := l.phraseEnd(0)
	if end == 0 || l.appositions(end) != colon {
		return false
	}
	head, _ := l.headOf(l.core(stretch{0, end}))
	if head.Tag == english.NameTag {
		name, ok := l.nameAround(l.units[end-1])
		return ok && name.Kind == english.PersonName
	}
	return isPersonNoun(english.Lemma(head.Lower, english.Noun)) || organisationNouns[head.Lower]
}

// introduces says whether a line tells of a person, so that words without a
// speaker in the next paragraph are likely that person's.
func (l *line) introduces(next *line) bool {
	if l.heading || l.paragraph != next.paragraph-1 {
		return false
	}
	source := l.shared(len(l.units), nil)
	if source.empty() {
		return false
	}
	head, _ := l.headOf(l.core(source))
	if head.Tag != english.NameTag {
		return isPersonNoun(head.Lower)
	}
	name, ok := l.nameAround(unit{quotation: -1, word: &head})
	return ok && name.Kind != english.PlaceName && name.Kind != english.OrganisationName
}

// byQuote reads a quotation with a speaker and a verb that is in no lexicon:
// '"Never again," Kerry sighed.' Only a quotation that ends in a comma or a
// mark of its own is taken so.
func (l *line) byQuote(index int) (find, bool) {
	const near = 30 // units
	if len(l.units) < 2 || !l.units[0].quoted() {
		return find{}, false
	}
	inner := l.doc.Quotations[l.units[0].quotation].Inner.In(l.doc.Text)
	if l.units[0].last-l.units[0].first < shortest+3 || !strings.ContainsAny(inner[len(inner)-1:], ",?!") {
		return find{}, false
	}
	for k := 1; k < len(l.units) && k < near; k++ {
		if l.units[k].tag() != english.Verb || strings.HasSuffix(l.units[k].word.Lower, "ing") {
			continue
		}
		source, _ := l.subject(k)
		if source.empty() && l.at(k-1).quoted() {
			source = l.follower(k + 1)
		}
		if source.empty() {
			return find{}, false
		}
		f := find{group: group{entry: colonCue, verb: k, cue: stretch{k, k + 1}, source: source}, line: index, through: index, within: -1}
		f.content, f.direct = l.fragments([]stretch{{0, 1}})
		return f, true
	}
	return find{}, false
}

// lateCue reads '"Never again." Kerry said.': the cue stands in a sentence of
// its own behind the words.
func lateCue(ls []line, i int, out []find) []find {
	l := &ls[i]
	if len(out) == 0 || out[len(out)-1].line != i-1 || !out[len(out)-1].carried || ls[i-1].paragraph != l.paragraph {
		return out
	}
	for k := range l.units {
		g, ok := l.cueAt(k)
		if !ok {
			continue
		}
		if !l.locateSource(&g, nil) || !l.tailIsAdjunct(g.after()) {
			return out
		}
		last := &out[len(out)-1]
		last.group, last.line, last.through, last.carried = g, i, i, false
		return out
	}
	return out
}
