import createClient from 'openapi-fetch'
import { asProblem, problemOf } from './problem'
import type { paths } from './schema'
import type { WithSpans } from './types'

/** Calls of the API, checked against its description. Every call goes through
 * answerOf, which turns whatever went wrong into a Problem. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })

/** The headers that make a change safe: only over this version, or, without
 * one, only where there is nothing yet. */
export const over = (version: number) => ({ 'If-Match': `"${version}"` })
export const ifNew = { 'If-None-Match': '*' }

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** The answer of a call, with its offsets as pairs, or a thrown Problem. */
export async function answerOf<T>(call: Call<T>): Promise<WithSpans<T>> {
  const { data, error, response } = await call.catch(reason => {
    throw reason instanceof DOMException && reason.name === 'AbortError' ? reason : asProblem(reason)
  })
  if (!response.ok) throw problemOf(response.status, error)
  return data as WithSpans<T>
}
