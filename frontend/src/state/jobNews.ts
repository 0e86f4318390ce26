import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { keys } from '../api/keys'
import { isUnderWay, itemsOf, useJobs } from '../api/queries'
import type { Job } from '../api/types'

/** Whether a job is to compare in depth what an analysis left: its article is
 * read and ready, and stays so. */
export const isDeepening = (job: Job) => job.kind === 'deepen'

/** What the jobs say: how many articles are being read, and when the last job
 * was done; undefined while not known. */
export function newsOf(jobs: readonly Job[]): { reading: number; lastDone: string } {
  const done = jobs.filter(job => job.state === 'done').map(job => job.updated_at)
  return {
    reading: jobs.filter(job => isUnderWay(job) && !isDeepening(job)).length,
    lastDone: done.reduce((last, at) => (at > last ? at : last), ''),
  }
}

/** Watches the jobs from every page: once an article has been read, what was
 * fetched before is out of date. Lists of pairs are only marked as such, so
 * that none changes under the reviewer's hands. */
export function useJobWatch() {
  const client = useQueryClient()
  const { data } = useJobs()
  const lastDone = data && newsOf(itemsOf(data)).lastDone
  const known = useRef<string>(undefined)
  useEffect(() => {
    const before = known.current
    known.current = lastDone
    if (before === undefined || before === lastDone) return
    client.invalidateQueries({ queryKey: keys.conflicts, refetchType: 'none' })
    for (const queryKey of [keys.disputes, ['dispute'], keys.articles, keys.stats])
      client.invalidateQueries({ queryKey })
  }, [client, lastDone])
}

/** What a list that was fetched at that time does not show yet. */
export function useJobNews(fetchedAt: number) {
  const { data } = useJobs()
  const news = data && newsOf(itemsOf(data))
  const [seen, setSeen] = useState({ fetchedAt, lastDone: news?.lastDone })
  if (seen.fetchedAt !== fetchedAt || (news && seen.lastDone === undefined)) {
    setSeen({ fetchedAt, lastDone: news?.lastDone })
  }
  return { reading: news?.reading ?? 0, hasNews: news !== undefined && seen.lastDone !== news.lastDone }
}
