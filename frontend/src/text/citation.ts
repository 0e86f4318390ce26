import type { Side } from '../api/types'
import { formatDate } from './dates'

/** The place of a statement's words in its article's page. */
export function wordsAt(side: Pick<Side, 'statement'>): string {
  const { content } = side.statement
  const first = content[0]
  const last = content[content.length - 1]
  return first && last ? `${first[0]}-${last[1]}` : ''
}

/** The address of a statement's words in this archive. */
export function addressOf(side: Side, origin: string): string {
  const at = wordsAt(side)
  return `${origin}/articles/${encodeURIComponent(side.article.id)}${at ? `?at=${at}` : ''}`
}

/** A quotation with speaker, outlet, date and link, ready to be pasted. Only
 * direct speech stands in quotation marks: the words of other statements are
 * the article's, and the citation says so. */
export function citation(side: Side, origin: string): string {
  const { statement, article } = side
  const isDirect = statement.type === 'direct'
  const speaker = statement.speaker.role
    ? `${statement.speaker.name} (${statement.speaker.role})`
    : statement.speaker.name
  const said =
    statement.said_at && statement.said_at !== article.date ? `said ${formatDate(statement.said_at)}` : ''
  const where = [article.publisher || article.title, article.date && formatDate(article.date)]
    .filter(Boolean)
    .join(', ')
  const words = statement.text.trim().replace(/,$/, '')
  return [
    isDirect ? `“${words}”` : words,
    `— ${[speaker, said].filter(Boolean).join(', ')}, ${isDirect ? '' : 'as reported by '}${where}`,
    article.url || addressOf(side, origin),
  ].join('\n')
}
