package review

import "slices"

// LabelFigure is a figure about one label.
type LabelFigure struct {
	Label  string `json:"label"`
	Given  int    `json:"given"` // ratings with it, of items with two ratings or more
	Figure Figure `json:"figure"`
}

// PositiveAgreement gives, for each label of the scale, the chance that if one
// rater gave it to an item, another one did too: 2a / (2a + b + c) for two
// raters (Dice 1945; Cicchetti and Feinstein, High agreement but low kappa II,
// 1990), and its extension to more (Uebersax, A design-independent method for
// measuring the reliability of psychiatric diagnosis, 1982). 0 to 1, without
// regard to chance; n/a for a label that nobody gave.
func PositiveAgreement(r Ratings, b Bootstrap) []LabelFigure {
	figures := measure(r.sample, b, specifics(r.sample.labels)...)
	return r.sample.byLabel(r.scale, figures)
}

func specifics(labels int) []statistic {
	out := make([]statistic, labels)
	for label := range out {
		out[label] = specific(label)
	}
	return out
}

func (s sample) byLabel(scale Scale, figures []Figure) []LabelFigure {
	given := s.given(s.times)
	out := make([]LabelFigure, len(figures))
	for i, f := range figures {
		out[i] = LabelFigure{Label: scale.Labels[i], Given: int(given[i]), Figure: f}
	}
	return out
}

func specific(label int) statistic {
	return func(s sample, times []int) (float64, Absence) {
		if why := s.lacks(times); why != "" {
			return 0, why
		}
		agreeing, possible := 0, 0
		for i, w := range s.ways {
			for _, c := range w.counts {
				if c.label == label {
					agreeing += times[i] * c.times * (c.times - 1)
					possible += times[i] * c.times * (w.votes - 1)
				}
			}
		}
		if possible == 0 {
			return 0, LabelUnused
		}
		return float64(agreeing) / float64(possible), ""
	}
}

// Matrix counts which label met which. Of a pair of raters, Cells[i][j] is the
// items to which Rows gave label i and Columns label j. Pooled over more
// raters, each two ratings of an item are counted both ways, so that Cells is
// symmetric and sums to twice the pairs.
type Matrix struct {
	Labels  []string `json:"labels"`
	Rows    string   `json:"rows,omitempty"`    // empty: pooled
	Columns string   `json:"columns,omitempty"` // empty: pooled
	Cells   [][]int  `json:"cells"`
	Items   int      `json:"items"`
	Raters  int      `json:"raters"`
}

// Confusion counts which label met which: of two raters by who gave it, of
// more pooled.
func Confusion(r Ratings) Matrix {
	m := r.sample.confusion(r.scale)
	if len(r.raters) == 2 {
		m.nameRaters(r.raters[0], r.raters[1])
	}
	return m
}

func (m *Matrix) nameRaters(first, second string) { m.Rows, m.Columns = first, second }

// Pooled gives the matrix without regard to who gave which label.
func (m Matrix) Pooled() Matrix {
	if m.Rows == "" {
		return m
	}
	pooled := Matrix{Labels: m.Labels, Items: m.Items, Raters: m.Raters, Cells: emptyCells(len(m.Labels))}
	for a, row := range m.Cells {
		for b, n := range row {
			pooled.Cells[a][b] += n
			pooled.Cells[b][a] += n
		}
	}
	return pooled
}

func (s sample) confusion(scale Scale) Matrix {
	m := Matrix{Labels: slices.Clone(scale.Labels), Items: total(s.times), Raters: s.raters, Cells: emptyCells(s.labels)}
	for i, w := range s.ways {
		if s.raters == 2 {
			m.Cells[w.first][w.second] += s.times[i]
			continue
		}
		for _, a := range w.counts {
			for _, b := range w.counts {
				pairs := a.times * b.times
				if a.label == b.label {
					pairs -= a.times // no rating is a pair with itself
				}
				m.Cells[a.label][b.label] += pairs * s.times[i]
			}
		}
	}
	return m
}

func emptyCells(labels int) [][]int {
	cells := make([][]int, labels)
	for i := range cells {
		cells[i] = make([]int, labels)
	}
	return cells
}
