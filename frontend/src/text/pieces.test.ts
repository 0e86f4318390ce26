import { describe, expect, test } from 'vitest'
import { cutPieces, type Mark, paragraphs } from './pieces'

type Case = { name: string; text: string; offset?: number; marks: Mark<string>[]; want: [string, string][] }

const cases: Case[] = [
  { name: 'no marks', text: 'abc', marks: [], want: [['abc', '']] },
  { name: 'empty text', text: '', marks: [{ span: [0, 4], value: 'x' }], want: [] },
  {
    name: 'overlapping marks',
    text: 'abcdef',
    marks: [
      { span: [1, 4], value: 'x' },
      { span: [3, 5], value: 'y' },
    ],
    want: [
      ['a', ''],
      ['bc', 'x'],
      ['d', 'xy'],
      ['e', 'y'],
      ['f', ''],
    ],
  },
  {
    name: 'nested marks keep the order in which they were given',
    text: 'abc',
    marks: [
      { span: [1, 2], value: 'in' },
      { span: [0, 3], value: 'out' },
    ],
    want: [
      ['a', 'out'],
      ['b', 'inout'],
      ['c', 'out'],
    ],
  },
  {
    name: 'a paragraph within an article, marks beyond it are cut off',
    text: 'said no',
    offset: 100,
    marks: [
      { span: [90, 104], value: 'x' },
      { span: [105, 400], value: 'y' },
      { span: [0, 50], value: 'z' },
    ],
    want: [
      ['said', 'x'],
      [' ', ''],
      ['no', 'y'],
    ],
  },
  {
    name: 'emoji count as one',
    text: '😀😀 said',
    marks: [{ span: [1, 2], value: 'x' }],
    want: [
      ['😀', ''],
      ['😀', 'x'],
      [' said', ''],
    ],
  },
  {
    name: 'empty and turned marks are left out',
    text: 'ab',
    marks: [
      { span: [1, 1], value: 'x' },
      { span: [2, 1], value: 'y' },
    ],
    want: [['ab', '']],
  },
]

describe('cutPieces', () => {
  test.each(cases)('$name', ({ text, offset, marks, want }) => {
    const got = cutPieces(text, marks, offset)
    expect(got.map(p => [p.text, p.values.join('')])).toEqual(want)
    expect(got.map(p => p.text).join('')).toBe(text)
  })

  test('the pieces of a long text with many marks join to the text', () => {
    const text = 'so it was said 😀 '.repeat(2000)
    const marks = Array.from({ length: 3000 }, (_, i) => ({ span: [i * 7, i * 7 + 20] as const, value: i }))
    const got = cutPieces(text, marks)
    expect(got.map(p => p.text).join('')).toBe(text)
    expect(Math.max(...got.map(p => p.values.length))).toBe(3)
  })
})

describe('paragraphs', () => {
  test('blank lines part them, offsets are code points', () => {
    expect(paragraphs('😀 one\ntwo\n\n \n\nthree\r\n\r\nfour\n')).toEqual([
      { start: 0, text: '😀 one\ntwo' },
      { start: 14, text: 'three' },
      { start: 23, text: 'four' },
    ])
  })
  test('nothing in an empty text', () => expect(paragraphs(' \n\n')).toEqual([]))
})
