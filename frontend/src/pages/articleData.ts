import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { keys } from '../api/keys'
import {
  isUnderWay,
  itemsOf,
  useAnnotations,
  useArticle,
  useArticleStatements,
  useConflicts,
  useJobs,
} from '../api/queries'
import type { Annotation, Article, Conflict, Job, Page, Side, Statement } from '../api/types'
import type { Entry } from '../parts/StatementList'
import { isDeepening } from '../state/jobNews'
import { paragraphs } from '../text/pieces'
import { Points } from '../text/points'
import { blocksOf, hullOf, noteMarks, statementMarks } from './articleMarks'
import type { Signs } from './articleText'

type Paged = { hasNextPage: boolean; isFetching: boolean; isError: boolean; fetchNextPage: () => unknown }

/** Fetches a list to its end, page by page. */
export function useWhole<Q extends Paged>(query: Q): Q {
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  return query
}

/** The items of a list that is fetched to its end: those of the first page
 * until all are there, so that a long list is drawn twice and not with every
 * page. The same array until then. */
export function useWholeItems<T>(query: Paged & { data: InfiniteData<Page<T>> | undefined }): T[] {
  const { data, hasNextPage } = useWhole(query)
  const first = data?.pages[0]
  const whole = hasNextPage ? undefined : data
  return useMemo(() => (whole ? itemsOf(whole) : (first?.items ?? [])), [whole, first])
}

/** Everything that the page of an article shows. While the article is being
 * read, it is asked for again until that is done; and once more when its pairs
 * have been compared in depth. */
export function useReading(id: string) {
  const article = useArticle(id)
  const statements = useArticleStatements(id)
  const conflicts = useConflicts({ article: id })
  const notes = useAnnotations({ article: id })
  const items = {
    statements: useWholeItems(statements),
    conflicts: useWholeItems(conflicts),
    notes: useWholeItems(notes),
  }
  const { job, deepening } = useJobsOf(id, article.data?.state)
  const trouble = [statements, conflicts, notes].find(query => query.error)
  return { article, items, job, deepening, trouble, isReading: statements.isPending }
}

const pause = 1500 // milliseconds between two looks at an article that is being read

type JobsOf = { job?: Job; deepening?: Job }

/** The newest jobs that read the article and that compare it in depth. */
function useJobsOf(id: string, state: Article['state'] | undefined): JobsOf {
  const client = useQueryClient()
  const jobs = itemsOf(useJobs().data).filter(job => job.article === id)
  const job = jobs.find(one => !isDeepening(one))
  const deepening = jobs.find(isDeepening)
  const waiting = state === 'waiting'
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => {
      client.invalidateQueries({ queryKey: keys.article(id) })
      client.invalidateQueries({ queryKey: keys.jobs })
    }, pause)
    return () => {
      clearInterval(timer)
      refresh(client)
    }
  }, [waiting, id, client])
  const underWay = deepening !== undefined && isUnderWay(deepening)
  useEffect(() => {
    if (!underWay) return
    return () => {
      client.invalidateQueries({ queryKey: keys.article(id) })
      refresh(client)
    }
  }, [underWay, id, client])
  return { job, deepening }
}

/** What an article brought is asked for again, wherever it is shown. */
function refresh(client: QueryClient) {
  for (const queryKey of [keys.conflicts, keys.disputes, keys.articles])
    client.invalidateQueries({ queryKey })
}

/** The text, cut into blocks, with what is marked in it. */
export function useMarkedText(article: Article, statements: Statement[], notes: Annotation[]) {
  const points = useMemo(() => new Points(article.text), [article.text])
  const blocks = useMemo(() => blocksOf(paragraphs(article.text)), [article.text])
  const marks = useMemo(() => [...statementMarks(statements), ...noteMarks(notes)], [statements, notes])
  const signs = useMemo(() => signsOf(statements, notes), [statements, notes])
  return { points, blocks, marks, signs }
}

function signsOf(statements: Statement[], notes: Annotation[]): Signs {
  const numbers: Map<number, { id: string; number: number; speaker: string }[]> = new Map()
  for (const [i, s] of statements.entries()) {
    const start = hullOf(s.content)?.[0]
    if (start !== undefined) put(numbers, start, { id: s.id, number: i + 1, speaker: s.speaker.name })
  }
  const ends: Map<number, Annotation[]> = new Map()
  for (const note of notes) if (note.target.end !== undefined) put(ends, note.target.end, note)
  return { numbers, notes: ends }
}

function put<K, T>(map: Map<K, T[]>, key: K, value: T) {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}

/** The statements with their numbers, conflicts and how often they were annotated. */
export function entriesOf(statements: Statement[], conflicts: Conflict[], notes: Annotation[]): Entry[] {
  const inConflict: Map<string, Conflict[]> = new Map()
  for (const conflict of conflicts) {
    put(inConflict, conflict.a.statement.id, conflict)
    put(inConflict, conflict.b.statement.id, conflict)
  }
  const annotated: Map<string, Annotation[]> = new Map()
  for (const note of notes) if (note.target.statement) put(annotated, note.target.statement, note)
  return statements.map((statement, i) => ({
    statement,
    number: i + 1,
    conflicts: inConflict.get(statement.id) ?? none,
    notes: annotated.get(statement.id)?.length ?? 0,
  }))
}

const none: Conflict[] = []

/** A statement as one side, to be cited. */
export function sideOf(article: Article, statement: Statement): Side {
  const { id, title, publisher, date, url, author, snapshot } = article
  return {
    statement,
    article: { id, title, publisher, date, url, author, sha256: snapshot.sha256 },
    context: { start: 0, text: '' },
  }
}
