import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsOf, prefetchConflict, useConflicts } from '../api/queries'
import type { ConflictFilter } from '../api/types'
import { placeIn } from './queue'
import { useServices } from './Services'

/** The pairs before and after this one in the inbox that it was opened from.
 * The neighbours are fetched ahead, so that the next pair appears at once. */
export function usePairQueue(id: string, filter: ConflictFilter) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { t } = useTranslation()
  const { announcer, lastPair } = useServices()
  const list = useConflicts(filter)
  const items = itemsOf(list.data)
  const place = placeIn(items, id)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list

  useEffect(() => {
    lastPair.id = id
  }, [lastPair, id])
  useEffect(() => {
    for (const near of new Set([place.next, place.nextToDo, place.previous])) {
      if (near) prefetchConflict(client, near)
    }
  }, [client, place.next, place.nextToDo, place.previous])
  const isNearEnd = items.length > 0 && items.length - place.index < 10
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage) fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])

  const go = async (to?: string) => {
    if (to) await navigate({ to: '/conflicts/$id', params: { id: to }, search: filter })
  }
  const back = () => navigate({ to: '/', search: filter })
  return {
    known: items.find(c => c.id === id),
    position: place.index + 1, // 0 when the list does not hold the pair
    total: list.data?.pages[0]?.total ?? 0,
    hasNext: place.next !== undefined,
    hasPrevious: place.previous !== undefined,
    goNext: () => go(place.next),
    goPrevious: () => go(place.previous),
    /** On to the next pair not judged yet; back to the inbox after the last. */
    goOn: () => {
      if (place.nextToDo) return go(place.nextToDo)
      announcer.say({ text: t('review.allDone') })
      return back()
    },
    back,
  }
}
