import { asProblem, problemOf } from './problem'

const root = '/api/v1'

type Query = Record<string, string | number | boolean | undefined>
type Options = {
  query?: Query
  body?: unknown // sent as JSON, or as a form where it is FormData
  version?: number // sent as If-Match
  create?: boolean // sent as If-None-Match: *
  signal?: AbortSignal
}

/** Asks the program and gives its answer, or throws a Problem. */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const { query, body, version, create, signal } = options
  const headers = new Headers({ Accept: 'application/json' })
  if (version !== undefined) headers.set('If-Match', `"${version}"`)
  if (create) headers.set('If-None-Match', '*')
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json')
  try {
    const answer = await fetch(root + path + queryString(query), {
      method,
      headers,
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
      signal,
      credentials: 'same-origin',
    })
    const text = await answer.text()
    const value: unknown = text ? parse(text) : undefined
    if (!answer.ok) throw problemOf(answer.status, value)
    return value as T
  } catch (error) {
    if (signal?.aborted) throw error
    throw asProblem(error)
  }
}

/** The query part of an address; empty and absent values are left out. */
export function queryString(query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
