package judge

import (
	"slices"
	"strconv"
)

// Model is a judge that was loaded. It does not change any more and may be
// used by several goroutines at once.
type Model struct {
	shape      header
	vocabulary *vocabulary

	words            packedRows
	positions, kinds []float32 // embeddings of places and of the two texts
	norm             scaling
	layers           []layer
	head             dense
	classes          [3]int // where the logits of conflict, agree and neutral stand
	curve            curve
	poolsFirst       bool // the state of [CLS] is judged, not the mean of all
}

// layer is one layer of the encoder.
type layer struct {
	asks       dense // query, key and value in one: three times as wide
	attended   dense
	afterAsk   scaling
	wide, back dense
	afterBack  scaling
}

// dense is a linear map: a row of weights for each number that comes out.
type dense struct {
	in, out       int
	weights, bias []float32
}

// scaling is a LayerNorm's gain and bias.
type scaling struct{ gain, bias []float32 }

// Load reads a model from a container file; see the package's container.go. It
// keeps the file, which must not be changed afterwards. The memory taken is at
// most five times the file's size. A file that is damaged or holds no judge
// gives an error of kind Invalid.
func Load(file []byte) (*Model, error) {
	c, err := open(file)
	if err != nil {
		return nil, err
	}
	if err := c.checkShape(); err != nil {
		return nil, err
	}
	m := &Model{shape: c.header, vocabulary: c.vocabulary, curve: newCurve(), poolsFirst: c.Pooling == "cls"}
	for i, class := range []string{"conflict", "agree", "neutral"} {
		m.classes[i] = slices.Index(c.Classes, class)
	}
	r := reader{c: c}
	if m.decode(&r); r.err != nil {
		return nil, r.err
	}
	return m, nil
}

// checkShape refuses what cannot be an encoder for three classes.
func (c *container) checkShape() error {
	switch {
	case c.Layers < 1 || c.Layers > 48 || c.Hidden < 1 || c.Hidden > 4096 || c.Intermediate < 1 || c.Intermediate > 1<<14:
		return torn("an encoder of %d layers, %d and %d wide", c.Layers, c.Hidden, c.Intermediate)
	case c.Heads < 1 || c.Hidden%c.Heads != 0:
		return torn("%d heads for a width of %d", c.Heads, c.Hidden)
	case c.MaxTokens < 2*marksOfPair || c.MaxTokens > 512:
		return torn("inputs of %d word pieces", c.MaxTokens)
	case !(c.Eps > 0 && c.Eps < 0.1):
		return torn("an epsilon of %g", c.Eps)
	case c.Pooling != "cls" && c.Pooling != "mean":
		return torn("pooling %q", c.Pooling)
	}
	sorted := slices.Sorted(slices.Values(c.Classes))
	if !slices.Equal(sorted, []string{"agree", "conflict", "neutral"}) {
		return torn("classes %q", c.Classes)
	}
	return nil
}

// reader reads one tensor after the other until one fails.
type reader struct {
	c   *container
	err error
}

// into decodes a tensor into places that are there already.
func (r *reader) into(dst []float32, name string, rows, columns int) {
	if r.err == nil {
		r.err = r.c.floats(dst, name, rows, columns)
	}
}

// has says whether a tensor is there, so that room is made for no other.
func (r *reader) has(name string, rows, columns int) bool {
	if r.err == nil {
		_, _, r.err = r.c.find(name, rows, columns)
	}
	return r.err == nil
}

func (r *reader) floats(name string, rows, columns int) []float32 {
	if !r.has(name, rows, columns) {
		return nil
	}
	dst := make([]float32, rows*columns)
	r.into(dst, name, rows, columns)
	return dst
}

func (r *reader) scaling(name string, width int) scaling {
	return scaling{gain: r.floats(name+".weight", 1, width), bias: r.floats(name+".bias", 1, width)}
}

func (r *reader) dense(name string, out, in int) dense {
	return dense{in: in, out: out, weights: r.floats(name+".weight", out, in), bias: r.floats(name+".bias", 1, out)}
}

// asks reads query, key and value as one map.
func (r *reader) asks(name string, width int) dense {
	d := dense{in: width, out: 3 * width}
	if !r.has(name+".query.weight", width, width) {
		return d
	}
	d.weights, d.bias = make([]float32, 3*width*width), make([]float32, 3*width)
	for i, part := range []string{"query", "key", "value"} {
		r.into(d.weights[i*width*width:][:width*width], name+"."+part+".weight", width, width)
		r.into(d.bias[i*width:][:width], name+"."+part+".bias", 1, width)
	}
	return d
}

func (m *Model) decode(r *reader) {
	const embeddings = "embeddings."
	if m.words, r.err = r.c.packed(embeddings+"word_embeddings.weight", m.vocabulary.size, m.shape.Hidden); r.err != nil {
		return
	}
	places, ok := r.c.byName[embeddings+"position_embeddings.weight"]
	if !ok || places.rows() < m.shape.MaxTokens {
		r.err = torn("places for %d word pieces, want %d", places.rows(), m.shape.MaxTokens)
		return
	}
	m.positions = r.floats(places.Name, places.rows(), m.shape.Hidden)
	m.kinds = r.floats(embeddings+"token_type_embeddings.weight", 2, m.shape.Hidden)
	m.norm = r.scaling(embeddings+"LayerNorm", m.shape.Hidden)
	for i := range m.shape.Layers {
		m.layers = append(m.layers, r.layer(i, m.shape.Hidden, m.shape.Intermediate))
	}
	m.head = r.dense("classifier", 3, m.shape.Hidden)
}

// layer reads layer number i by the names of the Hugging Face BERT models.
func (r *reader) layer(i, width, intermediate int) layer {
	name := "encoder.layer." + strconv.Itoa(i) + "."
	return layer{
		asks:      r.asks(name+"attention.self", width),
		attended:  r.dense(name+"attention.output.dense", width, width),
		afterAsk:  r.scaling(name+"attention.output.LayerNorm", width),
		wide:      r.dense(name+"intermediate.dense", intermediate, width),
		back:      r.dense(name+"output.dense", width, intermediate),
		afterBack: r.scaling(name+"output.LayerNorm", width),
	}
}
