/** What a key press means, apart from what it does: no DOM is changed here. */

const harmless = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
])

/** Whether the element takes letters, so that a key is text and no command. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.getAttribute('contenteditable') === 'true') return true
  if (target instanceof HTMLInputElement) return !harmless.has(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target.closest('[role="menu"],[role="listbox"],[role="combobox"],[role="textbox"]') !== null
}

/** Whether Enter and space already do something on the element. */
export function activates(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a[href],button,summary,[role="button"]') !== null
}

type Press = Pick<
  KeyboardEvent,
  | 'key'
  | 'ctrlKey'
  | 'altKey'
  | 'metaKey'
  | 'shiftKey'
  | 'isComposing'
  | 'defaultPrevented'
  | 'repeat'
  | 'target'
>

/** The key of the table that a press stands for, or undefined where the press
 * is no command: with a modifier, while typing, while composing a character. */
export function commandKey(press: Press): string | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined
  if (press.isComposing || press.defaultPrevented || takesText(press.target)) return undefined
  if ((press.key === 'Enter' || press.key === ' ') && activates(press.target)) return undefined
  const isLetter = /^[a-z]$/i.test(press.key)
  const key = isLetter ? (press.shiftKey ? press.key.toUpperCase() : press.key.toLowerCase()) : press.key
  return press.repeat && key !== 'j' && key !== 'k' ? undefined : key
}
