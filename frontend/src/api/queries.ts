import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { request } from './client'
import { keys } from './keys'
import type { Problem } from './problem'
import type {
  Annotation,
  Article,
  ArticleHead,
  Comparison,
  Conflict,
  ConflictFilter,
  Dispute,
  Job,
  Page,
  Session,
  Side,
  Statement,
  Stats,
} from './types'

const minute = 60_000

function one<T>(key: readonly unknown[], path: string) {
  return queryOptions<T, Problem>({
    queryKey: key,
    queryFn: ({ signal }) => request<T>('GET', path, { signal }),
  })
}

function list<T>(key: readonly unknown[], path: string, filter: object = {}) {
  return infiniteQueryOptions<Page<T>, Problem, InfiniteData<Page<T>>, readonly unknown[], string>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>('GET', path, { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
}

/** All items of the pages that were fetched so far. */
export function itemsOf<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap(page => page.items) ?? []
}

export const useSession = () =>
  useQuery({ ...one<Session>(keys.session, '/session'), retry: false, staleTime: minute })
export const useStats = () => useQuery(one<Stats>(keys.stats, '/stats'))

/** The inbox. It is not fetched again behind the reviewer's back: a row that
 * was just judged stays where it is until the list is asked for anew. */
export const conflictList = (filter: ConflictFilter) => ({
  ...list<Conflict>(keys.conflictList(filter), '/conflicts', filter),
  staleTime: 10 * minute,
  refetchOnWindowFocus: false,
})
export const useConflicts = (filter: ConflictFilter) => useInfiniteQuery(conflictList(filter))

export const conflictQuery = (id: string) =>
  one<Conflict>(keys.conflict(id), `/conflicts/${encodeURIComponent(id)}`)
export const useConflict = (id: string) => useQuery(conflictQuery(id))
export const prefetchConflict = (client: QueryClient, id: string) =>
  client.prefetchQuery({ ...conflictQuery(id), staleTime: minute })

export const useDisputes = () => useInfiniteQuery(list<Dispute>(keys.disputes, '/disputes'))
export const useDispute = (id: string) =>
  useQuery(one<Dispute>(keys.dispute(id), `/disputes/${encodeURIComponent(id)}`))

export const useArticles = () => useInfiniteQuery(list<ArticleHead>(keys.articles, '/articles'))
export const useArticle = (id: string) =>
  useQuery(one<Article>(keys.article(id), `/articles/${encodeURIComponent(id)}`))
export const useArticleStatements = (id: string) =>
  useInfiniteQuery(
    list<Statement>(keys.articleStatements(id), `/articles/${encodeURIComponent(id)}/statements`),
  )

export type StatementFilter = { q?: string; speaker?: string; article?: string }
export const useStatements = (filter: StatementFilter, enabled = true) =>
  useInfiniteQuery({ ...list<Side>(keys.statements(filter), '/statements', filter), enabled })
export const useStatement = (id: string) =>
  useQuery({ ...one<Side>(keys.statement(id), `/statements/${encodeURIComponent(id)}`), enabled: id !== '' })

/** What the engine says of two statements, joined or not. */
export const useComparison = (a: string, b: string) =>
  useQuery<Comparison, Problem>({
    queryKey: keys.comparison(a, b),
    queryFn: ({ signal }) => request<Comparison>('POST', '/comparisons', { body: { a, b }, signal }),
    enabled: a !== '' && b !== '' && a !== b,
  })

export type AnnotationFilter = { article?: string; statement?: string; conflict?: string; dispute?: string }
export const useAnnotations = (filter: AnnotationFilter) =>
  useInfiniteQuery(list<Annotation>(keys.annotations(filter), '/annotations', filter))

const isUnderWay = (job: Job) => job.state === 'queued' || job.state === 'running'
/** Jobs, asked for again every second while one is under way. */
export const useJobs = () =>
  useInfiniteQuery({
    ...list<Job>(keys.jobs, '/jobs'),
    refetchInterval: query => (itemsOf(query.state.data).some(isUnderWay) ? 1000 : false),
  })
export const useJob = (id: string) =>
  useQuery({
    ...one<Job>(keys.job(id), `/jobs/${encodeURIComponent(id)}`),
    enabled: id !== '',
    refetchInterval: query => (query.state.data && isUnderWay(query.state.data) ? 700 : false),
  })
