package linear

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"iter"
	"math"
	"slices"
)

// MaxClasses is how many classes a packed model may have: a class is written
// as one byte.
const MaxClasses = 256

// MaxFeatures is how many features a packed model may have. Their hashes are
// cut to 32 bits, and among more of them too many would fall together.
const MaxFeatures = 1 << 21

const (
	formatVersion = 1
	topWeight     = 127 // the weight furthest from zero becomes this
)

// packedRow is what is kept of one feature: the classes whose weight is not
// nil, in order, with the weights.
type packedRow struct {
	feature Feature
	classes []uint8
	weights []float32
}

// Pack writes weights as bytes for [Read]. It leaves out those that are nearer
// to zero than the threshold, and rounds the others to 127 steps on each side
// of zero. The rows give each feature once, in any order, with its weights by
// class, as [Learner.Rows] does; a slice may be used again for the next row.
// The same rows and threshold give the same bytes.
func Pack(classes int, threshold float32, rows iter.Seq2[Feature, []float32]) ([]byte, error) {
	if classes < 1 || classes > MaxClasses {
		return nil, fmt.Errorf("a model of %d classes cannot be packed: 1 to %d can", classes, MaxClasses)
	}
	var kept []packedRow
	for feature, weights := range rows {
		if len(weights) != classes {
			return nil, fmt.Errorf("a row of %d weights in a model of %d classes", len(weights), classes)
		}
		if row := prune(feature, weights, threshold); len(row.classes) > 0 {
			kept = append(kept, row)
		}
	}
	if len(kept) > MaxFeatures {
		return nil, fmt.Errorf("%d features are left at threshold %v: %d can be packed", len(kept), threshold, MaxFeatures)
	}
	slices.SortFunc(kept, func(a, b packedRow) int { return cmp.Compare(a.feature, b.feature) })
	return write(classes, kept)
}

func prune(feature Feature, weights []float32, threshold float32) packedRow {
	row := packedRow{feature: feature}
	for class, weight := range weights {
		if weight != 0 && max(weight, -weight) >= threshold {
			row.classes = append(row.classes, uint8(class))
			row.weights = append(row.weights, weight)
		}
	}
	return row
}

// write lays the rows out one kind of number after the other, which the
// compression likes better than row after row: all keys as differences, all
// lengths, all classes, all weights.
func write(classes int, rows []packedRow) ([]byte, error) {
	scale := scaleOf(rows)
	rows = withoutZeros(rows, scale)
	var keys, lengths, of, weights []byte
	last := uint32(0)
	for _, row := range rows {
		key := keyOf(row.feature)
		keys = binary.AppendUvarint(keys, uint64(key-last))
		last = key
		lengths = binary.AppendUvarint(lengths, uint64(len(row.classes)))
		of = append(of, row.classes...)
		for _, weight := range row.weights {
			weights = append(weights, byte(quantised(weight, scale)))
		}
	}
	head := binary.AppendUvarint([]byte{formatVersion}, uint64(classes))
	head = binary.LittleEndian.AppendUint32(head, math.Float32bits(scale))
	head = binary.AppendUvarint(head, uint64(len(rows)))
	return compress(head, keys, lengths, of, weights)
}

// scaleOf gives what one step of a rounded weight is worth.
func scaleOf(rows []packedRow) float32 {
	furthest := float32(0)
	for _, row := range rows {
		for _, weight := range row.weights {
			furthest = max(furthest, weight, -weight)
		}
	}
	if furthest == 0 {
		return 1
	}
	return furthest / topWeight
}

func quantised(weight, scale float32) int8 {
	return int8(math.Round(float64(weight / scale)))
}

// withoutZeros leaves out what rounding made nil, and of features that share a
// key all but the first.
func withoutZeros(rows []packedRow, scale float32) []packedRow {
	kept := rows[:0]
	for _, row := range rows {
		end := 0
		for i, weight := range row.weights {
			if quantised(weight, scale) != 0 {
				row.classes[end], row.weights[end] = row.classes[i], weight
				end++
			}
		}
		row.classes, row.weights = row.classes[:end], row.weights[:end]
		if end > 0 && (len(kept) == 0 || keyOf(kept[len(kept)-1].feature) != keyOf(row.feature)) {
			kept = append(kept, row)
		}
	}
	return kept
}

func compress(parts ...[]byte) ([]byte, error) {
	var out bytes.Buffer
	zip, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	for _, part := range parts {
		if _, err := zip.Write(part); err != nil {
			return nil, err
		}
	}
	if err := zip.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// keyOf cuts the hash of a feature to what a packed model knows it by: the
// upper half, or 1 for the one half that stands for nothing.
func keyOf(feature Feature) uint32 {
	return max(uint32(feature>>32), 1)
}
