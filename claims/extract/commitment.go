package extract

import (
	"strings"

	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/english"
)

// ignorance are words by which a speaker says that he does not know.
var ignorance = [][]string{
	{"not", "aware"}, {"unaware"}, {"no", "knowledge"}, {"no", "information"}, {"no", "evidence"}, {"no", "indication"}, {"no", "idea"},
	{"news", "to", "me"}, {"news", "for", "me"}, {"not", "know"}, {"n't", "know"}, {"not", "seen", "any"}, {"n't", "seen", "any"},
	{"cannot", "confirm"}, {"not", "confirm"}, {"n't", "confirm"}, {"n't", "aware"}, {"not", "sure"}, {"n't", "sure"}, {"knew", "nothing"}, {"know", "nothing"}, {"known", "nothing"}, {"never", "heard"}, {"not", "heard"}, {"n't", "heard"},
}

// knowing are cues whose negation leaves the speaker without an answer: "could
// not confirm", "did not know". Who "does not believe" doubts.
var knowing = wordSet(`confirm know learn remember recall realise realize understand`)

// commitment tells how far the speaker stands behind the content, and the
// words that show it.
func commitment(d *english.Document, l *line, f find, s claims.Statement) (claims.Commitment, []claims.Span) {
	if words, ok := notAware(d, s); ok && f.entry.class == claims.CueSay {
		return claims.NotAware, words
	}
	of := f.entry.commitment
	switch {
	case of == claims.Asks && l.requests(d, f, s):
		of = claims.Wants
	case f.negated && of == claims.Doubts: // "does not doubt"
		return claims.Asserts, s.Cue
	}
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

// requests says whether somebody is asked to do something, and no question is
// put: "asked the council to close the gate".
func (l *line) requests(d *english.Document, f find, s claims.Statement) bool {
	tokens := d.TokensIn(s.Content[0])
	if f.direct || len(tokens) == 0 || !f.entry.takes("o") || questionWords[tokens[0].Lower] {
		return false
	}
	for i, t := range tokens {
		switch {
		case t.Lower == "to" && i > 0:
			return true
		case t.Tag == english.Aux:
			return false
		}
	}
	return false
}

// questionWords begin an indirect question.
var questionWords = wordSet(`whether if how what when where who whom whose which why`)

// notAware looks for words of ignorance at the beginning of a content, where
// they are the speaker's own: their subject is a pronoun or names the speaker.
func notAware(d *english.Document, s claims.Statement) ([]claims.Span, bool) {
	const near = 12 // tokens
	for _, span := range s.Content {
		tokens := d.TokensIn(span)
		for i := 0; i < len(tokens) && i < near; i++ {
			for _, words := range ignorance {
				if n := matchWords(tokens[i:], words); n > 0 && ownWords(tokens[:i], s.Speaker) {
					return []claims.Span{{Start: tokens[i].Span.Start, End: tokens[i+n-1].Span.End}}, true
				}
			}
		}
	}
	return nil, false
}

// ownWords says whether what comes after the tokens is said of the speaker, or
// of nobody: the noun or pronoun nearest to the end is no other one's name.
func ownWords(tokens []english.Token, speaker claims.Speaker) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		switch tokens[i].Tag {
		case english.Pron:
			return true
		case english.Noun, english.NameTag:
			return strings.Contains(strings.ToLower(speaker.Name), tokens[i].Lower)
		}
	}
	return true
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
