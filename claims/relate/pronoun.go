package relate

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// speaks puts the name of the speaker where the words say "I" or "we", and where
// indirect speech says "he", "it" or "they" before it names anybody else. Such a name stands in
// the clause of the pronoun and is marked as context: it tells of whom the clause
// speaks, and clashes with nothing.
func (b *builder) speaks(ws []word) {
	name := strings.ToLower(strings.TrimSpace(b.speaker))
	if name == "" {
		return
	}
	for i := range ws {
		w := &ws[i]
		if isName(&w.term) {
			b.own = false // "he" may be that one from here on
		}
		if !b.means(w.lower) || len(b.terms) >= MaxTerms {
			continue
		}
		t := claims.Term{Text: w.term.Text, Lemma: name, Kind: claims.NameTerm, At: w.term.At, Context: true, Clause: w.term.Clause}
		if top := topToken(b.doc, t.At); top >= 0 {
			if role, head := roleOf(b.doc, top); role != "" {
				t.Role, t.Head = role, b.doc.Tokens[head].Span.Start
			}
		}
		b.terms = append(b.terms, t)
	}
}

// means says whether a pronoun may be the speaker.
func (b *builder) means(pronoun string) bool {
	switch pronoun {
	case "i", "me", "we", "us":
		return true
	case "he", "she":
		return b.own && b.kind == claims.Person
	case "it":
		return b.own && b.kind == claims.Organisation
	case "they":
		return b.own && (b.kind == claims.Organisation || b.kind == claims.Group)
	}
	return false
}

// bare says whether a content only disputes what it does not repeat: "the charge
// as grotesque". What it speaks of then stands before it.
func bare(l *lexicon, terms []claims.Term) bool {
	disputes, says := false, 0
	for i := range terms {
		t := &terms[i]
		switch t.Kind {
		case claims.NegationTerm:
			c := cue(t.Lemma)
			disputes = disputes || c == cueDeny || c == cueDispute || c == cueFalse
		case claims.NounTerm, claims.VerbTerm, claims.AdjTerm, claims.PlaceTerm, claims.NameTerm:
			if !l.light[t.Lemma] && !l.common[t.Lemma] && !l.reported[t.Lemma] && !t.Context {
				says++
			}
		}
	}
	return disputes && says <= 2
}

// inFrontOf gives the paragraph in front of the first of the spans, or nothing.
func inFrontOf(doc *english.Document, spans []claims.Span) []claims.Span {
	if len(spans) == 0 || spans[0].Start == 0 {
		return nil
	}
	const reach = 600 // bytes
	end := len(strings.TrimRight(doc.Text[:spans[0].Start], " \r\n\t"))
	if end == 0 {
		return nil
	}
	start := strings.LastIndexByte(doc.Text[:end], '\n') + 1
	return []claims.Span{{Start: max(start, end-reach), End: end}}
}
