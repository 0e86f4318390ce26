import type { Reason, ReasonKind, Side } from '../api/types'
import type { Mark } from './pieces'

/** What a stretch of a side's text is: part of the statement, or words that a
 * reason rests on. A reason is known by its place in the list; `end` is where
 * these words of it end, in code points of the article. */
export type SideMark =
  | { kind: 'source' | 'cue' | 'content' }
  | { kind: 'reason'; reason: number; name: ReasonKind; for: boolean; end: number }

/** All that is to be marked on one side of a pair. */
export function marksOf(side: Side, reasons: readonly Reason[], which: 'a' | 'b'): Mark<SideMark>[] {
  const { statement } = side
  const parts = (['source', 'cue', 'content'] as const).flatMap(kind =>
    statement[kind].map(span => ({ span, value: { kind } as SideMark })),
  )
  const words = reasons.flatMap((r, reason) =>
    r[which].map(span => ({
      span,
      value: { kind: 'reason', reason, name: r.kind, for: r.for, end: span[1] } as SideMark,
    })),
  )
  return [...parts, ...words]
}

/** The sign of a reason, the same beside its sentence and at its words: a, b, c. */
export function signOf(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : String(index + 1)
}
