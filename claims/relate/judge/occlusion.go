package judge

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/counterclaim/counterclaim/claims"
)

// Word is a word of a pair with what it does for a conflict.
type Word struct {
	Second bool        // it stands in the second text
	Span   claims.Span // where in its text
	Weight float64     // by how much the log-odds of a conflict fall without it; above 0
}

// maxMasks bounds the work of Occlusion: as many judgements, and one more.
const maxMasks = 24

// Occlusion tells which words make the model see a conflict, the weightiest
// first (Zeiler and Fergus 2014, arXiv:1311.2901, on words): each is hidden in
// turn, and its weight is what the log-odds of a conflict lose. Words that
// stand in both texts and words of grammar are not tried: they carry the topic
// and the sentence, not the difference. Of more than 24 words neighbours are
// hidden together and share the weight. Words that speak against a conflict are
// left out; none at all may remain. Errors are those of [Model.Judge].
func (m *Model) Occlusion(ctx context.Context, pair Pair) ([]Word, error) {
	a, b := m.read(pair.A), m.read(pair.B)
	whole := m.vocabulary.join(a, b, m.shape.MaxTokens)
	groups := grouped(candidates(pair, a, b, whole), maxMasks)
	logits, err := m.judge(ctx, len(groups)+1, func(i int) input {
		if i == 0 {
			return whole
		}
		return whole.without(groups[i-1], m.vocabulary.mask)
	})
	if err != nil {
		return nil, err
	}
	var out []Word
	odds := m.judgement(logits[0]).Logits.odds()
	for i, group := range groups {
		fall := odds - m.judgement(logits[i+1]).Logits.odds()
		for _, c := range group {
			c.Weight = fall / float64(len(group))
			if c.Weight > 0 {
				out = append(out, c.Word)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Word) int { return cmp.Compare(y.Weight, x.Weight) })
	return out, nil
}

// candidate is a word that may be hidden, with its pieces in the input.
type candidate struct {
	Word
	first, end int
}

// candidates gives the words of the input that stand in one text alone and say
// something, in order.
func candidates(pair Pair, a, b reading, in input) []candidate {
	ofA := wordsIn(pair.A, a, 1, in.second-1)
	ofB := wordsIn(pair.B, b, in.second, len(in.ids)-1)
	var out []candidate
	for _, side := range []struct {
		words, others []candidate
		text, other   string
		second        bool
	}{{ofA, ofB, pair.A, pair.B, false}, {ofB, ofA, pair.B, pair.A, true}} {
		shared := map[string]bool{}
		for _, c := range side.others {
			shared[folded(side.other, c)] = true
		}
		for _, c := range side.words {
			word := folded(side.text, c)
			c.Second = side.second
			if !shared[word] && !isGrammar(word) {
				out = append(out, c)
			}
		}
	}
	return out
}

// wordsIn gives the words of a reading whose pieces stand in the input from
// first to end.
func wordsIn(text string, r reading, first, end int) []candidate {
	var out []candidate
	for i := 0; i < end-first; i++ {
		word := r.of[i]
		if i > 0 && word == r.of[i-1] {
			out[len(out)-1].end++
			continue
		}
		out = append(out, candidate{Word: Word{Span: r.words[word]}, first: first + i, end: first + i + 1})
	}
	return out
}

func folded(text string, c candidate) string { return strings.ToLower(c.Span.In(text)) }

// grouped puts neighbours together so that at most limit groups remain.
func grouped(words []candidate, limit int) [][]candidate {
	size := max(1, (len(words)+limit-1)/limit)
	return slices.Collect(slices.Chunk(words, size))
}

// without gives the input with the pieces of some words hidden.
func (in input) without(words []candidate, mask int32) input {
	ids := slices.Clone(in.ids)
	for _, w := range words {
		for i := w.first; i < w.end; i++ {
			ids[i] = mask
		}
	}
	return input{ids: ids, second: in.second}
}

// isGrammar knows marks and the commonest words that say nothing on their own.
func isGrammar(word string) bool {
	switch word {
	case "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "and", "or", "that", "this",
		"it", "its", "he", "his", "she", "her", "they", "their", "is", "are", "was", "were", "be", "been", "has", "have", "had", "s":
		return true
	}
	return strings.IndexFunc(word, func(r rune) bool { return !isPunctuation(r) }) < 0
}
