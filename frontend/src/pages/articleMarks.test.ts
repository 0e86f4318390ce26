import { describe, expect, it } from 'vitest'
import { blocksOf, dealOut, hullOf, noteMarks, readWords } from './articleMarks'

describe('dealOut', () => {
  const blocks = blocksOf([
    { start: 0, text: 'One 🙂.' },
    { start: 8, text: 'Two.' },
    { start: 14, text: 'Three.' },
  ])
  it('gives a mark to every block it touches, and to no other', () => {
    const mark = { span: [5, 10] as const, value: { kind: 'found' as const } }
    expect(dealOut(blocks, [mark]).map(list => list.length)).toEqual([1, 1, 0])
  })
  it('leaves out what lies between blocks', () => {
    expect(dealOut(blocks, [{ span: [6, 8], value: { kind: 'found' } }]).flat()).toEqual([])
  })
})

describe('noteMarks', () => {
  it('marks annotations of words only', () => {
    const note = {
      id: 'n',
      version: 1,
      motivation: 'commenting' as const,
      body: 'x',
      author: { id: 'u', name: 'U' },
      created_at: '',
      updated_at: '',
    }
    expect(
      noteMarks([
        { ...note, target: { article: 'a', start: 0, end: 3 } },
        { ...note, target: { statement: 's' } },
      ]),
    ).toEqual([{ span: [0, 3], value: { kind: 'note', note: 'n' } }])
  })
})

describe('hullOf', () => {
  it('is the smallest span around all, and undefined for none', () => {
    expect(
      hullOf([
        [8, 12],
        [2, 4],
      ]),
    ).toEqual([2, 12])
    expect(hullOf([])).toBeUndefined()
  })
})

describe('readWords', () => {
  it.each([
    ['12-20', [12, 20]],
    ['90-400', [90, 100]],
    ['20-12', undefined],
    ['120-164', undefined],
    ['12', undefined],
    ['-5-9', undefined],
    ['1e1-20', undefined],
    [undefined, undefined],
  ])('%s', (at, want) => expect(readWords(at, 100)).toEqual(want))
})
