import type { Label, Sureness } from '../api/types'

/** What a reviewer has chosen and typed for a pair and not saved yet. `base` is
 * the version of the review that it changes, 0 where there was none: should
 * the saved review have another one, somebody changed it meanwhile. */
export type Draft = { judgement?: Label; sureness?: Sureness; note?: string; base: number }

/** Keeps drafts by conflict, in the browser's session, so that neither moving
 * on nor a reload loses typed text. */
export class Drafts {
  private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.storage = storage
  }

  get(conflict: string): Draft | undefined {
    const text = this.storage.getItem(nameOf(conflict))
    if (!text) return undefined
    try {
      const value: unknown = JSON.parse(text)
      return typeof value === 'object' && value !== null ? (value as Draft) : undefined
    } catch {
      return undefined
    }
  }

  set(conflict: string, draft: Draft): void {
    try {
      this.storage.setItem(nameOf(conflict), JSON.stringify(draft))
    } catch {
      // A full or forbidden storage costs only the safety net: the page still holds the text.
    }
  }

  clear(conflict: string): void {
    this.storage.removeItem(nameOf(conflict))
  }
}

const nameOf = (conflict: string) => `counterclaim.draft.${conflict}`
