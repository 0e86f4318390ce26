import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { keys } from './keys'
import type { Problem } from './problem'
import type {
  Annotation,
  AnnotationTarget,
  Article,
  Conflict,
  Job,
  Label,
  Motivation,
  Page,
  Review,
  Session,
  Sureness,
} from './types'

const at = (id: string) => encodeURIComponent(id)

export const signIn = (token: string) => request<Session>('POST', '/session', { body: { token } })
export const signOut = () => request<void>('DELETE', '/session')

export type ReviewDraft = { judgement: Label; sureness?: Sureness; note?: string }

/** Saves one's own review: `version` is that of the review it replaces, absent
 * for the first one. A review changed elsewhere meanwhile is a problem 412. */
export const putReview = (conflict: string, draft: ReviewDraft, version?: number) =>
  request<Review>('PUT', `/conflicts/${at(conflict)}/reviews/me`, {
    body: { ...draft, note: draft.note || undefined },
    ...(version === undefined ? { create: true } : { version }),
  })

export const deleteReview = (conflict: string, version: number) =>
  request<void>('DELETE', `/conflicts/${at(conflict)}/reviews/me`, { version })

/** Writes a conflict into every list and page that shows it, so that a saved
 * review is seen at once and the inbox keeps its place. */
export function patchConflict(client: QueryClient, id: string, change: (c: Conflict) => Conflict) {
  client.setQueryData<Conflict>(keys.conflict(id), old => (old ? change(old) : old))
  client.setQueriesData<InfiniteData<Page<Conflict>>>(
    { queryKey: keys.conflicts },
    old =>
      old && {
        ...old,
        pages: old.pages.map(page => ({
          ...page,
          items: page.items.map(c => (c.id === id ? change(c) : c)),
        })),
      },
  )
}

export type NewAnnotation = { motivation?: Motivation; body: string; target: AnnotationTarget }

function useAnnotationAct<V, R>(act: (value: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation<R, Problem, V>({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['annotations'] }),
  })
}

export const useAddAnnotation = () =>
  useAnnotationAct((body: NewAnnotation) => request<Annotation>('POST', '/annotations', { body }))
export const useEditAnnotation = () =>
  useAnnotationAct(({ id, version, body }: { id: string; version: number; body: string }) =>
    request<Annotation>('PATCH', `/annotations/${at(id)}`, { body: { body }, version }),
  )
export const useDeleteAnnotation = () =>
  useAnnotationAct(({ id, version }: { id: string; version: number }) =>
    request<void>('DELETE', `/annotations/${at(id)}`, { version }),
  )

/** Joins two statements by hand. */
export function useJoin() {
  const client = useQueryClient()
  return useMutation<Conflict, Problem, { a: string; b: string; note?: string }>({
    mutationFn: body => request<Conflict>('POST', '/conflicts', { body }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: keys.conflicts })
      client.invalidateQueries({ queryKey: ['comparison'] })
    },
  })
}

export type NewArticle = {
  text?: string
  url?: string
  title?: string
  publisher?: string
  date?: string
  author?: string
  language?: string
}

/** Hands in an article: text, link, or a file with what is known about it. */
export function useImport() {
  const client = useQueryClient()
  return useMutation<Job, Problem, NewArticle & { file?: File }>({
    mutationFn: ({ file, ...head }) =>
      request<Job>('POST', '/articles', { body: file ? formOf(file, head) : head }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: keys.jobs })
      client.invalidateQueries({ queryKey: keys.articles })
    },
  })
}

function formOf(file: File, head: NewArticle): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(head)) if (value) form.set(name, value)
  form.set('file', file)
  return form
}

export type ArticlePatch = {
  title?: string
  publisher?: string
  date?: string
  url?: string
  author?: string
}

/** Changes what is known about an article. */
export function usePatchArticle(id: string) {
  const client = useQueryClient()
  return useMutation<Article, Problem, ArticlePatch & { version: number }>({
    mutationFn: ({ version, ...body }) => request<Article>('PATCH', `/articles/${at(id)}`, { body, version }),
    onSuccess: article => {
      client.setQueryData(keys.article(id), article)
      client.invalidateQueries({ queryKey: keys.articles })
    },
  })
}

export function useRetryJob() {
  const client = useQueryClient()
  return useMutation<Job, Problem, string>({
    mutationFn: id => request<Job>('POST', `/jobs/${at(id)}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.jobs }),
  })
}
