import { describe, expect, test } from 'vitest'
import { Drafts } from './drafts'

class Memory {
  readonly held = new Map<string, string>()
  getItem = (name: string) => this.held.get(name) ?? null
  setItem = (name: string, value: string) => void this.held.set(name, value)
  removeItem = (name: string) => void this.held.delete(name)
}

describe('Drafts', () => {
  test('a draft outlives the page that wrote it, until it is saved', () => {
    const memory = new Memory()
    const draft = { judgement: 'contradicts', note: 'ذكر 😀', base: 0 } as const
    new Drafts(memory).set('c1', draft)
    const later = new Drafts(memory)
    expect(later.get('c1')).toEqual(draft)
    expect(later.get('c2')).toBeUndefined()
    later.clear('c1')
    expect(later.get('c1')).toBeUndefined()
  })

  test('what is no draft is none', () => {
    const memory = new Memory()
    for (const text of ['', '{', 'null', '7']) {
      memory.setItem('counterclaim.draft.c1', text)
      expect(new Drafts(memory).get('c1')).toBeUndefined()
    }
  })

  test('a storage that refuses costs no error', () => {
    const full = {
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => new Drafts(full).set('c1', { base: 0 })).not.toThrow()
  })
})
