import type { Side } from '../api/types'

/** The place of a statement's words in its article, as the reader's page takes
 * it: "120-164", in code points. */
export function wordsAt({ statement }: Pick<Side, 'statement'>): string {
  const first = statement.content[0]
  const last = statement.content[statement.content.length - 1]
  return first && last ? `${first[0]}-${last[1]}` : ''
}

/** The address of a statement's words in this archive: the link of a quotation
 * whose article has none of its own. */
export function addressInArchive(side: Pick<Side, 'statement' | 'article'>, origin: string): string {
  const at = wordsAt(side)
  return `${origin}/articles/${encodeURIComponent(side.article.id)}${at ? `?at=${at}` : ''}`
}
