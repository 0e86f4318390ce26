import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { answerOf, api } from './client'
import { keys } from './keys'
import type { Problem } from './problem'
import type { Conflict, ConflictFilter, Job, Page } from './types'

const minute = 60_000

type Fetch<T> = (options: { signal: AbortSignal }) => Promise<T>

function one<T>(key: readonly unknown[], fetch: Fetch<T>) {
  return queryOptions<T, Problem>({ queryKey: key, queryFn: ({ signal }) => fetch({ signal }) })
}

type FetchPage<T> = (
  query: { limit: number; cursor?: string },
  options: { signal: AbortSignal },
) => Promise<Page<T>>

function list<T>(key: readonly unknown[], fetch: FetchPage<T>, limit = 50) {
  return infiniteQueryOptions<
    Page<T>,
    Problem,
    InfiniteData<Page<T>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: key,
    queryFn: ({ pageParam: cursor, signal }) => fetch({ limit, cursor }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: page => page.next,
  })
}

/** All items of the pages that were fetched so far. */
export function itemsOf<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap(page => page.items) ?? []
}

const at = (id: string) => ({ path: { id } })

export const useSession = () =>
  useQuery({
    ...one(keys.session, o => answerOf(api.GET('/api/v1/session', o))),
    retry: false,
    staleTime: minute,
  })

export const useStats = () => useQuery(one(keys.stats, o => answerOf(api.GET('/api/v1/stats', o))))

/** The inbox. It is not fetched again behind the reviewer's back: a row that
 * was just judged stays where it is until the list is asked for anew. */
export const conflictList = (filter: ConflictFilter) => ({
  ...list(keys.conflictList(filter), (query, o) =>
    answerOf(api.GET('/api/v1/conflicts', { params: { query: { ...filter, ...query } }, ...o })),
  ),
  staleTime: 10 * minute,
  refetchOnWindowFocus: false,
})
export const useConflicts = (filter: ConflictFilter) => useInfiniteQuery(conflictList(filter))

export const conflictQuery = (id: string) =>
  one(keys.conflict(id), o => answerOf(api.GET('/api/v1/conflicts/{id}', { params: at(id), ...o })))

/** A pair. Until it is fetched the row that a list holds of it is shown. */
export function useConflict(id: string, known?: Conflict) {
  return useQuery({ ...conflictQuery(id), placeholderData: known })
}

/** Fetches a pair ahead of its being shown. */
export const prefetchConflict = (client: QueryClient, id: string) =>
  client.prefetchQuery({ ...conflictQuery(id), staleTime: minute })

export const useDisputes = () =>
  useInfiniteQuery(
    list(keys.disputes, (query, o) => answerOf(api.GET('/api/v1/disputes', { params: { query }, ...o }))),
  )
export const useDispute = (id: string) =>
  useQuery({
    ...one(keys.dispute(id), o => answerOf(api.GET('/api/v1/disputes/{id}', { params: at(id), ...o }))),
    enabled: id !== '',
  })

export const useArticles = () =>
  useInfiniteQuery(
    list(keys.articles, (query, o) => answerOf(api.GET('/api/v1/articles', { params: { query }, ...o }))),
  )
export const useArticle = (id: string) =>
  useQuery(one(keys.article(id), o => answerOf(api.GET('/api/v1/articles/{id}', { params: at(id), ...o }))))
/** All statements of an article. They change only when it is read anew. */
export const useArticleStatements = (id: string) =>
  useInfiniteQuery({
    ...list(
      keys.articleStatements(id),
      (query, o) =>
        answerOf(api.GET('/api/v1/articles/{id}/statements', { params: { ...at(id), query }, ...o })),
      200,
    ),
    staleTime: 10 * minute,
  })

export type StatementFilter = { q?: string; speaker?: string; article?: string }
export const useStatements = (filter: StatementFilter, enabled = true) =>
  useInfiniteQuery({
    ...list(keys.statements(filter), (query, o) =>
      answerOf(api.GET('/api/v1/statements', { params: { query: { ...filter, ...query } }, ...o })),
    ),
    enabled,
  })
export const useStatement = (id: string) =>
  useQuery({
    ...one(keys.statement(id), o => answerOf(api.GET('/api/v1/statements/{id}', { params: at(id), ...o }))),
    enabled: id !== '',
  })

/** What the engine says of two statements, joined or not. */
export const useComparison = (a: string, b: string) =>
  useQuery({
    ...one(keys.comparison(a, b), o => answerOf(api.POST('/api/v1/comparisons', { body: { a, b }, ...o }))),
    enabled: a !== '' && b !== '' && a !== b,
  })

export type AnnotationFilter = { article?: string; statement?: string; conflict?: string; dispute?: string }
export const useAnnotations = (filter: AnnotationFilter) =>
  useInfiniteQuery(
    list(keys.annotations(filter), (query, o) =>
      answerOf(api.GET('/api/v1/annotations', { params: { query: { ...filter, ...query } }, ...o })),
    ),
  )

export const isUnderWay = (job: Job) => job.state === 'queued' || job.state === 'running'

/** Jobs, asked for again every second while one is under way. */
export const useJobs = () =>
  useInfiniteQuery({
    ...list(keys.jobs, (query, o) => answerOf(api.GET('/api/v1/jobs', { params: { query }, ...o }))),
    refetchInterval: query => (itemsOf(query.state.data).some(isUnderWay) ? 1000 : false),
  })
export const useJob = (id: string) =>
  useQuery({
    ...one(keys.job(id), o => answerOf(api.GET('/api/v1/jobs/{id}', { params: at(id), ...o }))),
    enabled: id !== '',
    refetchInterval: query => (query.state.data && isUnderWay(query.state.data) ? 700 : false),
  })
