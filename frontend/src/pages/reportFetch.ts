import { asProblem, problemOf } from '../api/problem'

export type Format = 'html' | 'md' | 'json' | 'csv'
export const formats: Format[] = ['html', 'md', 'json', 'csv']

/** What a report is to hold. No dispute means all of them. */
export type Choice = { format: Format; disputes: string[]; unreviewed: boolean }

/** The address of a report. `inline` shows a page in place of saving it. */
export function reportAddress({ format, disputes, unreviewed }: Choice, inline = false): string {
  const query = new URLSearchParams({ format })
  for (const id of disputes) query.append('dispute', id)
  if (unreviewed) query.set('include_unreviewed', 'true')
  if (inline) query.set('inline', 'true')
  return `/api/v1/reports?${query}`
}

/** Fetches a document as it is; throws a Problem. */
export async function fetchReport(
  choice: Choice,
  signal?: AbortSignal,
): Promise<{ blob: Blob; name: string }> {
  try {
    const answer = await fetch(reportAddress(choice), { credentials: 'same-origin', signal })
    if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined))
    return {
      blob: await answer.blob(),
      name: fileName(answer.headers.get('Content-Disposition')) ?? `counterclaim.${choice.format}`,
    }
  } catch (error) {
    if (signal?.aborted) throw error
    throw asProblem(error)
  }
}

/** The file name that a Content-Disposition header gives (RFC 6266): the
 * extended form first, without folders. */
export function fileName(header: string | null): string | undefined {
  if (!header) return undefined
  const extended = /;\s*filename\*\s*=\s*utf-8''([^;]+)/i.exec(header)?.[1]
  const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header)
  const name = extended ? decoded(extended) : (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2])
  return name?.split(/[/\\]/).pop() || undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Hands a document to the browser to be saved. */
export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
