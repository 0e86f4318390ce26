/** What went wrong with a request, in words for a person: the server's problem
 * document, or one made here where no answer came. */
export class Problem extends Error {
  readonly status: number // of the answer; 0 where there was none
  readonly code: string // stable: "stale", "article-exists"
  readonly title: string
  readonly hint: string // what to do; may be empty
  readonly ref: string // the id of a thing the problem is about; may be empty
  readonly errors: { location: string; message: string }[]

  constructor(from: Partial<Problem> & { detail: string }) {
    super(from.detail)
    this.name = 'Problem'
    this.status = from.status ?? 0
    this.code = from.code ?? 'unknown'
    this.title = from.title ?? ''
    this.hint = from.hint ?? ''
    this.ref = from.ref ?? ''
    this.errors = from.errors ?? []
  }
}

type Body = {
  type?: string
  title?: string
  detail?: string
  hint?: string
  ref?: string
  errors?: { location?: string; message?: string }[]
}

/** The problem of an answer that is no success. */
export function problemOf(status: number, body: unknown): Problem {
  const b: Body = typeof body === 'object' && body !== null ? (body as Body) : {}
  return new Problem({
    status,
    code: b.type?.split('/').pop() ?? `status-${status}`,
    title: b.title,
    detail: sentence(b.detail || b.title || `The program answered with status ${status}`),
    hint: sentence(b.hint ?? ''),
    ref: b.ref,
    errors: (b.errors ?? []).map(e => ({ location: e.location ?? '', message: e.message ?? '' })),
  })
}

/** A message as a sentence: the program's are made to stand within others. */
function sentence(text: string): string {
  const whole = text.charAt(0).toLocaleUpperCase('en') + text.slice(1)
  return whole === '' || /[.!?…:]$/.test(whole) ? whole : `${whole}.`
}

/** Any thrown value as a problem. A failed fetch means that nothing answered. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof TypeError) {
    return new Problem({
      code: 'no-answer',
      detail: 'The program does not answer.',
      hint: 'See whether it is still running, then try again. Nothing you typed is lost.',
    })
  }
  return new Problem({ code: 'page', detail: 'Something went wrong on this page.', hint: String(error) })
}
