import { expect, test } from 'vitest'
import { excerptAround } from './excerpt'

test('a short paragraph stays whole', () =>
  expect(excerptAround({ start: 7, text: 'said no' }, [[8, 9]])).toEqual({
    start: 7,
    text: 'said no',
    cutBefore: false,
    cutAfter: false,
  }))

test('a huge one is cut around the words, in code points', () => {
  const text = `${'😀'.repeat(5000)}said no${'x'.repeat(5000)}`
  const got = excerptAround({ start: 100, text }, [[5100, 5107]], 3, 50)
  expect(got).toEqual({ start: 5097, text: '😀😀😀said noxxx', cutBefore: true, cutAfter: true })
})
