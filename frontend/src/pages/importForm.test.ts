import { describe, expect, it } from 'vitest'
import { isDate } from './articleHead'
import { inputOf, type Typed } from './importForm'

const typed = (part: Partial<Typed>): Typed => ({
  way: 'text',
  text: '',
  link: '',
  title: '',
  publisher: '',
  date: '',
  url: '',
  author: '',
  english: false,
  ...part,
})

describe('inputOf', () => {
  it('keeps a pasted text as it is, white space and all', () => {
    expect(inputOf(typed({ text: '  Two lines\r\n\r\nof it. ', title: ' A title ' }), undefined)).toEqual({
      text: '  Two lines\r\n\r\nof it. ',
      title: 'A title',
    })
  })
  it('sends only what belongs to the chosen way', () => {
    const all = typed({ text: 'pasted', link: ' https://a.example/b ', url: 'https://c.example/' })
    const file = new File(['x'], 'x.txt')
    expect(inputOf({ ...all, way: 'link' }, file)).toEqual({ url: 'https://a.example/b' })
    expect(inputOf({ ...all, way: 'file' }, file)).toEqual({ url: 'https://c.example/', file })
    expect(inputOf(all, file)).toEqual({ url: 'https://c.example/', text: 'pasted' })
  })
  it('names the language only when asked to', () => {
    expect(inputOf(typed({ text: 'x', english: true }), undefined)).toEqual({ text: 'x', language: 'en' })
  })
  it.each([
    { name: 'white space alone', part: { text: ' \n ' } },
    { name: 'no file', part: { way: 'file' as const } },
    { name: 'a link that is no web address', part: { way: 'link' as const, link: 'javascript:alert(1)' } },
    { name: 'a date that is none', part: { text: 'x', date: '2014-02-30' } },
    { name: 'an address that is none', part: { text: 'x', url: 'www.example.org' } },
  ])('is nothing yet for $name', ({ part }) => expect(inputOf(typed(part), undefined)).toBeUndefined())
})

describe('isDate', () => {
  it.each([
    ['2014-12-03', true],
    ['2014-12-03T10:00:00Z', true],
    ['2014-12-03T10:00:00+02:00', true],
    ['2014-02-30', false],
    ['2014-12', false],
    ['3 December 2014', false],
    ['2014-12-03 10:00', false],
  ])('%s', (text, want) => expect(isDate(text)).toBe(want))
})
