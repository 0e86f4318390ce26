import type { Annotation, Statement } from '../api/types'
import type { Mark, Paragraph } from '../text/pieces'
import { Points, type Span } from '../text/points'

/** What a stretch of the article's text stands for. */
export type TextMark =
  | { kind: 'content' | 'cue' | 'source'; statement: string }
  | { kind: 'note'; note: string }
  | { kind: 'found' } // the words that a link leads to
  | { kind: 'pending' } // the words that are being annotated

/** A paragraph with its end, so that marks find it quickly. */
export type Block = Paragraph & { end: number }

export const blocksOf = (paragraphs: readonly Paragraph[]): Block[] =>
  paragraphs.map(p => ({ ...p, end: p.start + new Points(p.text).length }))

/** The marks of statements: content first, then what lies within or beside it. */
export function statementMarks(statements: readonly Statement[]): Mark<TextMark>[] {
  return statements.flatMap(s =>
    (['content', 'cue', 'source'] as const).flatMap(kind =>
      s[kind].map(span => ({ span, value: { kind, statement: s.id } })),
    ),
  )
}

/** The marks of annotations that are anchored to words. */
export function noteMarks(notes: readonly Annotation[]): Mark<TextMark>[] {
  return notes.flatMap(({ id, target }) =>
    target.start === undefined || target.end === undefined
      ? []
      : [{ span: [target.start, target.end] as const, value: { kind: 'note' as const, note: id } }],
  )
}

/** Deals marks out to the blocks they touch; a list for each block, the same
 * empty one wherever there are none. */
export function dealOut(blocks: readonly Block[], marks: readonly Mark<TextMark>[]): Mark<TextMark>[][] {
  const dealt: Mark<TextMark>[][] = blocks.map(() => none)
  for (const mark of marks) {
    for (let i = firstEndingAfter(blocks, mark.span[0]); i < blocks.length; i++) {
      if ((blocks[i] as Block).start >= mark.span[1]) break
      if (dealt[i] === none) dealt[i] = []
      dealt[i]?.push(mark)
    }
  }
  return dealt
}

const none: Mark<TextMark>[] = []

function firstEndingAfter(blocks: readonly Block[], point: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((blocks[mid] as Block).end <= point) low = mid + 1
    else high = mid
  }
  return low
}

/** The smallest span around several; undefined for none. */
export function hullOf(spans: readonly Span[]): Span | undefined {
  const [first] = spans
  return first && [Math.min(...spans.map(s => s[0])), Math.max(...spans.map(s => s[1]))]
}

export const sameSpan = (a: Span | undefined, b: Span) => a?.[0] === b[0] && a[1] === b[1]

/** Words named in an address, "120-164"; undefined where it names none. */
export function readWords(at: string | undefined, length: number): Span | undefined {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '')
  if (!found) return undefined
  const [start, end] = [Number(found[1]), Math.min(Number(found[2]), length)]
  return start < end ? [start, end] : undefined
}
