// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readKept, writeKept } from './kept'

afterEach(() => vi.restoreAllMocks())

describe('kept', () => {
  it('gives the empty value where nothing is kept', () => {
    expect(readKept('never', { text: '' })).toEqual({ text: '' })
  })
  it('gives back what was written, and keeps it in the session', () => {
    writeKept('note', { text: 'typed' })
    expect(readKept('note', { text: '' })).toEqual({ text: 'typed' })
    expect(sessionStorage.getItem('counterclaim.kept.note')).toBe('{"text":"typed"}')
  })
  it('loses nothing where the storage is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    writeKept('long', 'x'.repeat(100))
    expect(readKept('long', '')).toHaveLength(100)
  })
  it('passes over what it cannot read', () => {
    sessionStorage.setItem('counterclaim.kept.broken', '{')
    expect(readKept('broken', 'empty')).toBe('empty')
  })
})
