import { useCallback, useState } from 'react'

/** What was typed and not saved yet, kept in the browser's session under a
 * name, so that neither leaving the page, a reload nor a failed request loses
 * it. The name must not change while the component is shown. The setter works
 * after the component has gone, too: a request may end later. */
export function useKept<T>(name: string, empty: T): [T, (change: (old: T) => T) => void] {
  const [value, setValue] = useState<T>(() => readKept(name, empty))
  const [fallback] = useState(empty)
  const change = useCallback(
    (make: (old: T) => T) => {
      const next = make(readKept(name, fallback))
      writeKept(name, next)
      setValue(next)
    },
    [name, fallback],
  )
  return [value, change]
}

/** What is kept under the name, or the given value where there is nothing. */
export function readKept<T>(name: string, empty: T): T {
  const held = memory.get(name)
  if (held !== undefined) return held as T
  try {
    const text = sessionStorage.getItem(prefix + name)
    return text === null ? empty : (JSON.parse(text) as T)
  } catch {
    return empty
  }
}

export function writeKept<T>(name: string, value: T): void {
  memory.set(name, value)
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // A full or forbidden storage: the value still lives as long as the page does.
  }
}

const prefix = 'counterclaim.kept.'
const memory = new Map<string, unknown>()
