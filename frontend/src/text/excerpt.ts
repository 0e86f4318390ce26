import { Points, type Span } from './points'

/** A part of an article: its text and where it starts there, in code points. */
export type Excerpt = { start: number; text: string; cutBefore: boolean; cutAfter: boolean }

/** Shortens a paragraph to the words around some spans of it, so that a page of
 * one unbroken paragraph does not drown the pair. `margin` and `limit` count
 * code points; what is within `limit` stays whole. */
export function excerptAround(
  context: { start: number; text: string },
  spans: readonly Span[],
  margin = 500,
  limit = 2400,
): Excerpt {
  const points = new Points(context.text)
  const whole = { ...context, cutBefore: false, cutAfter: false }
  if (points.length <= limit) return whole
  const starts = spans.map(s => s[0] - context.start)
  const ends = spans.map(s => s[1] - context.start)
  const from = Math.max(0, Math.min(points.length, ...starts) - margin)
  const to = Math.min(points.length, Math.max(from, ...ends) + margin)
  return {
    start: context.start + from,
    text: points.slice(from, to),
    cutBefore: from > 0,
    cutAfter: to < points.length,
  }
}
