package main

import (
	"fmt"
	"strings"
	"time"
)

// bar is a line on a terminal that says how far a command is. Elsewhere it
// prints nothing.
type bar struct {
	io    streams
	on    bool
	drawn bool
	began time.Time
	last  time.Time
}

func newBar(io streams) *bar {
	return &bar{io: io, on: io.terminal(), began: time.Now()}
}

// show draws the line; a total of 0 means that it is not known. It draws at
// most ten times a second.
func (b *bar) show(what string, done, total int) {
	now := time.Now()
	if !b.on || now.Sub(b.last) < 100*time.Millisecond {
		return
	}
	b.last, b.drawn = now, true
	if total <= 0 {
		fmt.Fprintf(b.io.err, "\r\x1b[K%s: %d", what, done)
		return
	}
	done = min(done, total)
	const width = 30
	filled := width * done / total
	fmt.Fprintf(b.io.err, "\r\x1b[K%s [%s%s] %d of %d, %s", what,
		strings.Repeat("=", filled), strings.Repeat(" ", width-filled), done, total, now.Sub(b.began).Round(time.Second))
}

// clear removes the line, so that a message can be printed.
func (b *bar) clear() {
	if b.drawn {
		fmt.Fprint(b.io.err, "\r\x1b[K")
		b.drawn = false
	}
}
