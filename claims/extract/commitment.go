package extract

import (
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// ignorance are words by which a speaker says that he does not know.
var ignorance = [][]string{
	{"not", "aware"}, {"unaware"}, {"no", "knowledge"}, {"no", "information"}, {"no", "evidence"}, {"no", "indication"}, {"no", "idea"},
	{"news", "to", "me"}, {"news", "for", "me"}, {"not", "know"}, {"n't", "know"}, {"not", "seen", "any"}, {"n't", "seen", "any"},
	{"cannot", "confirm"}, {"not", "confirm"}, {"n't", "confirm"}, {"n't", "aware"}, {"not", "sure"}, {"n't", "sure"}, {"never", "heard"}, {"not", "heard"}, {"n't", "heard"},
}

// knowing are cues whose negation leaves the speaker without an answer: "could
// not confirm", "did not know". Who "does not believe" doubts.
var knowing = wordSet(`confirm know learn remember recall realise realize understand`)

// commitment tells how far the speaker stands behind the content, and the
// words that show it.
func commitment(d *english.Document, l *line, f find, s claims.Statement) (claims.Commitment, []claims.Span) {
	if words, ok := notAware(d, s.Content); ok && f.entry.class.Compared() {
		return claims.NotAware, words
	}
	of := f.entry.commitment
	switch {
	case f.negated && of == claims.Denies:
		return claims.Suggests, s.Cue
	case f.negated && (of == claims.Wants || of == claims.Expects || of == claims.Asks): // "has not invited them to join"
		return claims.Denies, s.Cue
	case f.negated && (of == claims.Asserts || of == claims.Suggests):
		if f.verb < len(l.units) && knowing[english.Lemma(l.units[f.verb].word.Lower, english.Verb)] {
			return claims.NotAware, s.Cue
		}
		return claims.Doubts, s.Cue
	case of == claims.Asserts:
		return of, nil
	}
	return of, s.Cue
}

// notAware looks for words of ignorance at the beginning of a content, where
// they are the speaker's own.
func notAware(d *english.Document, content []claims.Span) ([]claims.Span, bool) {
	const near = 12 // tokens
	for _, span := range content {
		tokens := d.TokensIn(span)
		for i := 0; i < len(tokens) && i < near; i++ {
			for _, words := range ignorance {
				if n := matchWords(tokens[i:], words); n > 0 {
					return []claims.Span{{Start: tokens[i].Span.Start, End: tokens[i+n-1].Span.End}}, true
				}
			}
		}
	}
	return nil, false
}

// matchWords says how many tokens the words take at the beginning of the
// tokens; one adverb may stand between. 0 where they do not match.
func matchWords(tokens []english.Token, words []string) int {
	k := 0
	for i, t := range tokens {
		switch {
		case t.Lower == words[k]:
			k++
			if k == len(words) {
				return i + 1
			}
		case k > 0 && t.Tag == english.Adv:
		default:
			return 0
		}
	}
	return 0
}
