package judge

import (
	"context"
	"math"

	"github.com/counterclaim/counterclaim/claims"
)

// Pair is two texts to be judged against each other, each a claim of a
// sentence or two. Of longer ones the ends are not read.
type Pair struct{ A, B string }

// Judgement is what the model makes of a pair. The order of the texts matters
// a little: where it must not, judge both orders and take the mean.
type Judgement struct {
	Logits        Scores // as the model gives them
	Probabilities Scores // their softmax: 0 to 1, together 1, not calibrated
}

// Scores is a number for each class: the texts cannot both be true, they say
// the same or one follows from the other, or neither.
type Scores struct{ Conflict, Agree, Neutral float64 }

// Judge judges pairs, each for itself, with as many goroutines as the program
// may use cores, and gives the judgements in the order of the pairs. It fails
// with the context's error when that ends, which is looked at after every few
// pairs, and with kind Internal when the model breaks.
func (m *Model) Judge(ctx context.Context, pairs []Pair) ([]Judgement, error) {
	logits, err := m.judge(ctx, len(pairs), func(i int) input {
		return m.vocabulary.join(m.read(pairs[i].A), m.read(pairs[i].B), m.shape.MaxTokens)
	})
	if err != nil {
		return nil, err
	}
	out := make([]Judgement, len(pairs))
	for i := range out {
		out[i] = m.judgement(logits[i])
	}
	return out, nil
}

// read takes a text apart as far as an input can hold it.
func (m *Model) read(text string) reading {
	return m.vocabulary.read(text, m.shape.MaxTokens-marksOfPair)
}

func (m *Model) judgement(logits [3]float32) Judgement {
	return judged(Scores{float64(logits[m.classes[0]]), float64(logits[m.classes[1]]), float64(logits[m.classes[2]])})
}

func judged(s Scores) Judgement {
	top := max(s.Conflict, s.Agree, s.Neutral)
	p := Scores{math.Exp(s.Conflict - top), math.Exp(s.Agree - top), math.Exp(s.Neutral - top)}
	sum := p.Conflict + p.Agree + p.Neutral
	return Judgement{Logits: s, Probabilities: Scores{p.Conflict / sum, p.Agree / sum, p.Neutral / sum}}
}

// Mean is what two judgements of one pair come to, as in its two orders.
func Mean(x, y Judgement) Judgement {
	mid := func(a, b float64) float64 { return (a + b) / 2 }
	return judged(Scores{mid(x.Logits.Conflict, y.Logits.Conflict), mid(x.Logits.Agree, y.Logits.Agree), mid(x.Logits.Neutral, y.Logits.Neutral)})
}

// Odds is the logarithm of the odds of a conflict: 0 where it is as likely as
// not.
func (j Judgement) Odds() float64 { return j.Logits.odds() }

// odds is the same for logits.
func (s Scores) odds() float64 {
	top := max(s.Agree, s.Neutral)
	return s.Conflict - top - math.Log(math.Exp(s.Agree-top)+math.Exp(s.Neutral-top))
}

// broken is the error of a goroutine that panicked.
func broken(cause any) error {
	return claims.Errorf(claims.Internal, "judge-broken", "the judge broke on a pair: %v", cause)
}
