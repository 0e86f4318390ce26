import { Points, type Span } from '../text/points'

/** Marks an element as a run of the article's text: it holds one text node and
 * nothing else, and the attribute tells where it starts, in code points. */
export const runAttribute = 'data-at'

/** The words that a range of the page covers, as a span of the article without
 * white space at its ends; undefined where it covers none. Whatever lies between
 * the runs (numbers, buttons) does not count. */
export function spanOfRange(root: HTMLElement, range: Range, article: Points): Span | undefined {
  const runs = [...root.querySelectorAll<HTMLElement>(`[${runAttribute}]`)].filter(run =>
    range.intersectsNode(run),
  )
  const first = runs[0]
  const last = runs[runs.length - 1]
  if (!first || !last) return undefined
  const start = pointIn(first, range.startContainer, range.startOffset) ?? startOf(first)
  const end = pointIn(last, range.endContainer, range.endOffset) ?? endOf(last)
  return trimmed(article, [start, end])
}

const startOf = (run: HTMLElement) => Number(run.getAttribute(runAttribute))
const endOf = (run: HTMLElement) => startOf(run) + new Points(run.textContent ?? '').length

/** Where an edge of a range lies, if it lies within the run. */
function pointIn(run: HTMLElement, node: Node, offset: number): number | undefined {
  if (!run.contains(node)) return undefined
  if (node.nodeType === Node.TEXT_NODE)
    return startOf(run) + new Points(node.textContent ?? '').toPoint(offset)
  return offset === 0 ? startOf(run) : endOf(run)
}

/** The span without the white space at its ends; undefined if nothing is left. */
export function trimmed(article: Points, [start, end]: Span): Span | undefined {
  const characters = Array.from(article.slice(start, end))
  let from = 0
  let to = characters.length
  while (from < to && isSpace(characters[from])) from++
  while (to > from && isSpace(characters[to - 1])) to--
  return from < to ? [start + from, start + to] : undefined
}

export type Edge = 'start' | 'end'

/** Moves one edge of a span by a word, for choosing words without a mouse. The
 * span never becomes empty and never leaves the text. */
export function nudged(article: Points, span: Span, edge: Edge, direction: -1 | 1): Span {
  const [start, end] = span
  const at = edge === 'start' ? start : end
  const to = direction === 1 ? nextWord(article, at, edge) : previousWord(article, at, edge)
  const moved: Span = edge === 'start' ? [to, end] : [start, to]
  return moved[0] < moved[1] ? moved : span
}

const reach = 400 // code points looked at for the next word; longer ones are crossed in steps

/** The start of the next word, or the end of the next one, after a point. */
function nextWord(article: Points, at: number, edge: Edge): number {
  const characters = Array.from(article.slice(at, at + reach))
  let i = 0
  const skip = (space: boolean) => {
    while (i < characters.length && isSpace(characters[i]) === space) i++
  }
  if (edge === 'start') {
    skip(false)
    skip(true)
  } else {
    skip(true)
    skip(false)
  }
  return at + i
}

function previousWord(article: Points, at: number, edge: Edge): number {
  const characters = Array.from(article.slice(Math.max(0, at - reach), at))
  let i = characters.length
  const skip = (space: boolean) => {
    while (i > 0 && isSpace(characters[i - 1]) === space) i--
  }
  if (edge === 'start') {
    skip(true)
    skip(false)
  } else {
    skip(false)
    skip(true)
  }
  return at - (characters.length - i)
}

const isSpace = (character: string | undefined) => character !== undefined && /^\s$/u.test(character)
