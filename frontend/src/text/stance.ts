import type { Statement } from '../api/types'

export type Stated = Pick<Statement, 'commitment'>

/** The commitment that must be said in front of a statement's words, as the
 * speaker does not put them forward; undefined where the words tell it. */
export function stanceOf({ commitment }: Stated) {
  // Where the words themselves say "not aware", they need no help.
  return commitment === 'asserts' || commitment === 'not_aware' ? undefined : commitment
}
