import type { Side, Statement } from '../api/types'
import { longDate } from './dates'
import { stanceOf } from './stance'

/** The words that tie a citation together, already in the reader's language. */
export type CitationWords = {
  /** Puts "as reported by" before the outlet of words that are the article's own. */
  reportedBy: (outlet: string) => string
  /** Stands in front of words that the speaker denies, doubts or wants. */
  stance?: (commitment: Statement['commitment']) => string
  unknownSpeaker: string
  unknownOutlet: string
  /** The link of an article without an address: its place in this archive. */
  archived?: (side: Cited) => string
}

type Cited = Pick<Side, 'statement' | 'article'>

/** A quotation to be pasted elsewhere: the words, who said them, where and when
 * they were published, and the link. Words of indirect speech, and
 * most of what is partly quoted, are the article's, not the speaker's, and the
 * citation says so. */
export function citation(side: Cited, words: CitationWords, locale = 'en-GB'): string {
  const { statement, article } = side
  const { speaker } = statement
  const who = [speaker.name || words.unknownSpeaker, speaker.role].filter(Boolean).join(', ')
  const outlet = article.publisher || words.unknownOutlet
  const own = statement.type !== 'direct'
  const where = [own ? words.reportedBy(outlet) : outlet, longDate(article.date, locale)]
    .filter(Boolean)
    .join(', ')
  const stance = stanceOf(statement)
  const quoted = [stance && words.stance?.(stance), `“${inner(statement.text)}”`].filter(Boolean).join(' ')
  const lines = [quoted, `— ${who}; ${where}`, article.url || words.archived?.(side)]
  return lines.filter(Boolean).join('\n')
}

/** Line ends within the words become spaces: a quotation is one line. */
function inner(text: string): string {
  return text.trim().replace(/\s*[\r\n]+\s*/g, ' ')
}
