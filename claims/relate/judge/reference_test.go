package judge

import (
	"math"
	"slices"
	"strconv"
)

// reference computes the logits of an input as the papers write it, in slow
// loops over float64, from the numbers in the file.
type reference struct{ *file }

func (r reference) logits(in input) Scores {
	x := make([][]float64, len(in.ids))
	for i, id := range in.ids {
		kind := 0
		if i >= in.second {
			kind = 1
		}
		x[i] = sum(r.line("embeddings.word_embeddings.weight", int(id)),
			sum(r.line("embeddings.position_embeddings.weight", i), r.line("embeddings.token_type_embeddings.weight", kind)))
		x[i] = r.norm("embeddings.LayerNorm", x[i])
	}
	for layer := range r.Layers {
		x = r.layer("encoder.layer."+strconv.Itoa(layer)+".", x)
	}
	state := x[0]
	if r.Pooling == "mean" {
		state = make([]float64, r.Hidden)
		for _, row := range x {
			for i := range row {
				state[i] += row[i] / float64(len(x))
			}
		}
	}
	out := r.dense("classifier", state)
	at := func(class string) float64 { return out[slices.Index(r.Classes, class)] }
	return Scores{at("conflict"), at("agree"), at("neutral")}
}

func (r reference) layer(name string, x [][]float64) [][]float64 {
	mixed := r.attention(name+"attention.", x)
	out := make([][]float64, len(x))
	for i := range x {
		y := r.norm(name+"attention.output.LayerNorm", sum(x[i], r.dense(name+"attention.output.dense", mixed[i])))
		wide := r.dense(name+"intermediate.dense", y)
		for j, v := range wide {
			wide[j] = v * (1 + math.Erf(v/math.Sqrt2)) / 2
		}
		out[i] = r.norm(name+"output.LayerNorm", sum(y, r.dense(name+"output.dense", wide)))
	}
	return out
}

func (r reference) attention(name string, x [][]float64) [][]float64 {
	var q, k, v, out [][]float64
	for _, row := range x {
		q = append(q, r.dense(name+"self.query", row))
		k = append(k, r.dense(name+"self.key", row))
		v = append(v, r.dense(name+"self.value", row))
		out = append(out, make([]float64, r.Hidden))
	}
	size := r.Hidden / r.Heads
	for at := 0; at < r.Hidden; at += size {
		for i := range x {
			shares, total := make([]float64, len(x)), 0.0
			for j := range x {
				shares[j] = math.Exp(inner(q[i][at:at+size], k[j][at:at+size]) / math.Sqrt(float64(size)))
				total += shares[j]
			}
			for j := range x {
				for c := at; c < at+size; c++ {
					out[i][c] += shares[j] / total * v[j][c]
				}
			}
		}
	}
	return out
}

func (r reference) dense(name string, x []float64) []float64 {
	out := slices.Clone(r.truth[name+".bias"])
	for i := range out {
		out[i] += inner(r.truth[name+".weight"][i*len(x):(i+1)*len(x)], x)
	}
	return out
}

func (r reference) norm(name string, x []float64) []float64 {
	mean, variance := 0.0, 0.0
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		variance += (v - mean) * (v - mean) / float64(len(x))
	}
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = (v-mean)/math.Sqrt(variance+r.Eps)*r.truth[name+".weight"][i] + r.truth[name+".bias"][i]
	}
	return out
}

func (r reference) line(name string, i int) []float64 {
	return r.truth[name][i*r.Hidden : (i+1)*r.Hidden]
}

func sum(a, b []float64) []float64 {
	out := slices.Clone(a)
	for i := range b {
		out[i] += b[i]
	}
	return out
}

func inner(a, b []float64) (total float64) {
	for i := range a {
		total += a[i] * b[i]
	}
	return total
}
