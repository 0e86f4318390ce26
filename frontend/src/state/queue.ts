import type { Conflict } from '../api/types'

/** Where a pair stands among those of the inbox. */
export type Place = { index: number; previous?: string; next?: string; nextToDo?: string }

/** The place of a conflict in the list as far as it is fetched; index -1 when
 * it is not in there. `nextToDo` is the next one that the reviewer has not
 * judged, looked for after this one and then from the top. */
export function placeIn(list: readonly Conflict[], id: string): Place {
  const index = list.findIndex(c => c.id === id)
  const isToDo = (c: Conflict) => c.id !== id && !c.reviews.mine
  const after = list.slice(index + 1).find(isToDo) ?? list.slice(0, Math.max(index, 0)).find(isToDo)
  return { index, previous: list[index - 1]?.id, next: list[index + 1]?.id, nextToDo: after?.id }
}
