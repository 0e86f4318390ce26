package judge

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// batchPairs is how many pairs are judged in one go: enough that the weights,
// which no cache holds, are fetched for more than one pair, and few enough that
// the goroutines end together and soon after the context.
const batchPairs = 2

// judge gives the logits of count inputs, which are asked for as they are
// needed and from several goroutines.
func (m *Model) judge(ctx context.Context, count int, of func(i int) input) ([][3]float32, error) {
	out := make([][3]float32, count)
	batches := (count + batchPairs - 1) / batchPairs
	crew := make([]error, min(batches, runtime.GOMAXPROCS(0)))
	var next atomic.Int64
	var work sync.WaitGroup
	for i := range crew {
		work.Go(func() { crew[i] = m.labour(ctx, out, &next, of) })
	}
	work.Wait()
	for _, err := range crew {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// labour takes one batch after the other until none is left or the context
// ends.
func (m *Model) labour(ctx context.Context, out [][3]float32, next *atomic.Int64, of func(i int) input) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = broken(cause)
		}
	}()
	var w workspace
	for {
		start := int(next.Add(batchPairs)) - batchPairs
		if start >= len(out) {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		batch := make([]input, 0, batchPairs)
		for i := start; i < min(start+batchPairs, len(out)); i++ {
			batch = append(batch, of(i))
		}
		copy(out[start:], m.logits(&w, batch))
	}
}
