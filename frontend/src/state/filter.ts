import type { ConflictFilter } from '../api/types'

/** What may be chosen, in the order in which it is offered. */
export const filterChoices = {
  mine: ['todo', 'done'],
  state: ['open', 'judged', 'differing'],
  kind: [
    'contradicts',
    'differs_in_number',
    'denies_knowledge',
    'different_time_place_scope',
    'updated',
    'agrees',
    'unrelated',
    'cannot_tell',
    'bad_extraction',
  ],
  strength: ['weak', 'fair', 'strong'],
  origin: ['software', 'person'],
} as const
const words = ['article', 'dispute', 'speaker', 'q'] as const

/** The inbox's filter out of the page's address. What it does not understand
 * it leaves out, so that no address can break the page. */
export function readFilter(search: Record<string, unknown>): ConflictFilter {
  const filter: Record<string, string> = {}
  for (const [name, allowed] of Object.entries(filterChoices)) {
    const value = search[name]
    if ((allowed as readonly unknown[]).includes(value)) filter[name] = String(value)
  }
  for (const name of words) {
    const value = search[name]
    if ((typeof value === 'string' || typeof value === 'number') && String(value).trim() !== '')
      filter[name] = String(value)
  }
  return filter as ConflictFilter
}

/** How many conditions a filter sets. */
export const filterSize = (filter: ConflictFilter) => Object.values(filter).filter(Boolean).length
