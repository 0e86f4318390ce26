package linear

// Model gives scores by weights that are done with learning. It is not changed
// by use: any number may use it at once.
type Model struct {
	classes int
	scale   float32
	table   table
}

// table holds the rows of a model.
type table interface {
	// score fills in the sums of the weights that the features have for each
	// class, in steps.
	score(features []Feature, sums []float32)
}

// rowSource holds the rows of a model as they come from the bytes: keys that
// rise, the number of cells of each, and the cells of all one after the other.
type rowSource struct {
	keys    []uint32
	lengths []uint16
	classes []byte
	weights []byte // each an int8
}

func newModel(classes int, scale float32, rows rowSource) *Model {
	m := &Model{classes: classes, scale: scale}
	if classes <= denseClasses {
		m.table = newDenseTable(classes, rows)
	} else {
		m.table = newSparseTable(rows)
	}
	return m
}

// Classes says how many classes the model has.
func (m *Model) Classes() int { return m.classes }

// Score fills in the score of each class; scores must have the length that
// there are classes. Features that the model does not know add nothing.
func (m *Model) Score(features []Feature, scores []float32) {
	m.table.score(features, scores)
	for class := range scores {
		scores[class] *= m.scale
	}
}

// Highest gives the class of the highest score, the first of several.
func Highest(scores []float32) int {
	best := 0
	for class, score := range scores {
		if score > scores[best] {
			best = class
		}
	}
	return best
}

// Rival gives the class of the highest score among all but one; that one itself
// if there is no other.
func Rival(scores []float32, right int) int {
	best := right
	for class, score := range scores {
		if class != right && (best == right || score > scores[best]) {
			best = class
		}
	}
	return best
}
