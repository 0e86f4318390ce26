import { describe, expect, test } from 'vitest'
import { Points } from './points'

const texts = [
  { name: 'empty', text: '' },
  { name: 'plain', text: 'Kerry said' },
  { name: 'emoji', text: 'a😀b😀😀c' },
  { name: 'family joined by zero width joiners', text: '👩‍👩‍👧 said' },
  { name: 'combining accents stay apart', text: 'e\u0301te\u0301' },
  { name: 'Arabic with marks and a bidi mark', text: 'قال \u200fالعَبادي' },
  { name: 'flag at the end', text: 'in 🇮🇶' },
  { name: 'lone surrogate', text: 'a\ud83db' },
]

describe('Points', () => {
  test.each(texts)('$name: agrees with walking the string', ({ text }) => {
    const points = new Points(text)
    const characters = Array.from(text)
    expect(points.length).toBe(characters.length)
    for (let p = 0; p <= characters.length; p++) {
      const unit = characters.slice(0, p).join('').length
      expect(points.toUnit(p)).toBe(unit)
      expect(points.toPoint(unit)).toBe(p)
    }
  })

  test('an offset inside a character gives its start', () => {
    expect(new Points('a😀b').toPoint(2)).toBe(1)
    expect(new Points('😀😀').toPoint(3)).toBe(1)
  })

  test('offsets beyond the text are clamped', () => {
    const points = new Points('a😀')
    expect([points.toUnit(-1), points.toUnit(9), points.toPoint(-4), points.toPoint(99)]).toEqual([
      0, 3, 0, 2,
    ])
  })

  test('slice takes code points', () => {
    expect(new Points('x😀yz').slice(1, 3)).toBe('😀y')
  })
})
