package linear

import "iter"

// Learner is an averaged perceptron with several classes: it changes weights
// when it is told of a mistake, and gives in the end the average that each
// weight had over all steps (Freund and Schapire 1999, Collins 2002). The same
// calls in the same order give the same weights.
type Learner struct {
	classes int
	step    uint32
	index   []place // by feature, open addressing; its length is a power of two
	used    int
	closed  bool    // no feature is added any more
	cells   []cell  // the rows of all features
	traces  []trace // beside cells
}

// place says where the row of a feature lies in the cells.
type place struct {
	feature Feature // 0 where the place is free
	start   uint32
	count   uint16 // how many cells it has
	room    uint16 // for how many there is room
}

// cell is the weight that a feature has now for a class.
type cell struct {
	class  int32
	weight float32
}

// trace is what the average of a weight needs: the sum of its values over all
// steps up to one.
type trace struct {
	sum   float64
	until uint32
}

const firstPlaces = 1 << 16

// NewLearner makes a learner that knows nothing yet, for classes numbered from
// zero.
func NewLearner(classes int) *Learner {
	return &Learner{classes: classes, index: make([]place, firstPlaces)}
}

// Score fills in the score of each class under the weights as they are now;
// scores must have the length that there are classes.
func (l *Learner) Score(features []Feature, scores []float32) {
	clear(scores)
	for _, feature := range features {
		row := l.index[l.find(feature)]
		for _, c := range l.cells[row.start : row.start+uint32(row.count)] {
			scores[c.class] += c.weight
		}
	}
}

// Update adds to the weights that the features have for a class.
func (l *Learner) Update(class int, features []Feature, by float32) {
	for _, feature := range features {
		row := l.add(feature)
		if row == nil {
			continue
		}
		at := l.cellOf(row, int32(class))
		l.settle(at)
		l.cells[at].weight += by
	}
}

// Correct makes the right class score higher, and its rival lower, where the
// features are present.
func (l *Learner) Correct(right, rival int, features []Feature) {
	l.Update(right, features, 1)
	l.Update(rival, features, -1)
}

// Tick ends a step: one decision, whether it was right or not.
func (l *Learner) Tick() { l.step++ }

// Rows gives every feature that was ever updated with the average of its
// weights over all steps, by class. The slice is only good until the next one;
// the order has no meaning, and is always the same.
func (l *Learner) Rows() iter.Seq2[Feature, []float32] {
	return func(yield func(Feature, []float32) bool) {
		row := make([]float32, l.classes)
		for _, p := range l.index {
			if p.count == 0 {
				continue
			}
			clear(row)
			for at := p.start; at < p.start+uint32(p.count); at++ {
				l.settle(at)
				row[l.cells[at].class] = float32(l.traces[at].sum / float64(max(l.step, 1)))
			}
			if !yield(p.feature, row) {
				return
			}
		}
	}
}

// Narrow forgets all features but those that have, on average over the steps so
// far, a weight at least so far from zero. From then on no feature is added;
// the averages are what the rest goes on with, and new ones begin. A model
// that is trained on after this loses much less by being small than one that is
// pruned in the end.
func (l *Learner) Narrow(threshold float32) {
	kept := NewLearner(l.classes)
	for feature, weights := range l.Rows() {
		if !reaches(weights, threshold) {
			continue
		}
		row := kept.add(feature)
		for class, weight := range weights {
			if weight != 0 {
				kept.cells[kept.cellOf(row, int32(class))].weight = weight
			}
		}
	}
	kept.closed = true
	*l = *kept
}

func reaches(weights []float32, threshold float32) bool {
	for _, weight := range weights {
		if max(weight, -weight) >= threshold {
			return true
		}
	}
	return false
}

// settle brings the sum of a weight up to the step of now.
func (l *Learner) settle(at uint32) {
	t := &l.traces[at]
	t.sum += float64(l.cells[at].weight) * float64(l.step-t.until)
	t.until = l.step
}

// find gives the place of a feature, or the free one where it would be.
func (l *Learner) find(feature Feature) uint64 {
	mask := uint64(len(l.index) - 1)
	at := feature & mask
	for l.index[at].feature != feature && l.index[at].feature != 0 {
		at = (at + 1) & mask
	}
	return at
}

// add gives the place of a feature, which it makes if need be; nil if no
// feature is added any more.
func (l *Learner) add(feature Feature) *place {
	at := l.find(feature)
	if l.index[at].feature == feature {
		return &l.index[at]
	}
	if l.closed {
		return nil
	}
	if l.used*2 >= len(l.index) {
		l.grow()
		at = l.find(feature)
	}
	l.index[at].feature = feature
	l.used++
	return &l.index[at]
}

func (l *Learner) grow() {
	old := l.index
	l.index = make([]place, 2*len(old))
	for _, p := range old {
		if p.feature != 0 {
			l.index[l.find(p.feature)] = p
		}
	}
}

// cellOf gives the cell of a class in a row, which it makes if need be.
func (l *Learner) cellOf(row *place, class int32) uint32 {
	for at := row.start; at < row.start+uint32(row.count); at++ {
		if l.cells[at].class == class {
			return at
		}
	}
	if row.count == row.room {
		l.widen(row)
	}
	at := row.start + uint32(row.count)
	l.cells[at] = cell{class: class}
	l.traces[at] = trace{until: l.step}
	row.count++
	return at
}

// widen moves a row to where there is twice the room.
func (l *Learner) widen(row *place) {
	start, end := row.start, row.start+uint32(row.count)
	row.start, row.room = uint32(len(l.cells)), max(2*row.room, 2)
	l.cells = append(l.cells, l.cells[start:end]...)
	l.traces = append(l.traces, l.traces[start:end]...)
	l.cells = append(l.cells, make([]cell, row.room-row.count)...)
	l.traces = append(l.traces, make([]trace, row.room-row.count)...)
}
