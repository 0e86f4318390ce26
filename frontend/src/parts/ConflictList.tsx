import { useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict, ConflictFilter } from '../api/types'
import { useKeys } from '../keys/KeysProvider'
import { useServices } from '../state/Services'
import classes from './ConflictList.module.css'
import { ConflictRow } from './ConflictRow'

type Props = {
  items: Conflict[]
  filter: ConflictFilter
  hasMore: boolean
  onMore: () => void
  onSearch: () => void
}

/** A long list of pairs: only the rows in sight are in the page, further ones
 * are fetched ahead, and j, k and Enter walk through it. It comes back to the
 * pair that was open last. */
export function ConflictList({ items, filter, hasMore, onMore, onSearch }: Props) {
  const { t } = useTranslation()
  const { lastPair } = useServices()
  const list = useRef<HTMLOListElement>(null)
  const margin = useTop(list)
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 92,
    overscan: 8,
    scrollMargin: margin,
    getItemKey: index => items[index]?.id ?? index,
    scrollPaddingStart: 70,
    scrollPaddingEnd: 70,
  })
  const selection = useSelection(items, filter, virtual.scrollToIndex, list.current)
  useKeys('inbox', { ...selection.handlers, search: onSearch })

  const rows = virtual.getVirtualItems()
  const lastRow = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastRow >= items.length - 12) onMore()
  }, [hasMore, lastRow, items.length, onMore])

  return (
    <>
      <ol
        ref={list}
        className={classes.list}
        aria-label={t('inbox.list')}
        style={{ height: virtual.getTotalSize() }}
      >
        {rows.map(row => {
          const conflict = items[row.index]
          if (!conflict) return null
          return (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              aria-setsize={hasMore ? -1 : items.length}
              aria-posinset={row.index + 1}
              className={classes.item}
              style={{ transform: `translateY(${row.start - margin}px)` }}
            >
              <ConflictRow
                conflict={conflict}
                filter={filter}
                selected={conflict.id === selection.id}
                onSelect={() => {
                  lastPair.id = conflict.id
                  selection.select(conflict.id)
                }}
              />
            </li>
          )
        })}
      </ol>
      {hasMore && <p className={classes.more}>{t('state.loading')}</p>}
    </>
  )
}

/** How far from the top of the page the list begins. */
function useTop(list: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY)
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(document.body)
    return () => watcher.disconnect()
  }, [list])
  return top
}

type ScrollTo = (index: number, options?: { align?: 'auto' | 'center' }) => void

/** The selected row, which also has the focus once keys moved it. */
function useSelection(
  items: Conflict[],
  filter: ConflictFilter,
  scrollTo: ScrollTo,
  list: HTMLElement | null,
) {
  const { lastPair } = useServices()
  const navigate = useNavigate()
  const [id, select] = useState(lastPair.id || items[0]?.id)
  const [wanted, setWanted] = useState<string>() // to get the focus as soon as it is in the page
  const known = items.findIndex(c => c.id === id)
  const index = known < 0 ? 0 : known

  // Back from a pair: show where it stands.
  const [start] = useState(lastPair.id === '' ? 0 : known)
  const scroll = useRef(scrollTo)
  useEffect(() => {
    if (start > 0) scroll.current(start, { align: 'center' })
  }, [start])
  useEffect(() => {
    if (!wanted) return
    const link = list?.querySelector<HTMLElement>(`[data-conflict="${CSS.escape(wanted)}"]`)
    if (!link) return
    link.focus({ preventScroll: true })
    setWanted(undefined)
  })

  const move = (step: number) => {
    // With the focus elsewhere, the first press only shows where it is.
    const away = !list?.contains(document.activeElement) && !wanted
    const target = Math.min(Math.max(away ? index : index + step, 0), items.length - 1)
    const next = items[target]
    if (!next) return
    select(next.id)
    setWanted(next.id)
    scrollTo(target, { align: 'auto' })
  }
  const open = () => {
    const chosen = items[index]
    if (chosen) navigate({ to: '/conflicts/$id', params: { id: chosen.id }, search: filter })
  }
  return {
    id: items[index]?.id,
    select,
    handlers: { next: () => move(1), previous: () => move(-1), open },
  }
}
