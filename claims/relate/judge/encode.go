package judge

import "math"

// workspace is the room one goroutine needs to judge a batch.
type workspace struct {
	state, asked, mixed, wide, scores []float32
}

// room gives a matrix of unset numbers in the place, which grows as needed.
func room(place *[]float32, rows, columns int) matrix {
	if cap(*place) < rows*columns {
		*place = make([]float32, rows*columns)
	}
	return matrix{(*place)[:rows*columns], rows, columns, columns}
}

// logits gives the three numbers of each input, in the order of the model's
// file. The inputs stand one behind the other without padding: everything but
// attention works on pieces alone.
func (m *Model) logits(w *workspace, batch []input) [][3]float32 {
	state := m.embed(w, batch)
	for i := range m.layers {
		last := i == len(m.layers)-1
		state = m.pass(w, &m.layers[i], state, batch, last && m.poolsFirst)
	}
	pooled := m.pool(w, state, batch)
	out := make([][3]float32, len(batch))
	for i := range out {
		m.head.apply(matrix{out[i][:], 1, 3, 3}, pooled.part(i, 0, 1, m.shape.Hidden))
	}
	return out
}

func (m *Model) embed(w *workspace, batch []input) matrix {
	pieces := 0
	for _, in := range batch {
		pieces += len(in.ids)
	}
	state, n := room(&w.state, pieces, m.shape.Hidden), 0
	for _, in := range batch {
		for place, id := range in.ids {
			row, kind := state.numbers[n*m.shape.Hidden:][:m.shape.Hidden], m.kinds[:m.shape.Hidden]
			if place >= in.second {
				kind = m.kinds[m.shape.Hidden:]
			}
			m.words.row(row, int(id))
			where := m.positions[place*m.shape.Hidden:][:m.shape.Hidden]
			for i := range row {
				row[i] += where[i] + kind[i]
			}
			n++
		}
	}
	m.norm.apply(state, m.shape.Eps)
	return state
}

// pass takes the state through a layer. With firstOnly set, only the state of
// each input's first piece comes out, as nothing else is read of the last
// layer: an eighth of the work is saved.
func (m *Model) pass(w *workspace, l *layer, state matrix, batch []input, firstOnly bool) matrix {
	asked := room(&w.asked, state.rows, 3*m.shape.Hidden)
	l.asks.apply(asked, state)
	mixed := room(&w.mixed, state.rows, m.shape.Hidden)
	m.attend(w, mixed, asked, batch)
	if firstOnly {
		mixed, state = firsts(mixed, batch), firsts(state, batch)
	}
	out := asked.part(0, 0, state.rows, m.shape.Hidden) // attention has done with it
	l.attended.apply(out, mixed)
	add(state, out)
	l.afterAsk.apply(state, m.shape.Eps)

	wide := room(&w.wide, state.rows, m.shape.Intermediate)
	l.wide.apply(wide, state)
	m.curve.apply(wide.numbers)
	l.back.apply(out, wide)
	add(state, out)
	l.afterBack.apply(state, m.shape.Eps)
	return state
}

// attend lets each piece gather from the pieces of its own input, by each head
// apart.
func (m *Model) attend(w *workspace, mixed, asked matrix, batch []input) {
	size := m.shape.Hidden / m.shape.Heads
	scale, first := float32(1/math.Sqrt(float64(size))), 0
	clear(mixed.numbers)
	for _, in := range batch {
		n := len(in.ids)
		for head := range m.shape.Heads {
			at := head * size
			query := asked.part(first, at, n, size)
			key := asked.part(first, m.shape.Hidden+at, n, size)
			value := asked.part(first, 2*m.shape.Hidden+at, n, size)
			scores := room(&w.scores, n, n)
			clear(scores.numbers)
			addProduct(scores, scale, query, key, true)
			for r := range n {
				softmax(scores.numbers[r*n:][:n])
			}
			addProduct(mixed.part(first, at, n, size), 1, scores, value, false)
		}
		first += n
	}
}

// firsts moves the row of each input's first piece to the top.
func firsts(m matrix, batch []input) matrix {
	from := 0
	for i, in := range batch {
		copy(m.numbers[i*m.stride:][:m.columns], m.numbers[from*m.stride:][:m.columns])
		from += len(in.ids)
	}
	return m.part(0, 0, len(batch), m.columns)
}

// pool gives one row for each input: its first piece's, or the mean of all.
func (m *Model) pool(w *workspace, state matrix, batch []input) matrix {
	if m.poolsFirst {
		return state
	}
	pooled, from := room(&w.mixed, len(batch), m.shape.Hidden), 0
	clear(pooled.numbers)
	for i, in := range batch {
		row, share := pooled.numbers[i*m.shape.Hidden:][:m.shape.Hidden], 1/float32(len(in.ids))
		for range in.ids {
			for c, v := range state.numbers[from*m.shape.Hidden:][:m.shape.Hidden] {
				row[c] += v * share
			}
			from++
		}
	}
	return pooled
}

// add adds other to m; both are as wide as the encoder.
func add(m, other matrix) {
	for r := range m.rows {
		row, from := m.numbers[r*m.stride:][:m.columns], other.numbers[r*other.stride:][:m.columns]
		for i := range row {
			row[i] += from[i]
		}
	}
}
