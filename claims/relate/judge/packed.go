package judge

// packedRows are the rows of an i8row tensor as they stand in the file: for
// tables of which a text needs few rows, so that they take a quarter of the
// memory.
type packedRows struct {
	data    []byte
	columns int
}

// packed gives a tensor's rows without decoding them.
func (c *container) packed(name string, rows, columns int) (packedRows, error) {
	t, data, err := c.find(name, rows, columns)
	if err != nil {
		return packedRows{}, err
	}
	if t.Type != "i8row" {
		return packedRows{}, torn("tensor %q is of type %s, want i8row", name, t.Type)
	}
	p := packedRows{data, columns}
	return p, p.check(name)
}

// check refuses scales that would make numbers without end.
func (p packedRows) check(name string) error {
	for at := 0; at < len(p.data); at += 4 + p.columns {
		if scale := floatAt(p.data, at); !finite(scale * 128) {
			return torn("tensor %q has a scale without end", name)
		}
	}
	return nil
}

// row decodes row r into dst, which is as long as the row.
func (p packedRows) row(dst []float32, r int) {
	row := p.data[r*(4+p.columns):][:4+p.columns]
	scale, values := floatAt(row, 0), row[4:]
	for i := range dst {
		dst[i] = scale * float32(int8(values[i]))
	}
}

// add adds weight times row r to dst.
func (p packedRows) add(dst []float32, r int, weight float32) {
	row := p.data[r*(4+p.columns):][:4+p.columns]
	scale, values := weight*floatAt(row, 0), row[4:]
	for i := range dst {
		dst[i] += scale * float32(int8(values[i]))
	}
}
