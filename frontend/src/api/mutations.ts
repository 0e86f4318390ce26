import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api, ifNew, over } from './client'
import { keys } from './keys'
import type { Problem } from './problem'
import type { ArticleFileInput, ArticleInput, ArticlePatchInput, JoinInput } from './schema'
import type {
  AnnotationTarget,
  Article,
  Conflict,
  Dispute,
  Job,
  Motivation,
  Page,
  ReviewInput,
} from './types'

const at = (id: string) => ({ path: { id } })
const atVersion = (id: string, version: number) => ({ path: { id }, header: over(version) })

export const signIn = (token: string) => answerOf(api.POST('/api/v1/session', { body: { token } }))
export const signOut = () => answerOf(api.DELETE('/api/v1/session'))

const myReview = '/api/v1/conflicts/{id}/reviews/me'

/** Saves one's own review: `version` is that of the review it replaces, absent
 * for the first one. A review changed elsewhere meanwhile is a problem 412. */
export function putReview(conflict: string, body: ReviewInput, version?: number) {
  const header = version === undefined ? ifNew : over(version)
  return answerOf(api.PUT(myReview, { params: { ...at(conflict), header }, body }))
}

export const deleteReview = (conflict: string, version: number) =>
  answerOf(api.DELETE(myReview, { params: atVersion(conflict, version) }))

/** Writes a conflict into every list and page that shows it, so that a saved
 * review is seen at once and the inbox keeps its place. */
export function patchConflict(client: QueryClient, id: string, change: (c: Conflict) => Conflict) {
  const inPage = (page: Page<Conflict>) => ({
    ...page,
    items: page.items.map(c => (c.id === id ? change(c) : c)),
  })
  client.setQueryData<Conflict>(keys.conflict(id), old => old && change(old))
  client.setQueriesData<InfiniteData<Page<Conflict>>>(
    { queryKey: keys.conflicts },
    old => old && { ...old, pages: old.pages.map(inPage) },
  )
}

export type NewAnnotation = { motivation: Motivation; body: string; target: AnnotationTarget }

/** Joins two statements by hand. */
export function useJoin() {
  const client = useQueryClient()
  return useMutation<Conflict, Problem, JoinInput>({
    mutationFn: body => answerOf(api.POST('/api/v1/conflicts', { body })),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: keys.conflicts })
      client.invalidateQueries({ queryKey: ['comparison'] })
    },
  })
}

/** After disputes were put together or taken apart, all that shows them is old. */
function forgetDisputes(client: QueryClient) {
  for (const queryKey of [keys.disputes, ['dispute'], keys.conflicts, ['conflict'], ['annotations']])
    client.invalidateQueries({ queryKey })
}

/** Moves all conflicts of one dispute into another. */
export function useMergeDisputes() {
  const client = useQueryClient()
  return useMutation<Dispute, Problem, { into: string; from: string }>({
    mutationFn: ({ into, from }) =>
      answerOf(api.POST('/api/v1/disputes/{id}/merge', { params: at(into), body: { from } })),
    onSuccess: (dispute, { from }) => {
      client.setQueryData(keys.dispute(dispute.id), dispute)
      client.removeQueries({ queryKey: keys.dispute(from) })
      forgetDisputes(client)
    },
  })
}

/** Moves some conflicts of a dispute into a new one, and gives that. */
export function useSplitDispute() {
  const client = useQueryClient()
  return useMutation<Dispute, Problem, { id: string; conflicts: string[] }>({
    mutationFn: ({ id, conflicts }) =>
      answerOf(api.POST('/api/v1/disputes/{id}/split', { params: at(id), body: { conflicts } })),
    onSuccess: dispute => {
      client.setQueryData(keys.dispute(dispute.id), dispute)
      forgetDisputes(client)
    },
  })
}

export type NewArticle = ArticleInput

/** Hands in an article: text, link, or a file with what is known about it. */
export function useImport() {
  const client = useQueryClient()
  return useMutation<Job, Problem, NewArticle & { file?: File }>({
    mutationFn: ({ file, ...head }) =>
      answerOf(api.POST('/api/v1/articles', { body: file ? formOf(file, head) : head })),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: keys.jobs })
      client.invalidateQueries({ queryKey: keys.articles })
    },
  })
}

/** A form, which the browser sends as multipart. The description types it by
 * its fields, so it passes here as if it were those. */
function formOf(file: File, head: NewArticle): ArticleFileInput {
  const form = new FormData()
  for (const [name, value] of Object.entries(head)) if (value) form.set(name, value)
  form.set('file', file)
  return form as unknown as ArticleFileInput
}

export type ArticlePatch = ArticlePatchInput

/** Changes what is known about an article. */
export function usePatchArticle(id: string) {
  const client = useQueryClient()
  return useMutation<Article, Problem, ArticlePatch & { version: number }>({
    mutationFn: ({ version, ...body }) =>
      answerOf(api.PATCH('/api/v1/articles/{id}', { params: atVersion(id, version), body })),
    onSuccess: article => {
      client.setQueryData(keys.article(id), article)
      client.invalidateQueries({ queryKey: keys.articles })
    },
  })
}

export function useRetryJob() {
  const client = useQueryClient()
  return useMutation<Job, Problem, string>({
    mutationFn: id => answerOf(api.POST('/api/v1/jobs/{id}/retry', { params: at(id) })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.jobs }),
  })
}
