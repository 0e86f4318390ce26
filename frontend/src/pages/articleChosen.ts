import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Article, Statement } from '../api/types'
import type { Span } from '../text/points'
import { hullOf, readWords, sameSpan } from './articleMarks'
import { runAttribute } from './articleSelection'

const route = getRouteApi('/articles/$id')

/** The statement that is chosen, kept in the address, and the words that the
 * address leads to. Choosing shows the words in the text and the row in the list. */
export function useChosen(
  article: Article,
  statements: Statement[],
  text: RefObject<HTMLDivElement | null>,
  length: number,
) {
  const search = route.useSearch()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(true)
  const found = useMemo(() => readWords(search.at, length), [search.at, length])
  const atWords = useMemo(
    () => found && statements.find(s => sameSpan(hullOf(s.content), found))?.id,
    [found, statements],
  )
  const statement = search.statement ?? atWords ?? ''

  const go = useCallback(
    (id: string) => {
      setOpen(true)
      navigate({
        to: '/articles/$id',
        params: { id: article.id },
        search: { statement: id },
        replace: true,
        resetScroll: false,
      })
    },
    [navigate, article.id],
  )
  const show = useCallback((point: number) => revealPoint(text.current, point), [text])
  const select = useCallback(
    (id: string) => {
      go(id)
      const at = hullOf(statements.find(s => s.id === id)?.content ?? [])
      if (at) show(at[0])
    },
    [go, show, statements],
  )
  const selectInText = useCallback(
    (id: string) => {
      go(id)
    },
    [go],
  )
  const step = (by: 1 | -1) => {
    const at = statements.findIndex(s => s.id === statement)
    const next = statements[at < 0 ? (by === 1 ? 0 : statements.length - 1) : at + by]
    if (next) select(next.id)
  }
  useArrival(search, statements, found, show)
  return { statement, found, isOpen, setOpen, select, selectInText, step, show }
}

/** Scrolls to what the address names, once, when it is there. */
function useArrival(
  search: { at?: string; statement?: string },
  statements: Statement[],
  found: Span | undefined,
  show: (point: number) => void,
) {
  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current) return
    const content = statements.find(s => s.id === search.statement)?.content
    const point = found?.[0] ?? (content && hullOf(content)?.[0])
    if (point === undefined) return
    arrived.current = true
    // The browser has to lay the page out first, or there is nowhere to scroll to.
    requestAnimationFrame(() => show(point))
  }, [search, statements, found, show])
}

const behavior = () =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? ('auto' as const) : ('smooth' as const)

/** Brings the run of text at a point into view, unless it is there already.
 * Paragraphs out of sight have an estimated height until they are drawn, so
 * what is far away is jumped to, and looked for again from there. */
function revealPoint(text: HTMLElement | null, point: number, jumps = 0) {
  const run = text && runAt(text, point)
  if (!run) return
  const isNarrow = window.matchMedia('(max-width: 1000px)').matches // a card covers the lower half
  const { top, bottom } = run.getBoundingClientRect()
  const height = window.innerHeight
  if (top >= 60 && bottom <= height * (isNarrow ? 0.45 : 0.7)) return
  const isFar = jumps > 0 || Math.abs(top) > 2 * height
  run.scrollIntoView({ block: isNarrow ? 'start' : 'center', behavior: isFar ? 'instant' : behavior() })
  if (isFar && jumps < 5) requestAnimationFrame(() => revealPoint(text, point, jumps + 1))
}

/** The run that holds a point: the block by halving, as there may be thousands. */
function runAt(text: HTMLElement, point: number): HTMLElement | undefined {
  const startOf = (element: Element) => Number((element as HTMLElement).dataset.at)
  const firstRun = (block: Element | undefined) => block?.querySelector(`[${runAttribute}]`)
  let low = 0
  let high = text.children.length
  while (low < high) {
    const mid = (low + high) >> 1
    const run = firstRun(text.children[mid])
    if (run && startOf(run) <= point) low = mid + 1
    else high = mid
  }
  const runs = text.children[low - 1]?.querySelectorAll<HTMLElement>(`[${runAttribute}]`)
  return [...(runs ?? [])].findLast(run => startOf(run) <= point)
}
