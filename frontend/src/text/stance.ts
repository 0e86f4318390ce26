import type { Statement } from '../api/types'

export type Stated = Pick<Statement, 'commitment' | 'cue_class'>

/** The commitment that must be said in front of a statement's words, as the
 * speaker does not put them forward; undefined where the words tell it. */
export function stanceOf({ commitment, cue_class }: Stated) {
  // Where the words themselves say "not aware" or "not", they need no help.
  if (commitment === 'asserts' || commitment === 'not_aware') return undefined
  return commitment === 'denies' && cue_class !== 'deny' ? undefined : commitment
}
