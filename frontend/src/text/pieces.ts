import { Points, type Span } from './points'

/** A span with whatever it stands for: content, cue, the words of a reason. */
export type Mark<T> = { span: Span; value: T }

/** A run of text over which the same marks hold. Offsets are code points of
 * the whole article. */
export type Piece<T> = { start: number; end: number; text: string; values: T[] }

/** Cuts a text into runs at the edges of the marks, so that marks may overlap
 * and nest freely. `offset` is where the text starts in the article; marks are
 * in article offsets, and what lies outside of the text is cut off. Values of a
 * piece stand in the order in which the marks were given. */
export function cutPieces<T>(text: string, marks: readonly Mark<T>[], offset = 0): Piece<T>[] {
  const points = new Points(text)
  const end = offset + points.length
  const inside = marks.flatMap((mark, order) => {
    const start = Math.max(mark.span[0], offset)
    const stop = Math.min(mark.span[1], end)
    return start < stop ? [{ start, stop, order, value: mark.value }] : []
  })
  const edges = [...new Set([offset, end, ...inside.flatMap(m => [m.start, m.stop])])].sort((a, b) => a - b)
  const opening = inside.toSorted((a, b) => a.start - b.start)
  const pieces: Piece<T>[] = []
  let open: typeof inside = []
  let next = 0
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i] as number, edges[i + 1] as number]
    open = open.filter(m => m.stop > from)
    for (let m = opening[next]; m && m.start === from; m = opening[++next]) open.push(m)
    pieces.push({
      start: from,
      end: to,
      text: points.slice(from - offset, to - offset),
      values: open.toSorted((a, b) => a.order - b.order).map(m => m.value),
    })
  }
  return pieces
}

/** A paragraph and the code point offset in its article at which it starts. */
export type Paragraph = { start: number; text: string }

/** The paragraphs of a text, parted by lines that hold nothing but white space. */
export function paragraphs(text: string): Paragraph[] {
  const points = new Points(text)
  const found: Paragraph[] = []
  let start = -1 // of the open paragraph, in UTF-16 units; -1 while none is open
  const close = (unit: number) => {
    if (start >= 0) found.push({ start: points.toPoint(start), text: text.slice(start, unit).trimEnd() })
    start = -1
  }
  for (let unit = 0; unit < text.length; ) {
    const newline = text.indexOf('\n', unit)
    const stop = newline < 0 ? text.length : newline
    if (text.slice(unit, stop).trim() === '') close(unit)
    else if (start < 0) start = unit
    unit = stop + 1
  }
  close(text.length)
  return found
}
