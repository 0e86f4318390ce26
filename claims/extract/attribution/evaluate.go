package attribution

import "fmt"

// Figures says how well a model does on documents that people marked.
type Figures struct {
	Gold  int // attributions that people marked
	Found int // attributions found
	Right int // found ones that meet a marked one; see [Evaluate]
}

// Precision is the share of the found attributions that is right, 0 to 1.
func (f Figures) Precision() float64 { return float64(f.Right) / float64(max(1, f.Found)) }

// Recall is the share of the marked attributions that was found, 0 to 1.
func (f Figures) Recall() float64 { return float64(f.Right) / float64(max(1, f.Gold)) }

// F1 is the harmonic mean of precision and recall.
func (f Figures) F1() float64 { return 2 * float64(f.Right) / float64(max(1, f.Gold+f.Found)) }

// String gives the figures as a line, in per cent.
func (f Figures) String() string {
	return fmt.Sprintf("precision %.1f, recall %.1f, F1 %.1f of %d attributions", 100*f.Precision(), 100*f.Recall(), 100*f.F1(), f.Gold)
}

// Evaluate counts an attribution as right when it is aligned one to one with a
// marked one, half of the words of the contents are the same (F1), and the
// sources overlap or are both absent. Advice that is more probable than what
// the tagger has counts in its place.
func (m *Model) Evaluate(examples []Example) Figures {
	var out Figures
	for i := range examples {
		e := &examples[i]
		var found []Attribution
		for _, f := range m.Find(e.Doc, e.Advice) {
			switch {
			case max(f.Score, f.Advised) < m.threshold:
			case f.Score >= f.Advised:
				found = append(found, f.Attribution)
			case !e.Advice[f.Advice].Cue.Empty():
				found = append(found, e.Advice[f.Advice])
			}
		}
		out.Gold += len(e.Gold)
		out.Found += len(found)
		for _, right := range e.right(found) {
			if right {
				out.Right++
			}
		}
	}
	return out
}
