package attribution

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/counterclaim/counterclaim/claims/english/linear"
)

// linker is the weights of the linker in training: log-linear models, fitted
// by AdaGrad steps.
type linker struct {
	index         *index
	weights, sums []float32
	random        *rand.Rand
}

// choice is what one span could be tied to; the right option is known.
type choice struct {
	options [][]uint32
	right   int
}

// verdict is an attribution of which it is known whether it holds.
type verdict struct {
	features []uint32
	right    bool
}

func fitLinker(examples []Example, scenes []*scene, o Options, log io.Writer) *linker {
	l := &linker{index: newIndex(), random: rand.New(rand.NewPCG(3, 4))}
	var choices []choice
	for i := range examples {
		choices = append(choices, l.choices(&examples[i], scenes[i])...)
	}
	l.room()
	for range o.LinkEpochs {
		l.fitChoices(choices)
	}
	var verdicts []verdict
	for i := range examples {
		verdicts = append(verdicts, l.verdicts(&examples[i], scenes[i])...)
	}
	l.room()
	var loss float64
	for range o.LinkEpochs {
		loss = l.fitVerdicts(verdicts)
	}
	fmt.Fprintf(log, "linker: %d features, %d choices, %d attributions, loss %.3f each\n", len(l.weights), len(choices), len(verdicts), loss/float64(len(verdicts)))
	return l
}

// room makes room for features that have come.
func (l *linker) room() {
	more := make([]float32, len(l.index.features)-len(l.weights))
	l.weights, l.sums = append(l.weights, more...), append(l.sums, more...)
}

func (l *linker) numbers(features []linear.Feature) []uint32 {
	out := make([]uint32, len(features))
	for i, f := range features {
		out[i] = l.index.number(f)
	}
	return out
}

func (l *linker) all(options [][]linear.Feature) [][]uint32 {
	out := make([][]uint32, len(options))
	for i, features := range options {
		out[i] = l.numbers(features)
	}
	return out
}

// choices gives what there is to choose in a scene. Where the right option is
// not among those that were marked, nothing can be learned.
func (l *linker) choices(e *Example, s *scene) []choice {
	owners := e.owners()
	var out []choice
	for _, c := range s.byRole[Cue] {
		gold := owner(owners[Cue], s.spans[c].Stretch)
		if gold < 0 {
			continue
		}
		sources := s.near(Source, s.spans[c].First)
		right := s.sourceOf(e, gold, sources)
		if right < len(sources) || len(e.Gold[gold].Source) == 0 {
			out = append(out, choice{l.all(s.optionFeatures(sourceTask, s.spans[c], sources)), right})
		}
	}
	for _, c := range s.byRole[Content] {
		gold := owner(owners[Content], s.spans[c].Stretch)
		cues := s.near(Cue, s.spans[c].First)
		right := len(cues)
		for i, q := range cues {
			if gold >= 0 && owner(owners[Cue], s.spans[q].Stretch) == gold {
				right = i
			}
		}
		if gold < 0 || right < len(cues) {
			out = append(out, choice{l.all(s.optionFeatures(contentTask, s.spans[c], cues)), right})
		}
	}
	return out
}

// sourceOf finds the source of a gold attribution among spans; their number
// where it is not there.
func (s *scene) sourceOf(e *Example, gold int, sources []int) int {
	for i, o := range sources {
		for _, g := range e.Gold[gold].Source {
			if s.spans[o].overlaps(e.stretch(g)) {
				return i
			}
		}
	}
	return len(sources)
}

func (l *linker) weigh(features []uint32) float32 {
	var sum float32
	for _, f := range features {
		sum += l.weights[f]
	}
	return sum
}

// step moves weights along a gradient, drawn towards zero by a penalty.
func (l *linker) step(features []uint32, gradient, rate, penalty float32) {
	const start = 0.1
	for _, f := range features {
		g := gradient - penalty*l.weights[f]
		l.sums[f] += g * g
		l.weights[f] += rate * g / (float32(math.Sqrt(float64(l.sums[f]))) + start)
	}
}

func (l *linker) fitChoices(choices []choice) {
	const rate, penalty, slight = 0.05, 0.001, 0.002
	l.random.Shuffle(len(choices), func(i, j int) { choices[i], choices[j] = choices[j], choices[i] })
	for _, c := range choices {
		weights := make([]float32, len(c.options))
		for i, features := range c.options {
			weights[i] = l.weigh(features)
		}
		best, chance := choose(weights)
		for i, features := range c.options {
			gradient := -chance * float32(math.Exp(float64(weights[i]-weights[best])))
			if i == c.right {
				gradient++
			}
			if gradient > slight || gradient < -slight {
				l.step(features, gradient, rate, penalty)
			}
		}
	}
}

// verdicts links a scene and says what of it is right.
func (l *linker) verdicts(e *Example, s *scene) []verdict {
	all := s.link(func(features []linear.Feature) float32 {
		var sum float32
		for _, f := range features {
			if n, ok := l.index.numbers[f]; ok && int(n) < len(l.weights) {
				sum += l.weights[n]
			}
		}
		return sum
	})
	advised := s.advised(e.Advice)
	pairUp(all, advised)
	return append(l.judged(e, s, all), l.judged(e, s, advised)...)
}

func (l *linker) judged(e *Example, s *scene, all []linked) []verdict {
	found := make([]Attribution, len(all))
	for i, a := range all {
		found[i] = a.attribution()
	}
	out := make([]verdict, len(all))
	for i, right := range e.right(found) {
		out[i] = verdict{l.numbers(s.keepFeatures(all[i])), right}
	}
	return out
}

func (l *linker) fitVerdicts(verdicts []verdict) (loss float64) {
	const rate, penalty = 0.03, 0.003
	l.random.Shuffle(len(verdicts), func(i, j int) { verdicts[i], verdicts[j] = verdicts[j], verdicts[i] })
	for _, v := range verdicts {
		p := chance(l.weigh(v.features))
		gradient := -p
		if v.right {
			gradient++
			loss -= math.Log(float64(p))
		} else {
			loss -= math.Log(float64(1 - p))
		}
		l.step(v.features, gradient, rate, penalty)
	}
	return loss
}
