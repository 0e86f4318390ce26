/** Every shortcut of the pages, as data: the help dialog, the hints beside
 * buttons and the listener read this one table. */

export type Place = 'anywhere' | 'inbox' | 'pair' | 'disputes' | 'article' | 'compare'

export type Shortcut = {
  act: string
  /** One key as the browser names it, or two to be pressed one after the other: "g i". */
  key: string
  place: Place
}

export const shortcuts = [
  { act: 'help', key: '?', place: 'anywhere' },
  { act: 'goInbox', key: 'g i', place: 'anywhere' },
  { act: 'goDisputes', key: 'g d', place: 'anywhere' },
  { act: 'goArticles', key: 'g a', place: 'anywhere' },
  { act: 'goImport', key: 'g m', place: 'anywhere' },
  { act: 'goCompare', key: 'g c', place: 'anywhere' },
  { act: 'goReport', key: 'g r', place: 'anywhere' },
  { act: 'undo', key: 'u', place: 'anywhere' },

  { act: 'search', key: '/', place: 'inbox' },
  { act: 'next', key: 'j', place: 'inbox' },
  { act: 'previous', key: 'k', place: 'inbox' },
  { act: 'open', key: 'Enter', place: 'inbox' },

  { act: 'judge.contradicts', key: '1', place: 'pair' },
  { act: 'judge.differs_in_number', key: '2', place: 'pair' },
  { act: 'judge.denies_knowledge', key: '3', place: 'pair' },
  { act: 'judge.different_time_place_scope', key: '4', place: 'pair' },
  { act: 'judge.updated', key: '5', place: 'pair' },
  { act: 'judge.agrees', key: '6', place: 'pair' },
  { act: 'judge.unrelated', key: '7', place: 'pair' },
  { act: 'judge.cannot_tell', key: '0', place: 'pair' },
  { act: 'judge.bad_extraction', key: 'x', place: 'pair' },
  { act: 'sure.low', key: 'q', place: 'pair' },
  { act: 'sure.medium', key: 'w', place: 'pair' },
  { act: 'sure.high', key: 'f', place: 'pair' },
  { act: 'note', key: 'n', place: 'pair' },
  { act: 'save', key: 'Enter', place: 'pair' },
  { act: 'next', key: 'j', place: 'pair' },
  { act: 'previous', key: 'k', place: 'pair' },
  { act: 'copyLeft', key: 'y', place: 'pair' },
  { act: 'copyRight', key: 'Y', place: 'pair' },
  { act: 'openLeft', key: 'o', place: 'pair' },
  { act: 'openRight', key: 'O', place: 'pair' },
  { act: 'reasons', key: 'r', place: 'pair' },
  { act: 'comment', key: 'c', place: 'pair' },
  { act: 'dispute', key: 'd', place: 'pair' },
  { act: 'back', key: 'b', place: 'pair' },

  { act: 'next', key: 'j', place: 'disputes' },
  { act: 'previous', key: 'k', place: 'disputes' },
  { act: 'open', key: 'Enter', place: 'disputes' },

  { act: 'next', key: 'j', place: 'article' },
  { act: 'previous', key: 'k', place: 'article' },
  { act: 'open', key: 'Enter', place: 'article' },
  { act: 'annotate', key: 'c', place: 'article' },
  { act: 'copy', key: 'y', place: 'article' },
  { act: 'compare', key: '=', place: 'article' },
  { act: 'conflict', key: 'o', place: 'article' },
  { act: 'editHead', key: 'e', place: 'article' },

  { act: 'search', key: '/', place: 'compare' },
  { act: 'swap', key: 's', place: 'compare' },
  { act: 'join', key: 'm', place: 'compare' },
] as const satisfies readonly Shortcut[]

export type Act = (typeof shortcuts)[number]['act']

/** The key of an act at a place, or undefined where it has none. */
export function keyOf(act: Act, place: Place): string | undefined {
  return shortcuts.find(s => s.act === act && s.place === place)?.key
}

/** The key as aria-keyshortcuts wants it written. */
export function ariaKey(key: string): string {
  return /^[A-Z]$/.test(key) ? `Shift+${key}` : key
}
